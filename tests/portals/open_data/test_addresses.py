"""Addresses are joined by hand for speed; here they are held against the routes."""

import pytest
from django.urls import reverse

from legislation.bills.enums import BillKind
from portals.open_data.base.addresses import Addresses

AT = Addresses("https://senado.example")
SITE = "https://senado.example"
BILL, MATTER = BillKind.BILL, BillKind.MATTER


@pytest.mark.parametrize(
    ("address", "name", "arguments"),
    [
        (AT.api(), "open_data:api", {}),
        (AT.documentation(), "open_data:api-docs", {}),
        (AT.bill(BILL, "1-01"), "open_data:bill", {"number": "1-01"}),
        (AT.bill(MATTER, "1-01"), "open_data:matter", {"number": "1-01"}),
        (AT.text(BILL, "1-01", "a"), "open_data:bill-text", {"number": "1-01", "slug": "a"}),
        (AT.text(MATTER, "1-01", "a"), "open_data:matter-text", {"number": "1-01", "slug": "a"}),
        (AT.vote(1, 2, 3), "open_data:vote", {"legislature": 1, "session": 2, "position": 3}),
        (AT.senator("a"), "open_data:senator", {"slug": "a"}),
        (AT.committee("a"), "open_data:committee", {"slug": "a"}),
        (AT.session(1, 2, None), "open_data:session", {"legislature": 1, "number": 2}),
        (
            AT.session(1, 2, "a"),
            "open_data:committee-session",
            {"slug": "a", "legislature": 1, "number": 2},
        ),
        (AT.bill_page(BILL, "1-01"), "citizens:bill", {"number": "1-01"}),
        (AT.bill_page(MATTER, "1-01"), "citizens:matter", {"number": "1-01"}),
        (AT.text_page(BILL, "1-01", "a"), "citizens:bill-text", {"number": "1-01", "slug": "a"}),
        (AT.vote_page(1, 2, 3), "citizens:vote", {"legislature": 1, "session": 2, "position": 3}),
        (AT.senator_page("a"), "citizens:senator", {"slug": "a"}),
        (AT.committee_page("a"), "citizens:committee", {"slug": "a"}),
        (AT.session_page(1, 2, None), "citizens:session", {"legislature": 1, "number": 2}),
        (AT.session_page(1, 2, "a"), "citizens:committee", {"slug": "a"}),
    ],
)
def test_an_address_is_that_of_its_route(address, name, arguments):
    assert address == SITE + reverse(name, kwargs=arguments)


def test_the_format_of_a_page_is_its_address_with_another_ending():
    for page, file, arguments in (
        ("citizens:bill", "open_data:bill-json", {"number": "1-01"}),
        ("citizens:matter", "open_data:matter-json", {"number": "1-01"}),
        ("citizens:senator", "open_data:senator-json", {"slug": "a"}),
        ("citizens:committee", "open_data:committee-json", {"slug": "a"}),
        ("citizens:session", "open_data:session-json", {"legislature": 1, "number": 2}),
        ("citizens:vote", "open_data:vote-json", {"legislature": 1, "session": 2, "position": 3}),
        ("citizens:bill-list", "open_data:bills-json", {}),
        ("citizens:vote-list", "open_data:votes-json", {}),
        ("citizens:senator-list", "open_data:senators-json", {}),
        ("citizens:committee-list", "open_data:committees-json", {}),
        ("citizens:session-list", "open_data:sessions-json", {}),
    ):
        path = reverse(page, kwargs=arguments).rstrip("/")
        assert reverse(file, kwargs=arguments) == f"{path}.json"


def test_the_configured_site_is_the_one_named(client, settings, db):
    settings.PUBLIC_BASE_URL = "https://senado.example/"

    assert client.get("/api/v1/").json()["documentation"] == "https://senado.example/api/"
