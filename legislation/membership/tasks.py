"""Applies at its hour what was approved."""

from celery import shared_task
from django.utils import timezone

from legislation.membership import services


@shared_task(name="membership.publish_due")
def publish_due(**_newer_arguments: object) -> None:
    """Apply the changes of people whose hour has come; again, it applies nothing more."""
    services.publish_due(at=timezone.now())
