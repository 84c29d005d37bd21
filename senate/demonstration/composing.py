"""Composes the whole demonstration: who they are, what they proposed, what they decided."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from legislation.bills.enums import BillKind, Initiative, Stage
from legislation.bills.observed import ObservedBill
from legislation.people.enums import CommitteeRole
from legislation.votes.observed import ObservedVote
from senate.demonstration.committee_sittings import CommitteeSittings, SeatsOn
from senate.demonstration.days import (
    FIRST_REFERENCE_DAY,
    LAST_REFERENCE_DAY,
    Calendar,
)
from senate.demonstration.directory import Directory
from senate.demonstration.drafting import ArticleTemplate, fill
from senate.demonstration.duties import OPEN_ENDED, Duties, Seat, duties
from senate.demonstration.ideas import Idea, load
from senate.demonstration.journey import PlannedStep
from senate.demonstration.matters import MatterPlanner
from senate.demonstration.members import Member, Members, Span, members
from senate.demonstration.numbering import (
    Numbered,
    number_bills,
    number_laws,
    number_letters,
    number_matters,
)
from senate.demonstration.planning import Planner
from senate.demonstration.routes import BUDGET_CASE, Case
from senate.demonstration.sittings import Agendas, BillKey, PlannedSession, key_of
from senate.demonstration.telling import (
    BUDGET,
    Teller,
    authors,
    conference_name,
    groups_to_merge,
    merges,
)
from senate.demonstration.urgencies import (
    PlannedUrgency,
    give_notice,
    past_urgencies,
    running_urgencies,
)
from senate.demonstration.voting import Asked, Attended, Floor, pair_spans, with_disagreements

BUDGET_FILED = (10, 8)
BUDGET_SEASON = ((10, 12), (11, 30))
JOINT_STAGES = frozenset({Stage.CONFERENCE_CHANGES, Stage.CONFERENCE_IDEA})


@dataclass(frozen=True)
class Plot:
    """Everything but the places of people and committees in the record."""

    seed: int
    on: date
    calendar: Calendar
    members: Members
    duties: Duties
    numbered: tuple[Numbered, ...]
    urgencies: dict[str, list[PlannedUrgency]]
    merged: tuple[tuple[Numbered, ...], ...]
    conference_seats: tuple[Seat, ...] = ()


@dataclass(frozen=True)
class Story:
    """What the services record, in the order in which they need it."""

    bills: tuple[ObservedBill, ...]
    sessions: tuple[PlannedSession, ...]
    votes: tuple[tuple[BillKey, ObservedVote], ...]
    pairs: tuple[tuple[Member, Member, Span], ...] = field(default=())


def plot(seed: int, on: date) -> Plot:
    """Invent a Senate as it stands on a day: the same for the same seed and day.

    :raises ValueError: the day is not one that the demonstration can tell of
    """
    if not FIRST_REFERENCE_DAY <= on <= LAST_REFERENCE_DAY:
        raise ValueError(
            f"The demonstration tells of days from {FIRST_REFERENCE_DAY} to {LAST_REFERENCE_DAY}."
        )
    calendar, people = Calendar(on), members(seed, on)
    numbered = _numbered(seed, on, calendar, people)
    # The President hurries bills (CPR 74): matters of the Senate alone have no urgencies.
    bills = [one.journey for one in numbered if one.kind is BillKind.BILL]
    urgencies: dict[str, list[PlannedUrgency]] = defaultdict(list)
    for bill in bills:
        urgencies[bill.idea.key] += past_urgencies(seed, bill)
    for key, urgency in running_urgencies(seed, on, bills).items():
        urgencies[key].append(urgency)
    give_notice(seed, numbered, urgencies)
    merged = groups_to_merge(numbered)
    for group in merged:
        _tell_of_merge(calendar, on, group)
    held = duties(seed, on, people)
    return Plot(
        seed=seed,
        on=on,
        calendar=calendar,
        members=people,
        duties=held,
        numbered=tuple(numbered),
        urgencies=dict(urgencies),
        merged=tuple(tuple(group) for group in merged),
        conference_seats=tuple(_conference_seats(numbered, held)),
    )


def tell(found: Plot, directory: Directory) -> Story:
    """What the services are to record, with people and committees where the record has them."""
    teller = Teller(found.seed, found.on, found.members, directory)
    by_number = merges(found.merged)
    agendas = Agendas(found.seed, found.calendar, found.numbered, directory)
    attended = _attended(found, agendas, directory)
    committees = CommitteeSittings(
        found.seed, found.calendar, found.numbered, directory, _seats_on(found)
    )
    return Story(
        bills=tuple(
            teller.bill(
                one, found.urgencies.get(one.journey.idea.key, ()), by_number.get(one.number, ())
            )
            for one in found.numbered
        ),
        sessions=(
            *agendas.held(attended),
            *agendas.coming(found.urgencies),
            *committees.held(),
            *committees.coming(found.urgencies),
        ),
        votes=tuple((key_of(bill), vote) for day in attended for bill, vote in day.votes),
        pairs=tuple(pair_spans(attended)),
    )


def conference_committees(found: Plot) -> list[str]:
    """Names of the conference committees that were formed, in order."""
    return list(
        dict.fromkeys(seat.committee for seat in found.conference_seats if seat.committee != BUDGET)
    )


def _numbered(seed: int, on: date, calendar: Calendar, people: Members) -> list[Numbered]:
    planner = Planner(seed, on, calendar)
    bills = [*planner.journeys(), planner.journey(_budget_case(on), _budget_idea(on))]
    laws = number_laws(seed, bills)
    published = [one for one in bills if one.idea.key in laws]
    published.sort(key=lambda one: laws[one.idea.key])
    bills += planner.reforms([(one, laws[one.idea.key]) for one in published])
    numbered = number_bills(seed, bills, laws)
    abroad = next(one for one in people.exclusions if one.reason == "ABROAD")
    matters = MatterPlanner(seed, on, calendar, abroad.span[0]).journeys()
    numbered += number_matters(seed, matters, numbered)
    number_letters(numbered)
    return numbered


def _budget_idea(on: date) -> Idea:
    words = load("budget.toml")
    told = words["season" if _is_budget_season(on) else "otherwise"]
    slots = {"year": str(on.year), "next": str(on.year + 1)}
    return Idea(
        key="presupuesto",
        pattern="",
        kind="budget",
        title=fill(told["title"], slots),
        plain_title=fill(told["plain"], slots),
        summary=tuple(told["summary"]),
        code="05",
        committee="hacienda",
        subjects=(words["subject"],),
        initiatives=(Initiative.MESSAGE,),
        articles=(ArticleTemplate("unico", words["body"]),),
    )


def _budget_case(on: date) -> Case:
    if not _is_budget_season(on):
        return BUDGET_CASE
    ago = (on - date(on.year, *BUDGET_FILED)).days
    return replace(BUDGET_CASE, span=(ago, ago))


def _is_budget_season(on: date) -> bool:
    first, last = BUDGET_SEASON
    return first <= (on.month, on.day) <= last


def _tell_of_merge(calendar: Calendar, on: date, group: Sequence[Numbered]) -> None:
    """The floor agrees to debate them together (LOC 17 A)."""
    latest = max(one.journey.day for one in group)
    day = calendar.floor_day(group[0].journey.chamber, latest)
    if day >= on:
        return
    numbers = ", ".join(one.number for one in group)
    for one in group:
        bill = one.journey
        sitting = calendar.sittings[day]
        words = f"La Sala acuerda refundir los proyectos Boletines Nos {numbers}"
        bill.steps.append(PlannedStep(day, words, bill.stage, bill.chamber, sitting))


def _conference_seats(numbered: Sequence[Numbered], held: Duties) -> list[Seat]:
    """The Senate's five are those of the committee that heard the bill."""
    seats = []
    for one in numbered:
        entries = one.journey.stages
        for place, entry in enumerate(entries):
            if entry.stage not in JOINT_STAGES and entry.stage is not Stage.CONFERENCE_BUDGET:
                continue
            is_budget = entry.stage is Stage.CONFERENCE_BUDGET
            until = entries[place + 1].day if place + 1 < len(entries) else OPEN_ENDED
            name = BUDGET if is_budget else conference_name(one.number)
            for seat, member in enumerate(held.seats_on(one.journey.idea.committee, entry.day)):
                role = CommitteeRole.MEMBER if seat else CommitteeRole.CHAIR
                seats.append(Seat(name, member, role, (entry.day, until)))
    return seats


def _seats_on(found: Plot) -> SeatsOn:
    def seats_on(committee: str, day: date) -> Sequence[Member]:
        return found.duties.seats_on(committee, day) or [
            seat.member for seat in found.conference_seats if seat.committee == committee
        ]

    return seats_on


def _attended(found: Plot, agendas: Agendas, directory: Directory) -> list[Attended]:
    floor = Floor(found.seed, found.members, found.calendar, directory)
    asked: dict[date, list[Asked]] = defaultdict(list)
    for one in found.numbered:
        signed = frozenset(member.key for member in authors(found.seed, found.members, one.journey))
        for vote in one.journey.votes:
            asked[vote.day].append(Asked(vote, one, signed))
    failed = agendas.failed_day()
    attended = [
        floor.fail(day) if day == failed else floor.sit(day, asked[day])
        for day in agendas.days_on_record()
    ]
    with_disagreements(attended)
    return attended
