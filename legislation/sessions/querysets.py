"""The SQL of sittings. By hand: a page asks for several lists of them, and composing a query
anew costs more than asking it."""

from legislation.sessions.enums import AgendaPart

# What is debated or voted: not the minutes, the notice of papers nor the members' time.
MATTERS = (
    AgendaPart.UNCONTESTED.value,
    AgendaPart.ORDER_OF_THE_DAY.value,
    AgendaPart.VOTE_TIME.value,
)

_COLUMNS = """
  s.id, s.legislature_id, s.number, s.kind, s.state, s.held_on, s.starts_at, s.ended_at,
  s.place, s.revision, s.has_attendance, c.name, c.slug,
  (SELECT count(*) FROM legislation_agendaitem i
    WHERE i.session_id = s.id AND i.part IN {matters})
"""
SESSION_COLUMNS = _COLUMNS.format(matters=MATTERS)
_FROM = "FROM legislation_session s LEFT JOIN legislation_committee c ON c.id = s.committee_id"

SESSIONS = f"SELECT {SESSION_COLUMNS} {_FROM}"

_AGENDA = """
  SELECT json_agg(json_build_array(i.session_id, i.position, i.part, i.heading, b.kind, b.number,
                                   b.title, b.plain_title) ORDER BY i.position)
  FROM legislation_agendaitem i LEFT JOIN legislation_bill b ON b.id = i.bill_id
  WHERE i.session_id = s.id
"""

SESSIONS_WITH_AGENDA = f"SELECT {SESSION_COLUMNS}, ({_AGENDA})::text {_FROM}"

_ATTENDANCE = """
  SELECT json_agg(json_build_array(p.id, p.slug, p.full_name, p.sort_key, a.state, a.reason,
                                   k.short_name) ORDER BY p.sort_key, p.id)
  FROM legislation_attendance a
  JOIN legislation_person p ON p.id = a.person_id
  LEFT JOIN legislation_mandate m ON m.person_id = p.id AND m.during @> s.held_on
  LEFT JOIN legislation_constituency k ON k.number = m.constituency_id
  WHERE a.session_id = s.id
"""

# In office that day, and not in the attendance published.
_UNLISTED = """
  SELECT json_agg(p.full_name ORDER BY p.sort_key, p.id)
  FROM legislation_mandate m JOIN legislation_person p ON p.id = m.person_id
  WHERE s.has_attendance AND m.during @> s.held_on
    AND NOT EXISTS (SELECT FROM legislation_exclusionfromoffice x
                    WHERE x.person_id = p.id AND x.during @> s.held_on)
    AND NOT EXISTS (SELECT FROM legislation_attendance a
                    WHERE a.session_id = s.id AND a.person_id = p.id)
"""

# Steps name a session by its number alone, and both chambers number theirs.
_STEPS = """
  SELECT json_agg(json_build_array(b.kind, b.number, b.title, b.plain_title, t.taken_on,
                                   t.description, t.stage, t.stage_text)
                  ORDER BY b.serial, b.id, t.position)
  FROM legislation_step t JOIN legislation_bill b ON b.id = t.bill_id
  WHERE t.legislature_number = s.legislature_id AND t.session_number = s.number
    AND t.chamber = 'SENATE'
"""

_NEIGHBOUR = """
  SELECT {extreme}(n.number) FROM legislation_session n
  WHERE n.legislature_id = s.legislature_id AND n.committee_id IS NULL AND n.number {than} s.number
"""

AGENDAS = """
SELECT i.session_id, i.position, i.part, i.heading, b.kind, b.number, b.title, b.plain_title
FROM legislation_agendaitem i LEFT JOIN legislation_bill b ON b.id = i.bill_id
WHERE i.session_id = ANY(%(sessions)s) ORDER BY i.session_id, i.position
"""

DOSSIER = f"""
SELECT {SESSION_COLUMNS},
  ({_NEIGHBOUR.format(extreme="max", than="<")}), ({_NEIGHBOUR.format(extreme="min", than=">")}),
  o.name, o.url, o.read_at,
  ({_AGENDA})::text, ({_ATTENDANCE})::text, ({_UNLISTED})::text, ({_STEPS})::text
{_FROM} LEFT JOIN legislation_source o ON o.id = s.source_id
WHERE s.legislature_id = %(legislature)s AND s.number = %(number)s AND s.committee_id IS NULL
"""

LEGISLATURES = """
SELECT l.number, lower(l.during), upper(l.during), n.sessions
FROM (SELECT legislature_id, count(*) AS sessions FROM legislation_session
      WHERE committee_id IS NULL GROUP BY legislature_id) n
JOIN legislation_legislature l ON l.number = n.legislature_id
ORDER BY l.number DESC
"""

# The condition «of these bodies»; a committee is named by its key.
OF_BODY = {
    "ALL": "true",
    "FLOOR": "s.committee_id IS NULL",
    "COMMITTEES": "s.committee_id IS NOT NULL",
}
OF_COMMITTEE = "s.committee_id = %(body)s"
