"""Delivery of what happened: at once after the commit, and again for what was missed."""

from celery import shared_task
from django.utils import timezone

from legislation.events import dispatch


@shared_task(name="events.deliver")
def deliver(*, sequence: int, **_newer_arguments: object) -> None:
    """Run the reactions to the act of this number that were not run yet."""
    dispatch.deliver(sequence, at=timezone.now())


@shared_task(name="events.sweep")
def sweep(**_newer_arguments: object) -> None:
    """Run every reaction that is due: lost with the broker, or failed before."""
    dispatch.sweep(at=timezone.now())
