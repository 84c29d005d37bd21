"""What belongs to one act besides its kind and its day, as plain values. Pure.

Kept as JSON with the act: only what is not empty, by these very names, which never change.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDetails:
    """What an official enters with an act. Counts are heads; numbers of bills are boletines.

    ``committee`` is the committee's permanent address; ``observations`` are the President's, each a title; ``decisions`` says of each, in order,
    how the chamber decided (APPROVED, REJECTED, INSISTED).
    """

    committee: str = ""
    committee_name: str = ""
    further_committees: tuple[str, ...] = ()
    ground: str = ""
    requester: str = ""
    in_favour: int | None = None
    against: int | None = None
    present: int | None = None
    other_chamber_agrees: bool = False
    urgency: str = ""
    observations: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    merges_with: tuple[str, ...] = ()
    letter: str = ""
    law_number: int | None = None
    law_published_on: str = ""

    def as_json(self) -> dict[str, Any]:
        """What is not empty, by name."""
        return {
            field.name: list(value) if isinstance(value, tuple) else value
            for field in dataclasses.fields(self)
            if (value := getattr(self, field.name)) not in (None, "", (), False)
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "ActDetails":
        """The details as they were kept; names that are no longer known are left out."""
        known = {field.name for field in dataclasses.fields(cls)}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in kept.items()
            if name in known
        }
        return cls(**values)


NOTHING = ActDetails()
