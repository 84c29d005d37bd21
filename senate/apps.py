from django.apps import AppConfig

from senate import checks
from senate.celery import app as celery_app


class SenateConfig(AppConfig):
    """Binds tasks to the Celery app before any of them is declared, and registers our checks."""

    name = "senate"
    celery_app = celery_app
    checks = checks
