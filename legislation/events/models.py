"""Which reaction to which act is pending, done or given up. The act itself is in the ledger."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.ledger.models import LedgerEntry
from legislation.events.enums import DeliveryState


class Delivery(models.Model):
    """One reaction to one act. Written in the act's transaction, run after it."""

    entry = models.ForeignKey(
        LedgerEntry, on_delete=models.PROTECT, related_name="deliveries", db_index=False
    )
    reaction = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(help_text="Not to be tried before.")
    done_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry", "reaction"], name="an_act_is_delivered_once_to_each"
            ),
            models.CheckConstraint(
                condition=Q(state__in=DeliveryState.values), name="a_delivery_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=False, state=DeliveryState.DONE)
                | (Q(done_at__isnull=True) & ~Q(state=DeliveryState.DONE)),
                name="a_delivery_done_says_when",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["next_at"],
                condition=Q(state=DeliveryState.PENDING),
                name="deliveries_due",
            ),
            models.Index(
                fields=["-entry"],
                condition=Q(state=DeliveryState.DEAD),
                name="deliveries_given_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} → {self.reaction}: {self.state}"
