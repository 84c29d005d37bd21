"""A version may be a file. What was taken in stays as it is, and what waits is in no version.

Only what is found out later about a file changes: the antivirus's word and how far it was read.
A test's database is emptied between tests: see accounts/0004.
"""

import django.db.models.deletion
from django.db import migrations, models

FILES = """
CREATE FUNCTION senate_files_stay() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    IF current_setting('senado.allow_truncate', true) = 'on' THEN
      RETURN NULL;
    END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.sha256, NEW.size, NEW.kind, NEW.name, NEW.stored_at)
         IS NOT DISTINCT FROM
       (OLD.id, OLD.sha256, OLD.size, OLD.kind, OLD.name, OLD.stored_at)
       AND NEW.pages IS NOT DISTINCT FROM OLD.pages
       AND ((NEW.state, NEW.reason) IS NOT DISTINCT FROM (OLD.state, OLD.reason)
            OR OLD.state = 'WAITING') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'A file that was taken in is never changed nor deleted.'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER files_stay
  BEFORE UPDATE OR DELETE ON legislation_storedfile
  FOR EACH ROW EXECUTE FUNCTION senate_files_stay();
CREATE TRIGGER files_are_never_emptied
  BEFORE TRUNCATE ON legislation_storedfile
  FOR EACH STATEMENT EXECUTE FUNCTION senate_files_stay();
"""
FILES_BACK = """
DROP TRIGGER files_are_never_emptied ON legislation_storedfile;
DROP TRIGGER files_stay ON legislation_storedfile;
DROP FUNCTION senate_files_stay();
"""

VERSIONS = """
CREATE FUNCTION senate_only_clean_files_become_versions() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM legislation_storedfile AS f
                 WHERE f.id = NEW.file_id AND f.state = 'CLEAN' AND f.sha256 = NEW.sha256) THEN
    RAISE EXCEPTION 'Only a file that was let pass becomes a version, and under its own hash.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER only_clean_files_become_versions
  BEFORE INSERT OR UPDATE ON legislation_version
  FOR EACH ROW WHEN (NEW.file_id IS NOT NULL)
  EXECUTE FUNCTION senate_only_clean_files_become_versions();
"""
VERSIONS_BACK = """
DROP TRIGGER only_clean_files_become_versions ON legislation_version;
DROP FUNCTION senate_only_clean_files_become_versions();
"""

PRIVILEGES = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE DELETE, TRUNCATE ON legislation_storedfile FROM senado_app;
  END IF;
END
$$;
"""
PRIVILEGES_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT DELETE ON legislation_storedfile TO senado_app;
  END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("legislation", "0026_an_act_can_be_undone")]

    operations = [
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("size", models.PositiveBigIntegerField(help_text="Bytes.")),
                (
                    "kind",
                    models.CharField(
                        choices=[("PDF", "PDF"), ("DOCX", "Word document"), ("TEXT", "Plain text")],
                        max_length=8,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As it was called when it first came.", max_length=200
                    ),
                ),
                ("pages", models.PositiveIntegerField(blank=True, null=True)),
                ("stored_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("WAITING", "Waiting for the antivirus"),
                            ("CLEAN", "Accepted"),
                            ("REFUSED", "Refused"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(blank=True, help_text="Why it was refused.", max_length=200),
                ),
                (
                    "reading",
                    models.CharField(
                        choices=[
                            ("UNREAD", "Not read yet"),
                            ("READ", "Read"),
                            ("NO_TEXT", "Pictures alone, no text"),
                            ("FAILED", "Its text cannot be read"),
                        ],
                        default="UNREAD",
                        max_length=8,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "WAITING")),
                        fields=["stored_at"],
                        name="files_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="a_file_hash_is_sha256",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["PDF", "DOCX", "TEXT"])),
                        name="a_file_is_of_a_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["WAITING", "CLEAN", "REFUSED"])),
                        name="a_file_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reading__in", ["UNREAD", "READ", "NO_TEXT", "FAILED"])
                        ),
                        name="a_file_reading_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gt", 0)), name="a_file_has_content"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "REFUSED"), models.Q(("reason", ""), _negated=True)),
                            models.Q(models.Q(("state", "REFUSED"), _negated=True), ("reason", "")),
                            _connector="OR",
                        ),
                        name="a_file_refused_says_why",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="version",
            name="file",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="legislation.storedfile",
            ),
        ),
        migrations.RunSQL(FILES, FILES_BACK),
        migrations.RunSQL(VERSIONS, VERSIONS_BACK),
        migrations.RunSQL(PRIVILEGES, PRIVILEGES_BACK),
    ]
