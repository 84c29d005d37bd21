"""The Celery app. Tasks are found in each package's `tasks` modules."""

import os

from celery import Celery

from senate.schedule import beat_schedule

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senate.settings.prod")

app = Celery("senate")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = beat_schedule()
app.autodiscover_tasks()
