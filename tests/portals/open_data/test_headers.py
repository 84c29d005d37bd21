"""What every answer says to caches and to browsers of other sites."""

import pytest
from django.db import connection

from legislation.bills.models import Bill
from portals.shared import record_watch
from portals.shared.publishing import CACHE_CONTROL
from tests.factories.bills import BillFactory
from tests.waiting import wait_until

EVERY_FORMAT = (
    "/api/v1/",
    "/api/v1/bills",
    "/api/v1/bills/17345-11",
    "/api/v1/openapi.json",
    "/proyectos.json",
    "/proyectos.csv",
    "/proyectos.atom",
    "/votaciones/374/39/1.csv",
    "/agenda.ics",
    "/buscar.atom?q=espera",
    "/robots.txt",
    "/opensearch.xml",
    "/api/",
    "/en/api/",
)


@pytest.mark.parametrize("path", EVERY_FORMAT)
def test_whoever_has_it_already_is_told_so(client, senate, path):
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["ETag"]})

    assert first.headers["ETag"].startswith('"')
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", EVERY_FORMAT)
def test_anybody_may_keep_it_and_nothing_tells_who_asked(client, senate, path):
    response = client.get(path)

    assert response.headers["Cache-Control"] == CACHE_CONTROL
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("path", [path for path in EVERY_FORMAT if not path.endswith("/api/")])
def test_any_site_may_read_it(client, senate, path):
    response = client.get(path, headers={"origin": "https://elsewhere.example"})
    asked_first = client.options(path, headers={"origin": "https://elsewhere.example"})

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response.headers["Access-Control-Expose-Headers"]
    assert (asked_first.status_code, asked_first.content) == (204, b"")
    assert asked_first.headers["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in asked_first.headers["Access-Control-Allow-Headers"]


CORS = ("Access-Control-Allow-Origin", "Access-Control-Expose-Headers")


@pytest.mark.parametrize("path", [path for path in EVERY_FORMAT if not path.endswith("/api/")])
def test_any_site_may_also_read_that_nothing_changed(client, senate, path):
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["ETag"]})

    assert again.status_code == 304
    assert [again.headers[name] for name in CORS] == [first.headers[name] for name in CORS]
    assert again.headers.get("Vary") == first.headers.get("Vary")


def test_a_head_is_the_answer_without_its_body(client, senate):
    head, whole = client.head("/api/v1/bills"), client.get("/api/v1/bills")

    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) == dict(whole.headers)


def test_a_head_too_is_told_that_nothing_changed(client, senate):
    etag = client.get("/api/v1/bills").headers["ETag"]

    again = client.head("/api/v1/bills", headers={"if-none-match": etag})

    assert (again.status_code, again.headers["ETag"]) == (304, etag)
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_what_a_proxy_compressed_is_still_known_by_its_name(client, senate):
    etag = client.get("/api/v1/bills").headers["ETag"]

    assert client.get("/api/v1/bills", headers={"if-none-match": f"W/{etag}"}).status_code == 304


def test_the_revision_grows_when_the_record_changes(client, senate):
    before = int(client.get("/api/v1/bills").headers["Senate-Revision"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('senate.noted', '', true)")
    BillFactory()

    assert int(client.get("/api/v1/bills").headers["Senate-Revision"]) == before + 1


@pytest.fixture
def remembering(settings, watching) -> None:
    """A server that keeps pages, and a record that it watches."""
    settings.PUBLIC_CACHE_BYTES = 1_000_000


@pytest.mark.parametrize(
    "path", ["/api/v1/bills", "/api/v1/bills/1-01", "/proyectos.csv", "/proyectos.atom"]
)
def test_it_is_given_from_memory_until_the_record_changes(
    remembering, client, django_assert_num_queries, path
):
    bill = BillFactory(number="1-01", title="Antes")
    wait_for_the_watch()
    client.get(path)

    with django_assert_num_queries(0):
        kept = client.get(path)
    Bill.objects.filter(pk=bill.pk).update(title="Después")
    wait_for_the_watch()

    assert "Antes" in kept.content.decode()
    assert "Después" in client.get(path).content.decode()


def asking(client, path: str, accept: str):
    return client.get(path, headers={"accept": accept})


def test_what_one_accepts_is_not_given_to_who_refuses_it(remembering, client):
    BillFactory(number="1-01")
    wait_for_the_watch()

    accepts = ("application/json", "text/html", "application/xml;q=0.9, */*;q=0.1", "text/html")
    answers = [asking(client, "/api/v1/bills", accept).status_code for accept in accepts]

    assert answers == [200, 406, 200, 406]


def test_a_form_that_one_asked_for_is_not_given_to_all(remembering, client):
    BillFactory(number="1-01")
    wait_for_the_watch()
    indented = asking(client, "/api/v1/bills", "application/json; indent=4")

    usual = asking(client, "/api/v1/bills", "application/json")
    again = asking(client, "/api/v1/bills", "application/json; indent=4")

    assert indented.json() == usual.json()
    assert indented.content == again.content != usual.content
    assert indented.headers["ETag"] == again.headers["ETag"] != usual.headers["ETag"]


def test_what_is_kept_for_one_form_is_no_proof_of_another(remembering, client):
    BillFactory(number="1-01")
    wait_for_the_watch()
    etag = asking(client, "/api/v1/bills", "application/json; indent=4").headers["ETag"]
    asking(client, "/api/v1/bills", "application/json")

    answer = client.get(
        "/api/v1/bills", headers={"accept": "application/json", "if-none-match": etag}
    )

    assert (answer.status_code, answer.headers["Vary"]) == (200, "Accept")


@pytest.mark.parametrize("path", ["/proyectos.json", "/proyectos.csv", "/api/v1/openapi.json"])
def test_whose_ending_is_its_form_is_the_same_for_all(remembering, client, path):
    BillFactory(number="1-01")
    wait_for_the_watch()

    first, second = (asking(client, path, accept) for accept in ("text/html", "image/png"))

    assert (first.status_code, second.status_code) == (200, 200)
    assert dict(first.headers) == dict(second.headers)
    assert "Vary" not in first.headers


@pytest.mark.parametrize("path", ["/api/v1/bills", "/proyectos.csv"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_who_asks_from_another_site_reads_what_is_kept(remembering, client, path, method):
    BillFactory(number="1-01")
    wait_for_the_watch()
    fresh = client.get(path)
    etag = {"if-none-match": fresh.headers["ETag"]}

    kept, unchanged = getattr(client, method)(path), getattr(client, method)(path, headers=etag)

    assert dict(kept.headers) == dict(fresh.headers)
    assert unchanged.status_code == 304
    assert [unchanged.headers[name] for name in CORS] == [fresh.headers[name] for name in CORS]


def test_a_head_leaves_the_whole_answer_in_memory(remembering, client):
    BillFactory(number="1-01")
    wait_for_the_watch()
    client.head("/api/v1/bills")

    assert client.get("/api/v1/bills").json()["results"][0]["number"] == "1-01"


def wait_for_the_watch() -> None:
    """Until what was written has been noticed."""
    written, watch = record_watch.record_state(), record_watch.watch
    wait_until(
        lambda: (
            watch.epoch is not None
            and watch.state is not None
            and watch.state.revision == written.revision
        )
    )
