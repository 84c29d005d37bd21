"""Periodic work of this subject."""

from dataclasses import replace

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from legislation.interchange.remote import Manners, SenateService
from legislation.interchange.services.syncing import sync

# The workers are threads, whose time nobody can limit from outside: a visit ends by itself.
LONGEST_SYNC = 25 * 60.0  # seconds; the next one is due after 30 minutes


@shared_task(name="interchange.sync_senate")
def sync_senate(**_newer_arguments: object) -> None:
    """Bring what changed in the Senate's service. Does nothing until SENATE_SYNC_ENABLED."""
    if not settings.SENATE_SYNC_ENABLED:
        return
    manners = replace(Manners.from_settings(), longest_visit=LONGEST_SYNC)
    with SenateService(manners) as service:
        sync(service, clock=timezone.now)
