"""An act, once taken, is never changed nor deleted; what was published keeps its words.

The application's role loses the privilege, and triggers refuse it to everybody. A test's
database is emptied between tests: see accounts/0004.
"""

from typing import ClassVar

from django.db import migrations

ACTS = """
CREATE FUNCTION senate_acts_are_final() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND current_setting('senado.allow_truncate', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'An act is never changed: its undoing is another act.'
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER acts_are_never_changed
  BEFORE UPDATE OR DELETE ON legislation_act
  FOR EACH ROW EXECUTE FUNCTION senate_acts_are_final();
CREATE TRIGGER acts_are_never_emptied
  BEFORE TRUNCATE ON legislation_act
  FOR EACH STATEMENT EXECUTE FUNCTION senate_acts_are_final();
"""

ACTS_BACK = """
DROP TRIGGER acts_are_never_emptied ON legislation_act;
DROP TRIGGER acts_are_never_changed ON legislation_act;
DROP FUNCTION senate_acts_are_final();
"""

PUBLICATIONS = """
CREATE FUNCTION senate_published_words_stay() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'A publication is discarded or withdrawn, never deleted.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.published_at IS NOT NULL AND (
       NEW.content IS DISTINCT FROM OLD.content
    OR NEW.content_hash IS DISTINCT FROM OLD.content_hash
    OR NEW.approved_hash IS DISTINCT FROM OLD.approved_hash
    OR NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id
    OR NEW.drafted_by_id IS DISTINCT FROM OLD.drafted_by_id
    OR NEW.published_at IS DISTINCT FROM OLD.published_at
    OR NEW.corrects_id IS DISTINCT FROM OLD.corrects_id) THEN
    RAISE EXCEPTION 'What was published is corrected by an erratum, never changed.'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER published_words_stay
  BEFORE UPDATE OR DELETE ON legislation_publication
  FOR EACH ROW EXECUTE FUNCTION senate_published_words_stay();
"""

PUBLICATIONS_BACK = """
DROP TRIGGER published_words_stay ON legislation_publication;
DROP FUNCTION senate_published_words_stay();
"""

PRIVILEGES = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON legislation_act FROM senado_app;
    REVOKE DELETE, TRUNCATE ON legislation_publication FROM senado_app;
    REVOKE DELETE, TRUNCATE ON legislation_dossier FROM senado_app;
  END IF;
END
$$;
"""

PRIVILEGES_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT UPDATE, DELETE ON legislation_act TO senado_app;
    GRANT DELETE ON legislation_publication, legislation_dossier TO senado_app;
  END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("legislation", "0022_the_procedure"),
        ("accounts", "0004_the_ledger_is_append_only"),
    ]

    operations: ClassVar = [
        migrations.RunSQL(ACTS, ACTS_BACK),
        migrations.RunSQL(PUBLICATIONS, PUBLICATIONS_BACK),
        migrations.RunSQL(PRIVILEGES, PRIVILEGES_BACK),
    ]
