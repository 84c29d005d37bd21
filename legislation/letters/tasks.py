"""Publishes at its hour the letters that were approved."""

from celery import shared_task
from django.utils import timezone

from legislation.letters import services


@shared_task(name="letters.publish_due")
def publish_due(**_newer_arguments: object) -> None:
    """Publish the letters whose hour has come; again, it publishes nothing more."""
    services.publish_due(at=timezone.now())
