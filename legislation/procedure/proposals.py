"""What an official proposes, before the law has judged it. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legislation.bills.enums import Initiative
from legislation.procedure.details import NOTHING, ActDetails
from legislation.procedure.enums import ActKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What an official enters. ``description`` empty takes the record's own words for it."""

    kind: ActKind
    taken_on: date
    details: ActDetails = NOTHING
    description: str = ""
    session_number: int | None = None
    legislature_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs: the name as it will be printed and, where there is no doubt, the person."""

    printed_name: str
    person_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What is filed. ``suffix`` is the code of its subject, which ends the number.

    ``only_deputies`` and ``only_senate`` say that its matter may begin in that chamber alone
    (CPR 65); ``renews`` is the number of a bill rejected in general that it takes up again.
    """

    title: str
    initiative: Initiative
    suffix: int
    filed_on: date
    grounds: str = ""
    signatures: Sequence[Signature] = ()
    is_treaty: bool = False
    is_exclusive: bool = False
    needs_court_control: bool = False
    only_deputies: bool = False
    only_senate: bool = False
    mixes_reform: bool = False
    renews: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an erratum says instead, and why. An empty description keeps the words."""

    reason: str
    taken_on: date
    description: str = ""
    session_number: int | None = None
    legislature_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What is said of a file that is brought for a dossier.

    ``text_kind`` says which text of the bill it is, where it is one; ``act_position`` which act
    it came with, so that it is not public before that one.
    """

    kind: str
    title: str
    dated_on: date
    text_kind: str = ""
    act_position: int | None = None
