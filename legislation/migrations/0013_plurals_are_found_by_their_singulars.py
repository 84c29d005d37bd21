"""Every regular plural is read as its singular before its stem is cut.

The stock stemmer takes «mujer» and «mujeres», «sociedad» and «sociedades», «juez» and
«jueces», «año» and «años» for different words; reading only «-ciones» as «-ción» left one
noun in twelve of the Senate's own texts apart. The stemmer does the rest: it joins the
plurals in «-es» of words that end in «-e», which are therefore left to it.

Some frequent words without meaning are read as «de», which no search looks for: the stemmer's
own list does not know them once they have lost their accent or their plural.

The index of bills is made anew by ``manage.py rebuild_search``.
"""

from typing import ClassVar

from django.db import migrations

IDLE_WORDS = (
    "algun[oa]s|ellos|nosotr[oa]s|hemos|somos|estamos|tenemos|mas|tambien|si|"
    "ser(?:a|an|ia|ian)|est(?:an|ara|aran|aria|arian|en)|hab(?:ia|ian|ra|ran|ria|rian)|"
    "ten(?:ia|ian)|tendr(?:a|an|ia|ian)"
)

ES_NORM = f"""
CREATE OR REPLACE FUNCTION es_norm(t text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    public.unaccent('public.unaccent', lower(t)),
    '\\m(?:{IDLE_WORDS})\\M', 'de', 'g'),
    '(\\w\\w(?:[aou]|[aeiou]e))s\\M', '\\1', 'g'),
    '(\\w[aeiou][dlnry]|\\w\\wes)es\\M', '\\1', 'g'),
    '(\\w\\w)(?:ces|z)\\M', '\\1c', 'g')
$$;
"""

ES_NORM_BEFORE = """
CREATE OR REPLACE FUNCTION es_norm(t text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(public.unaccent('public.unaccent', lower(t)),
                        '([cs]ion)es\\M', '\\1', 'g')
$$;
"""

# What was computed with the former reading: a generated column and an index.
READ_AGAIN = """
UPDATE legislation_vote SET subject = subject;
REINDEX INDEX agenda_item_by_words;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0012_ballots_are_counted_from_the_index")]

    operations: ClassVar = [
        migrations.RunSQL(ES_NORM, ES_NORM_BEFORE),
        migrations.RunSQL(READ_AGAIN, READ_AGAIN),
    ]
