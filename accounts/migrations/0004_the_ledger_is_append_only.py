"""The ledger only grows, and each row covers the one before it. The database sees to it.

What is inserted must be the next row, of this minute, whose hash is right and whose columns say
what its payload says. Rows and checkpoints are neither changed nor removed by anybody: the
application's role lacks the privilege, and triggers stop everybody else who does not first take
them away. Whoever does leaves a ledger that ``verify_ledger`` calls false.
"""

from typing import ClassVar

from django.db import migrations

TABLES = ("accounts_ledgerentry", "accounts_checkpoint")

# One name for the lock, so that whoever appends and whoever checks mean the same one. The path
# is fixed in every function here: a temporary table of the same name must not be read instead.
LOCK = """
CREATE FUNCTION senate_lock_ledger() RETURNS void
LANGUAGE sql SET search_path = public, pg_temp
AS $$ SELECT pg_advisory_xact_lock('accounts_ledgerentry'::regclass::oid::bigint) $$;
"""

FOLLOWS = """
CREATE FUNCTION senate_ledger_row_follows() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  last record;
  said jsonb := NEW.payload::jsonb;
BEGIN
  PERFORM senate_lock_ledger();
  SELECT sequence, hash INTO last
    FROM accounts_ledgerentry ORDER BY sequence DESC LIMIT 1;
  IF NEW.sequence <> coalesce(last.sequence, 0) + 1
     OR NEW.previous_hash <> coalesce(last.hash, decode(repeat('00', 32), 'hex')) THEN
    RAISE EXCEPTION 'row % of the ledger does not follow the last one', NEW.sequence
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.recorded_at NOT BETWEEN clock_timestamp() - interval '1 minute' AND clock_timestamp() THEN
    RAISE EXCEPTION 'row % of the ledger is not of now', NEW.sequence
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (said->>'sequence', said->>'recorded_at', said->>'act', said->>'actor_id',
      said->>'authority', said->>'object_kind', said->>'object_key', said->'others')
     IS DISTINCT FROM
     (NEW.sequence::text, to_char(NEW.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      NEW.act, NEW.actor_id::text,
      NEW.authority, NEW.object_kind, NEW.object_key, to_jsonb(NEW.others)) THEN
    RAISE EXCEPTION 'row % of the ledger does not say what its payload says', NEW.sequence
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
"""

# Emptying is for the databases of tests, which say so for themselves. The application's role
# lacks the privilege, whatever it says.
REFUSED = """
CREATE FUNCTION senate_ledger_is_kept() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND current_setting('senado.allow_truncate', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'rows of % are kept as they are', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
"""

HASHED = """
ALTER TABLE accounts_ledgerentry
  ADD CONSTRAINT a_hash_covers_what_came_before
    CHECK (hash = sha256('\\x00'::bytea || previous_hash || convert_to(payload, 'UTF8'))),
  ADD CONSTRAINT a_hash_has_32_bytes
    CHECK (octet_length(previous_hash) = 32),
  ADD CONSTRAINT a_ledger_begins_at_one CHECK (sequence >= 1)
"""
UNHASHED = """
ALTER TABLE accounts_ledgerentry
  DROP CONSTRAINT a_hash_covers_what_came_before,
  DROP CONSTRAINT a_hash_has_32_bytes,
  DROP CONSTRAINT a_ledger_begins_at_one
"""

REVOKE = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER
      ON accounts_ledgerentry, accounts_checkpoint FROM senado_app;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_auditor') THEN
    REVOKE ALL ON accounts_ledgerentry, accounts_checkpoint FROM senado_auditor;
    GRANT SELECT ON accounts_ledgerentry, accounts_checkpoint TO senado_auditor;
  END IF;
END
$$;
"""
GIVE_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT UPDATE, DELETE ON accounts_ledgerentry, accounts_checkpoint TO senado_app;
  END IF;
END
$$;
"""


def _kept(table: str) -> list[migrations.RunSQL]:
    return [
        migrations.RunSQL(
            f"CREATE TRIGGER rows_are_kept BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION senate_ledger_is_kept()",
            f"DROP TRIGGER rows_are_kept ON {table}",
        ),
        migrations.RunSQL(
            f"CREATE TRIGGER table_is_kept BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION senate_ledger_is_kept()",
            f"DROP TRIGGER table_is_kept ON {table}",
        ),
    ]


class Migration(migrations.Migration):
    dependencies: ClassVar = [("accounts", "0003_the_ledger")]

    operations: ClassVar = [
        migrations.RunSQL(LOCK, "DROP FUNCTION senate_lock_ledger()"),
        migrations.RunSQL(FOLLOWS, "DROP FUNCTION senate_ledger_row_follows()"),
        migrations.RunSQL(REFUSED, "DROP FUNCTION senate_ledger_is_kept()"),
        migrations.RunSQL(HASHED, UNHASHED),
        migrations.RunSQL(
            "CREATE TRIGGER row_follows BEFORE INSERT ON accounts_ledgerentry "
            "FOR EACH ROW EXECUTE FUNCTION senate_ledger_row_follows()",
            "DROP TRIGGER row_follows ON accounts_ledgerentry",
        ),
        *(trigger for table in TABLES for trigger in _kept(table)),
        migrations.RunSQL(REVOKE, GIVE_BACK),
    ]
