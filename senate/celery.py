"""The Celery app. Tasks are found in every application's and every subject's `tasks` module."""

import os
import pkgutil

from celery import Celery

import legislation
from senate.schedule import beat_schedule

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senate.settings.prod")


def packages_with_tasks() -> list[str]:
    """Celery looks into applications by itself, but a subject of legislation is none."""
    subjects = [found.name for found in pkgutil.iter_modules(legislation.__path__) if found.ispkg]
    return [
        "accounts",
        "accounts.ledger",
        "metrics",
        *(f"legislation.{subject}" for subject in subjects),
    ]


app = Celery("senate")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = beat_schedule()
app.autodiscover_tasks(packages_with_tasks)
