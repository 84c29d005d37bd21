"""Amendment papers and their amendments, whose words and signatures are never changed.

What becomes of an amendment is in its row, and each step of it in the ledger.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WORDS = """
CREATE FUNCTION senate_amendments_keep_their_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.paper_id, NEW.number, NEW.kind, NEW.article_label, NEW.article_eid,
        NEW.is_new_article, NEW.text, NEW.author, NEW.is_exclusive, NEW.filed_on)
         IS NOT DISTINCT FROM
       (OLD.paper_id, OLD.number, OLD.kind, OLD.article_label, OLD.article_eid,
        OLD.is_new_article, OLD.text, OLD.author, OLD.is_exclusive, OLD.filed_on) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The words of an amendment are never changed: it is withdrawn, or renewed as it is.'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER amendments_keep_their_words
  BEFORE UPDATE OR DELETE ON legislation_amendment
  FOR EACH ROW EXECUTE FUNCTION senate_amendments_keep_their_words();
CREATE FUNCTION senate_signatures_stay() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A signature under an amendment is never changed nor deleted.'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER signatures_stay
  BEFORE UPDATE OR DELETE ON legislation_amendmentsignatory
  FOR EACH ROW EXECUTE FUNCTION senate_signatures_stay();
"""
WORDS_BACK = """
DROP TRIGGER signatures_stay ON legislation_amendmentsignatory;
DROP FUNCTION senate_signatures_stay();
DROP TRIGGER amendments_keep_their_words ON legislation_amendment;
DROP FUNCTION senate_amendments_keep_their_words();
"""

PRIVILEGES = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON legislation_amendmentsignatory FROM senado_app;
    REVOKE DELETE, TRUNCATE ON legislation_amendment, legislation_amendmentpaper FROM senado_app;
  END IF;
END
$$;
"""
PRIVILEGES_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT UPDATE, DELETE ON legislation_amendmentsignatory TO senado_app;
    GRANT DELETE ON legislation_amendment, legislation_amendmentpaper TO senado_app;
  END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("legislation", "0030_files_of_versions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AmendmentPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("opened_at", models.CharField(max_length=32)),
                ("is_at_once", models.BooleanField(default=False)),
                ("opened_on", models.DateField()),
                ("deadline_on", models.DateField(help_text="The last day to file, inclusive.")),
                (
                    "state",
                    models.CharField(
                        choices=[("OPEN", "Open"), ("CLOSED", "Closed")],
                        default="OPEN",
                        max_length=8,
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendment_papers",
                        to="legislation.dossier",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendment_paper",
                        to="legislation.publication",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("REPLACE", "Replace"),
                            ("DELETE", "Delete"),
                            ("ADD", "Add"),
                            ("RENUMBER", "Renumber"),
                        ],
                        max_length=8,
                    ),
                ),
                ("article_label", models.CharField(max_length=120)),
                ("article_eid", models.CharField(blank=True, max_length=60)),
                ("is_new_article", models.BooleanField(default=False)),
                ("text", models.TextField(blank=True)),
                (
                    "author",
                    models.CharField(
                        choices=[
                            ("PRESIDENT", "President of the Republic"),
                            ("SENATORS", "Senators"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "is_exclusive",
                    models.BooleanField(
                        default=False, help_text="Its matter is for the President alone (CPR 65)."
                    ),
                ),
                ("filed_on", models.DateField()),
                (
                    "admissibility",
                    models.CharField(
                        choices=[
                            ("PENDING", "Awaiting a ruling"),
                            ("ADMISSIBLE", "Admissible"),
                            ("INADMISSIBLE", "Inadmissible"),
                        ],
                        default="PENDING",
                        max_length=12,
                    ),
                ),
                (
                    "ruled_by",
                    models.CharField(
                        blank=True,
                        choices=[("COMMITTEE", "The committee"), ("FLOOR", "The floor")],
                        max_length=9,
                    ),
                ),
                ("ruled_on", models.DateField(blank=True, null=True)),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "UNRELATED",
                                "It has no direct relation to the main ideas of the bill",
                            ),
                            ("EXCLUSIVE", "Its matter is for the President alone to propose"),
                            ("UNFUNDED", "It spends without saying from what"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("PENDING", "Not decided"),
                            ("APPROVED", "Approved"),
                            ("MODIFIED", "Approved with changes"),
                            ("PARTLY", "Approved in part"),
                            ("REJECTED", "Rejected"),
                            ("WITHDRAWN", "Withdrawn"),
                        ],
                        default="PENDING",
                        max_length=9,
                    ),
                ),
                ("outcome_on", models.DateField(blank=True, null=True)),
                ("outcome_text", models.TextField(blank=True)),
                ("in_favour", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("against", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("taken_over_on", models.DateField(blank=True, null=True)),
                ("renewed_on", models.DateField(blank=True, null=True)),
                ("renewed_by_president", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="legislation.amendmentpaper",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AmendmentSignatory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "signed_as",
                    models.CharField(
                        choices=[
                            ("AUTHOR", "Author"),
                            ("RENEWER", "Renews it"),
                            ("TAKER", "Takes it over"),
                        ],
                        max_length=8,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("printed_name", models.CharField(max_length=200)),
                (
                    "amendment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatories",
                        to="legislation.amendment",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legislation.person",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="amendmentpaper",
            constraint=models.UniqueConstraint(
                fields=("dossier", "number"), name="a_bill_numbers_its_amendment_papers"
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentpaper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "OPEN")),
                fields=("dossier",),
                name="one_amendment_paper_is_open_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(("deadline_on__gte", models.F("opened_on"))),
                name="a_term_to_amend_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_on__isnull", True),
                        ("publication__isnull", True),
                        ("state", "OPEN"),
                    ),
                    models.Q(
                        ("closed_on__isnull", False),
                        ("publication__isnull", False),
                        ("state", "CLOSED"),
                    ),
                    _connector="OR",
                ),
                name="a_closed_amendment_paper_says_when_and_is_drafted",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(
                fields=("paper", "number"), name="a_paper_numbers_its_amendments"
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True), ("kind", "DELETE"), _connector="OR"
                ),
                name="an_amendment_says_its_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(("article_label", ""), _negated=True),
                name="an_amendment_names_its_article",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("admissibility", "PENDING"), ("ruled_by", ""), ("ruled_on__isnull", True)
                    ),
                    models.Q(
                        models.Q(("admissibility", "PENDING"), _negated=True),
                        models.Q(("ruled_by", ""), _negated=True),
                        ("ruled_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="a_ruling_says_whose_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("admissibility", "INADMISSIBLE"), models.Q(("ground", ""), _negated=True)
                    ),
                    models.Q(
                        models.Q(("admissibility", "INADMISSIBLE"), _negated=True), ("ground", "")
                    ),
                    _connector="OR",
                ),
                name="what_is_inadmissible_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "PENDING"), ("outcome_on__isnull", True)),
                    models.Q(
                        models.Q(("outcome", "PENDING"), _negated=True),
                        ("outcome_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="an_outcome_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome__in", ("PENDING", "WITHDRAWN")),
                    ("admissibility", "ADMISSIBLE"),
                    _connector="OR",
                ),
                name="only_what_is_admissible_is_decided",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("renewed_by_president", False), ("renewed_on__isnull", True)),
                    models.Q(("outcome", "REJECTED"), ("renewed_on__isnull", False)),
                    _connector="OR",
                ),
                name="only_what_was_rejected_is_renewed",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentsignatory",
            constraint=models.UniqueConstraint(
                fields=("amendment", "signed_as", "position"),
                name="an_amendment_orders_its_signatories",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentsignatory",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person__isnull", False)),
                fields=("amendment", "signed_as", "person"),
                name="a_senator_signs_an_amendment_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentsignatory",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("position__gte", 1),
                    models.Q(("position__lte", 5), ("signed_as", "RENEWER"), _connector="OR"),
                ),
                name="five_senators_sign_an_amendment",
            ),
        ),
        migrations.RunSQL(WORDS, WORDS_BACK),
        migrations.RunSQL(PRIVILEGES, PRIVILEGES_BACK),
    ]
