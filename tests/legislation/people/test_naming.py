import csv
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from legislation.people.naming import (
    Candidate,
    Match,
    MatchReason,
    Name,
    compatible,
    fold,
    match,
    parse,
    slug,
    sort_key,
)

LETTERS = st.text("aáeéiíoóuúünñzAÁÑZ", min_size=4, max_size=8).map(str.capitalize)
names = st.builds(Name, LETTERS, LETTERS, LETTERS)


def people(*natural: str) -> list[Candidate[str]]:
    return [Candidate(name, parse(name)) for name in natural]


def meant(printed: str, *natural: str) -> str | None:
    found = match(printed, people(*natural)).candidate
    return found.key if found else None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Coloma C., Juan Antonio", Name("Juan Antonio", "Coloma", "C", True)),
        ("Coloma C., Juan Antonio  ", Name("Juan Antonio", "Coloma", "C", True)),
        ("Van Rysselberghe H., Enrique", Name("Enrique", "Van Rysselberghe", "H", True)),
        ("García Huidobro S., Alejandro", Name("Alejandro", "García Huidobro", "S", True)),
        ("Calisto Á., Miguel Ángel", Name("Miguel Ángel", "Calisto", "Á", True)),
        ("Browne Urrejola, Pedro", Name("Pedro", "Browne", "Urrejola")),
        (
            "Kaiser  Barents-Von Hohenhagen, Johannes",
            Name("Johannes", "Kaiser", "Barents-Von Hohenhagen"),
        ),
        ("De la Carrera Correa, Gonzalo", Name("Gonzalo", "De la Carrera", "Correa")),
        ("Araya Lerdo de Tejada, Cristián", Name("Cristián", "Araya", "Lerdo de Tejada")),
        ("Cuello Peña Y Lillo, Luis", Name("Luis", "Cuello", "Peña Y Lillo")),
        ("Olivera De La Fuente, Erika", Name("Erika", "Olivera", "De La Fuente")),
        ("Ruiz-Esquide J., Mariano", Name("Mariano", "Ruiz-Esquide", "J", True)),
    ],
)
def test_a_listed_name_is_read(printed: str, name: Name) -> None:
    assert parse(printed) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Enrique van Rysselberghe Herrera", Name("Enrique", "van Rysselberghe", "Herrera")),
        ("Alfonso de Urresti Longton", Name("Alfonso", "de Urresti", "Longton")),
        (
            "Vanessa Kaiser Barents-Von Hohenhagen",
            Name("Vanessa", "Kaiser", "Barents-Von Hohenhagen"),
        ),
        ("Manuel José Ossandón Irarrázabal", Name("Manuel José", "Ossandón", "Irarrázabal")),
        ("Rojo Edwards Silva", Name("Rojo", "Edwards", "Silva")),
        ("Miguel Ángel Calisto Águila", Name("Miguel Ángel", "Calisto", "Águila")),
        ("Luciano Cruz-Coke Carvallo", Name("Luciano", "Cruz-Coke", "Carvallo")),
        ("Rosa del Río", Name("Rosa", "del Río")),
    ],
)
def test_a_natural_name_is_read(printed: str, name: Name) -> None:
    assert parse(printed) == name
    assert name.natural == printed


@pytest.mark.parametrize("printed", ["", " , ", "Presidente", "Coloma C.,", ", Juan", "C., Juan"])
def test_half_a_name_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="not a name in full"):
        parse(printed)
    assert match(printed, people("Juan Coloma Correa")).reason == MatchReason.UNREADABLE


def test_accents_case_blanks_and_hyphens_do_not_part_a_name_from_its_person() -> None:
    assert meant("Ordenes N., Ximena", "Ximena Órdenes Neira") == "Ximena Órdenes Neira"
    assert meant("DE URRESTI L.,  ALFONSO", "Alfonso de Urresti Longton") is not None
    assert meant("Cruz Coke C., Luciano", "Luciano Cruz-Coke Carvallo") is not None
    assert meant("Calisto A., Miguel Ángel", "Miguel Ángel Calisto Águila") is not None
    assert meant("Órdenes N., Ximena", "Ximena Ordenes Neira") is not None


def test_a_second_given_name_may_be_missing_on_either_side() -> None:
    assert meant("Kuschel S., Carlos Ignacio", "Carlos Kuschel Silva") == "Carlos Kuschel Silva"
    assert meant("Soto P., Ana", "Ana María Soto Pérez") == "Ana María Soto Pérez"
    assert meant("Soto P., María", "Ana María Soto Pérez") is None
    assert meant("Soto P., An", "Ana Soto Pérez") is None


def test_another_initial_is_another_person() -> None:
    assert meant("Castro P., Juan", "Juan Luis Castro González") is None
    assert meant("Bianchi C., Carlos", "Karim Bianchi Retamales", "Carlos Bianchi Rojas") is None


def test_two_possible_people_are_a_refusal() -> None:
    candidates = people("Juan Castro Prieto", "Juan Luis Castro Pérez")

    found: Match[str] = match("Castro P., Juan", candidates)

    assert (found.candidate, found.reason) == (None, MatchReason.SEVERAL)
    assert [rival.key for rival in found.rivals] == ["Juan Castro Prieto", "Juan Luis Castro Pérez"]


def test_juan_is_not_juan_luis_when_both_surnames_tell_them_apart() -> None:
    brothers = ("Juan Soto Díaz", "Juan Luis Soto Díaz")

    assert meant("Soto Díaz, Juan", *brothers) == "Juan Soto Díaz"
    assert meant("Soto Díaz, Juan Luis", *brothers) == "Juan Luis Soto Díaz"
    assert meant("Soto D., Juan", *brothers) is None


def test_full_surnames_are_compared_whole_however_they_are_split() -> None:
    person = Candidate(1, Name("Alejandro", "García Huidobro", "Sanfuentes"))

    assert match("García Huidobro Sanfuentes, Alejandro", [person]).candidate == person
    assert match("García Huidobro S., Alejandro", [person]).candidate == person
    assert match("García S., Alejandro", [person]).reason == MatchReason.NOBODY


def test_a_person_known_only_from_votes_is_found_again() -> None:
    person = Candidate(1, parse("Coloma C., Juan Antonio"))

    assert match("Coloma C., Juan Antonio ", [person]).candidate == person
    assert match("Coloma Correa, Juan", [person]).candidate == person
    assert match("Coloma D., Juan Antonio", [person]).candidate is None


def test_one_surname_alone_is_a_refusal() -> None:
    found = match("Soto, Ana", people("Ana Soto Pérez"))

    assert (found.candidate, found.reason) == (None, MatchReason.NO_MATERNAL_SURNAME)
    for known in (Name("Ana", "Soto"), Name("Ana", "Soto Pérez")):
        assert match("Soto P., Ana", [Candidate(1, known)]).reason == MatchReason.NOBODY
        assert match("Soto Pérez, Ana", [Candidate(1, known)]).reason == MatchReason.NOBODY


def test_the_same_person_offered_twice_is_one_candidate() -> None:
    twice = people("Ana Soto Pérez", "Ana Soto Pérez")

    assert match("Soto P., Ana", twice).reason == MatchReason.FOUND


def test_addresses_are_plain_letters() -> None:
    assert slug("Enrique van Rysselberghe Herrera") == "enrique-van-rysselberghe-herrera"
    assert slug("Muñoz D´Albora, Adriana") == "munoz-d-albora-adriana"
    assert slug("  Güell  Ñúñez ") == "guell-nunez"


def test_names_sort_as_in_a_spanish_dictionary() -> None:
    expected = ["Alvarez", "Álvarez", "alvear", "Nunez", "Nuñez", "Núñez", "Nzu", "Ñuble", "Oso"]

    assert sorted(set(expected), key=sort_key) == expected


@given(names, names)
def test_being_the_same_person_works_both_ways(one: Name, other: Name) -> None:
    assert compatible(one, other) == compatible(other, one)


@given(names)
def test_a_name_means_its_own_person_in_every_form(name: Name) -> None:
    person = Candidate("somebody", name)
    initial = f"{name.paternal} {name.maternal[0]}., {name.given}"

    for printed in (name.listed, name.natural, initial, name.listed.upper(), slug_form(name)):
        assert match(printed, [person]).candidate == person


def slug_form(name: Name) -> str:
    return f"{fold(name.surnames)}, {fold(name.given)}"


@given(names, names)
def test_a_match_never_crosses_paternal_surnames(one: Name, other: Name) -> None:
    found = match(one.listed, [Candidate("other", other)]).candidate

    assert found is None or fold(one.surnames) == fold(other.surnames)


@pytest.mark.django_db
def test_the_database_sorts_names_by_the_same_key() -> None:
    alphabet = [chr(code) for code in range(1, 0x0250)]
    samples = [*alphabet, "Núñez Urrutia", "ÑANCO", "Ébano Σίσυφος ΣΑΣ", "İstanbul", "Straße", ""]

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t, senate_sort_key(t) FROM unnest(%s::text[]) AS sample(t)", [samples]
        )
        rows = cursor.fetchall()

    assert len(rows) == len(samples)
    assert [(text, key) for text, key in rows if key != sort_key(text)] == []


@pytest.fixture(scope="module")
def roster(real_data: Path) -> list[Candidate[str]]:
    with (real_data / "senadores_2026_2030.csv").open(encoding="utf-8", newline="") as file:
        return people(*(row["nombre"] for row in csv.DictReader(file)))


@pytest.fixture(scope="module")
def voters(real_data: Path) -> list[str]:
    paths = [
        path
        for folder in ("tramitacion", "votaciones")
        for path in (real_data / folder).glob("*.xml")
    ]
    trees = (ElementTree.parse(path) for path in paths)  # noqa: S314
    return sorted(
        {node.findtext("PARLAMENTARIO") or "" for tree in trees for node in tree.iter("VOTO")}
    )


def test_every_name_on_the_real_roster_is_read_and_written_back(
    roster: list[Candidate[str]],
) -> None:
    assert len(roster) == 50
    assert [person.key for person in roster if person.name.natural != person.key] == []
    assert [person.key for person in roster if not person.name.maternal] == []


def test_every_real_voter_is_matched_to_one_senator_or_to_nobody(
    roster: list[Candidate[str]], voters: list[str]
) -> None:
    matches = {printed: match(printed, roster) for printed in voters}
    found = Counter(one.candidate.key for one in matches.values() if one.candidate)

    assert Counter(one.reason for one in matches.values()) == {
        MatchReason.FOUND: 50,
        MatchReason.NOBODY: 57,
    }
    assert found == Counter(person.key for person in roster)


def test_every_senator_in_the_service_is_found_among_its_own_voters(
    real_data: Path, voters: list[str]
) -> None:
    tree = ElementTree.parse(real_data / "senadores_vigentes.xml")  # noqa: S314
    serving = []
    for node in tree.iter("senador"):
        field = {child.tag: (child.text or "").strip() for child in node}
        surnames = field["PARLAPELLIDOPATERNO"], field["PARLAPELLIDOMATERNO"]
        serving.append(Candidate(field["PARLID"], Name(field["PARLNOMBRE"], *surnames)))
    reasons = Counter(match(printed, serving).reason for printed in voters)

    assert len(serving) == 31
    assert reasons == {MatchReason.FOUND: 31, MatchReason.NOBODY: 76}
