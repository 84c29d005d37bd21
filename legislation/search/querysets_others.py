"""The SQL of a search among votes, sessions, senators and committees: one statement.

Votes and sessions are found through an index of their words; people and committees are few,
and are found by the beginnings of the words of their names.
"""

# ruff: noqa: S608 - statements are put together from this subject's own constants;
# whatever a reader typed is a parameter.

from collections.abc import Collection

from legislation.search.enums import Found
from legislation.search.querysets import ASKED, COUNTED, WHOLE

# The part of the sorting key before chr(1) is the name in lower case without accents.
_NAMED = """(
  SELECT bool_and(' ' || translate(split_part({key}, chr(1), 1), '-~', ' ') LIKE '%% ' || w || '%%')
  FROM unnest(%(names)s::text[]) w)"""


def _counted(answer: str) -> str:
    """How many gave an answer: by the ballots, or as published where none are kept."""
    kept = "v.yes + v.no + v.abstain + v.paired + v.recused > 0"
    return f"CASE WHEN {kept} THEN v.{answer} ELSE coalesce(v.published_{answer}, 0) END"


_CTES = {
    Found.VOTES: f"""
votes AS MATERIALIZED (
  SELECT v.id, v.taken_on FROM legislation_vote v
  JOIN legislation_session s ON s.id = v.session_id
  WHERE v.search_vector @@ (SELECT query FROM asked) AND s.committee_id IS NULL
  ORDER BY v.taken_on DESC, v.id DESC LIMIT {COUNTED + 1}
)""",
    Found.SESSIONS: f"""
sessions AS MATERIALIZED (
  SELECT s.id, s.held_on, min(i.id) AS item_id
  FROM legislation_agendaitem i JOIN legislation_session s ON s.id = i.session_id
  WHERE senate_tsvector(i.heading) @@ (SELECT query FROM asked)
  GROUP BY s.id ORDER BY s.held_on DESC, s.id DESC LIMIT {COUNTED + 1}
)""",
    Found.SENATORS: f"""
senators AS MATERIALIZED (
  SELECT p.id, p.sort_key FROM legislation_person p WHERE {_NAMED.format(key="p.sort_key")}
)""",
    Found.COMMITTEES: f"""
committees AS MATERIALIZED (
  SELECT c.id, c.sort_key, c.chamber FROM legislation_committee c
  WHERE {_NAMED.format(key="c.sort_key")}
)""",
}

_ROWS = {
    Found.VOTES: f"""
  SELECT json_agg(json_build_array(s.legislature_id, s.number, v.position, v.taken_on,
      ts_headline('es_unaccent', v.subject, asked.seen, '{WHOLE}'), v.result, v.needed,
      v.in_office, {_counted("yes")}, {_counted("no")}, {_counted("abstain")},
      {_counted("paired")}, v.recused, b.kind, b.number, b.title, b.plain_title)
    ORDER BY v.taken_on DESC, v.id DESC)
  FROM (SELECT id FROM votes ORDER BY taken_on DESC, id DESC LIMIT {{size}} OFFSET {{offset}}) n
  JOIN legislation_vote v ON v.id = n.id
  JOIN legislation_session s ON s.id = v.session_id
  LEFT JOIN legislation_bill b ON b.id = v.bill_id
  CROSS JOIN asked""",
    Found.SESSIONS: f"""
  SELECT json_agg(json_build_array(s.legislature_id, s.number, s.kind, s.state, s.held_on,
      c.name, c.slug, ts_headline('es_unaccent', i.heading, asked.seen, '{WHOLE}'))
    ORDER BY s.held_on DESC, s.id DESC)
  FROM (SELECT id, item_id FROM sessions ORDER BY held_on DESC, id DESC
        LIMIT {{size}} OFFSET {{offset}}) n
  JOIN legislation_session s ON s.id = n.id
  JOIN legislation_agendaitem i ON i.id = n.item_id
  LEFT JOIN legislation_committee c ON c.id = s.committee_id
  CROSS JOIN asked""",
    Found.SENATORS: """
  SELECT json_agg(json_build_array(p.slug, p.full_name, seat.region, seat.is_held,
      (SELECT y.name FROM legislation_partymembership m JOIN legislation_party y ON y.id = m.party_id
       WHERE m.person_id = p.id AND m.during @> %(on)s::date))
    ORDER BY p.sort_key, p.id)
  FROM (SELECT id FROM senators ORDER BY sort_key, id LIMIT {size} OFFSET {offset}) n
  JOIN legislation_person p ON p.id = n.id
  LEFT JOIN LATERAL (
    SELECT k.short_name AS region, m.during @> %(on)s::date AS is_held
    FROM legislation_mandate m JOIN legislation_constituency k ON k.number = m.constituency_id
    WHERE m.person_id = p.id ORDER BY m.during DESC LIMIT 1
  ) seat ON true""",
    Found.COMMITTEES: """
  SELECT json_agg(json_build_array(c.slug, c.name, c.kind, c.chamber)
    ORDER BY c.chamber <> 'SENATE', c.sort_key, c.id)
  FROM (SELECT id FROM committees ORDER BY chamber <> 'SENATE', sort_key, id
        LIMIT {size} OFFSET {offset}) n
  JOIN legislation_committee c ON c.id = n.id""",
}

OTHERS = tuple(_CTES)


def others_statement(shown: Collection[Found], *, size: int, offset: int) -> str:
    """The statement that counts everything but bills, and gives the rows of some of it.

    One row: for each of ``OTHERS`` in order, its count (votes and sessions up to 1,000 and
    one more) and its rows as JSON, null where they are not asked for. Its parameters are
    ``words``, ``seen`` (a query for their forms), ``names`` and ``on``.
    """
    answers = []
    for found in OTHERS:
        rows = _ROWS[found].format(size=size, offset=offset) if found in shown else "SELECT NULL"
        answers.append(f"(SELECT count(*) FROM {found.lower()}), ({rows})::text")
    return f"WITH {ASKED}, {', '.join(_CTES.values())} SELECT {', '.join(answers)}"
