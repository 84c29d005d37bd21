"""How often one address may ask."""

import pytest
from django.core.cache import cache
from rest_framework.request import Request

from portals.open_data.base import limits

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_a_minute(settings, monkeypatch):
    settings.OPEN_DATA_REQUESTS_PER_MINUTE = 2
    monkeypatch.setattr(limits.time, "time", lambda: 1_000_020.0)


def ask(client, address: str = "192.0.2.1", **headers: str) -> int:
    return client.get("/api/v1/bills", REMOTE_ADDR=address, headers=headers).status_code


def test_whoever_asks_too_often_is_told_when_to_come_back(client):
    assert [ask(client) for _ in range(2)] == [200, 200]

    response = client.get("/api/v1/bills", REMOTE_ADDR="192.0.2.1")

    assert response.status_code == 429
    assert response.json()["type"] == "http://testserver/api/#problem-limit"
    assert response.headers["Retry-After"] == "60"
    assert response.headers["RateLimit"] == '"address";r=0;t=60'
    assert response.headers["RateLimit-Policy"] == '"address";q=2;w=60'


def test_the_next_minute_begins_anew(client, monkeypatch):
    for _ in range(3):
        ask(client)
    monkeypatch.setattr(limits.time, "time", lambda: 1_000_080.0)

    assert ask(client) == 200


def test_one_address_does_not_spend_what_another_has(client):
    for _ in range(3):
        ask(client, "192.0.2.1")

    assert ask(client, "192.0.2.2") == 200


def test_addresses_of_one_ipv6_household_are_counted_together(client):
    asked = [ask(client, f"2001:db8:1:2::{n}") for n in range(3)]

    assert asked == [200, 200, 429]
    assert ask(client, "2001:db8:1:3::1") == 200


def test_what_a_client_says_of_itself_is_not_believed(client):
    forged = [ask(client, **{"x-forwarded-for": f"198.51.100.{n}"}) for n in range(3)]

    assert forged == [200, 200, 429]


@pytest.fixture
def behind(settings):
    """The portal behind so many of our own proxies."""

    def behind(proxies: int) -> None:
        settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": proxies}

    return behind


def test_no_proxy_is_believed_until_it_is_said_that_there_is_one(settings):
    assert settings.REST_FRAMEWORK["NUM_PROXIES"] == 0


def test_behind_our_proxy_each_reader_has_an_allowance(client, behind):
    behind(1)
    proxy = "127.0.0.1"

    first = [ask(client, proxy, **{"x-forwarded-for": "192.0.2.7"}) for _ in range(3)]

    assert first == [200, 200, 429]
    assert ask(client, proxy, **{"x-forwarded-for": "192.0.2.8"}) == 200


def test_behind_our_proxy_nothing_that_a_reader_wrote_before_it_counts(client, behind):
    behind(1)

    forged = [
        ask(client, "127.0.0.1", **{"x-forwarded-for": f"198.51.100.{n}, 192.0.2.7"})
        for n in range(3)
    ]

    assert forged == [200, 200, 429]


@pytest.mark.parametrize(
    ("proxies", "written", "asker"),
    [
        (0, "198.51.100.9, 192.0.2.7", "127.0.0.1"),
        (1, "198.51.100.9, 192.0.2.7", "192.0.2.7"),
        (2, "203.0.113.5, 198.51.100.9, 192.0.2.7", "198.51.100.9"),
        (2, "192.0.2.7", "192.0.2.7"),
        (1, "", "127.0.0.1"),
        (1, "198.51.100.9,", "unknown"),
        (1, "whoever", "unknown"),
    ],
)
def test_who_asks_is_what_the_outermost_of_our_proxies_wrote(rf, behind, proxies, written, asker):
    behind(proxies)
    headers = {"x-forwarded-for": written}

    request = Request(rf.get("/", REMOTE_ADDR="127.0.0.1", headers=headers))

    assert limits.asker_of(request) == asker


def test_older_addresses_in_the_newer_writing_are_not_one_household(rf):
    askers = {
        limits.asker_of(Request(rf.get("/", REMOTE_ADDR=f"::ffff:192.0.2.{n}"))) for n in (1, 2)
    }

    assert askers == {"192.0.2.1", "192.0.2.2"}


def test_a_cache_that_is_down_closes_nothing(client, monkeypatch, caplog):
    def down(*_args, **_kwargs):
        raise ConnectionError

    monkeypatch.setattr(cache, "add", down)

    assert [ask(client) for _ in range(4)] == [200] * 4
    assert "not being counted" in caplog.text


@pytest.mark.parametrize("path", ["/proyectos.json", "/proyectos.atom", "/agenda.ics", "/api/"])
def test_the_formats_of_pages_are_as_free_as_the_pages(client, path):
    answers = [client.get(path) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200] * 4
    assert "RateLimit-Policy" not in answers[0].headers


def test_answers_kept_in_memory_are_not_counted_and_say_nothing_of_who_asked(client):
    first, second = (client.get("/api/v1/bills", REMOTE_ADDR="192.0.2.1") for _ in range(2))
    other = client.get("/api/v1/bills", REMOTE_ADDR="192.0.2.2")

    assert first.headers["RateLimit-Policy"] == '"address";q=2;w=60'
    assert dict(first.headers) == dict(second.headers) == dict(other.headers)
    assert "RateLimit" not in first.headers
