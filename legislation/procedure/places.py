"""What the public record calls the place where a dossier stands. Pure."""

from enum import Enum, auto
from typing import NamedTuple

from legislation.bills.enums import Stage, Status
from legislation.people.enums import Chamber
from legislation.procedure.enums import Standing as S  # noqa: N817 (the table reads by its letters)


class Holder(Enum):
    """Who has the bill, told by where it began."""

    ORIGIN = auto()
    REVISING = auto()
    BOTH = auto()
    OUTSIDE = auto()


class Place(NamedTuple):
    stage: Stage
    holder: Holder
    status: Status = Status.IN_PROGRESS


ORIGIN, REVISING, BOTH, OUTSIDE = Holder.ORIGIN, Holder.REVISING, Holder.BOTH, Holder.OUTSIDE

PLACES: dict[S, Place] = {
    S.FILED: Place(Stage.FIRST, ORIGIN),
    S.FIRST_COMMITTEE: Place(Stage.FIRST, ORIGIN),
    S.FIRST_FLOOR: Place(Stage.FIRST, ORIGIN),
    S.FIRST_SECOND_REPORT: Place(Stage.FIRST, ORIGIN),
    S.FIRST_DETAIL: Place(Stage.FIRST, ORIGIN),
    S.FIRST_ELSEWHERE: Place(Stage.FIRST, ORIGIN),
    S.SECOND_NOTICE: Place(Stage.SECOND, REVISING),
    S.SECOND_COMMITTEE: Place(Stage.SECOND, REVISING),
    S.SECOND_FLOOR: Place(Stage.SECOND, REVISING),
    S.SECOND_SECOND_REPORT: Place(Stage.SECOND, REVISING),
    S.SECOND_DETAIL: Place(Stage.SECOND, REVISING),
    S.SECOND_ELSEWHERE: Place(Stage.SECOND, REVISING),
    S.THIRD_NOTICE: Place(Stage.THIRD, ORIGIN),
    S.THIRD_FLOOR: Place(Stage.THIRD, ORIGIN),
    S.THIRD_ELSEWHERE: Place(Stage.THIRD, ORIGIN),
    S.CONFERENCE_IDEA: Place(Stage.CONFERENCE_IDEA, BOTH),
    S.CONFERENCE_CHANGES: Place(Stage.CONFERENCE_CHANGES, BOTH),
    S.REPORT_ORIGIN_IDEA: Place(Stage.CONFERENCE_REPORT_ORIGIN, ORIGIN),
    S.REPORT_ORIGIN_CHANGES: Place(Stage.CONFERENCE_REPORT_ORIGIN, ORIGIN),
    S.REPORT_REVISING_IDEA: Place(Stage.CONFERENCE_REPORT_REVISING, REVISING),
    S.REPORT_REVISING_CHANGES: Place(Stage.CONFERENCE_REPORT_REVISING, REVISING),
    S.NO_AGREEMENT_IDEA: Place(Stage.CONFERENCE_IDEA, BOTH),
    S.NO_AGREEMENT_CHANGES: Place(Stage.CONFERENCE_CHANGES, BOTH),
    S.INSISTENCE_ORIGIN_IDEA: Place(Stage.INSISTENCE, ORIGIN),
    S.INSISTENCE_REVISING_IDEA: Place(Stage.INSISTENCE, REVISING),
    S.INSISTENCE_ORIGIN_CHANGES: Place(Stage.INSISTENCE, ORIGIN),
    S.INSISTENCE_REVISING_CHANGES: Place(Stage.INSISTENCE, REVISING),
    S.REJECTED_GENERAL: Place(Stage.FIRST, ORIGIN, Status.REJECTED),
    S.INSISTED_ELSEWHERE: Place(Stage.FIRST_INSISTED, REVISING),
    S.INSISTED_BACK: Place(Stage.FIRST_INSISTED, ORIGIN),
    S.COMPLETION: Place(Stage.COMPLETION, ORIGIN),
    S.PRESIDENT: Place(Stage.PRESIDENT, OUTSIDE),
    S.VETO_ORIGIN: Place(Stage.VETO_ORIGIN, ORIGIN),
    S.VETO_REVISING: Place(Stage.VETO_REVISING, REVISING),
    S.COURT: Place(Stage.COURT, OUTSIDE),
    S.PROMULGATION: Place(Stage.PRESIDENT, OUTSIDE),
    S.ENACTED: Place(Stage.PRESIDENT, OUTSIDE),
    S.LAW: Place(Stage.FINISHED, OUTSIDE, Status.PUBLISHED),
    S.REJECTED: Place(Stage.FINISHED, OUTSIDE, Status.REJECTED),
    S.INADMISSIBLE: Place(Stage.FIRST, ORIGIN, Status.INADMISSIBLE),
    S.WITHDRAWN: Place(Stage.FINISHED, OUTSIDE, Status.WITHDRAWN),
    S.SHELVED: Place(Stage.ARCHIVED, OUTSIDE, Status.ARCHIVED),
}

# Where a bill of the record that was observed elsewhere is taken up, told by its stage alone:
# the first step of that stage, which the law lets any of its acts follow.
TAKEN_UP: dict[tuple[Stage, Chamber], S] = {
    (Stage.FIRST, Chamber.SENATE): S.FIRST_COMMITTEE,
    (Stage.FIRST, Chamber.DEPUTIES): S.FIRST_ELSEWHERE,
    (Stage.SECOND, Chamber.DEPUTIES): S.SECOND_COMMITTEE,
    (Stage.SECOND, Chamber.SENATE): S.SECOND_ELSEWHERE,
    (Stage.THIRD, Chamber.SENATE): S.THIRD_FLOOR,
    (Stage.THIRD, Chamber.DEPUTIES): S.THIRD_ELSEWHERE,
    **{(Stage.COMPLETION, origin): S.COMPLETION for origin in (Chamber.SENATE, Chamber.DEPUTIES)},
    **{(Stage.PRESIDENT, origin): S.PRESIDENT for origin in (Chamber.SENATE, Chamber.DEPUTIES)},
    **{(Stage.COURT, origin): S.COURT for origin in (Chamber.SENATE, Chamber.DEPUTIES)},
}


def chamber_of(holder: Holder, origin: Chamber) -> str:
    """The chamber that holds the bill, «» where none does."""
    if holder is OUTSIDE:
        return ""
    if holder is BOTH:
        return Chamber.BOTH
    if holder is ORIGIN:
        return origin
    return Chamber.DEPUTIES if origin == Chamber.SENATE else Chamber.SENATE
