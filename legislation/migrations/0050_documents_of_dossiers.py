"""Documents of dossiers, and every file that was brought for them: a file is added, never changed.

Only two things are found out later about one: which version it became, once the antivirus spoke,
and what the public record calls it, once it was published.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FILES = """
CREATE FUNCTION senate_attached_files_stay() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.document_id, NEW.number, NEW.stored_id, NEW.title, NEW.dated_on,
        NEW.brought_at, NEW.publication_id)
         IS NOT DISTINCT FROM
       (OLD.id, OLD.document_id, OLD.number, OLD.stored_id, OLD.title, OLD.dated_on,
        OLD.brought_at, OLD.publication_id)
       AND NEW.brought_by_id IS NOT DISTINCT FROM OLD.brought_by_id
       AND (OLD.version_id IS NULL OR NEW.version_id IS NOT DISTINCT FROM OLD.version_id)
       AND (OLD.shown_as_id IS NULL OR NEW.shown_as_id IS NOT DISTINCT FROM OLD.shown_as_id) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'A file that was brought is never changed nor deleted: bring another version.'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER attached_files_stay
  BEFORE UPDATE OR DELETE ON legislation_attachedfile
  FOR EACH ROW EXECUTE FUNCTION senate_attached_files_stay();
"""
FILES_BACK = """
DROP TRIGGER attached_files_stay ON legislation_attachedfile;
DROP FUNCTION senate_attached_files_stay();
"""

PRIVILEGES = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE DELETE, TRUNCATE ON legislation_attachedfile, legislation_dossierdocument
      FROM senado_app;
  END IF;
END
$$;
"""
PRIVILEGES_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT DELETE ON legislation_attachedfile, legislation_dossierdocument TO senado_app;
  END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("legislation", "0032_letters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="billpaper",
            name="kind",
            field=models.CharField(
                choices=[
                    ("REPORT", "Committee report"),
                    ("LETTER", "Official letter"),
                    ("COMPARISON", "Side-by-side text"),
                    ("AMENDMENTS", "Amendment paper"),
                    ("OBSERVATION", "Presidential observations"),
                    ("OTHER", "Document"),
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="DossierDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("FILED_TEXT", "Text as filed"),
                            ("REPORT", "Committee report"),
                            ("LETTER", "Official letter"),
                            ("COMPARISON", "Side-by-side text"),
                            ("AMENDMENTS", "Amendment paper"),
                            ("OBSERVATION", "Presidential observations"),
                            ("TEXT", "Text of the bill"),
                            ("OTHER", "Document"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "text_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FILED", "Text as filed"),
                            ("FIRST_REPORT", "Text of the first report"),
                            ("SECOND_REPORT", "Text of the second report"),
                            ("APPROVED_ORIGIN", "Text approved by the originating chamber"),
                            ("APPROVED_REVISING", "Text approved by the revising chamber"),
                            ("CONFERENCE", "Text of the conference committee"),
                            ("DISPATCHED", "Text sent to the President"),
                            ("LAW", "Text published as law"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "act",
                    models.ForeignKey(
                        blank=True,
                        help_text="The act that it came with: it is not public before that one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="legislation.act",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legislation.document",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="legislation.dossier",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AttachedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.TextField()),
                ("dated_on", models.DateField()),
                ("brought_at", models.DateTimeField()),
                (
                    "brought_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachment",
                        to="legislation.publication",
                    ),
                ),
                (
                    "shown_as",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legislation.document",
                    ),
                ),
                (
                    "stored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="legislation.storedfile",
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachment",
                        to="legislation.version",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="legislation.dossierdocument",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="dossierdocument",
            constraint=models.UniqueConstraint(
                fields=("dossier", "position"), name="a_dossier_orders_its_documents"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossierdocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "TEXT"), models.Q(("text_kind", ""), _negated=True)),
                    models.Q(models.Q(("kind", "TEXT"), _negated=True), ("text_kind", "")),
                    _connector="OR",
                ),
                name="a_text_of_a_bill_says_which_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="attachedfile",
            constraint=models.UniqueConstraint(
                fields=("document", "number"), name="a_document_numbers_its_files"
            ),
        ),
        migrations.AddConstraint(
            model_name="attachedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="an_attached_file_has_a_title",
            ),
        ),
        migrations.RunSQL(FILES, FILES_BACK),
        migrations.RunSQL(PRIVILEGES, PRIVILEGES_BACK),
    ]
