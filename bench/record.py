"""A large made-up record, built by set-based SQL. Fictional from end to end."""

from typing import Any

from django.db import connection, transaction

from legislation.search import services as search

WORDS = [
    "agua",
    "aguas",
    "riego",
    "pesca",
    "pescadores",
    "puertos",
    "caminos",
    "hospitales",
    "escuelas",
    "pensiones",
    "pensión",
    "vivienda",
    "barrios",
    "comunas",
    "regiones",
    "constitución",
    "protección",
    "educación",
    "salud",
    "minería",
    "energía",
    "bosques",
    "turberas",
    "humedales",
    "ferias",
    "notarías",
    "transporte",
    "bicicletas",
    "trenes",
    "bomberos",
    "museos",
    "bibliotecas",
    "deporte",
    "cultura",
    "ciencia",
    "semillas",
    "abejas",
    "ganadería",
    "viñas",
    "salares",
    "glaciares",
    "observatorios",
    "astronomía",
    "telecomunicaciones",
    "datos",
    "consumidores",
    "trabajadoras",
    "cuidados",
    "infancia",
    "personas mayores",
    "discapacidad",
    "migración",
    "fronteras",
    "islas",
    "costas",
    "defensa",
    "aduanas",
]
VERBS = [
    "Fija plazos para",
    "Moderniza",
    "Crea un registro de",
    "Regula",
    "Protege",
    "Sanciona el mal uso de",
    "Establece normas sobre",
    "Simplifica los trámites de",
    "Fortalece",
    "Financia",
]

_PEOPLE = """
INSERT INTO legislation_party (slug, name, abbreviation)
SELECT 'p' || i, 'Partido ' || i, 'P' || i FROM generate_series(1, 6) i;
INSERT INTO legislation_caucus (slug, name, abbreviation)
SELECT 'c' || i, 'Comité ' || i, 'C' || i FROM generate_series(1, 6) i;
INSERT INTO legislation_person (slug, given_names, paternal_surname, maternal_surname, email, phone, curriculum_url)
SELECT 'persona-' || i, 'Nombre' || i, 'Apellido' || i, 'Materno' || i, '', '', ''
FROM generate_series(1, 50) i;
INSERT INTO legislation_mandate (person_id, constituency_id, during)
SELECT p.id, c.number, daterange('1990-03-11', '2034-03-11')
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM legislation_person) p
JOIN (SELECT number, row_number() OVER (ORDER BY north_to_south) AS place
      FROM legislation_constituency, generate_series(1, seats)) c USING (place);
INSERT INTO legislation_partymembership (person_id, party_id, during)
SELECT p.id, q.id, daterange('1990-03-11', NULL) FROM legislation_person p
JOIN legislation_party q ON q.slug = 'p' || (1 + p.id %% 6);
INSERT INTO legislation_caucusmembership (person_id, caucus_id, during)
SELECT p.id, q.id, daterange('1990-03-11', NULL) FROM legislation_person p
JOIN legislation_caucus q ON q.slug = 'c' || (1 + p.id %% 6);
INSERT INTO legislation_rosterspan (during) VALUES (daterange('1990-03-11', NULL));
INSERT INTO legislation_committee (slug, name, kind, chamber, remit)
SELECT 'comision-' || i, 'Comisión ' || i, 'PERMANENT', 'SENATE', '' FROM generate_series(1, 20) i;
INSERT INTO legislation_committeeseat (committee_id, person_id, role, during)
SELECT c.id, p.id, CASE WHEN n = 1 THEN 'CHAIR' ELSE 'MEMBER' END, daterange('2022-03-11', NULL)
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM legislation_committee) c
CROSS JOIN generate_series(1, 5) n
JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM legislation_person) p
  ON p.place = 1 + (c.place * 5 + n) %% 50;
INSERT INTO legislation_subject (slug, name)
SELECT 'materia-' || i, 'Materia ' || i FROM generate_series(1, 60) i;
"""

_BILLS = """
INSERT INTO legislation_bill (kind, number, title, plain_title, summary, initiative,
  origin_chamber, filed_on, stage, stage_text, chamber, step_text, status, urgency_text,
  committee_id, law_text, law_number, law_published_on, quorum_matter, last_step_on,
  subject_keys, author_keys)
SELECT 'BILL',
  (((i - 1) %% 99999) + 1) || '-' || lpad((1 + i %% 35)::text, 2, '0'),
  (%(verbs)s::text[])[1 + i %% 10] || ' ' || (%(words)s::text[])[1 + (i * 7) %% %(n)s] || ', '
    || (%(words)s::text[])[1 + (i * 13 + i / 50) %% %(n)s] || ' y '
    || (%(words)s::text[])[1 + (i * 31 + i / 700) %% %(n)s]
    || CASE WHEN i %% greatest(%(bills)s / 200, 1) = 0 THEN ' con astrolabios' ELSE '' END
    || ' (' || i || ').',
  '', '', CASE WHEN i %% 8 = 0 THEN 'MESSAGE' ELSE 'MOTION' END,
  CASE WHEN i %% 3 = 0 THEN 'SENATE' ELSE 'DEPUTIES' END,
  date '1990-03-11' + (i * 13000::bigint / %(bills)s)::int,
  (ARRAY['FIRST','SECOND','THIRD','FINISHED','ARCHIVED','PRESIDENT','COURT'])[1 + i %% 7], '',
  CASE WHEN i %% 2 = 0 THEN 'SENATE' ELSE 'DEPUTIES' END, '',
  (ARRAY['IN_PROGRESS','IN_PROGRESS','IN_PROGRESS','PUBLISHED','ARCHIVED'])[1 + i %% 5], '',
  (SELECT min(id) FROM legislation_committee) + i %% 20, '', NULL, NULL, '',
  date '1990-03-12' + (i * 13000::bigint / %(bills)s)::int, '{}', '{}'
FROM generate_series(1, %(bills)s) i;
INSERT INTO legislation_authorship (bill_id, position, printed_name, person_id)
SELECT b.id, n, 'Apellido' || p.id || ', Nombre', p.id
FROM legislation_bill b CROSS JOIN generate_series(1, 3) n
JOIN legislation_person p ON p.id = (SELECT min(id) FROM legislation_person) + (b.id * 7 + n * 11) %% 50
WHERE b.initiative = 'MOTION';
INSERT INTO legislation_billsubject (bill_id, position, subject_id)
SELECT b.id, 1, (SELECT min(id) FROM legislation_subject) + b.id %% 60 FROM legislation_bill b;
INSERT INTO legislation_step (bill_id, position, taken_on, description, stage, stage_text,
  chamber, session_text)
SELECT b.id, n, b.filed_on + n, 'Trámite ' || n || ' del proyecto. Pasa a Comisión.', 'FIRST',
  'Primer trámite constitucional', 'DEPUTIES', '' FROM legislation_bill b
CROSS JOIN generate_series(1, CASE WHEN b.id %% 100 = 0 THEN 60 ELSE 6 END) n;
INSERT INTO legislation_stageentry (bill_id, position, stage, chamber, entered_on)
SELECT id, 1, 'FIRST', origin_chamber, filed_on FROM legislation_bill;
INSERT INTO legislation_urgency (bill_id, position, kind, chamber, set_on, message, due_on, "end", end_message, end_chamber)
SELECT id, 1, 'SUMA', 'SENATE', current_date - (id %% 15)::int, '', current_date - (id %% 15)::int + 15, '', '', ''
FROM (SELECT id FROM legislation_bill ORDER BY id DESC LIMIT 60) newest;
"""

_VOTES = """
INSERT INTO legislation_session (legislature_id, number, kind, state, held_on, starts_at, place, revision, has_attendance)
SELECT 354 + (i / 100) %% 21, 1 + i %% 100 , 'ORDINARY', 'HELD',
  date '2006-03-14' + (354 + (i / 100) %% 21 - 354) * 365 + (i %% 100) * 3,
  (date '2006-03-14' + (354 + (i / 100) %% 21 - 354) * 365 + (i %% 100) * 3)::timestamptz + interval '19 hours',
  '', 0, true
FROM generate_series(0, 2099) i;
INSERT INTO legislation_attendance (session_id, person_id, state, reason)
SELECT s.id, p.id, CASE WHEN (s.id + p.id) %% 13 = 0 THEN 'ABSENT' ELSE 'PRESENT' END, ''
FROM legislation_session s CROSS JOIN legislation_person p;
INSERT INTO legislation_agendaitem (session_id, position, part, heading, bill_id)
SELECT s.id, n, 'ORDER_OF_THE_DAY', 'Proyecto en tabla', (SELECT min(id) FROM legislation_bill) + (s.id * 5 + n) %% %(bills)s
FROM legislation_session s CROSS JOIN generate_series(1, 5) n;
INSERT INTO legislation_vote (session_id, position, bill_id, taken_on, subject, kind, kind_text,
  stage, stage_text, quorum_text, rule_id, in_office, in_office_basis, attempt, yes, no, abstain,
  paired, recused, stated_result, result, needed, missing, reason)
SELECT s.id, n, (SELECT min(id) FROM legislation_bill) + (s.id * 10 + n) %% %(bills)s, s.held_on,
  'Votación ' || n || ' sobre el artículo ' || n || ' del proyecto', 'PARTICULAR', '', 'FIRST', '', '',
  (SELECT id FROM legislation_majorityrule WHERE code = 'simple' LIMIT 1), 50, 'ROSTER', 1,
  30, 15, 3, 0, 0, '', 'APPROVED', 25, 0, 'REACHED'
FROM (SELECT id, held_on FROM legislation_session WHERE held_on <= current_date
      ORDER BY held_on DESC, id DESC LIMIT 2000) s
CROSS JOIN generate_series(1, %(votes)s / 2000) n;
INSERT INTO legislation_ballot (vote_id, person_id, printed_name, choice, party_id, caucus_id, constituency_id)
SELECT v.id, p.id, p.paternal_surname || ' M., ' || p.given_names,
  CASE WHEN p.place <= 30 THEN 'YES' WHEN p.place <= 45 THEN 'NO' WHEN p.place <= 48 THEN 'ABSTAIN'
    WHEN p.place = 49 THEN 'PAIRED' ELSE 'RECUSED' END,
  m.party_id, c.caucus_id, d.constituency_id
FROM legislation_vote v
CROSS JOIN (SELECT id, paternal_surname, given_names, row_number() OVER (ORDER BY id) AS place
            FROM legislation_person) p
JOIN legislation_partymembership m ON m.person_id = p.id
JOIN legislation_caucusmembership c ON c.person_id = p.id
JOIN legislation_mandate d ON d.person_id = p.id;
UPDATE legislation_vote SET paired = 1, recused = 1;
"""

# The longest stories, votes and sittings of as many days, and whoever holds a seat.
_SOME_BILLS = """
SELECT number FROM legislation_bill WHERE id % 100 = 0 ORDER BY id DESC LIMIT 20
"""
_SOME_VOTES = """
SELECT session.legislature_id, session.number, max(vote.position)
FROM legislation_vote vote JOIN legislation_session session ON session.id = vote.session_id
GROUP BY session.id ORDER BY session.held_on DESC, session.id DESC LIMIT 20
"""
_SOME_SENATORS = "SELECT slug FROM legislation_person ORDER BY id LIMIT 20"
SEARCHED = ("constituciones", "salud", "pensiones")
# In two hundred titles, however many bills there are.
RARE = "astrolabio"


def build(*, bills: int, votes: int) -> None:
    """Fill an empty database with this many bills and votes of 50 ballots each."""
    values = {
        "bills": bills,
        "votes": votes,
        "words": list(WORDS),
        "verbs": list(VERBS),
        "n": len(WORDS),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO legislation_recordnature (id, nature, declared_at) "
            "VALUES (1, 'FICTIONAL', now())"
        )
        for script in (_PEOPLE, _BILLS, *((_VOTES,) if votes else ())):
            for statement in script.split(";\n"):
                if statement.strip():
                    cursor.execute(statement, values)
    search.index_bills(None)
    search.rebuild_words()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def sample_addresses() -> dict[str, list[str]]:
    """Addresses of each kind of page: one of a list, several where pages differ."""
    found = {
        "home": ["/"],
        "list": ["/proyectos/"],
        "bill": [f"/proyectos/{number}/" for (number,) in _rows(_SOME_BILLS)],
        "search": [f"/buscar/?q={word}" for word in SEARCHED],
    }
    votes = _rows(_SOME_VOTES)
    if votes:
        found |= {
            "vote": [f"/votaciones/{year}/{sitting}/{place}/" for year, sitting, place in votes],
            "votes": ["/votaciones/"],
            "senator": [f"/senadores/{slug}/" for (slug,) in _rows(_SOME_SENATORS)],
            "session": [f"/sesiones/{year}/{sitting}/" for year, sitting, _place in votes],
            "sessions": ["/sesiones/"],
        }
    return found


def _rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows
