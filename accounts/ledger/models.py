"""The rows of the ledger and the checkpoints over them. The database refuses to change either."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class LedgerEntry(models.Model):
    """One act. Written by ``services.append`` and by nothing else.

    ``hash`` is SHA-256 of a zero byte, ``previous_hash`` and ``payload``: at once the link of
    the chain and the leaf of the Merkle tree (RFC 6962) under the checkpoints.
    """

    sequence = models.BigIntegerField(primary_key=True)
    recorded_at = models.DateTimeField(help_text="By the database's clock.")
    act = models.CharField(max_length=80)
    # Who is erased leaves a number that names nobody: the row itself may not change.
    actor = models.ForeignKey(
        "accounts.User",
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    authority = models.CharField(max_length=200, blank=True)
    object_kind = models.CharField(max_length=40)
    object_key = models.CharField(max_length=160)
    others = ArrayField(models.TextField(), help_text="Further objects touched, as kind:key.")
    payload = models.TextField(help_text="RFC 8785 JSON, exactly as hashed.")
    previous_hash = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["object_kind", "object_key", "-sequence"], name="acts_of_object"),
            models.Index(fields=["actor", "-sequence"], name="acts_of_actor"),
            models.Index(fields=["act", "-sequence"], name="acts_of_kind"),
            models.Index(fields=["recorded_at"], name="acts_of_period"),
            GinIndex(fields=["others"], name="acts_that_touch"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.act} {self.object_kind}:{self.object_key}"


class Checkpoint(models.Model):
    """The ledger's first ``size`` rows under one signature, as outsiders keep it."""

    size = models.BigIntegerField(primary_key=True)
    root = models.BinaryField()
    made_at = models.DateTimeField()
    key_id = models.CharField(max_length=8)
    signature = models.BinaryField()
    note = models.TextField(help_text="The signed note, exactly as published.")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(size__gte=1), name="a_checkpoint_covers_something"
            ),
        ]

    def __str__(self) -> str:
        return f"checkpoint {self.size}"
