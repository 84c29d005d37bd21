"""Periodic work of this subject."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from legislation.interchange.remote import Manners, SenateService
from legislation.interchange.services.syncing import sync


@shared_task(name="interchange.sync_senate")
def sync_senate(**_newer_arguments: object) -> None:
    """Bring what changed in the Senate's service. Does nothing until SENATE_SYNC_ENABLED."""
    if not settings.SENATE_SYNC_ENABLED:
        return
    with SenateService(Manners.from_settings()) as service:
        sync(service, clock=timezone.now)
