"""A change that the public can see leaves one revision per transaction and a NOTIFY.

Appending a row takes no lock that another writer waits for, so announcing a change never
serialises the floor.
"""

from typing import ClassVar

from django.db import migrations

PUBLIC_TABLES = (
    "agendaitem",
    "article",
    "attendance",
    "authorship",
    "ballot",
    "bill",
    "billpaper",
    "billsubject",
    "billtext",
    "caucus",
    "caucusmembership",
    "committee",
    "committeeseat",
    "constituency",
    "document",
    "exclusionfromoffice",
    "importrun",
    "legislature",
    "majorityrule",
    "mandate",
    "mergedbill",
    "office",
    "pair",
    "party",
    "partymembership",
    "person",
    "recordnature",
    "rosterspan",
    "seattotal",
    "session",
    "stageentry",
    "step",
    "subject",
    "urgency",
    "urgencyrule",
    "version",
    "vote",
)

FUNCTION = """
CREATE FUNCTION senate_note_public_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  this_transaction text := pg_current_xact_id()::text;
  revision bigint;
BEGIN
  IF coalesce(current_setting('senate.noted', true), '') <> this_transaction THEN
    PERFORM set_config('senate.noted', this_transaction, true);
    INSERT INTO legislation_publicrevision (changed_at) VALUES (clock_timestamp())
      RETURNING id INTO revision;
    PERFORM pg_notify('public_revision', revision::text);
  END IF;
  RETURN NULL;
END
$$;
"""


def _trigger(table: str) -> migrations.RunSQL:
    name = f"legislation_{table}"
    return migrations.RunSQL(
        f"CREATE TRIGGER public_change_is_noted "
        f"AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {name} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION senate_note_public_change()",
        f"DROP TRIGGER public_change_is_noted ON {name}",
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0002_the_record")]

    operations: ClassVar = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION senate_note_public_change()"),
        *(_trigger(table) for table in PUBLIC_TABLES),
    ]
