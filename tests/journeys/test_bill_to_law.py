"""A bill from its filing to the law, by the officials who work on it, in a browser.

It is rejected in the revising chamber and saved by a conference committee (CPR 70). Every page
on the way is looked at by axe, wide and on a telephone, without JavaScript but for axe itself;
and the public reads the same story. With SENATE_SCREENSHOTS naming a folder, pages are kept there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connection
from django.test import Client
from django.test.testcases import LiveServerThread
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django import DjangoDbBlocker

from accounts import grants
from accounts.roles import Role
from legislation.procedure.models import Dossier
from tests.accounts.signing_in import person, sign_in
from tests.factories.people import CommitteeFactory
from tests.journeys.conftest import database, drop
from tests.journeys.looking import faults_of

HOME = "/portal/funcionarios/"
PATIENCE = 30_000  # milliseconds
DESK, TELEPHONE = (1280, 900), (390, 844)
TITLE = "Proyecto de ley que fija plazos máximos de espera en la atención de urgencia"
FIRST_DAY = date(2026, 3, 17)


@pytest.fixture(scope="module")
def officials_site(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """The whole Senate on a port, over a database of its own."""
    name = f"bill_to_law_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    template = connection.settings_dict["TEST"]["TEMPLATE"]
    with django_db_blocker.unblock():
        drop(name)
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        with database(name):
            server = LiveServerThread("localhost", StaticFilesHandler)
            server.daemon = True
            server.start()
            server.is_ready.wait()
            if server.error:
                raise server.error
            yield f"http://{server.host}:{server.port}"
            server.terminate()
        drop(name)


class Official:
    """One person at their desk, in a window of their own."""

    def __init__(self, browser: Browser, site: str, local: str, name: str, *roles: Role) -> None:
        now = timezone.now()
        self.user = person(local, *roles, since=now - timedelta(days=200), name=name)
        signed = sign_in(Client(), self.user, passkey_at=now)
        cookie = signed.cookies[settings.SESSION_COOKIE_NAME].value
        self.context: BrowserContext = browser.new_context(
            base_url=site, locale="es-CL", reduced_motion="reduce", bypass_csp=True
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}]
        )
        self.page: Page = self.context.new_page()

    def enter_act(self, number: str, slug: str, on: date, **typed: object) -> None:
        """Open the act from the bill's page, fill its form and send it."""
        self.page.goto(f"{HOME}proyectos/{number}/")
        self.page.click(f'main a[href$="/actos/{slug}/"]')
        self.page.fill("#id_taken_on", on.isoformat())
        for name, value in typed.items():
            control = self.page.locator(f"#id_{name}")
            if control.evaluate("one => one.tagName") == "SELECT":
                control.select_option(str(value))
            else:
                control.fill(str(value))
        self.page.click("form.work-form button[type=submit]")
        expect(self.page).to_have_url(
            f"{self.page.url.split('/portal')[0]}{HOME}proyectos/{number}/"
        )

    def approve_all(self) -> None:
        """Choose everything in the queue and approve it."""
        self.page.goto(f"{HOME}publicaciones/")
        for box in self.page.locator('input[name="chosen"]').all():
            box.check()
        self.page.click('form[action$="/aprobar/"] button[type=submit]')
        expect(self.page.locator('input[name="chosen"]')).to_have_count(0)


@pytest.fixture(scope="module")
def people(browser: Browser, officials_site: str) -> Iterator[dict[str, Official]]:
    committee = CommitteeFactory(name="Salud", slug="salud")
    made = {
        "drafter": Official(
            browser, officials_site, "amanda", "Amanda Rupailaf", Role.DRAFTING_OFFICIAL
        ),
        "approver": Official(
            browser, officials_site, "hugo", "Hugo Painemal", Role.APPROVING_OFFICIAL
        ),
        "floor": Official(
            browser, officials_site, "gaston", "Gastón Urrutia", Role.FLOOR_SECRETARIAT
        ),
        "secretary": Official(
            browser, officials_site, "rosa", "Rosa Millán", Role.COMMITTEE_SECRETARY
        ),
    }
    grants.give(made["secretary"].user, grants.SERVE_COMMITTEE, committee)
    yield made
    for one in made.values():
        one.context.close()


@pytest.fixture(scope="module")
def number(people: dict[str, Official]) -> str:
    """The whole journey, walked once; the number of the bill."""
    drafter, approver = people["drafter"], people["approver"]
    floor, secretary = people["floor"], people["secretary"]
    number = file_it(drafter)
    days = (FIRST_DAY + timedelta(days=7 * week) for week in range(1, 40))
    counts = {"in_favour": 30, "against": 8, "present": 40}
    floor.enter_act(number, "dar-cuenta", next(days), committee="salud")
    secretary.enter_act(number, "primer-informe", next(days))
    floor.enter_act(number, "aprobar-en-general", next(days), **counts)
    keep(floor.page, "bill")
    secretary.enter_act(number, "segundo-informe", next(days))
    floor.enter_act(number, "aprobar", next(days), **counts)
    floor.enter_act(number, "rechazar-en-general", next(days), letter="21.114")
    secretary.enter_act(number, "informe-mixta", next(days))
    floor.enter_act(number, "aprobar-informe-mixta", next(days), **counts)
    floor.enter_act(number, "aprobar-informe-mixta", next(days), letter="21.187")
    drafter.enter_act(number, "oficio-de-ley", next(days), letter="204/SEC/26")
    drafter.enter_act(number, "aprobacion-presidencial", next(days), letter="088-374")
    drafter.enter_act(number, "promulgar", next(days))
    drafter.enter_act(number, "publicar-ley", next(days), law_number=21_911)
    approver.page.goto(f"{HOME}publicaciones/")
    keep(approver.page, "to-approve")
    approver.approve_all()
    return number


def file_it(drafter: Official) -> str:
    page = drafter.page
    page.goto(f"{HOME}proyectos/ingresar/")
    page.select_option("#id_initiative", "MOTION")
    page.fill("#id_title", TITLE)
    page.fill("#id_suffix", "11")
    page.fill("#id_filed_on", FIRST_DAY.isoformat())
    page.fill("#id_authors", "Riffo Soto, Irene\nTapia Lillo, Bruno")
    page.click("form.work-form button[type=submit]")
    return page.url.rstrip("/").rpartition("/")[2]


def keep(page: Page, name: str) -> None:
    """Keep the page as it is seen, where somebody asked for pictures."""
    folder = os.environ.get("SENATE_SCREENSHOTS")
    if folder:
        page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
        page.screenshot(path=str(Path(folder) / f"officials-{name}-1280.png"), full_page=True)


def test_the_bill_is_law_and_every_act_of_it_is_public(number):
    dossier = Dossier.objects.get(number=number)
    assert dossier.standing == "LAW"
    assert dossier.acts.count() == 14
    assert dossier.acts.filter(publication__published_at=None).count() == 0


def test_the_public_reads_the_same_story(number, people):
    page = people["approver"].page
    page.goto(f"/proyectos/{number}/")
    story = page.text_content("main")
    for told in (
        TITLE,
        "Ley N° 21.911",
        "Pasa a Comisión de Salud",
        "La Cámara revisora comunica que lo rechazó en general",
        "Informe de la Comisión Mixta",
        "Oficio de ley al Presidente de la República",
        "Publicado en el Diario Oficial",
    ):
        assert told in story
    keep(page, "public")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "bitacora/",
        "proyectos/",
        "proyectos/ingresar/",
        "proyectos/recibir/",
        "proyectos/tomar/",
        "proyectos/varios/",
        "proyectos/varios/poner-urgencia/",
        "proyectos/{number}/deshacer/",
        "cuenta/",
        "publicaciones/{publication}/errata/",
        "publicaciones/{publication}/retirar/",
        "proyectos/{number}/",
        "proyectos/{number}/actos/dar-cuenta/",
        "publicaciones/",
        "publicaciones/{publication}/",
    ],
)
def test_every_screen_is_for_everybody(number, people, address):
    act = Dossier.objects.get(number=number).acts.first()
    address = HOME + address.format(number=number, publication=act.publication_id)
    assert faults_of(people["floor"].page, address) == []


def test_each_act_is_in_the_ledger_of_the_officials(number, people):
    page = people["floor"].page
    page.goto(f"{HOME}bitacora/?objeto=bill:{number}&acto=bill.act_recorded")
    assert page.locator("tbody tr").count() == 14
    keep(page, "ledger")
