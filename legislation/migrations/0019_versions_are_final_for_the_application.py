"""The application writes a version and its articles once: it can neither change nor remove them."""

from typing import ClassVar

from django.db import migrations

REVOKE = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON legislation_version, legislation_article FROM senado_app;
  END IF;
END
$$;
"""
GIVE_BACK = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'senado_app') THEN
    GRANT UPDATE, DELETE ON legislation_version, legislation_article TO senado_app;
  END IF;
END
$$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0018_a_senator_is_in_one_pair_at_a_time")]

    operations: ClassVar = [migrations.RunSQL(REVOKE, GIVE_BACK)]
