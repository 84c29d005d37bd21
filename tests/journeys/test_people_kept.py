"""A vacancy filled in a browser: one official enters each change and another approves it.

Every page is looked at by axe, light and dark, wide and on a telephone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser

from accounts import grants
from accounts.roles import Role
from legislation.membership.models import PersonAct
from legislation.people.models import Mandate, Person
from tests.factories.people import (
    CaucusFactory,
    CommitteeFactory,
    CommitteeSeatFactory,
    PartyFactory,
    senator,
)
from tests.journeys.looking import faults_of
from tests.journeys.test_bill_to_law import (
    HOME,
    Official,
    keep,
    officials_site,
)

__all__ = ["officials_site"]

pytestmark = pytest.mark.slow

DAY = date(2026, 4, 7)


@pytest.fixture(scope="module")
def floor(browser: Browser, officials_site: str) -> Iterator[Official]:
    made = Official(browser, officials_site, "gaston", "Gastón Urrutia", Role.FLOOR_SECRETARIAT)
    yield made
    made.context.close()


@pytest.fixture(scope="module")
def approver(browser: Browser, officials_site: str) -> Iterator[Official]:
    made = Official(browser, officials_site, "hugo", "Hugo Painemal", Role.APPROVING_OFFICIAL)
    yield made
    made.context.close()


def enter(official: Official, address: str, **typed: str) -> None:
    """Fill the form of a change and send it; a list by its label, or by its code."""
    page = official.page
    page.goto(f"{HOME}{address}")
    for name, value in {"since": DAY.isoformat(), "reason": "Consta en acta.", **typed}.items():
        control = page.locator(f"#id_{name}")
        if control.evaluate("one => one.tagName") == "SELECT":
            control.select_option(**{"value" if value.isupper() else "label": value})
        else:
            control.fill(value)
    page.click("form.work-form button[type=submit]")
    assert page.locator("form.work-form").count() == 0


@pytest.fixture(scope="module")
def replacement(floor: Official, approver: Official) -> Person:
    """Somebody new in the seat of a senator who died, as the party named."""
    party = PartyFactory(name="Partido del Sur", slug="del-sur")
    committee = CommitteeFactory(name="Salud", slug="salud")
    gone = senator("Irene Riffo Soto", slug="irene-riffo", party=party, caucus=CaucusFactory())
    CommitteeSeatFactory(person=gone, committee=committee)
    other = senator("Bruno Tapia Lillo", slug="bruno-tapia")
    CommitteeSeatFactory(person=other, committee=committee)
    grants.give(floor.user, grants.SERVE_COMMITTEE, committee)
    enter(floor, "personas/irene-riffo/actos/dejar-escano/", cause="DEATH", paper="Oficio 12")
    enter(floor, "personas/ingresar/", given_names="Elisa", paternal_surname="Uribe")
    approver.approve_all()
    enter(
        floor,
        "personas/elisa-uribe/actos/proveer-vacante/",
        other_id="Irene Riffo Soto",
        party_id="Partido del Sur",
        paper="Oficio 13",
    )
    approver.approve_all()
    enter(
        floor,
        "personas/elisa-uribe/actos/reemplazar-en-comision/",
        committee_id="Salud",
        other_id="Bruno Tapia Lillo",
        until="2026-12-24",
    )
    approver.approve_all()
    return Person.objects.get(slug="elisa-uribe")


def test_the_seat_goes_on_to_the_end_of_its_term(replacement):
    seats = {one.person.slug: one.during for one in Mandate.objects.select_related("person")}
    assert seats["irene-riffo"].upper == seats["elisa-uribe"].lower == DAY
    assert seats["elisa-uribe"].upper == date(2030, 3, 11)


def test_the_public_reads_it(replacement, approver):
    page = approver.page
    page.goto("/senadores/elisa-uribe/")
    assert "Elisa Uribe" in page.inner_text("h1")


@pytest.mark.parametrize(
    "address",
    [
        "personas/",
        "personas/ingresar/",
        "personas/elisa-uribe/",
        "personas/elisa-uribe/actos/corregir/",
        "personas/elisa-uribe/actos/proveer-vacante/",
        "personas/elisa-uribe/actos/permitir-ausencia/",
        "comisiones/",
        "comisiones/salud/",
        "publicaciones/{publication}/",
    ],
)
def test_every_screen_is_for_everybody(replacement, floor, address):
    act = PersonAct.objects.filter(person=replacement).first()
    address = HOME + address.format(publication=act.publication_id)
    assert faults_of(floor.page, address) == []


def test_both_languages_are_whole(replacement, floor):
    page = floor.page
    for root, words in (("", "Personas"), ("/en", "People")):
        page.goto(f"{root}{HOME}personas/")
        assert page.inner_text("h1") == words
    page.goto(f"{HOME}personas/elisa-uribe/")
    keep(page, "person")
