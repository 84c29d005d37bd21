from django.apps import AppConfig

from senate.celery import app as celery_app


class SenateConfig(AppConfig):
    """Binds tasks to the Celery app before any of them is declared."""

    name = "senate"
    celery_app = celery_app
