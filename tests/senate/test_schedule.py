from __future__ import annotations

from celery.schedules import crontab

from senate import schedule
from senate.celery import app
from senate.schedule import Periodic, beat_schedule
from tests.senate.machine import CHECKOUT


def test_every_row_names_a_task_that_exists() -> None:
    app.loader.import_default_modules()

    assert [row.task for row in schedule.SCHEDULE if row.task not in app.tasks] == []


def test_the_tasks_of_every_subject_are_found() -> None:
    app.loader.import_default_modules()
    declared = {
        path.relative_to(CHECKOUT).with_suffix("").as_posix().replace("/", ".")
        for path in CHECKOUT.glob("*/**/tasks.py")
        if ".venv" not in path.parts
    }

    assert declared
    assert declared <= {task.__module__ for task in app.tasks.values()}


def test_every_row_says_why_it_runs_when_it_runs() -> None:
    assert [row.task for row in schedule.SCHEDULE if not row.because.strip()] == []


def test_the_table_reads_as_celery_wants_it(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    hourly = crontab(minute=5)
    monkeypatch.setattr(schedule, "SCHEDULE", (Periodic("bills.count", hourly, "figures"),))

    assert beat_schedule() == {"bills.count": {"task": "bills.count", "schedule": hourly}}


def test_tasks_run_in_santiagos_time_and_at_once_in_tests() -> None:
    assert (app.conf.timezone, app.conf.task_always_eager) == ("America/Santiago", True)
