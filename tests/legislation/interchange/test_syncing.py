"""Bringing what changed since the last time."""

from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest

from legislation.bills.models import Bill
from legislation.interchange import tasks
from legislation.interchange.enums import FileOutcome, RunState
from legislation.interchange.models import ImportLoss, ImportRun
from legislation.interchange.readers import losses
from legislation.interchange.remote import Manners, SenateService
from legislation.interchange.services import Report
from legislation.interchange.services.syncing import last_synced_day, origin_since, sync
from tests.factories.interchange import bill_xml
from tests.legislation.interchange.service import Answer, FakeService

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 8, 12, 3, tzinfo=UTC)  # 11 August, 23:00 in Santiago


def day(text: str) -> str:
    return f"/wspublico/tramitacion.php?fecha={quote(text, safe='')}"


def synced(service: FakeService) -> Report:
    manners = Manners(url=service.url, per_second=1000, tries=1)
    with SenateService(manners) as senate:
        return sync(senate, clock=lambda: NOW)


def last_run(service: FakeService, on: datetime, state: RunState = RunState.FINISHED) -> None:
    origin = origin_since(service.url, date(2026, 8, 1))
    ImportRun.objects.create(started_at=on, finished_at=on, state=state, origin=origin)


def test_it_asks_from_the_day_of_the_last_run_to_today(service: FakeService) -> None:
    last_run(service, datetime(2026, 8, 10, 15, tzinfo=UTC))
    service.answers[day("10/08/2026")] = [Answer(b"<proyectos></proyectos>")]
    service.answers[day("11/08/2026")] = [Answer(bill_xml())]

    report = synced(service)

    assert service.asked == [day("10/08/2026"), day("11/08/2026")]
    assert report.outcomes == {FileOutcome.UNCHANGED: 1, FileOutcome.CREATED: 1}
    assert Bill.objects.get().number == "90001-07"
    assert last_synced_day(service.url) == date(2026, 8, 11)


def test_a_run_that_refused_something_does_not_count(service: FakeService) -> None:
    last_run(service, datetime(2026, 8, 10, 15, tzinfo=UTC))
    last_run(service, datetime(2026, 8, 11, 15, tzinfo=UTC), RunState.FAILED)

    assert last_synced_day(service.url) == date(2026, 8, 10)


def test_the_first_time_it_asks_for_the_month_that_the_service_keeps(
    service: FakeService, caplog: pytest.LogCaptureFixture
) -> None:
    report = synced(service)

    assert service.asked[0] == day("11/07/2026")
    assert service.asked[-1] == day("11/08/2026")
    assert report.outcomes == {FileOutcome.REFUSED: 32}
    assert "2026-07-11" in caplog.text


def test_the_task_does_nothing_until_it_is_enabled(service: FakeService, settings: object) -> None:
    settings.SENATE_SERVICE_URL = service.url

    tasks.sync_senate()

    assert (service.asked, ImportRun.objects.count()) == ([], 0)


def test_the_task_syncs_once_it_is_enabled(service: FakeService, settings: object) -> None:
    settings.SENATE_SERVICE_URL = service.url
    settings.SENATE_SERVICE_RATE = 1000.0
    settings.SENATE_SERVICE_TRIES = 1
    settings.SENATE_SYNC_ENABLED = True

    tasks.sync_senate.delay()

    assert len(service.asked) == 32
    assert ImportRun.objects.get().origin.startswith(f"{service.url} ≥ ")


def test_the_task_has_the_name_that_the_schedule_knows() -> None:
    assert tasks.sync_senate.name == "interchange.sync_senate"


def test_a_bill_that_is_not_understood_is_listed_and_the_day_is_not_asked_for_again(
    service: FakeService,
) -> None:
    last_run(service, datetime(2026, 8, 10, 15, tzinfo=UTC))
    service.answers[day("10/08/2026")] = [Answer(bill_xml(status="Suspendido"))]
    service.answers[day("11/08/2026")] = [Answer(bill_xml("90002-07"))]

    report = synced(service)

    assert report.refused == []
    assert Bill.objects.get().number == "90002-07"
    assert last_synced_day(service.url) == date(2026, 8, 11)
    assert ImportLoss.objects.get(reason=losses.BILL_REFUSED).file.name.endswith("10/08/2026")


def test_the_task_has_an_end(
    service: FakeService, settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SENATE_SERVICE_URL = service.url
    settings.SENATE_SERVICE_TRIES = 1
    settings.SENATE_SYNC_ENABLED = True
    monkeypatch.setattr(tasks, "LONGEST_SYNC", 0.0)

    tasks.sync_senate()

    assert service.asked == []
    assert ImportRun.objects.get().state == RunState.FAILED
