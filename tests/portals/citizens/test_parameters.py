"""Whatever is written in an address, it is answered: with what it means, or as an absent page."""

from urllib.parse import quote

import pytest
from django.test import Client

from tests.factories.small_senate import a_small_senate

pytestmark = pytest.mark.django_db

MANY_DIGITS = "9" * 5000
MANY_ZEROS = "0" * 4999


@pytest.fixture(autouse=True)
def _record() -> None:
    a_small_senate()


@pytest.mark.parametrize("value", ["\x00", "a\x00b"])
@pytest.mark.parametrize("name", ["comision", "materia", "autor"])
def test_a_name_that_nobody_can_have_is_left_out_of_the_list(client: Client, name, value):
    answer = client.get(f"/en/proyectos/?{name}={quote(value)}")

    assert answer.status_code == 200
    assert (
        f"Left out, because it stands for nothing here: {name}={value}.".replace("\x00", "\ufffd")
        in answer.content.decode()
    )


@pytest.mark.parametrize("value", ["\x00", "a\x00b"])
@pytest.mark.parametrize("name", ["comision", "materia", "autor"])
def test_a_search_for_a_name_that_nobody_can_have_finds_nothing(client: Client, name, value):
    answer = client.get(f"/buscar/?q=agua&{name}={quote(value)}")

    assert answer.status_code == 200


@pytest.mark.parametrize("value", ["\x00", "90001-07\x00"])
def test_a_bill_number_that_no_bill_can_have_has_no_votes(client: Client, value):
    answer = client.get(f"/en/votaciones/?boletin={quote(value)}")

    assert answer.status_code == 200
    assert "0 votes" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        f"/buscar/?q=agua&pagina={MANY_DIGITS}",
        f"/buscar/?q=agua&pagina={MANY_ZEROS}1",
        f"/proyectos/{MANY_DIGITS}",
        f"/proyectos/{MANY_DIGITS}-07",
        f"/proyectos/{MANY_ZEROS}0",
        f"/proyectos/{MANY_ZEROS}1",
        f"/sesiones/{MANY_DIGITS}/1/",
        f"/votaciones/{MANY_DIGITS}/1/1/",
    ],
)
def test_a_number_longer_than_any_is_an_absent_page(client: Client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("year", [MANY_DIGITS, f"{MANY_ZEROS}2026"])
@pytest.mark.parametrize("address", ["/en/votaciones/", "/en/senadores/irene-calfun/votaciones/"])
def test_a_year_longer_than_any_is_left_out_of_the_list(client: Client, address, year):
    answer = client.get(f"{address}?anio={year}")

    assert answer.status_code == 200
    assert f"Left out, because it stands for nothing here: anio={year}." in answer.content.decode()


def test_a_bill_is_found_however_many_zeros_stand_before_its_number(client: Client):
    answer = client.get(f"/proyectos/{'0' * 4500}8575-05")

    assert (answer.status_code, answer.headers["Location"]) == (301, "/proyectos/8575-05/")
