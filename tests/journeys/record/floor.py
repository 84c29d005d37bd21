"""What the floor and the committees do: sittings of every state, and votes of every outcome."""

from datetime import UTC, date, datetime, time, timedelta

from legislation.bills.models import Bill
from legislation.people.models import Person
from legislation.provenance.models import Source
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from legislation.sessions.models import Session
from legislation.votes.enums import DebateKind, Result
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import pair, sitting, take_vote
from tests.journeys.record.dossiers import LAST_STEP, Bills
from tests.journeys.record.house import Senate

LONG_AGO = date(2019, 5, 8)


def sit(senate: Senate, bills: Bills, now: datetime, source: Source) -> None:
    """Hold every sitting and take every vote."""
    wednesday = _wednesday(senate, bills, source)
    _vote_in_all_five_ways(wednesday, senate, bills.pressed)
    _vote_until_it_is_settled(wednesday, senate, bills.pressed)
    _vote_with_doubts(wednesday, senate, bills)
    _vote_article_by_article(bills.plain)
    _vote_long_ago(bills.law)
    _this_week(bills, now)
    _committees_sit(senate, now)


def _wednesday(senate: Senate, bills: Bills, source: Source) -> Session:
    """The sitting 58/374 of 18 November, with its attendance."""
    states: dict[Person, AttendanceState | tuple[AttendanceState, str]] = dict.fromkeys(
        senate.members[:20], AttendanceState.PRESENT
    )
    states[senate.members[20]] = (AttendanceState.JUSTIFIED, "Licencia médica")
    states[senate.members[21]] = AttendanceState.ABSENT
    session = sitting(
        58,
        held_on=LAST_STEP,
        attendance=states,
        kind=SessionKind.ORDINARY,
        place="Sala de sesiones, Valparaíso",
        starts_at=_at(LAST_STEP, 19),
        ended_at=_at(LAST_STEP, 22),
        source=source,
    )
    list_item(session, "Acta de la sesión anterior", part=AgendaPart.MINUTES)
    list_item(session, bill=bills.pressed)
    list_item(session, "Nombramiento en la Superintendencia", bill=bills.matter)
    return session


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


def _vote_in_all_five_ways(session: Session, senate: Senate, bill: Bill) -> None:
    """Vote 1, an organic law: approved, with two paired, one recused and three absent."""
    people = senate.members
    pair(people[17], people[18])
    take_vote(
        yes=people[:13],
        no=people[13:15],
        abstain=people[15:17],
        paired=people[17:19],
        recused=people[19:20],
        session=session,
        rule="ORGANIC",
        in_office=23,
        bill=bill,
        stated=Result.APPROVED,
        taken_at=_at(LAST_STEP, 20),
    )


def _vote_until_it_is_settled(session: Session, senate: Senate, bill: Bill) -> None:
    """Votes 2 to 5: abstentions decide nothing and settle it at once; a tie, twice."""
    people = senate.members
    for attempt in (1, 2):
        take_vote(
            yes=people[:9],
            no=people[9:16],
            abstain=people[16:20],
            session=session,
            in_office=23,
            bill=bill,
            attempt=attempt,
            subject="Artículo 2, inciso segundo",
            kind=DebateKind.PARTICULAR,
        )
    for attempt in (1, 2):
        take_vote(
            yes=people[:10],
            no=people[10:20],
            session=session,
            in_office=23,
            attempt=attempt,
            subject="Petición de aplazar el debate",
            kind=DebateKind.SINGLE,
        )


def _vote_with_doubts(session: Session, senate: Senate, bills: Bills) -> None:
    """Votes 6 to 9: totals that differ, names nobody knows, nobody knows how many, secret."""
    people = senate.members
    take_vote(
        yes=people[:11],
        no=people[11:18],
        session=session,
        in_office=23,
        bill=bills.pressed,
        published=(12, 7, 0, 0),
        stated=Result.REJECTED,
    )
    take_vote(
        yes=[*people[:10], "Lenga M., Rosario"],
        no=people[10:12],
        session=session,
        bill=bills.law,
        kind=DebateKind.PARTICULAR,
    )
    take_vote(
        yes=people[:12],
        no=people[12:20],
        session=session,
        rule="TWO_THIRDS_IN_OFFICE",
        bill=bills.law,
        subject="Observaciones del Presidente de la República",
        kind=DebateKind.OBSERVATIONS,
    )
    take_vote(
        totals=(14, 6, 0, 0),
        session=session,
        rule="ABSOLUTE_IN_OFFICE",
        in_office=23,
        bill=bills.matter,
        subject="Propuesta de nombramiento",
        kind=DebateKind.APPOINTMENT,
    )


def _vote_article_by_article(bill: Bill) -> None:
    """Enough votes, of a sitting in October, for the list of votes to go on to a second page."""
    october = sitting(50, held_on=date(2026, 10, 14))
    for number in range(1, 23):
        take_vote(
            totals=(13, number // 2, 0, 0),
            session=october,
            in_office=24,
            bill=bill,
            subject=f"Artículo {number}, inciso segundo",
            kind=DebateKind.PARTICULAR,
        )


def _vote_long_ago(bill: Bill) -> None:
    """A roll call of days of which the record knows no roster, and no majority."""
    old = sitting(12, legislature=367, held_on=LONG_AGO)
    take_vote(
        yes=["Alerce B., Pedro", "Notro C., Julia"],
        no=["Tepa D., Luis"],
        session=old,
        rule=None,
        bill=bill,
        kind=DebateKind.UNSTATED,
    )


def _this_week(bills: Bills, now: datetime) -> None:
    """Sitting 59 is on; 60 is cancelled, 61 had no quorum and 62 is summoned for tomorrow."""
    today = now.date()
    on = sitting(59, held_on=today, starts_at=now - timedelta(hours=1), place="Valparaíso")
    list_item(on, bill=bills.pressed)
    list_item(on, bill=bills.plain)
    for number, state, day in (
        (60, SessionState.CANCELLED, today),
        (61, SessionState.FAILED, today - timedelta(days=1)),
        (62, SessionState.SUMMONED, today + timedelta(days=1)),
    ):
        sitting(number, held_on=day, state=state, starts_at=_at(day, 14))


def _committees_sit(senate: Senate, now: datetime) -> None:
    """Health sat last week and will next week; both sit today at once."""
    attendance = dict.fromkeys(senate.members[:4], AttendanceState.PRESENT)
    committee_sitting(senate.health, LAST_STEP - timedelta(days=1), attendance=attendance)
    for committee in (senate.health, senate.finance):
        committee_sitting(committee, now.date(), starts_at=_at(now.date(), 13), place="Sala 3")
    later = now.date() + timedelta(days=7)
    committee_sitting(senate.health, later, state=SessionState.SUMMONED, starts_at=_at(later, 13))
