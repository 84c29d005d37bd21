"""The constitutional journey of a bill as data: which act leads from where to where.

Each row says what is done, from where, to where, under which conditions and where the law
says so. The drawing in the documentation is made from these rows.
"""

from typing import NamedTuple

from legislation.people.enums import Chamber
from legislation.procedure import guards as g
from legislation.procedure.enums import ActKind as A
from legislation.procedure.enums import Standing as S  # noqa: N817 (as above)
from legislation.procedure.guards import Guard

SENATE, DEPUTIES = Chamber.SENATE, Chamber.DEPUTIES
CPR_65, CPR_68, CPR_70 = "Constitución, art. 65", "Constitución, art. 68", "Constitución, art. 70"
CPR_71, CPR_72, CPR_73 = "Constitución, art. 71", "Constitución, art. 72", "Constitución, art. 73"
CPR_75, CPR_93 = "Constitución, art. 75", "Constitución, art. 93"
IN_GENERAL = "Ley 18.918, art. 23; Reglamento del Senado, art. 118"
IN_DETAIL = "Reglamento del Senado, arts. 121 y 124"
AT_ONCE = "Reglamento del Senado, arts. 120 y 127"
NOTICE = "Ley 18.918, art. 13; Reglamento del Senado, art. 78"
SHELF = "Reglamento del Senado, art. 36 bis"
WITHDRAWAL = "Reglamento del Senado, art. 132"
REPORTS = "Ley 18.918, art. 17"

# Where a bill returns to what it was before it was shelved or sent to the Court.
WHERE_IT_WAS = None


class Edge(NamedTuple):
    """One lawful step. ``origin`` limits it to bills that began in that chamber."""

    act: A
    start: S | None
    end: S | None
    citation: str
    guards: tuple[Guard, ...] = ()
    origin: Chamber | None = None


VOTE = (g.COUNT_ADDS_UP, g.CARRIED)
LOST = (g.COUNT_ADDS_UP, g.DEFEATED)

OPENING = (
    Edge(A.FILE, None, S.FILED, CPR_65, origin=SENATE),
    Edge(A.RECEIVE, None, S.SECOND_NOTICE, "Constitución, art. 69", origin=DEPUTIES),
    Edge(
        A.GIVE_NOTICE,
        S.FILED,
        S.FIRST_COMMITTEE,
        NOTICE,
        (g.NOT_FOR_THE_PRESIDENT_ALONE, g.COMMITTEE_NAMED),
    ),
    Edge(A.GIVE_NOTICE, S.SECOND_NOTICE, S.SECOND_COMMITTEE, NOTICE, (g.COMMITTEE_NAMED,)),
    Edge(A.GIVE_NOTICE, S.THIRD_NOTICE, S.THIRD_FLOOR, NOTICE),
    Edge(
        A.DECLARE_INADMISSIBLE, S.FILED, S.INADMISSIBLE, g.GROUND_GIVEN.citation, (g.GROUND_GIVEN,)
    ),
    Edge(
        A.RECONSIDER_ADMISSIBILITY,
        S.INADMISSIBLE,
        S.FIRST_COMMITTEE,
        "Ley 18.918, art. 15; Reglamento del Senado, art. 80",
        (g.COMMITTEE_NAMED, *VOTE),
    ),
)


def _reading(committee: S, floor: S, amending: S, detail: S) -> tuple[Edge, ...]:
    """What is alike in a reading of ours, up to the votes that end it."""
    return (
        Edge(A.REPORT, committee, floor, REPORTS),
        Edge(A.APPROVE_GENERAL, floor, amending, IN_GENERAL, (g.WHOLE_IF_TREATY, *VOTE)),
        Edge(A.REPORT_DETAIL, amending, detail, IN_DETAIL),
    )


READINGS = (
    *_reading(S.FIRST_COMMITTEE, S.FIRST_FLOOR, S.FIRST_SECOND_REPORT, S.FIRST_DETAIL),
    *_reading(S.SECOND_COMMITTEE, S.SECOND_FLOOR, S.SECOND_SECOND_REPORT, S.SECOND_DETAIL),
    Edge(A.APPROVE, S.FIRST_FLOOR, S.SECOND_ELSEWHERE, AT_ONCE, VOTE),
    Edge(A.APPROVE, S.FIRST_SECOND_REPORT, S.SECOND_ELSEWHERE, AT_ONCE, (g.NO_PENDING_AMENDMENTS,)),
    Edge(A.APPROVE, S.FIRST_DETAIL, S.SECOND_ELSEWHERE, IN_DETAIL, VOTE),
    Edge(A.APPROVE, S.FIRST_ELSEWHERE, S.SECOND_NOTICE, "Constitución, art. 69"),
    Edge(A.REJECT_GENERAL, S.FIRST_FLOOR, S.REJECTED_GENERAL, CPR_68, LOST),
    Edge(A.REJECT_GENERAL, S.FIRST_ELSEWHERE, S.REJECTED_GENERAL, CPR_68, LOST),
    Edge(A.APPROVE_UNCHANGED, S.SECOND_FLOOR, S.COMPLETION, CPR_72, VOTE),
    Edge(
        A.APPROVE_UNCHANGED,
        S.SECOND_SECOND_REPORT,
        S.COMPLETION,
        CPR_72,
        (g.NO_PENDING_AMENDMENTS,),
    ),
    Edge(A.APPROVE_UNCHANGED, S.SECOND_DETAIL, S.COMPLETION, CPR_72, VOTE),
    Edge(A.APPROVE_UNCHANGED, S.SECOND_ELSEWHERE, S.COMPLETION, CPR_72, VOTE),
    Edge(
        A.APPROVE_WITH_CHANGES,
        S.SECOND_FLOOR,
        S.THIRD_ELSEWHERE,
        CPR_71,
        (g.WHOLE_IF_TREATY, *VOTE),
    ),
    Edge(
        A.APPROVE_WITH_CHANGES,
        S.SECOND_DETAIL,
        S.THIRD_ELSEWHERE,
        CPR_71,
        (g.WHOLE_IF_TREATY, *VOTE),
    ),
    Edge(
        A.APPROVE_WITH_CHANGES,
        S.SECOND_ELSEWHERE,
        S.THIRD_NOTICE,
        CPR_71,
        (g.WHOLE_IF_TREATY, *VOTE),
    ),
    Edge(A.REJECT_GENERAL, S.SECOND_FLOOR, S.CONFERENCE_IDEA, CPR_70, LOST),
    Edge(A.REJECT_GENERAL, S.SECOND_ELSEWHERE, S.CONFERENCE_IDEA, CPR_70, LOST),
    Edge(A.ACCEPT_CHANGES, S.THIRD_FLOOR, S.COMPLETION, CPR_71, VOTE),
    Edge(A.ACCEPT_CHANGES, S.THIRD_ELSEWHERE, S.COMPLETION, CPR_71, VOTE),
    Edge(A.REJECT_CHANGES, S.THIRD_FLOOR, S.CONFERENCE_CHANGES, CPR_71, LOST),
    Edge(A.REJECT_CHANGES, S.THIRD_ELSEWHERE, S.CONFERENCE_CHANGES, CPR_71, LOST),
)


def _conference(sitting: S, origin: S, revising: S, failed: S, citation: str) -> tuple[Edge, ...]:
    return (
        Edge(A.REPORT_CONFERENCE, sitting, origin, citation),
        Edge(A.FAIL_TO_AGREE, sitting, failed, citation),
        Edge(A.APPROVE_CONFERENCE, origin, revising, citation, VOTE),
        Edge(A.REJECT_CONFERENCE, origin, failed, citation, LOST),
        Edge(A.APPROVE_CONFERENCE, revising, S.COMPLETION, citation, VOTE),
        Edge(A.REJECT_CONFERENCE, revising, failed, citation, LOST),
    )


# After each failed agreement: article 70 when the bill was rejected, 71 when its changes were.
AGREEMENT = (
    *_conference(
        S.CONFERENCE_IDEA, S.REPORT_ORIGIN_IDEA, S.REPORT_REVISING_IDEA, S.NO_AGREEMENT_IDEA, CPR_70
    ),
    *_conference(
        S.CONFERENCE_CHANGES,
        S.REPORT_ORIGIN_CHANGES,
        S.REPORT_REVISING_CHANGES,
        S.NO_AGREEMENT_CHANGES,
        CPR_71,
    ),
    Edge(
        A.ASK_INSISTENCE,
        S.NO_AGREEMENT_IDEA,
        S.INSISTENCE_ORIGIN_IDEA,
        CPR_70,
        (g.ASKED_BY_PRESIDENT,),
    ),
    Edge(A.DROP_ALL, S.NO_AGREEMENT_IDEA, S.REJECTED, CPR_70),
    Edge(
        A.INSIST,
        S.INSISTENCE_ORIGIN_IDEA,
        S.INSISTENCE_REVISING_IDEA,
        CPR_70,
        (g.COUNT_ADDS_UP, g.INSISTED),
    ),
    Edge(
        A.DECLINE_TO_INSIST,
        S.INSISTENCE_ORIGIN_IDEA,
        S.REJECTED,
        CPR_70,
        (g.COUNT_ADDS_UP, g.NOT_INSISTED),
    ),
    Edge(
        A.CONFIRM_REJECTION,
        S.INSISTENCE_REVISING_IDEA,
        S.REJECTED,
        CPR_70,
        (g.COUNT_ADDS_UP, g.REJECTION_CONFIRMED),
    ),
    Edge(
        A.DECLINE_TO_REJECT,
        S.INSISTENCE_REVISING_IDEA,
        S.COMPLETION,
        CPR_70,
        (g.COUNT_ADDS_UP, g.REJECTION_NOT_CONFIRMED),
    ),
    Edge(
        A.ASK_INSISTENCE,
        S.NO_AGREEMENT_CHANGES,
        S.INSISTENCE_ORIGIN_CHANGES,
        CPR_71,
        (g.ASKED_BY_PRESIDENT,),
    ),
    Edge(A.DROP_PART, S.NO_AGREEMENT_CHANGES, S.COMPLETION, CPR_71, (g.WHOLE_IF_TREATY,)),
    Edge(A.DROP_ALL, S.NO_AGREEMENT_CHANGES, S.REJECTED, CPR_71),
    Edge(A.ACCEPT_CHANGES, S.INSISTENCE_ORIGIN_CHANGES, S.COMPLETION, CPR_71, VOTE),
    Edge(
        A.REJECT_CHANGES,
        S.INSISTENCE_ORIGIN_CHANGES,
        S.INSISTENCE_REVISING_CHANGES,
        CPR_71,
        (g.COUNT_ADDS_UP, g.REJECTED_BY_MAJORITY_ONLY),
    ),
    Edge(
        A.DROP_PART,
        S.INSISTENCE_ORIGIN_CHANGES,
        S.COMPLETION,
        CPR_71,
        (g.WHOLE_IF_TREATY, g.COUNT_ADDS_UP, g.REJECTION_CONFIRMED),
    ),
    Edge(
        A.DROP_ALL,
        S.INSISTENCE_ORIGIN_CHANGES,
        S.REJECTED,
        CPR_71,
        (g.COUNT_ADDS_UP, g.REJECTION_CONFIRMED),
    ),
    Edge(
        A.INSIST, S.INSISTENCE_REVISING_CHANGES, S.COMPLETION, CPR_71, (g.COUNT_ADDS_UP, g.INSISTED)
    ),
    Edge(
        A.DROP_PART,
        S.INSISTENCE_REVISING_CHANGES,
        S.COMPLETION,
        CPR_71,
        (g.WHOLE_IF_TREATY, g.COUNT_ADDS_UP, g.NOT_INSISTED),
    ),
    Edge(
        A.DROP_ALL,
        S.INSISTENCE_REVISING_CHANGES,
        S.REJECTED,
        CPR_71,
        (g.COUNT_ADDS_UP, g.NOT_INSISTED),
    ),
)

# A message rejected in general at its origin may be taken to the other chamber (art. 68).
SECOND_CHANCE = (
    Edge(
        A.TAKE_TO_OTHER_CHAMBER,
        S.REJECTED_GENERAL,
        S.INSISTED_ELSEWHERE,
        CPR_68,
        (g.BY_MESSAGE, g.ASKED_BY_PRESIDENT),
    ),
    Edge(A.INSIST, S.INSISTED_ELSEWHERE, S.INSISTED_BACK, CPR_68, (g.COUNT_ADDS_UP, g.INSISTED)),
    Edge(
        A.DECLINE_TO_INSIST,
        S.INSISTED_ELSEWHERE,
        S.REJECTED,
        CPR_68,
        (g.COUNT_ADDS_UP, g.NOT_INSISTED),
    ),
    Edge(
        A.CONFIRM_REJECTION,
        S.INSISTED_BACK,
        S.REJECTED,
        CPR_68,
        (g.COUNT_ADDS_UP, g.REJECTION_CONFIRMED),
    ),
    Edge(
        A.DECLINE_TO_REJECT,
        S.INSISTED_BACK,
        S.FIRST_SECOND_REPORT,
        CPR_68,
        (g.COUNT_ADDS_UP, g.REJECTION_NOT_CONFIRMED),
        SENATE,
    ),
    Edge(
        A.DECLINE_TO_REJECT,
        S.INSISTED_BACK,
        S.FIRST_ELSEWHERE,
        CPR_68,
        (g.COUNT_ADDS_UP, g.REJECTION_NOT_CONFIRMED),
        DEPUTIES,
    ),
)

ENDING = (
    Edge(A.DISPATCH, S.COMPLETION, S.PRESIDENT, CPR_72),
    Edge(A.ASSENT, S.PRESIDENT, S.PROMULGATION, CPR_72, (g.WITHIN_TERM,)),
    Edge(A.DEEM_APPROVED, S.PRESIDENT, S.PROMULGATION, CPR_75, (g.TERM_RAN_OUT,)),
    Edge(A.OBSERVE, S.PRESIDENT, S.VETO_ORIGIN, CPR_73, (g.WITHIN_TERM, g.HAS_OBSERVATIONS)),
    Edge(
        A.DECIDE_OBSERVATIONS, S.VETO_ORIGIN, S.VETO_REVISING, CPR_73, (g.ALL_OBSERVATIONS_DECIDED,)
    ),
    Edge(
        A.DECIDE_OBSERVATIONS,
        S.VETO_REVISING,
        S.PROMULGATION,
        CPR_73,
        (g.ALL_OBSERVATIONS_DECIDED,),
    ),
    Edge(A.DROP_ALL, S.VETO_REVISING, S.REJECTED, CPR_73, (g.ALL_OBSERVATIONS_DECIDED,)),
    Edge(A.SEND_TO_COURT, S.PRESIDENT, S.COURT, CPR_93, (g.COURT_MAY_BE_ASKED,)),
    Edge(A.SEND_TO_COURT, S.PROMULGATION, S.COURT, CPR_93, (g.COURT_MAY_BE_ASKED,)),
    Edge(A.RULE_CONFORM, S.COURT, WHERE_IT_WAS, CPR_93),
    Edge(A.RULE_UNCONSTITUTIONAL, S.COURT, S.REJECTED, "Constitución, art. 94"),
    Edge(A.PROMULGATE, S.PROMULGATION, S.ENACTED, CPR_75, (g.COURT_CONTROL_DONE,)),
    Edge(A.PUBLISH_LAW, S.ENACTED, S.LAW, CPR_75, (g.LAW_NUMBERED,)),
)

NOT_YET_VOTED = (S.FILED, S.FIRST_COMMITTEE, S.FIRST_FLOOR)
SHELVING = (
    Edge(A.SHELVE, S.FIRST_COMMITTEE, S.SHELVED, SHELF, (g.NO_OPEN_QUESTION, g.WAITED_TWO_YEARS)),
    Edge(
        A.SHELVE,
        S.SECOND_COMMITTEE,
        S.SHELVED,
        SHELF,
        (g.NO_OPEN_QUESTION, g.WAITED_TWO_YEARS, g.OTHER_CHAMBER_AGREES),
    ),
    Edge(A.UNSHELVE, S.SHELVED, WHERE_IT_WAS, SHELF, (g.ASKED_BY_ITS_SIDE,)),
    *(
        Edge(A.WITHDRAW, start, S.WITHDRAWN, WITHDRAWAL, (g.NO_OPEN_QUESTION, g.ASKED_BY_AUTHOR))
        for start in NOT_YET_VOTED
    ),
    Edge(A.TAKE_OVER, S.WITHDRAWN, WHERE_IT_WAS, WITHDRAWAL, (g.NOT_EXCLUSIVE,)),
)

IN_COMMITTEE = (S.FIRST_COMMITTEE, S.SECOND_COMMITTEE)
IN_OUR_HANDS = (
    *IN_COMMITTEE,
    *(S.FIRST_FLOOR, S.FIRST_SECOND_REPORT, S.FIRST_DETAIL),
    *(S.SECOND_FLOOR, S.SECOND_SECOND_REPORT, S.SECOND_DETAIL, S.THIRD_FLOOR),
)
ENDED = frozenset({S.LAW, S.REJECTED, S.REJECTED_GENERAL, S.INADMISSIBLE, S.WITHDRAWN, S.SHELVED})
# A chamber or a conference holds the bill, and notice of an urgency can be given there.
BEFORE_A_CHAMBER = tuple(
    standing
    for standing in S
    if standing
    not in ENDED | {S.FILED, S.PRESIDENT, S.COURT, S.PROMULGATION, S.ENACTED, S.COMPLETION}
)
URGENCY = "Constitución, art. 74; Ley 18.918, arts. 26 y 27"

# Acts that leave the dossier where it stands.
STAYING = (
    *(Edge(A.REFER, at, at, REPORTS, (g.COMMITTEE_NAMED,)) for at in IN_OUR_HANDS),
    *(
        Edge(A.CONSULT_SUPREME_COURT, at, at, "Constitución, art. 77; Ley 18.918, art. 16")
        for at in IN_OUR_HANDS
    ),
    Edge(
        A.MERGE, S.FIRST_COMMITTEE, S.FIRST_COMMITTEE, "Ley 18.918, art. 17 A", (g.NAMES_ANOTHER,)
    ),
    *(Edge(A.SET_URGENCY, at, at, URGENCY, (g.ASKED_BY_PRESIDENT,)) for at in BEFORE_A_CHAMBER),
    *(
        Edge(A.WITHDRAW_URGENCY, at, at, URGENCY, (g.URGENCY_RUNS, g.ASKED_BY_PRESIDENT))
        for at in BEFORE_A_CHAMBER
    ),
)

EDGES: tuple[Edge, ...] = (
    *OPENING,
    *READINGS,
    *AGREEMENT,
    *SECOND_CHANCE,
    *ENDING,
    *SHELVING,
    *STAYING,
)
