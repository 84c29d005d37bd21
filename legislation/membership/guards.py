"""Which changes have a place where a person stands, and what the law says of each. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from legislation.membership.enums import ChangeKind as K
from legislation.procedure.lifecycle import Unlawful

CPR = "Constitución, art. {}"
RS = "Reglamento del Senado, {}"
COMMITTEES = RS.format("arts. 29 a 35")
CAUCUSES = RS.format("arts. 11 a 16")
OFFICES = RS.format("arts. 21 a 26")

CITATIONS: Mapping[K, str] = {
    K.SEAT: CPR.format("49"),
    K.END_SEAT: CPR.format("60"),
    K.REPLACE: CPR.format("51"),
    K.JOIN_CAUCUS: CAUCUSES,
    K.LEAVE_CAUCUS: CAUCUSES,
    K.JOIN_COMMITTEE: COMMITTEES,
    K.LEAVE_COMMITTEE: COMMITTEES,
    K.CHAIR_COMMITTEE: COMMITTEES,
    K.SUBSTITUTE: COMMITTEES,
    K.TAKE_OFFICE: OFFICES,
    K.LEAVE_OFFICE: OFFICES,
    K.SUSPEND: CPR.format("61"),
    K.PERMIT_ABSENCE: RS.format("art. 7"),
    K.RETURN: "Ley 18.918, art. 7",
}
# What is decided elsewhere is entered with the document that decided it.
NEED_PAPER = frozenset({K.SEAT, K.END_SEAT, K.REPLACE, K.SUSPEND, K.PERMIT_ABSENCE})
OF_COMMITTEES = frozenset({K.JOIN_COMMITTEE, K.LEAVE_COMMITTEE, K.CHAIR_COMMITTEE, K.SUBSTITUTE})
# They change who is in office, and so what the votes of their days needed.
CHANGE_IN_OFFICE = frozenset({K.SEAT, K.END_SEAT, K.REPLACE, K.SUSPEND, K.PERMIT_ABSENCE, K.RETURN})


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person holds on the day of the change."""

    has_seat: bool = False
    has_party: bool = False
    has_caucus: bool = False
    has_committee: bool = False
    has_office: bool = False
    is_excluded: bool = False
    has_rows: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition and the sentence for whoever does not meet it."""

    holds: Callable[[Facts], bool]
    sentence: str


def _(message: str) -> str:
    """Marks a sentence for the catalogues; it is translated where it is shown."""
    return message


SEATED = Guard(lambda f: f.has_seat, _("They hold no seat on that day."))
SEATLESS = Guard(lambda f: not f.has_seat, _("They hold a seat already on that day."))
COUNTED = Guard(lambda f: not f.is_excluded, _("They are not in office on that day."))

GUARDS: Mapping[K, tuple[Guard, ...]] = {
    K.SEAT: (SEATLESS,),
    K.REPLACE: (SEATLESS,),
    K.END_SEAT: (SEATED,),
    K.JOIN_PARTY: (Guard(lambda f: not f.has_party, _("They belong to a party on that day.")),),
    K.LEAVE_PARTY: (Guard(lambda f: f.has_party, _("They belong to no party on that day.")),),
    K.JOIN_CAUCUS: (
        SEATED,
        Guard(lambda f: not f.has_caucus, _("They belong to a party caucus on that day.")),
    ),
    K.LEAVE_CAUCUS: (
        Guard(lambda f: f.has_caucus, _("They belong to no party caucus on that day.")),
    ),
    K.JOIN_COMMITTEE: (SEATED,),
    K.LEAVE_COMMITTEE: (
        Guard(lambda f: f.has_committee, _("They sit on no committee on that day.")),
    ),
    K.CHAIR_COMMITTEE: (
        SEATED,
        Guard(lambda f: f.has_committee, _("They sit on no committee on that day.")),
    ),
    K.SUBSTITUTE: (SEATED, COUNTED),
    K.LEAVE_OFFICE: (
        Guard(lambda f: f.has_office, _("They hold no office of the Senate on that day.")),
    ),
    K.SUSPEND: (SEATED, COUNTED),
    K.PERMIT_ABSENCE: (SEATED, COUNTED),
    K.RETURN: (Guard(lambda f: f.is_excluded, _("They are in office: there is no return.")),),
    K.CORRECT: (Guard(lambda f: f.has_rows, _("There is nothing of theirs to correct.")),),
}


def check(kind: K, facts: Facts) -> None:
    """Whether such a change has a place.

    :raises Unlawful: it has none; says why, and the article
    """
    for guard in GUARDS.get(kind, ()):
        if not guard.holds(facts):
            raise Unlawful(guard.sentence, CITATIONS.get(kind, ""))


def why_not(kind: K, facts: Facts) -> str:
    """The sentence that refuses it, not translated yet; empty if it has a place."""
    try:
        check(kind, facts)
    except Unlawful as refusal:
        return refusal.sentence
    return ""
