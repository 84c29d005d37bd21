"""A change as an official enters it, before anything has judged it. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from typing import Any, Self

from legislation.membership.enums import ChangeKind, EndCause, RowKind
from legislation.people.enums import OfficeKind

READERS: Mapping[str, Any] = {
    "kind": ChangeKind,
    "since": date.fromisoformat,
    "until": date.fromisoformat,
    "cause": EndCause,
    "office": OfficeKind,
    "row_kind": RowKind,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What changes, from which day and why.

    ``since`` is the first day on which it is so; ``until`` the first on which it no longer is.
    ``paper`` is the document by which it was decided. ``other_id`` is the senator whom this
    person replaces or stands in for; ``party_id``, where a vacancy is filled, the party that
    names; ``ran_in_list``, that an independent had declared that party (CPR 51). ``row_kind``
    and ``row_id`` say which row is corrected, and then ``until`` may be left open.
    """

    kind: ChangeKind
    since: date
    reason: str
    until: date | None = None
    paper: str = ""
    constituency: int | None = None
    party_id: int | None = None
    caucus_id: int | None = None
    committee_id: int | None = None
    office: OfficeKind | None = None
    cause: EndCause | None = None
    other_id: int | None = None
    ran_in_list: bool = False
    row_kind: RowKind | None = None
    row_id: int | None = None
    given_names: str = ""
    paternal_surname: str = ""
    maternal_surname: str = ""

    def as_json(self) -> dict[str, Any]:
        """The change as plain values; what it does not say is left out."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: _plain(one) for name, one in values.items() if one not in (None, "", False)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        """The change that ``as_json`` wrote."""
        return cls(**{name: READERS.get(name, _as_is)(one) for name, one in values.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value.value) if isinstance(value, Enum) else value


def _as_is(value: Any) -> Any:
    return value
