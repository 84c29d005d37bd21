"""What a source says about people, before it is matched with the record. Plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class ObservedSenator:
    """One row of a roster. ``mandate`` is None where the source gives no term."""

    given_names: str
    paternal_surname: str
    maternal_surname: str
    senate_id: int | None = None
    constituency: int | None = None
    mandate: tuple[date, date] | None = None
    party_slug: str = ""
    party_name: str = ""
    party_abbreviation: str = ""
    party_since: date | None = None
    email: str = ""
    phone: str = ""
    curriculum_url: str = ""


@dataclass(frozen=True, kw_only=True)
class ObservedCommittee:
    name: str
    chamber: str
    kind: str
    senate_id: int | None = None
    remit: str = ""
