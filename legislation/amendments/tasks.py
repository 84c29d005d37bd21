"""Publishes at its hour the amendment papers that were approved."""

from celery import shared_task
from django.utils import timezone

from legislation.amendments import services


@shared_task(name="amendments.publish_due")
def publish_due(**_newer_arguments: object) -> None:
    """Publish the papers whose hour has come; again, it publishes nothing more."""
    services.publish_due(at=timezone.now())
