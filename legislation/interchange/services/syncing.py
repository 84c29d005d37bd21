"""Brings what changed in the Senate's own service since the last time."""

import logging
from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone

from legislation.interchange import remote
from legislation.interchange.enums import RunState
from legislation.interchange.models import ImportRun
from legislation.interchange.services.importing import Report, import_inputs

log = logging.getLogger(__name__)


def sync(service: remote.SenateService, *, clock: Callable[[], datetime]) -> Report:
    """Import the bills that moved since the last sync that refused nothing.

    The day of that sync is asked for again: it was not over. The service answers for a
    month; what a longer pause missed has to be imported by number, and the log says so.

    :raises ImportUnderway: another import is running
    """
    today = timezone.localdate(clock())
    first = last_synced_day(service.url)
    earliest = remote.earliest_day(today)
    if first is None or first < earliest:
        log.warning("The service goes back to %s; what moved before is not synced.", earliest)
        first = earliest
    inputs = remote.bills_moved_since(service, first, today)
    return import_inputs(inputs, origin=origin_since(service.url, first), clock=clock)


def origin_since(url: str, first: date) -> str:
    """How a run over the live service is remembered."""
    return f"{url} ≥ {first:%Y-%m-%d}"


def last_synced_day(url: str) -> date | None:
    """The day of the last run over this service that asked day by day and refused nothing."""
    run = (
        ImportRun.objects.filter(state=RunState.FINISHED, origin__startswith=f"{url} ≥ ")
        .order_by("-started_at")
        .first()
    )
    return timezone.localdate(run.started_at) if run else None
