"""Publishes at its hour what was approved."""

from celery import shared_task
from django.utils import timezone

from legislation.procedure import services


@shared_task(name="procedure.publish_due")
def publish_due(**_newer_arguments: object) -> None:
    """Publish the acts whose hour has come; again, it publishes nothing more."""
    services.publish_due(at=timezone.now())
