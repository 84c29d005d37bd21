"""Publishes at its hour what was approved."""

from celery import shared_task
from django.utils import timezone

from legislation.procedure import services


@shared_task(name="procedure.lapse_urgencies")
def lapse_urgencies(**_newer_arguments: object) -> None:
    """End the urgencies that died with the legislature; again, it ends none."""
    services.lapse_urgencies(on=timezone.localdate())


@shared_task(name="procedure.publish_due")
def publish_due(**_newer_arguments: object) -> None:
    """Publish the acts and documents whose hour has come; again, it publishes nothing more."""
    now = timezone.now()
    services.publish_due(at=now)
    services.publish_due_documents(at=now)
