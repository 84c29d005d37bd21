"""From the front page to what a senator answered, without a mouse and without JavaScript."""

from itertools import pairwise

import pytest

from tests.journeys.addresses import BILL, VOTE
from tests.journeys.conftest import PATIENCE

DESK = {"width": 1280, "height": 900}
FOCUSED = """
() => {
  const focused = document.activeElement, style = getComputedStyle(focused);
  const box = focused.getBoundingClientRect();
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  return {
    name: focused.tagName.toLowerCase(),
    id: focused.id,
    href: focused.getAttribute('href') || '',
    text: focused.textContent.trim().replace(/\\s+/g, ' '),
    row: (focused.closest('tr')?.textContent || '').trim().replace(/\\s+/g, ' '),
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inSight: box.top >= 0 && box.bottom <= innerHeight && box.width > 1,
    covered: !focused.contains(document.elementFromPoint(...middle))
             && ![...focused.getClientRects()].some(line => focused.contains(
                  document.elementFromPoint(line.left + 2, line.top + line.height / 2))),
  };
}
"""
FOCUSABLE = """
() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')]
  .filter(element => element.checkVisibility({visibilityProperty: true})).length
"""
MANY = 400
OUTLINE = 2
SKIP = "#contenido"


@pytest.fixture(scope="module", params=[True, False], ids=["with-javascript", "without"])
def hands(request, browser, site):
    """A tab whose mouse nobody touches."""
    context = browser.new_context(
        base_url=site, locale="es-CL", viewport=DESK, java_script_enabled=request.param
    )
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def press(hands, key):
    """Press it and say where the focus is; it must be plain to see."""
    hands.keyboard.press(key)
    here = hands.evaluate(FOCUSED)
    assert here["outline"] >= OUTLINE, here
    assert here["inSight"], here
    assert not here["covered"], here
    return here


def tab_to(hands, **wanted):
    """Press Tab until the focus is on what is wanted."""
    for _each in range(MANY):
        here = press(hands, "Tab")
        if all(here[name] == value for name, value in wanted.items()):
            return here
    raise AssertionError(f"{wanted} cannot be reached from {hands.url}")


def follow(hands, address):
    hands.keyboard.press("Enter")
    hands.wait_for_url(f"**{address}")


def test_the_first_stop_skips_to_the_content(hands):
    hands.goto("/")
    first = press(hands, "Tab")
    assert (first["href"], first["text"]) == (SKIP, "Saltar al contenido")

    follow(hands, "/#contenido")
    assert hands.evaluate("document.activeElement.id") == "contenido"
    assert press(hands, "Tab")["id"] == "q"


def test_from_the_search_box_to_a_ballot(hands):
    hands.goto("/")
    tab_to(hands, id="q")
    hands.keyboard.type("listas de espera")
    follow(hands, "/buscar/?q=listas+de+espera")

    tab_to(hands, href=BILL)
    follow(hands, BILL)

    tab_to(hands, href=f"{BILL}votaciones/")
    follow(hands, f"{BILL}votaciones/")

    tab_to(hands, href=VOTE)
    follow(hands, VOTE)

    ballot = tab_to(hands, text="Carmen Arrayán Cisternas")
    assert "Sí" in ballot["row"]
    follow(hands, "/senadores/arrayan-cisternas-carmen/")
    assert hands.locator("h1").inner_text() == "Carmen Arrayán Cisternas"


def stops(hands):
    """Where Tab halts, from the first halt until the page is left or begins anew."""
    seen = []
    for _each in range(MANY):
        hands.keyboard.press("Tab")
        here = hands.evaluate(FOCUSED)
        if here["name"] == "body" or (seen and here["href"] == seen[0]["href"] == SKIP):
            return seen
        seen.append(here)
    raise AssertionError(f"Tab never leaves {hands.url}")


@pytest.mark.parametrize("address", ["/", "/buscar/?q=salud", BILL, VOTE, "/senadores/"])
def test_every_control_is_reached_once_and_none_holds_the_focus(hands, address):
    hands.goto(address)
    halts = stops(hands)
    # A date is one control with several halts: its day, its month, its year and its calendar.
    inside = sum(
        1 for one, next_one in pairwise(halts) if one["id"] and one["id"] == next_one["id"]
    )
    assert len(halts) - inside == hands.evaluate(FOCUSABLE)
    assert [halt for halt in halts if halt["outline"] < OUTLINE] == []
