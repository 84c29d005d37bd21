"""WCAG 2.2, levels A and AA, as far as a program can tell, on every page of the portal.

At a desk and on a telephone, by day and by night. One tab opens each page once; only its width
and its colours change.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.addresses import EVERYTHING, NOT_FOUND, PAGES, in_english
from tests.journeys.site import ERRORS, GALLERY

DESK, TELEPHONE, SMALLEST = (1280, 900), (390, 844), (320, 720)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
FAULTS = """
async rules => (await axe.run(document, rules)).violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`))
"""
# Controls, and links that stand alone; a link inside a sentence may be as low as its line.
SMALL_TARGETS = """
() => [...document.querySelectorAll(
    'button, summary, select, textarea, input:not([type=hidden]), .btn, nav a, header a')]
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


@pytest.fixture(
    scope="module",
    params=(
        *EVERYTHING,
        *map(in_english, PAGES),
        *NOT_FOUND,
        *ERRORS.values(),
        GALLERY,
    ),
)
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


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_axe_finds_no_fault(opened, size, colours):
    look(opened, size, colours)
    assert opened.evaluate(FAULTS, RULES) == []


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
