"""Keeps the search index of bills and the list of words behind «did you mean»."""

# ruff: noqa: S608 - statements are put together from this subject's own constants;
# whatever a reader typed is a parameter.

from collections.abc import Sequence

from django.db import connection, transaction

from legislation.search.models import SearchWord

# PostgreSQL stops telling positions apart after 16,383 words: about as many characters.
TEXT_CAP = 100_000

# Names a reader may type for one bill: 8575-05, 8575, 8.575, law 20.641, 20641.
_NUMBERS = """
  b.number || ' ' || b.serial || ' ' || replace(to_char(b.serial, 'FM99,999'), ',', '.')
"""
_LAW = """
  coalesce('ley ' || b.law_number || ' '
           || replace(to_char(b.law_number, 'FM999,999'), ',', '.'), '')
"""

INDEX_BILLS = f"""
UPDATE legislation_bill AS bill
SET rank_vector = fresh.heading, search_vector = fresh.heading || fresh.body,
  subject_keys = fresh.subject_keys, author_keys = fresh.author_keys
FROM (
  SELECT b.id,
    setweight(senate_tsvector({_NUMBERS} || ' ' || b.title || ' ' || b.plain_title), 'A')
    || setweight(senate_tsvector(concat_ws(' ', b.summary, authors.names, subjects.names,
                                           committee.name, {_LAW})), 'B') AS heading,
    setweight(senate_tsvector(coalesce(latest.body, '')), 'C') AS body,
    coalesce(subjects.keys, '{{}}') AS subject_keys, coalesce(authors.keys, '{{}}') AS author_keys
  FROM legislation_bill b
  LEFT JOIN legislation_committee committee ON committee.id = b.committee_id
  LEFT JOIN LATERAL (
    SELECT string_agg(a.printed_name || ' ' || coalesce(p.full_name, ''), ' '
                      ORDER BY a.position) AS names,
      array_agg(p.id ORDER BY p.id) FILTER (WHERE p.id IS NOT NULL) AS keys
    FROM legislation_authorship a
    LEFT JOIN legislation_person p ON p.id = a.person_id
    WHERE a.bill_id = b.id
  ) authors ON true
  LEFT JOIN LATERAL (
    SELECT string_agg(s.name, ' ' ORDER BY bs.position) AS names,
      array_agg(DISTINCT s.id) AS keys
    FROM legislation_billsubject bs JOIN legislation_subject s ON s.id = bs.subject_id
    WHERE bs.bill_id = b.id
  ) subjects ON true
  LEFT JOIN LATERAL (
    SELECT t.version_id FROM legislation_billtext t
    WHERE t.bill_id = b.id ORDER BY t.position DESC LIMIT 1
  ) newest ON true
  LEFT JOIN LATERAL (
    SELECT left(string_agg(concat_ws(' ', nullif(r.heading, ''), r.body), ' ' ORDER BY r.position),
                {TEXT_CAP}) AS body
    FROM legislation_article r WHERE r.version_id = newest.version_id
  ) latest ON true
  WHERE %(all)s OR b.id = ANY(%(ids)s)
) fresh
WHERE bill.id = fresh.id
  AND (bill.rank_vector IS DISTINCT FROM fresh.heading
       OR bill.search_vector IS DISTINCT FROM fresh.heading || fresh.body
       OR bill.subject_keys <> fresh.subject_keys OR bill.author_keys <> fresh.author_keys)
"""

# Words as people write them. Spellings that differ only in accents are one word, kept in
# the spelling that the record uses most.
REBUILD_WORDS = r"""
WITH counted AS (
  SELECT word, ndoc, replace(unaccent(word), '~', '') AS plain
  FROM ts_stat($texts$
    SELECT to_tsvector('simple', concat_ws(' ', title, plain_title, summary))
    FROM legislation_bill
    UNION ALL SELECT to_tsvector('simple', subject) FROM legislation_vote
    UNION ALL SELECT to_tsvector('simple', name) FROM legislation_subject
    UNION ALL SELECT to_tsvector('simple', name) FROM legislation_committee
    UNION ALL SELECT to_tsvector('simple', full_name) FROM legislation_person
  $texts$)
  WHERE word ~ '^[a-záéíóúüñ]{4,40}$'
)
INSERT INTO legislation_searchword (word, records, plain, shapes)
SELECT DISTINCT ON (plain) word, sum(ndoc) OVER (PARTITION BY plain), plain,
  ARRAY(SELECT DISTINCT overlay(plain placing '' from n for 1)
        FROM generate_series(1, length(plain)) n) || plain
FROM counted
ORDER BY plain, ndoc DESC, word
"""


@transaction.atomic
def index_bills(ids: Sequence[int] | None) -> int:
    """Make the search index agree with the record, for these bills or for all (None).

    A bill is found by its number in any written form, title and plain title (weight A), by
    its summary, authors, subjects, committee and law number (B), and by the articles of its
    newest text (C, the first 100,000 characters). It is ranked by A and B alone, and counted
    in facets by the keys of its subjects and authors. Rows that already agree are not written.

    :param ids: primary keys of bills; None for every bill, [] for none
    :returns: how many bills changed in the index
    """
    if ids is not None and not ids:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(INDEX_BILLS, {"all": ids is None, "ids": list(ids or ())})
        return int(cursor.rowcount)


@transaction.atomic
def rebuild_words() -> int:
    """Fill the word list behind «did you mean» from titles, subjects and names.

    Readers of the list never see it empty: the old words leave in the same transaction.

    :returns: how many words the list holds
    """
    SearchWord.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(REBUILD_WORDS)
        return int(cursor.rowcount)
