"""What every answer says to caches and to browsers of other sites."""

import time

import pytest
from django.db import connection

from legislation.bills.models import Bill
from portals.shared import record_watch
from portals.shared.publishing import CACHE_CONTROL
from tests.factories.bills import BillFactory

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


def test_a_head_is_the_answer_without_its_body(client, senate):
    head, whole = client.head("/api/v1/bills"), client.get("/api/v1/bills")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]


def test_the_revision_grows_when_the_record_changes(client, senate):
    before = int(client.get("/api/v1/bills").headers["Senate-Revision"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('senate.noted', '', true)")
    BillFactory()

    assert int(client.get("/api/v1/bills").headers["Senate-Revision"]) == before + 1


@pytest.fixture
def remembering(settings, transactional_db):
    """A server that keeps pages, and a record that it watches."""
    settings.PUBLIC_CACHE_BYTES = 1_000_000
    record_watch.watch.start()
    deadline = time.monotonic() + 5
    while record_watch.watch.epoch is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    yield
    record_watch.watch.stop()


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


def wait_for_the_watch() -> None:
    """Until what was written has been noticed."""
    state = record_watch.record_state()
    deadline = time.monotonic() + 5
    while (
        record_watch.watch.epoch is None
        or record_watch.watch.state is None
        or record_watch.watch.state.revision != state.revision
    ):
        assert time.monotonic() < deadline
        time.sleep(0.01)
