"""Fictional votes, decided by the same rules as real ones. Majority rules are the real
rows that the migrations leave."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import count

from legislation.bills.models import Bill
from legislation.people.enums import HeadcountBasis
from legislation.people.models import Person
from legislation.people.selectors import roster_on
from legislation.sessions.enums import AttendanceState
from legislation.sessions.models import Attendance, Session
from legislation.votes.counting import Base, Rule, Tally, decide
from legislation.votes.enums import Choice, DebateKind
from legislation.votes.models import Ballot, MajorityRule, Pair, Vote
from tests.factories.people import days

VOTE_DAY = date(2026, 10, 7)
# Far from the numbers that tests choose themselves.
_numbers = count(1001)


def sitting(
    number: int | None = None,
    *,
    legislature: int = 374,
    held_on: date = VOTE_DAY,
    attendance: dict[Person, AttendanceState | tuple[AttendanceState, str]] | None = None,
    **fields: object,
) -> Session:
    """A sitting of the floor; with ``attendance``, that attendance is what was published."""
    session = Session.objects.create(
        legislature_id=legislature,
        number=number or next(_numbers),
        held_on=held_on,
        has_attendance=attendance is not None,
        **fields,
    )
    for person, said in (attendance or {}).items():
        state, reason = said if isinstance(said, tuple) else (said, "")
        Attendance.objects.create(session=session, person=person, state=state, reason=reason)
    return session


def majority(code: str, on: date = VOTE_DAY) -> MajorityRule:
    """The real majority of that code on that day."""
    return MajorityRule.objects.get(code=code, during__contains=on)


def take_vote(
    *,
    yes: Iterable[Person | str] = (),
    no: Iterable[Person | str] = (),
    abstain: Iterable[Person | str] = (),
    paired: Iterable[Person | str] = (),
    recused: Iterable[Person | str] = (),
    session: Session | None = None,
    position: int | None = None,
    on: date | None = None,
    rule: str | None = "SIMPLE",
    in_office: int | None = None,
    basis: HeadcountBasis = HeadcountBasis.ROSTER,
    attempt: int = 1,
    bill: Bill | None = None,
    subject: str = "Plazos máximos para las listas de espera",
    kind: DebateKind = DebateKind.GENERAL,
    published: tuple[int, int, int, int] | None = None,
    totals: tuple[int, int, int, int] | None = None,
    stated: str = "",
    taken_at: datetime | None = None,
) -> Vote:
    """A vote of the floor with its ballots, decided.

    People answer with the party, caucus and region of the day; a ``str`` is a printed name
    that was matched to nobody. ``totals`` (yes, no, abstain, paired) makes a secret vote:
    counts without ballots.
    """
    session = session or sitting(held_on=on or VOTE_DAY)
    day = on or session.held_on
    answers = _answers(yes, no, abstain, paired, recused)
    tally = Tally(*totals) if totals else Tally(*(len(given) for given in answers.values()))
    row = majority(rule, day) if rule else None
    vote = Vote.objects.create(
        session=session,
        position=position or session.votes.count() + 1,
        bill=bill,
        taken_on=day,
        taken_at=taken_at,
        subject=subject,
        kind=kind,
        rule=row,
        in_office=in_office,
        in_office_basis=basis if in_office is not None else HeadcountBasis.UNKNOWN,
        attempt=attempt,
        stated_result=stated,
        **_published(published),
        **_decided(row, tally, in_office, attempt),
    )
    _cast(vote, answers, day)
    return vote


def _answers(*given: Iterable[Person | str]) -> dict[Choice, list[Person | str]]:
    return {choice: list(people) for choice, people in zip(Choice, given, strict=True)}


def _decided(
    row: MajorityRule | None, tally: Tally, in_office: int | None, attempt: int
) -> dict[str, object]:
    outcome = decide(_pure(row), tally, in_office, repetition=attempt - 1)
    return {
        "yes": tally.yes,
        "no": tally.no,
        "abstain": tally.abstain,
        "paired": tally.paired,
        "recused": tally.recused,
        "result": outcome.result,
        "needed": outcome.needed,
        "missing": outcome.missing,
        "reason": outcome.reason,
    }


def pair(one: Person, other: Person, since: date = VOTE_DAY, until: date | None = None) -> Pair:
    """Two senators who agreed not to vote from ``since`` until (and not including) ``until``."""
    return Pair.objects.create(one=one, other=other, during=days(since, until))


def _published(totals: tuple[int, int, int, int] | None) -> dict[str, int | None]:
    yes, no, abstain, paired = totals or (None, None, None, None)
    return {
        "published_yes": yes,
        "published_no": no,
        "published_abstain": abstain,
        "published_paired": paired,
    }


def _pure(row: MajorityRule | None) -> Rule | None:
    if row is None:
        return None
    return Rule(
        code=row.code,
        base=Base(row.base),
        numerator=row.numerator,
        denominator=row.denominator,
        strict=row.is_strict,
        citation=row.citation,
        name=row.name,
    )


def _cast(vote: Vote, answers: dict[Choice, list[Person | str]], day: date) -> None:
    then = {row.person_id: row for row in roster_on(day).rows}
    ballots = []
    for choice, given in answers.items():
        for who in given:
            person = who if isinstance(who, Person) else None
            row = then.get(person.pk) if person else None
            ballots.append(
                Ballot(
                    vote=vote,
                    person=person,
                    printed_name=person.full_name if person else str(who),
                    choice=choice,
                    party_id=row.party_id if row else None,
                    caucus_id=row.caucus_id if row else None,
                    constituency_id=row.constituency_number if row else None,
                )
            )
    Ballot.objects.bulk_create(ballots)
