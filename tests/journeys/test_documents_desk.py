"""A document from the upload to the public page in a browser; every screen of it looked at by axe.

With SENATE_SCREENSHOTS naming a folder, pages are kept there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, expect

from accounts.roles import Role
from legislation.documents.services import read_file
from legislation.procedure.models import AttachedFile, Dossier
from legislation.procedure.services import note_text
from tests.journeys.looking import faults_of
from tests.journeys.test_bill_to_law import (
    HOME,
    Official,
    file_it,
    keep,
    officials_site,
)

__all__ = ["officials_site"]

pytestmark = pytest.mark.slow

FIRST = "Artículo 1.- Objeto de la ley.\nArtículo 2.- Vigencia.\n"
SECOND = FIRST.replace("Vigencia", "Entrada en vigencia") + "Artículo 3.- Derogación.\n"


@pytest.fixture(scope="module")
def people(browser: Browser, officials_site: str) -> Iterator[dict[str, Official]]:
    made = {
        "drafter": Official(
            browser, officials_site, "olga", "Olga Cayuqueo", Role.DRAFTING_OFFICIAL
        ),
        "approver": Official(
            browser, officials_site, "pablo", "Pablo Ancán", Role.APPROVING_OFFICIAL
        ),
    }
    yield made
    for one in made.values():
        one.context.close()


@pytest.fixture(scope="module")
def number(people: dict[str, Official], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A public bill with two texts that another person approved, one of them corrected."""
    folder = tmp_path_factory.mktemp("documents")
    before, settings.SENATE_FILES_FOLDER = settings.SENATE_FILES_FOLDER, folder / "files"
    drafter, approver = people["drafter"], people["approver"]
    number = file_it(drafter)
    bring(drafter, number, "subir/", sent(folder, "primero.txt", FIRST), "FIRST_REPORT")
    bring(drafter, number, "subir/", sent(folder, "segundo.txt", SECOND), "SECOND_REPORT")
    read_everything()
    approver.approve_all()
    page = drafter.page
    page.goto(f"{HOME}proyectos/{number}/documentos/2/version/")
    page.set_input_files("#id_file", sent(folder, "tercero.txt", f"{SECOND}Artículo 4.- Fin.\n"))
    page.fill("#id_reason", "Faltaba el artículo 4.")
    page.click("form.work-form button[type=submit]")
    expect(page.locator("#versiones")).to_be_visible()
    read_everything()
    yield number
    settings.SENATE_FILES_FOLDER = before


def sent(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def bring(official: Official, number: str, where: str, file: str, text_kind: str) -> None:
    page = official.page
    page.goto(f"{HOME}proyectos/{number}/documentos/{where}")
    page.set_input_files("#id_chosen", file)
    page.select_option("#id_kind", "TEXT")
    page.select_option("#id_text_kind", text_kind)
    page.fill("#id_title", f"Texto de {Path(file).stem}")
    page.fill("#id_dated_on", timezone.localdate().isoformat())
    page.click("form.work-form button[type=submit]")
    expect(page.locator("#versiones")).to_be_visible()


def read_everything() -> None:
    """What the worker does a moment later."""
    for made in AttachedFile.objects.select_related("stored", "document"):
        read_file(made.stored.sha256)
        note_text(document_id=made.document.document_id)


def test_the_public_compares_the_two_texts_and_gets_their_files(number, people):
    page = people["approver"].page
    page.goto(f"/proyectos/{number}/comparar/1-primer-informe..2-segundo-informe/")
    assert page.locator("article ins .t").first.text_content() == "Entrada en vigencia"
    page.goto(f"/proyectos/{number}/documentos/")
    with page.expect_download() as given:
        page.click('main a[href^="/documentos/"]')
    assert Path(given.value.path()).read_text() in (FIRST, SECOND)
    assert given.value.suggested_filename in ("texto-de-primero.txt", "texto-de-segundo.txt")


def test_a_refused_file_is_said_to_be_and_the_rest_stays(number, people, tmp_path):
    page = people["drafter"].page
    page.goto(f"{HOME}proyectos/{number}/documentos/subir/")
    page.set_input_files("#id_chosen", sent(tmp_path, "malo.pdf", "<script>alert(1)</script>"))
    page.fill("#id_title", "Lo que se escribió")
    page.click("form.work-form button[type=submit]")
    assert page.input_value("#id_title") == "Lo que se escribió"
    assert AttachedFile.objects.count() == 3
    keep(page, "document-refused")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("documents", "proyectos/{number}/documentos/"),
        ("documents-bring", "proyectos/{number}/documentos/subir/"),
        ("document", "proyectos/{number}/documentos/2/?de=1&a=2"),
        ("document-version", "proyectos/{number}/documentos/2/version/"),
        ("document-to-approve", "publicaciones/{publication}/"),
    ],
)
def test_every_screen_is_for_everybody(number, people, name, address):
    page = people["drafter"].page
    made = AttachedFile.objects.order_by("-pk").first()
    address = HOME + address.format(number=number, publication=made.publication_id)
    assert faults_of(page, address) == []
    keep(page, name)


def test_nothing_of_the_correction_is_public_yet(number):
    assert Dossier.objects.get(number=number).bill.texts.count() == 2
