"""The SQL of a search: one statement for bills with their facets, one for everything else.

Written by hand because its cost is its shape:

* The question is a subselect, so that the planner does not see how common its words are and
  always goes through the index of words. Reading the vectors of rows found by date would
  unpack whole texts.
* Only the newest 2,000 hits are ranked, by a vector that leaves the text out; facets are
  counted in the same statement over the same rows.
* Excerpts are cut for the rows shown and for no other.
"""

# ruff: noqa: S608 - statements are put together from this subject's own constants;
# whatever a reader typed is a parameter.

from collections.abc import Collection, Mapping

from legislation.search.enums import Facet

RANKED = 2_000
COUNTED = 1_000
# Characters up to which a summary is given whole; beyond, the parts that have the words.
SHORT_SUMMARY = 280
# Characters of an article shown around the first word found, and how many come before it.
PASSAGE, PASSAGE_LEAD = 280, 100

# Private-use characters around the words found. Whoever writes HTML escapes the text first
# and only then turns them into marks.
HIGHLIGHT_START = "\ue000"
HIGHLIGHT_STOP = "\ue001"

_MARKS = f'StartSel="{HIGHLIGHT_START}", StopSel="{HIGHLIGHT_STOP}"'
WHOLE = f"{_MARKS}, HighlightAll=true"
PART = f'{_MARKS}, MaxFragments=2, MinWords=12, MaxWords=28, FragmentDelimiter=" … "'

# A hyphen asks for the absence of the word or phrase that it touches. Others are dropped (a
# dash, whole rows of them: each would deny what follows once more, deeper than the database
# can count), after the reading that turns every kind of dash into a hyphen.
_NOT_DENYING = '(?<=[[:alnum:]])-{2,}|-(?![[:alnum:]"])'

# The index reads plurals as singulars; a headline is cut from the text as it is printed, so
# that ``seen`` holds every form of every word.
ASKED = f"""
asked AS MATERIALIZED (
  SELECT websearch_to_tsquery('es_unaccent',
      regexp_replace(es_norm(%(words)s), '{_NOT_DENYING}', ' ', 'g')) AS query,
    to_tsquery('es_unaccent', %(seen)s) AS seen
)
"""

# An urgency that runs on the day: nobody ended it and its term is not over.
_RUNS = """u.ended_on IS NULL AND u."end" = '' AND u.set_on <= %(on)s AND u.due_on >= %(on)s"""

# The newest are picked by little rows first: sorting wide ones would spill to disk.
_MATCHED = """
newest AS MATERIALIZED (
  SELECT b.id
  FROM legislation_bill b
  WHERE b.search_vector @@ (SELECT query FROM asked){conditions}
  ORDER BY b.last_step_on DESC, b.id DESC
  LIMIT {ranked}
),
matched AS MATERIALIZED (
  SELECT b.id, b.kind, b.status, b.stage, b.origin_chamber, b.initiative, b.committee_id,
    extract(year FROM b.filed_on)::int AS year, b.last_step_on, b.subject_keys, b.author_keys,
    {rank} AS rank
  FROM newest JOIN legislation_bill b ON b.id = newest.id
)
"""

_CONDITIONS: Mapping[Facet, str] = {
    Facet.STATUS: "b.status = %(STATUS)s",
    Facet.STAGE: "b.stage = %(STAGE)s",
    Facet.ORIGIN: "b.origin_chamber = %(ORIGIN)s",
    Facet.INITIATIVE: "b.initiative = %(INITIATIVE)s",
    Facet.KIND: "b.kind = %(KIND)s",
    Facet.COMMITTEE: "b.committee_id = (SELECT id FROM legislation_committee WHERE slug = %(COMMITTEE)s)",
    Facet.SUBJECT: """EXISTS (
      SELECT FROM legislation_billsubject s WHERE s.bill_id = b.id
        AND s.subject_id = (SELECT id FROM legislation_subject WHERE slug = %(SUBJECT)s))""",
    Facet.YEAR: "b.filed_on BETWEEN make_date(%(YEAR)s, 1, 1) AND make_date(%(YEAR)s, 12, 31)",
    Facet.URGENCY: f"""EXISTS (
      SELECT FROM legislation_urgency u
      WHERE u.bill_id = b.id AND u.kind = ANY(%(URGENCY)s) AND {_RUNS})""",
    Facet.AUTHOR: """EXISTS (
      SELECT FROM legislation_authorship a WHERE a.bill_id = b.id
        AND a.person_id = (SELECT id FROM legislation_person WHERE slug = %(AUTHOR)s))""",
}

_RANK = "ts_rank(b.rank_vector, (SELECT query FROM asked))"

_SHOWN = """
shown AS MATERIALIZED (
  SELECT id, row_number() OVER () AS place
  FROM (SELECT id FROM matched ORDER BY rank DESC, last_step_on DESC, id DESC
        LIMIT %(size)s OFFSET %(offset)s) best
)
"""

# Nothing here leaves the rows of the hits but for the names of what was counted.
_COUNTS = """
singles AS (
  SELECT grouping(status, stage, origin_chamber, initiative, kind, committee_id, year) AS level,
    status, stage, origin_chamber, initiative, kind, committee_id, year, count(*) AS records
  FROM matched
  GROUP BY GROUPING SETS (
    (status), (stage), (origin_chamber), (initiative), (kind), (committee_id), (year))
),
facets AS (
  SELECT CASE level WHEN 63 THEN 'STATUS' WHEN 95 THEN 'STAGE' WHEN 111 THEN 'ORIGIN'
      WHEN 119 THEN 'INITIATIVE' WHEN 123 THEN 'KIND' WHEN 126 THEN 'YEAR' END AS facet,
    coalesce(status, stage, origin_chamber, initiative, kind, year::text) AS value,
    '' AS label, records
  FROM singles WHERE level <> 125
  UNION ALL
  SELECT 'COMMITTEE', c.slug, c.name, records
  FROM singles JOIN legislation_committee c ON c.id = singles.committee_id WHERE level = 125
  UNION ALL
  SELECT 'URGENCY', u.kind, '', count(DISTINCT u.bill_id)
  FROM matched JOIN legislation_urgency u ON u.bill_id = matched.id AND {runs} GROUP BY u.kind
  UNION ALL
  (SELECT 'SUBJECT', s.slug, s.name, n.records
   FROM (SELECT key, count(*) AS records FROM (SELECT unnest(subject_keys) AS key FROM matched) k
         GROUP BY key ORDER BY records DESC, key LIMIT {values}) n
   JOIN legislation_subject s ON s.id = n.key)
  UNION ALL
  (SELECT 'AUTHOR', p.slug, p.full_name, n.records
   FROM (SELECT key, count(*) AS records FROM (SELECT unnest(author_keys) AS key FROM matched) k
         GROUP BY key ORDER BY records DESC, key LIMIT {values}) n
   JOIN legislation_person p ON p.id = n.key)
)
"""

_HITS = """
hits AS (
  SELECT shown.place, b.id, b.kind, b.number,
    ts_headline('es_unaccent', b.title, asked.seen, '{whole}') AS title,
    ts_headline('es_unaccent', b.plain_title, asked.seen, '{whole}') AS plain_title,
    ts_headline('es_unaccent', left(b.summary, 2000), asked.seen,
      CASE WHEN length(b.summary) <= {short} THEN '{whole}' ELSE '{part}' END) AS summary,
    b.rank_vector @@ asked.query AS is_in_heading,
    b.status, b.stage, b.stage_text, b.chamber, b.origin_chamber, b.initiative,
    b.filed_on, b.last_step_on, b.law_number,
    c.name AS committee, c.slug AS committee_slug, asked.seen,
    (SELECT u.kind FROM legislation_urgency u WHERE u.bill_id = b.id AND {runs}
     ORDER BY u.set_on DESC, u.position DESC LIMIT 1) AS urgency
  FROM shown
  JOIN legislation_bill b ON b.id = shown.id
  CROSS JOIN asked
  LEFT JOIN legislation_committee c ON c.id = b.committee_id
)
"""

# Only for bills whose heading does not say why they were found.
_EXCERPTS = r"""
LEFT JOIN LATERAL (
  SELECT t.slug AS text_slug, r.eid AS article_eid, r.label AS article_label,
    ts_headline('es_unaccent',
      CASE WHEN start > 1 THEN '… ' ELSE '' END
      || regexp_replace(
           CASE WHEN start > 1 THEN regexp_replace(piece, '^\S*\s+', '') ELSE piece END,
           CASE WHEN start + {length} <= length(r.body) THEN '\s+\S*$' ELSE '\s+$' END, '')
      || CASE WHEN start + {length} <= length(r.body) THEN ' …' ELSE '' END,
      hits.seen, '{whole}') AS passage
  FROM legislation_billtext t JOIN legislation_article r ON r.version_id = t.version_id
  CROSS JOIN LATERAL (
    SELECT greatest(regexp_instr(r.body, %(pattern)s, 1, 1, 0, 'i') - {lead}, 1) AS start
  ) found
  CROSS JOIN LATERAL (SELECT substring(r.body FROM start FOR {length}) AS piece) cut
  WHERE NOT hits.is_in_heading AND t.bill_id = hits.id
    AND t.position = (SELECT max(position) FROM legislation_billtext WHERE bill_id = hits.id)
    AND r.body ~* %(pattern)s
  ORDER BY r.position LIMIT 1
) text ON true
"""

HIT_COLUMNS = (
    "id", "kind", "number", "title", "plain_title", "summary", "is_in_heading", "status", "stage",
    "stage_text", "chamber", "origin_chamber", "initiative", "filed_on", "last_step_on",
    "law_number", "committee", "committee_slug", "urgency", "passage", "text_slug",
    "article_eid", "article_label",
)  # fmt: skip

_ANSWER = """
SELECT
  (SELECT count(*) FROM matched),
  {facets},
  (SELECT json_agg(json_build_array({columns}) ORDER BY hits.place)
   FROM hits {excerpts})::text
"""

_FACETS_AS_JSON = """
  (SELECT json_agg(json_build_array(facet, value, label, records)
                   ORDER BY facet, records DESC, value) FROM facets)::text
"""


def bills_statement(
    narrowed: Collection[Facet], *, by_rank: bool, with_facets: bool, values: int = 12
) -> str:
    """The statement that finds bills: their count up to 2,000, facets, and the hits shown.

    Its parameters are ``words``, ``seen`` (a query for their forms), ``pattern`` (an expression
    for them, or None), ``on``, ``size``, ``offset`` and, under the facet's name,
    what the bills are narrowed by. Facets come as JSON of (facet, value, label, records).
    """
    conditions = "".join(f"\n    AND {_CONDITIONS[facet]}" for facet in narrowed)
    parts = [
        ASKED,
        _MATCHED.format(conditions=conditions, ranked=RANKED, rank=_RANK if by_rank else "0"),
        _SHOWN,
        *([_COUNTS.format(values=values, runs=_RUNS)] if with_facets else []),
        _HITS.format(whole=WHOLE, part=PART, short=SHORT_SUMMARY, runs=_RUNS),
    ]
    answer = _ANSWER.format(
        facets=_FACETS_AS_JSON if with_facets else "NULL",
        columns=", ".join(HIT_COLUMNS),
        excerpts=_EXCERPTS.format(whole=WHOLE, lead=PASSAGE_LEAD, length=PASSAGE),
    )
    return "WITH " + ",".join(parts) + answer


def counting_statement(narrowed: Collection[Facet]) -> str:
    """The statement that only counts the bills found, up to 1,000 and one more."""
    conditions = "".join(f"\n    AND {_CONDITIONS[facet]}" for facet in narrowed)
    return (
        f"WITH {ASKED} SELECT count(*) FROM (SELECT FROM legislation_bill b "
        f"WHERE b.search_vector @@ (SELECT query FROM asked){conditions} LIMIT {COUNTED + 1}) n"
    )
