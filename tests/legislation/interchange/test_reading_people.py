"""Senators: the service's own list and the roster table."""

from datetime import date
from pathlib import Path

import pytest

from legislation.interchange.enums import LossKind
from legislation.interchange.readers import losses
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.formats import Format, format_of, serial_in
from legislation.interchange.readers.senators import read_roster_file, read_senators_file
from legislation.people.observed import ObservedSenator
from tests.factories.interchange import names, roster_csv

FIXTURE = (Path(__file__).parent / "fixtures" / "senadores.xml").read_bytes()
HEADER = "nombre,partido,circunscripcion,region,periodo_desde,periodo_hasta\n"


def senators(content: bytes) -> tuple[ObservedSenator, ...]:
    read = read_senators_file(content).senators
    assert read is not None
    return read.senators


def test_the_services_list_gives_names_in_parts_numbers_and_how_to_reach_them() -> None:
    first, second = senators(FIXTURE)

    assert first == ObservedSenator(
        senate_id=9001,
        given_names="Amanda Luz",
        paternal_surname="Arrayán",
        maternal_surname="Aguilera",
        email="aarrayan@senado.example",
        phone="(56-32) 1111111",
        curriculum_url="https://amanda.example",
    )
    assert second.paternal_surname == "De la Encina"


def test_the_services_list_gives_no_term_and_every_such_value_is_listed() -> None:
    path = "senadores/senador"

    listed = [(loss.path, loss.value, loss.reason) for loss in read_senators_file(FIXTURE).losses]

    assert listed == [
        (f"{path}/REGION", "Región de Arica y Parinacota", losses.NO_TERM),
        (f"{path}/CIRCUNSCRIPCION", "1", losses.NO_TERM),
        (f"{path}/PARTIDO", "P.S.", losses.NO_PARTY_DATE),
        (
            f"{path}/CURRICULUM",
            "http://www.senado.clhttps://amanda.example",
            losses.TWO_ADDRESSES,
        ),
        (f"{path}/REGION", "Región de Tarapacá", losses.NO_TERM),
        (f"{path}/CIRCUNSCRIPCION", "2", losses.NO_TERM),
        (f"{path}/PARTIDO", "Independiente", losses.NO_PARTY_DATE),
        (f"{path}/EMAIL", "bruno", losses.NOT_UNDERSTOOD),
        (f"{path}/CURRICULUM", "http://www.senado.cl", losses.HOME_PAGE),
    ]


def test_the_roster_gives_terms_from_11_march_to_11_march() -> None:
    read = read_roster_file(roster_csv()).senators

    assert read is not None
    assert read.senators[0] == ObservedSenator(
        given_names="Amanda",
        paternal_surname="Arrayán",
        maternal_surname="Aguilera",
        constituency=1,
        mandate=(date(2026, 3, 11), date(2034, 3, 11)),
        party_slug="independientes",
        party_name="Independientes",
        party_abbreviation="IND",
        party_since=date(2026, 3, 11),
    )
    assert {senator.mandate for senator in read.senators} == {
        (date(2022, 3, 11), date(2030, 3, 11)),
        (date(2026, 3, 11), date(2034, 3, 11)),
    }


def test_the_roster_speaks_of_the_days_that_all_its_terms_share() -> None:
    read = read_roster_file(roster_csv()).senators

    assert read is not None
    assert len(read.senators) == len(names()) == 50
    assert read.covers == (date(2026, 3, 11), date(2030, 3, 11))


def test_an_unknown_party_is_kept_as_printed_and_an_unknown_column_is_listed() -> None:
    table = HEADER.strip() + ",apodo\nAna Soto Díaz,pt,1,Región de Arica,2022,2030,Anita\n"

    read = read_roster_file(table.encode())

    assert read.senators is not None
    (senator,) = read.senators.senators
    assert (senator.party_slug, senator.party_name) == ("pt", "pt")
    assert [(loss.kind, loss.path, loss.value) for loss in read.losses] == [
        (LossKind.NOT_STORED, "apodo", "Anita"),
        (LossKind.WARNING, "partido", "pt"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "nombre,partido\nAna Soto Díaz,ps\n",
        HEADER,
        HEADER + "Ana Soto Díaz,ps,17,Región,2022,2030\n",
        HEADER + "Ana Soto Díaz,ps,uno,Región,2022,2030\n",
        HEADER + "Ana,ps,1,Región,2022,2030\n",
        HEADER + "Ana Soto Díaz,ps,1,Región,2030,2022\n",
        HEADER + "Ana Soto Díaz,ps,1,Región,2010,2018\nEva Ríos Paz,ps,1,Región,2026,2034\n",
        HEADER + '"Ana Soto Díaz,ps,1,Región,2022,2030\n',
        HEADER + "Ana\x00 Soto Díaz,ps,1,Región,2022,2030\n",
    ],
)
def test_a_table_that_is_no_roster_is_refused(table: str) -> None:
    with pytest.raises(UnreadableFile):
        read_roster_file(table.encode())


def test_a_table_in_another_encoding_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read_roster_file((HEADER + "Ana Núñez Díaz,ps,1,R,2022,2030\n").encode("latin-1"))


def test_a_list_of_nobody_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read_senators_file(b"<senadores></senadores>")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<senadores><senador>", Format.SENATORS),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><proyectos>', Format.BILLS),
        (b"  <votaciones/>", Format.VOTES),
        (b"\xef\xbb\xbfnombre,partido,", Format.ROSTER),
        (b"<!DOCTYPE html><html>", Format.UNKNOWN),
        (b'{"data": []}', Format.UNKNOWN),
        (b"", Format.UNKNOWN),
    ],
)
def test_formats_are_told_by_their_first_bytes(head: bytes, expected: Format) -> None:
    assert format_of(head) is expected


@pytest.mark.parametrize(
    ("name", "serial"),
    [
        ("votaciones/16621.xml", 16621),
        ("8575-05.xml", 8575),
        ("votaciones.php?boletin=8575", 8575),
        ("lista.xml", None),
    ],
)
def test_a_file_name_may_tell_the_bill(name: str, serial: int | None) -> None:
    assert serial_in(name) == serial
