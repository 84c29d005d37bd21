"""The urgencies that the President sets: renewed, withdrawn, lapsed, and those still running."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legislation.bills import deadlines, urgency_rules
from legislation.bills.enums import Initiative, Stage, Status, UrgencyEnd, UrgencyKind
from legislation.people.enums import Chamber
from senate.demonstration.chance import chance
from senate.demonstration.days import ONE_DAY, legislature_begins
from senate.demonstration.journey import Journey, PlannedStep
from senate.demonstration.numbering import Messages, Numbered

KINDS = (UrgencyKind.SUMA,) * 5 + (UrgencyKind.SIMPLE,) * 4 + (UrgencyKind.IMMEDIATE,)
WORDS = {
    UrgencyKind.SIMPLE: "Simple",
    UrgencyKind.SUMA: "Suma",
    UrgencyKind.IMMEDIATE: "Discusión inmediata",
}
IN_CONFERENCE = frozenset(
    {
        Stage.CONFERENCE_CHANGES,
        Stage.CONFERENCE_IDEA,
        Stage.CONFERENCE_REPORT_ORIGIN,
        Stage.CONFERENCE_REPORT_REVISING,
    }
)
# The stages in which a chamber has something to do by a day.
PRESSED = IN_CONFERENCE | {Stage.FIRST, Stage.SECOND, Stage.THIRD, Stage.VETO_ORIGIN}
# In how many days from today the running ones end: some today and tomorrow, some late.
RUNNING_ENDS = (0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13, 14, *range(14, 29))
LATE_ENDS = (-1, -2, -4, -6, -9)
HURRIED_MOTIONS = 0.12
LAPSED_WORD = "CADUCADA"


@dataclass(slots=True)
class PlannedUrgency:
    """``ended_on`` and ``end`` say how it ended, if it did; a renewal ends the one before."""

    kind: UrgencyKind
    set_on: date
    chamber: Chamber
    due_on: date
    ended_on: date | None = None
    end: UrgencyEnd | str = ""
    message: str = ""
    end_message: str = ""
    renews: bool = False


def term_ends(kind: UrgencyKind, set_on: date, stage: Stage) -> date:
    rows = urgency_rules.CONFERENCE_ROWS if stage in IN_CONFERENCE else urgency_rules.ROWS
    rule = urgency_rules.rule_for(kind, set_on, rows)
    if rule is None:
        raise LookupError(f"No rule for an urgency set on {set_on}.")
    return deadlines.due_on(rule, set_on)


def past_urgencies(seed: int, bill: Journey) -> list[PlannedUrgency]:
    """Those that a bill had at the stages it has left behind."""
    rng = chance(seed, bill.idea.key, "urgencies")
    is_hurried = bill.initiative is Initiative.MESSAGE or rng.random() < HURRIED_MOTIONS
    if not is_hurried:
        return []
    found: list[PlannedUrgency] = []
    for entry, following in zip(bill.stages, bill.stages[1:], strict=False):
        if entry.stage not in PRESSED or rng.random() < 0.35:
            continue
        found += _chain(seed, bill, entry.stage, entry.chamber, (entry.day, following.day))
    return found


def running_urgencies(seed: int, on: date, bills: Sequence[Journey]) -> dict[str, PlannedUrgency]:
    """One for each of some forty bills in progress, ending on the days wanted, by idea."""
    able = [one for one in bills if one.status is Status.IN_PROGRESS and one.stage in PRESSED]
    able.sort(key=lambda one: (one.initiative is not Initiative.MESSAGE, one.idea.key))
    found: dict[str, PlannedUrgency] = {}
    for days in (*RUNNING_ENDS, *LATE_ENDS):
        rng = chance(seed, "running", days, len(found))
        options = _options(able, found, days, on)
        if options:
            key, urgency = rng.choice(options[: max(4, len(options) // 2)])
            found[key] = urgency
    return found


def _options(
    able: Sequence[Journey], taken: Container[str], days: int, on: date
) -> list[tuple[str, PlannedUrgency]]:
    """Urgencies that end in so many days or, where none can, a day or two beside.

    None that should run is moved to the past, nor the other way round.
    """
    for shift in (0, 1, -1, 2, -2):
        if (days < 0) != (days + shift < 0):
            continue
        wanted = on + timedelta(days=days + shift)
        options = [
            (bill.idea.key, option)
            for bill in able
            if bill.idea.key not in taken
            for option in _ending_on(bill, wanted, on)
        ]
        if options:
            return options
    return []


def give_notice(
    seed: int, numbered: Sequence[Numbered], urgencies: dict[str, list[PlannedUrgency]]
) -> None:
    """Number the messages in order of date and tell each urgency among the bill's steps."""
    journeys = {one.journey.idea.key: one.journey for one in numbered}
    told = sorted(
        (
            (day, key, place, what)
            for key, chain in urgencies.items()
            for place, urgency in enumerate(chain)
            for day, what in _events(urgency, chain[place + 1 : place + 2])
        ),
        key=lambda event: event[:3],
    )
    messages = Messages(seed)
    for day, key, place, what in told:
        chain = urgencies[key]
        urgency = chain[place]
        number = messages.next(day)
        if what == "withdrawn":
            urgency.end_message = number
        else:
            urgency.message = number
            if urgency.renews:
                chain[place - 1].end_message = number
        _tell(journeys[key], urgency, day, what, number)


def is_running(urgency: PlannedUrgency, on: date) -> bool:
    return not urgency.end and urgency.set_on <= on <= urgency.due_on


def _chain(
    seed: int, bill: Journey, stage: Stage, chamber: Chamber, span: tuple[date, date]
) -> list[PlannedUrgency]:
    """Set, renewed just before its term, and in the end withdrawn, lapsed or forgotten."""
    rng = chance(seed, bill.idea.key, "chain", span[0])
    found: list[PlannedUrgency] = []
    day = bill.calendar.floor_day(chamber, span[0] + timedelta(days=rng.randint(1, 20)))
    while day < span[1] - ONE_DAY and len(found) < 6:
        kind = rng.choice(KINDS)
        urgency = PlannedUrgency(kind, day, chamber, term_ends(kind, day, stage))
        if found and not found[-1].end:
            found[-1].ended_on, found[-1].end = day, UrgencyEnd.WITHDRAWN
            urgency.renews = True
        found.append(urgency)
        lapse = deadlines.lapses_on(day)
        if urgency.due_on > lapse and lapse < span[1]:
            urgency.ended_on, urgency.end = lapse, UrgencyEnd.LAPSED
            urgency.end_message = LAPSED_WORD
            day = bill.calendar.floor_day(chamber, lapse + timedelta(days=rng.randint(1, 15)))
            continue
        latest = _last_floor_day(bill, chamber, day, urgency.due_on)
        if latest == day or rng.random() < 0.3:
            break
        day = latest
    _close(bill, found, span[1], rng.random() < 0.4)
    return found


def _close(bill: Journey, found: list[PlannedUrgency], until: date, is_withdrawn: bool) -> None:
    """The last of a chain is withdrawn, or ends without a stated cause."""
    if not found or found[-1].end:
        return
    last = found[-1]
    earlier = _last_floor_day(bill, last.chamber, last.set_on, min(last.due_on, until - ONE_DAY))
    if is_withdrawn and earlier > last.set_on:
        last.ended_on, last.end = earlier, UrgencyEnd.WITHDRAWN
    else:
        last.ended_on, last.end = min(last.due_on, until), UrgencyEnd.UNSTATED


def _last_floor_day(bill: Journey, chamber: Chamber, day: date, limit: date) -> date:
    """The last ordinary sitting up to a day, or ``day`` if there is none after it."""
    last = day
    while (following := bill.calendar.floor_day(chamber, last + ONE_DAY)) <= limit:
        last = following
    return last


def _ending_on(bill: Journey, wanted: date, on: date) -> Iterator[PlannedUrgency]:
    """The urgencies that this bill could have and that would end on that day."""
    chamber, since = bill.chamber, bill.stages[-1].day
    first = max(since, legislature_begins(on))
    for kind in UrgencyKind:
        for days in (2, 5, 6, 10, 15, 30):
            day = wanted - timedelta(days=days)
            if not (first < day < on and bill.calendar.sits_as_usual(chamber, day)):
                continue
            is_its_term = term_ends(kind, day, bill.stage) == wanted
            if is_its_term and wanted <= deadlines.lapses_on(day):
                yield PlannedUrgency(kind, day, chamber, wanted)


def _events(
    urgency: PlannedUrgency, following: Sequence[PlannedUrgency]
) -> Iterator[tuple[date, str]]:
    """What the chamber hears of an urgency; a renewal tells the end of the one before."""
    yield urgency.set_on, "renewed" if urgency.renews else "set"
    is_renewed = any(one.renews for one in following)
    if urgency.end == UrgencyEnd.WITHDRAWN and urgency.ended_on and not is_renewed:
        yield urgency.ended_on, "withdrawn"


def _tell(bill: Journey, urgency: PlannedUrgency, day: date, what: str, number: str) -> None:
    verb = {
        "set": "hace presente la urgencia",
        "renewed": "retira y hace presente la urgencia",
        "withdrawn": "retira la urgencia",
    }[what]
    entered = [entry for entry in bill.stages if entry.day <= day]
    stage = entered[-1].stage if entered else Stage.FIRST
    sitting = bill.calendar.sitting(urgency.chamber, day)
    words = f"Cuenta del Mensaje {number} que {verb} {WORDS[urgency.kind]}"
    bill.steps.append(PlannedStep(day, words, stage, urgency.chamber, sitting))
