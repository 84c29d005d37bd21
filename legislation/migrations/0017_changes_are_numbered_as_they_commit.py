"""Revisions are numbered and dated in the order in which their changes come to be seen.

A revision used to take its number and its hour at the first write of its transaction, so that
a long transaction committed under an older number than a short one already seen: the record
had changed, and neither its latest revision nor its date moved.

The row is still made at the first write, and within its transaction says what it always said.
At commit it is numbered and dated again, by two deferred triggers: what the first one does
queues the second behind every other check that waits for the commit, so that nothing but the
commit itself is done under the lock that puts revisions in order. NOTIFY takes a lock of that
kind at the same point anyway.
"""

from typing import ClassVar

from django.db import migrations

NOTE = """
CREATE OR REPLACE FUNCTION senate_note_public_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  this_transaction text := pg_current_xact_id()::text;
BEGIN
  IF coalesce(current_setting('senate.noted', true), '') <> this_transaction THEN
    PERFORM set_config('senate.noted', this_transaction, true);
    INSERT INTO legislation_publicrevision (changed_at) VALUES (clock_timestamp());
  END IF;
  RETURN NULL;
END
$$;
"""

NOTE_BEFORE = """
CREATE OR REPLACE FUNCTION senate_note_public_change() RETURNS trigger
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

WAIT_FOR_THE_OTHERS = """
CREATE FUNCTION senate_revision_waits() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE legislation_publicrevision SET changed_at = clock_timestamp() WHERE id = NEW.id;
  RETURN NULL;
END
$$;
"""

# The lock's two numbers are its name; it ends when the transaction has come to be seen.
NUMBER = """
CREATE FUNCTION senate_revision_is_numbered() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  revision bigint;
BEGIN
  PERFORM pg_advisory_xact_lock('legislation_publicrevision'::regclass::int, 0);
  UPDATE legislation_publicrevision
     SET id = nextval(pg_get_serial_sequence('legislation_publicrevision', 'id')),
         changed_at = clock_timestamp()
   WHERE id = NEW.id
   RETURNING id INTO revision;
  PERFORM pg_notify('public_revision', revision::text);
  RETURN NULL;
END
$$;
"""

WAITS = """
CREATE CONSTRAINT TRIGGER revision_waits
  AFTER INSERT ON legislation_publicrevision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION senate_revision_waits()
"""

NUMBERED = """
CREATE CONSTRAINT TRIGGER revision_is_numbered
  AFTER UPDATE ON legislation_publicrevision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.id = NEW.id) EXECUTE FUNCTION senate_revision_is_numbered()
"""

# Creating a trigger waits for whoever is writing, and whoever comes later waits behind it: it
# gives up soon rather than stop the Senate, and can be run again.
PATIENCE = "SET LOCAL lock_timeout = '5s'"


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0016_known_statuses_are_proved")]

    operations: ClassVar = [
        migrations.RunSQL(PATIENCE, PATIENCE),
        migrations.RunSQL(WAIT_FOR_THE_OTHERS, "DROP FUNCTION senate_revision_waits()"),
        migrations.RunSQL(NUMBER, "DROP FUNCTION senate_revision_is_numbered()"),
        migrations.RunSQL(WAITS, "DROP TRIGGER revision_waits ON legislation_publicrevision"),
        migrations.RunSQL(
            NUMBERED, "DROP TRIGGER revision_is_numbered ON legislation_publicrevision"
        ),
        migrations.RunSQL(NOTE, NOTE_BEFORE),
    ]
