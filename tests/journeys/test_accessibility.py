"""WCAG 2.2, levels A and AA, as far as a program can tell, on every page of the portal.

At a desk and on a telephone, by day and by night. One tab opens each page once; only its width
and its colours change.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.addresses import BILL, NOT_FOUND, PAGES, SENATOR, VOTE, in_english
from tests.journeys.site import ERRORS, GALLERY

DESK, TELEPHONE, SMALLEST = (1280, 900), (390, 844), (320, 720)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# Night changes colours and nothing else.
RULES_OF_COLOUR = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
# Every page; the variants that are made otherwise; and, in English, one of each make of page.
LOOKED_AT = (
    *PAGES,
    "/buscar/",
    "/buscar/?q=salud&estado=publicado",
    "/buscar/?q=espra",
    "/proyectos/16001-11/",
    "/proyectos/17402-07/",
    f"{BILL}comparar/1-mocion..2-aprobado-en-la-camara/?vista=uno&solo=cambios",
    f"{VOTE}?region=nuble",
    "/votaciones/374/58/2/",
    "/votaciones/374/58/6/",
    "/votaciones/374/58/9/",
    "/votaciones/367/12/1/",
    "/senadores/?por=partido",
    "/senadores/peumo-huerta-gala/",
    *map(in_english, ("/", BILL, VOTE, SENATOR, "/buscar/?q=salud", "/sesiones/374/58/")),
    *NOT_FOUND[::2],
    *ERRORS.values(),
    GALLERY,
    "/api/",
)
FAULTS = """
async rules => (await axe.run(document, rules)).violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`))
"""
# Controls; axe measures the links, which may be lower where enough room is around them.
SMALL_TARGETS = """
() => [...document.querySelectorAll(
    'button, summary, select, textarea, input:not([type=hidden]), .btn, .tabs a, .nav a')]
  .filter(control => control.checkVisibility())
  .map(control => [control, control.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([control, box]) =>
    `${control.outerHTML.slice(0, 120)} ${box.width.toFixed(1)}×${box.height.toFixed(1)}`)
"""
TOO_WIDE = """
() => {
  const page = document.scrollingElement, room = window.innerWidth;
  if (page.scrollWidth <= room) return [];
  return [...document.querySelectorAll('body *')]
    .filter(element => element.getBoundingClientRect().right > room + 1)
    .slice(0, 5).map(element => element.outerHTML.slice(0, 120))
    .concat(`${page.scrollWidth} > ${room}`);
}
"""


@pytest.fixture(scope="module")
def complaints(tab):
    """What the browser says against the page in hand: errors, refusals of the page's policy."""
    said = []
    tab.on("console", lambda message: said.append(message.text) if message.type == "error" else 0)
    tab.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture(scope="module", params=LOOKED_AT)
def opened(request, tab, complaints):
    """A page, open in the tab."""
    complaints.clear()
    tab.goto(request.param)
    tab.evaluate(Axe().axe_script)
    return tab


def look(tab, size, colours="light"):
    width, height = size
    tab.set_viewport_size({"width": width, "height": height})
    tab.emulate_media(color_scheme=colours)


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_axe_finds_no_fault(opened, size):
    look(opened, size)
    assert opened.evaluate(FAULTS, RULES) == []


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_axe_finds_no_fault_by_night(opened, size):
    look(opened, size, "dark")
    assert opened.evaluate(FAULTS, RULES_OF_COLOUR) == []


@pytest.mark.parametrize("size", [TELEPHONE, SMALLEST], ids=["telephone", "smallest"])
def test_nothing_is_wider_than_the_screen(opened, size):
    look(opened, size)
    assert opened.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_every_control_is_large_enough_to_be_touched(opened, size):
    look(opened, size)
    assert opened.evaluate(SMALL_TARGETS) == []


def test_the_browser_has_nothing_to_complain_of(opened, complaints):
    refused = "Failed to load resource: the server responded with a status of"
    assert [said for said in complaints if not said.startswith(refused)] == []


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("panel", ["menu", "facets"])
def test_axe_finds_no_fault_in_a_panel_opened_on_a_telephone(tab, panel, colours):
    look(tab, TELEPHONE, colours)
    tab.goto("/buscar/?q=salud")
    tab.locator(f"[popovertarget={panel}]").first.click()
    assert tab.locator(f"#{panel}").is_visible()
    tab.evaluate(Axe().axe_script)
    assert tab.evaluate(FAULTS, RULES) == []
