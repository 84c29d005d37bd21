"""Signs the ledger for outsiders, every few minutes when something happened."""

from celery import shared_task
from django.utils import timezone

from accounts.ledger import services


@shared_task(name="ledger.make_checkpoint")
def make_checkpoint(**_newer_arguments: object) -> None:
    """Sign what is in the ledger now. Does nothing when nothing happened."""
    services.make_checkpoint(at=timezone.now())
