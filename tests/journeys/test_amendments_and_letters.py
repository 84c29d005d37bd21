"""A bill's amendments and its letters, entered in a browser by those who work on them.

Every page is looked at by axe, light and dark, wide and on a telephone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from accounts import grants
from accounts.roles import Role
from accounts.selectors import actor_for
from legislation.amendments.models import Amendment
from legislation.letters.models import Letter
from legislation.procedure import services
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind
from legislation.procedure.models import Dossier
from legislation.procedure.proposals import Step
from tests.factories.people import CommitteeFactory
from tests.journeys.looking import faults_of
from tests.journeys.test_bill_to_law import (
    HOME,
    Official,
    keep,
    officials_site,
)
from tests.legislation.procedure.conftest import a_filing

__all__ = ["officials_site"]

pytestmark = pytest.mark.slow

FIRST_DAY = date(2026, 3, 17)
TERM_ENDS = date(2026, 4, 10)
TEXT = "Artículo 3.- El plazo de espera no podrá exceder de treinta días."


@pytest.fixture(scope="module")
def secretary(browser: Browser, officials_site: str) -> Iterator[Official]:
    made = Official(browser, officials_site, "rosa", "Rosa Millán", Role.COMMITTEE_SECRETARY)
    grants.give(made.user, grants.SERVE_COMMITTEE, CommitteeFactory(name="Salud", slug="salud"))
    yield made
    made.context.close()


@pytest.fixture(scope="module")
def drafter(browser: Browser, officials_site: str) -> Iterator[Official]:
    made = Official(browser, officials_site, "amanda", "Amanda Rupailaf", Role.DRAFTING_OFFICIAL)
    yield made
    made.context.close()


@pytest.fixture(scope="module")
def floor(browser: Browser, officials_site: str) -> Iterator[Official]:
    made = Official(browser, officials_site, "gaston", "Gastón Urrutia", Role.FLOOR_SECRETARIAT)
    yield made
    made.context.close()


@pytest.fixture(scope="module")
def number(secretary: Official, drafter: Official, floor: Official) -> str:
    """A bill approved in general, then amended and written about in the browser."""
    dossier = approved_in_general(secretary, drafter, floor)
    amend(secretary, dossier.number)
    write(drafter, dossier.number)
    return dossier.number


def approved_in_general(secretary: Official, drafter: Official, floor: Official) -> Dossier:
    now = timezone.now()
    dossier = services.file_bill(
        filing=a_filing(filed_on=FIRST_DAY), actor=actor_for(drafter.user, at=now), at=now
    )
    counts = {"in_favour": 30, "against": 8, "present": 40}
    for days, (who, kind, details) in enumerate(
        (
            (floor, ActKind.GIVE_NOTICE, {"committee": "salud"}),
            (secretary, ActKind.REPORT, {}),
            (floor, ActKind.APPROVE_GENERAL, counts),
        ),
        start=1,
    ):
        services.take_act(
            dossier_id=dossier.pk,
            step=Step(
                kind=kind,
                taken_on=FIRST_DAY + timedelta(days=days),
                details=ActDetails(**details),
            ),
            actor=actor_for(who.user, at=now),
            at=now,
        )
    return dossier


def send(official: Official) -> None:
    with official.page.expect_response(lambda one: one.request.method == "POST") as sent:
        official.page.click("form.work-form button[type=submit]")
    assert sent.value.status == 302


def amend(secretary: Official, number: str) -> None:
    page = secretary.page
    page.goto(f"{HOME}proyectos/{number}/indicaciones/")
    page.click('main a[href$="/abrir/"]')
    page.fill("#id_opened_on", "2026-03-23")
    page.fill("#id_deadline_on", TERM_ENDS.isoformat())
    send(secretary)
    page.click('main a[href$="/presentar/"]')
    page.fill("#id_filed_on", "2026-03-30")
    page.fill("#id_senators", "Riffo Soto, Irene\nTapia Lillo, Bruno")
    page.fill("#id_article_label", "Artículo 3")
    page.fill("#id_text", TEXT)
    send(secretary)
    page.click('main a[href$="/declarar-admisible/"]')
    page.fill("#id_on", "2026-03-30")
    send(secretary)
    page.goto(f"{HOME}proyectos/{number}/indicaciones/1/")
    page.click('main a[href$="/cerrar/"]')
    page.fill("#id_closed_on", TERM_ENDS.isoformat())
    send(secretary)
    page.goto(f"{HOME}proyectos/{number}/indicaciones/1/1/")
    page.click('main a[href$="/rechazar/"]')
    page.fill("#id_on", "2026-04-14")
    page.fill("#id_in_favour", "1")
    page.fill("#id_against", "4")
    send(secretary)
    keep(page, "amendment")


def write(drafter: Official, number: str) -> None:
    page = drafter.page
    page.goto(f"{HOME}oficios/enviar/?boletin={number}")
    page.select_option("#id_kind", "SUPREME_COURT")
    page.fill("#id_dated_on", "2026-03-24")
    page.fill("#id_correspondent", "Corte Suprema")
    page.fill("#id_subject", "Pide su informe sobre los artículos 3 y 4 del proyecto.")
    page.fill("#id_answer_days", "30")
    send(drafter)
    page.goto(f"{HOME}oficios/")
    keep(page, "letters")


def test_what_was_entered_is_on_record(number):
    amendment = Amendment.objects.get(paper__dossier__number=number)
    letter = Letter.objects.get(dossier__number=number)
    assert (amendment.outcome, amendment.text) == ("REJECTED", TEXT)
    assert (letter.reference, letter.answer_due_on) == ("1/SEC/26", date(2026, 4, 23))


@pytest.mark.parametrize(
    "address",
    [
        "proyectos/{number}/indicaciones/",
        "proyectos/{number}/indicaciones/abrir/",
        "proyectos/{number}/indicaciones/1/",
        "proyectos/{number}/indicaciones/1/presentar/",
        "proyectos/{number}/indicaciones/1/1/",
        "proyectos/{number}/indicaciones/1/1/declarar-inadmisible/",
        "proyectos/{number}/indicaciones/1/1/renovar/",
        "publicaciones/{publication}/",
        "oficios/",
        "oficios/enviar/",
        "oficios/recibir/",
        "oficios/{letter}/",
        "oficios/{letter}/responder/",
    ],
)
def test_every_screen_is_for_everybody(number, floor, address):
    letter = Letter.objects.get(dossier__number=number)
    address = HOME + address.format(
        number=number, letter=letter.pk, publication=letter.publication_id
    )
    assert faults_of(floor.page, address) == []


def test_both_languages_are_whole(number, floor):
    page = floor.page
    for root, words in (("", "Indicaciones"), ("/en", "Amendments")):
        page.goto(f"{root}{HOME}proyectos/{number}/indicaciones/")
        assert page.inner_text("h1") == words
