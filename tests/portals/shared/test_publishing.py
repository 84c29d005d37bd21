"""Pages for everyone: validated, kept, and forgotten the moment the record changes."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.test import RequestFactory
from django.utils import timezone
from django.utils.http import http_date

from legislation.people.models import Party
from portals.shared import publishing, record_watch
from portals.shared.publishing import (
    CookieOnPublicPage,
    KeptPage,
    NoTokenUnasked,
    PageMemory,
    PublicPages,
)
from tests.waiting import wait_until

KILOBYTE = 1024


def page(text: str = "hello") -> HttpResponse:
    return publishing.mark_public(HttpResponse(text))


def middleware(
    settings, view: Callable[[HttpRequest], HttpResponse], *, capacity: int = 0
) -> PublicPages:
    settings.PUBLIC_CACHE_BYTES = capacity
    return PublicPages(view)


def change_the_record(watching: record_watch.RecordWatch) -> None:
    """And wait until it has been noticed."""
    epoch = watching.epoch
    Party.objects.create(slug="uno", name="Partido Uno", abbreviation="PU")
    wait_until(lambda: watching.epoch not in (None, epoch))


def settle(watching: record_watch.RecordWatch) -> datetime:
    """As if the last change had been a minute ago."""
    changed_at = timezone.now() - timedelta(minutes=1)
    watching.state = replace(watching.state, changed_at=changed_at)
    return changed_at


@pytest.fixture
def long_running(monkeypatch) -> None:
    """As if this process had been answering for a year."""
    monkeypatch.setattr(publishing, "_STARTED_AT", publishing._STARTED_AT - 365 * 24 * 3600)


def test_a_public_page_carries_validators_and_may_be_shared(settings, rf: RequestFactory):
    answer = middleware(settings, lambda _request: page())(rf.get("/"))

    assert answer.headers["ETag"] == '"46fb7408d4f285228f4af516ea25851b"'
    assert answer.headers["Cache-Control"] == (
        "public, max-age=0, s-maxage=10, stale-while-revalidate=30"
    )
    assert "Set-Cookie" not in answer.headers
    assert "Vary" not in answer.headers


def test_whoever_has_the_page_is_told_that_it_did_not_change(settings, rf: RequestFactory):
    serve = middleware(settings, lambda _request: page())
    etag = serve(rf.get("/")).headers["ETag"]

    again = serve(rf.get("/", headers={"If-None-Match": etag}))

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == etag


def test_whoever_has_an_older_page_gets_the_new_one(settings, rf: RequestFactory):
    serve = middleware(settings, lambda _request: page())

    answer = serve(rf.get("/", headers={"If-None-Match": '"another"'}))

    assert (answer.status_code, answer.content) == (200, b"hello")


def test_a_page_that_is_not_for_everyone_is_left_alone(settings, rf: RequestFactory):
    answer = middleware(settings, lambda _request: HttpResponse("mine"))(rf.get("/"))

    assert "ETag" not in answer.headers
    assert "Cache-Control" not in answer.headers


def test_an_error_is_never_kept_nor_shared(settings, rf: RequestFactory):
    def missing(_request: HttpRequest) -> HttpResponse:
        return publishing.mark_public(HttpResponse("no", status=404))

    answer = middleware(settings, missing)(rf.get("/"))

    assert "Cache-Control" not in answer.headers


def test_what_other_sites_may_read_they_may_also_find_unchanged(settings, rf: RequestFactory):
    def open_to_all(_request: HttpRequest) -> HttpResponse:
        answer = page()
        answer.headers["Access-Control-Allow-Origin"] = "*"
        answer.headers["Access-Control-Expose-Headers"] = "ETag"
        return answer

    serve = middleware(settings, open_to_all)
    etag = serve(rf.get("/")).headers["ETag"]
    unchanged = serve(rf.get("/", headers={"If-None-Match": etag}))
    refused = serve(rf.get("/", headers={"If-None-Match": '"a"', "If-Match": '"b"'}))

    assert dict(unchanged.headers) == {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "ETag",
        "Cache-Control": publishing.CACHE_CONTROL,
        "ETag": etag,
    }
    assert (refused.status_code, refused.headers["Access-Control-Allow-Origin"]) == (412, "*")


@pytest.mark.parametrize("spoil", ["cookie", "vary"])
def test_a_public_page_that_looks_at_the_reader_fails_loudly(
    settings, rf: RequestFactory, spoil: str
):
    def personal(_request: HttpRequest) -> HttpResponse:
        answer = page()
        if spoil == "cookie":
            answer.set_cookie("who", "me")
        else:
            answer.headers["Vary"] = "Accept-Encoding, Cookie"
        return answer

    with pytest.raises(CookieOnPublicPage):
        middleware(settings, personal)(rf.get("/"))


def test_a_post_passes_untouched(settings, rf: RequestFactory):
    answer = middleware(settings, lambda _request: page())(rf.post("/"))

    assert "ETag" not in answer.headers


def test_memory_forgets_the_least_used_page_first():
    memory = PageMemory(capacity=3 * (2 * KILOBYTE + 20))
    kept = KeptPage(b"x" * KILOBYTE, (), '"e"', None)
    keys = [(1, "2026-11-24", "http", "h", f"/{name}/", "", "") for name in "abcd"]
    for key in keys[:3]:
        memory.put(key, kept)
    memory.get(keys[0])

    memory.put(keys[3], kept)

    assert [memory.get(key) is not None for key in keys] == [True, False, True, True]


def test_a_page_larger_than_the_memory_is_not_kept():
    memory = PageMemory(capacity=KILOBYTE)
    key = (1, "2026-11-24", "http", "h", "/", "", "")

    memory.put(key, KeptPage(b"x" * KILOBYTE, (), '"e"', None))

    assert memory.get(key) is None


def test_a_page_at_a_long_address_takes_as_much_as_the_address():
    memory = PageMemory(capacity=10 * KILOBYTE)
    key = (1, "2026-11-24", "http", "h", "/", "x" * 9 * KILOBYTE, "")

    memory.put(key, KeptPage(b"", (), '"e"', None))

    assert memory.get(key) is None


def test_a_kept_page_asks_the_database_nothing(
    settings, rf: RequestFactory, watching, django_assert_num_queries
):
    calls = []

    def view(_request: HttpRequest) -> HttpResponse:
        calls.append(1)
        return page(f"answer {len(calls)}")

    serve = middleware(settings, view, capacity=100 * KILOBYTE)
    serve(rf.get("/"))

    with django_assert_num_queries(0):
        second = serve(rf.get("/"))

    assert (second.content, len(calls)) == (b"answer 1", 1)


def test_a_change_of_the_record_is_seen_at_once(settings, rf: RequestFactory, watching):
    def view(_request: HttpRequest) -> HttpResponse:
        return page(f"{Party.objects.count()} parties")

    serve = middleware(settings, view, capacity=100 * KILOBYTE)
    assert serve(rf.get("/")).content == b"0 parties"

    change_the_record(watching)

    assert serve(rf.get("/")).content == b"1 parties"


@pytest.mark.usefixtures("long_running")
def test_the_last_change_is_dated(settings, rf: RequestFactory, watching):
    before = datetime.now(UTC)
    change_the_record(watching)
    assert watching.state.changed_at >= before
    changed_at = settle(watching)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)

    answer = middleware(settings, lambda _request: page(), capacity=100 * KILOBYTE)(rf.get("/"))

    assert answer.headers["Last-Modified"] == http_date(
        max(changed_at.timestamp(), midnight.timestamp())
    )


@pytest.mark.usefixtures("long_running")
def test_two_changes_of_one_second_are_never_taken_for_one(settings, rf: RequestFactory, watching):
    """A date holds whole seconds: the page between both changes would bear that of the second."""
    change_the_record(watching)

    answer = middleware(settings, lambda _request: page())(rf.get("/"))

    assert "Last-Modified" not in answer.headers


@pytest.mark.usefixtures("long_running")
def test_the_last_change_is_the_one_before_the_page_was_computed(
    settings, rf: RequestFactory, watching
):
    change_the_record(watching)
    settle(watching)
    before, later = watching.state, datetime(2040, 1, 1, tzinfo=UTC)

    def view(_request: HttpRequest) -> HttpResponse:
        watching.state = replace(before, changed_at=later)
        return page()

    answer = middleware(settings, view, capacity=100 * KILOBYTE)(rf.get("/"))

    assert "2040" not in answer.headers["Last-Modified"]


@pytest.mark.usefixtures("long_running")
def test_whoever_asks_by_date_sees_a_change_that_began_before_and_ended_after(
    settings, rf: RequestFactory, watching
):
    """A long transaction, with a short one between its first write and its end."""
    serve = middleware(settings, lambda _request: page(f"{Party.objects.count()} parties"))
    with psycopg.connect(**record_watch._connection_parameters()) as long:
        long.execute(
            "INSERT INTO legislation_party (slug, name, abbreviation) VALUES ('a', 'A', 'A')"
        )
        change_the_record(watching)
        wait_until(lambda: "Last-Modified" in serve(rf.get("/")).headers)
        between = serve(rf.get("/"))
        epoch = watching.epoch

        long.commit()

        wait_until(lambda: watching.epoch not in (None, epoch))
    asked = rf.get("/", headers={"If-Modified-Since": between.headers["Last-Modified"]})
    after = serve(asked)

    assert (between.content, after.status_code, after.content) == (b"1 parties", 200, b"2 parties")


@pytest.mark.usefixtures("long_running")
def test_a_new_day_is_a_change(settings, rf: RequestFactory, watching, monkeypatch):
    """A page says «today»; nothing is written at midnight."""
    noon = timezone.now() + timedelta(days=400)
    change_the_record(watching)
    serve = middleware(settings, lambda _request: page(), capacity=100 * KILOBYTE)
    asked = {"If-Modified-Since": http_date(noon.timestamp())}
    monkeypatch.setattr(timezone, "now", lambda: noon)
    assert serve(rf.get("/", headers=asked)).status_code == 304

    monkeypatch.setattr(timezone, "now", lambda: noon + timedelta(days=1))

    assert serve(rf.get("/", headers=asked)).status_code == 200


@pytest.mark.usefixtures("long_running")
def test_a_new_version_is_a_change(settings, rf: RequestFactory, watching, monkeypatch):
    change_the_record(watching)
    settle(watching)
    serve = middleware(settings, lambda _request: page())
    asked = {"If-Modified-Since": http_date(time.time() + 10)}
    assert serve(rf.get("/", headers=asked)).status_code == 304

    monkeypatch.setattr(publishing, "_STARTED_AT", int(time.time()) + 60)

    assert serve(rf.get("/", headers=asked)).status_code == 200


@pytest.mark.parametrize(
    ("path", "vary", "computed"),
    [
        ("/", "", 1),
        ("/api/v1/", "Accept", 2),
        ("/", "Accept", 3),
        ("/", "*", 3),
        ("/api/v1/", "Accept, Origin", 3),
        ("/api/v1/", "", 2),
    ],
)
def test_what_the_memory_cannot_tell_apart_is_not_kept(
    settings, rf: RequestFactory, watching, path: str, vary: str, computed: int
):
    calls = []

    def view(request: HttpRequest) -> HttpResponse:
        calls.append(1)
        answer = page(request.headers["Accept"])
        if vary:
            answer.headers["Vary"] = vary
        return answer

    serve = middleware(settings, view, capacity=100 * KILOBYTE)
    answers = [
        serve(rf.get(path, headers={"Accept": accept})).content for accept in ("a", "b", "a")
    ]

    assert len(calls) == computed
    assert answers == ([b"a", b"a", b"a"] if computed == 1 else [b"a", b"b", b"a"])


def test_pages_differ_by_query_and_by_host(settings, rf: RequestFactory, watching):
    serve = middleware(
        settings, lambda request: page(request.get_full_path()), capacity=100 * KILOBYTE
    )

    assert serve(rf.get("/?a=1")).content == b"/?a=1"
    assert serve(rf.get("/?a=2")).content == b"/?a=2"


def test_while_a_change_is_being_read_nothing_is_kept(settings, rf: RequestFactory, watching):
    serve = middleware(settings, lambda _request: page(), capacity=100 * KILOBYTE)
    epoch, watching.epoch = watching.epoch, None
    serve(rf.get("/"))
    watching.epoch = epoch

    calls = []
    serve._get_response = lambda _request: (calls.append(1), page())[1]
    serve(rf.get("/"))

    assert len(calls) == 1


def test_when_the_listener_is_cut_off_nothing_is_served_from_memory(
    settings, rf: RequestFactory, watching
):
    calls = []

    def view(_request: HttpRequest) -> HttpResponse:
        calls.append(1)
        return page()

    serve = middleware(settings, view, capacity=100 * KILOBYTE)
    serve(rf.get("/"))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE query LIKE 'LISTEN%%' AND datname = current_database()"
        )
    wait_until(lambda: watching.epoch is None)

    serve(rf.get("/"))

    assert len(calls) == 2
    wait_until(lambda: watching.epoch is not None)


class TestAnUnaskedToken:
    """A cookie with which another application of the same domain, or anybody, spoils ours."""

    MALFORMED = "a"

    @pytest.mark.django_db
    @pytest.mark.parametrize("address", ["/", "/proyectos/", "/en/", "/sitemap.xml"])
    def test_a_malformed_token_does_not_spoil_a_page_for_everyone(self, client, address: str):
        client.cookies["csrf"] = self.MALFORMED

        answer = client.get(address)

        assert (answer.status_code, dict(answer.cookies), answer.headers.get("Vary")) == (
            200,
            {},
            None,
        )

    def test_a_page_with_a_form_still_gets_a_new_one(self, rf: RequestFactory):
        request = rf.get("/")
        request.COOKIES["csrf"] = self.MALFORMED

        answer = guarded(lambda asked: HttpResponse(get_token(asked)))(request)

        assert len(answer.cookies["csrf"].value) == 32
        assert answer.headers["Vary"] == "Cookie"

    def test_a_public_page_that_asks_for_one_still_fails_loudly(self, settings, rf: RequestFactory):
        request = rf.get("/")
        request.COOKIES["csrf"] = self.MALFORMED

        with pytest.raises(CookieOnPublicPage):
            middleware(settings, guarded(lambda asked: page(get_token(asked))))(request)


def guarded(view: Callable[[HttpRequest], HttpResponse]) -> CsrfViewMiddleware:
    """A view behind the guard of forms, as in the settings."""
    return CsrfViewMiddleware(NoTokenUnasked(view))
