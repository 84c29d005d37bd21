"""Looks at one page as everybody might: wide and narrow, by day and by night.

The page is opened once; night changes colours and nothing else.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.test_accessibility import (
    DESK,
    FAULTS,
    RULES,
    RULES_OF_COLOUR,
    SMALL_TARGETS,
    TELEPHONE,
    TOO_WIDE,
    look,
)


def faults_of(page: Page, address: str) -> list[str]:
    """What is wrong with the page at that address, and how it was being looked at."""
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        return [f"{address} answers {answer.status if answer else 'nothing'}"]
    page.evaluate(Axe().axe_script)
    found = []
    for size in (DESK, TELEPHONE):
        look(page, size)
        said = page.evaluate(FAULTS, RULES)
        said += page.evaluate(TOO_WIDE) + page.evaluate(SMALL_TARGETS)
        look(page, size, "dark")
        said += page.evaluate(FAULTS, RULES_OF_COLOUR)
        found += [f"{size[0]}: {one}" for one in said]
    look(page, DESK)
    return found
