"""Sittings with somebody in them: who attended, who was paired, and how each one voted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from legislation.sessions.enums import AttendanceState, SessionKind
from legislation.votes.counting import Rule, needed_of
from legislation.votes.enums import Base, Choice
from legislation.votes.majorities import rule_for
from legislation.votes.observed import ObservedBallot, ObservedVote
from legislation.votes.stated import stated_result
from senate.demonstration.ballots import UNDISPUTED, answers, counts_for, fixed_counts
from senate.demonstration.chance import chance
from senate.demonstration.days import ONE_DAY, Calendar
from senate.demonstration.directory import Directory
from senate.demonstration.ideas import load
from senate.demonstration.journey import STAGES, PlannedVote
from senate.demonstration.members import Member, Members
from senate.demonstration.numbering import Numbered
from senate.demonstration.questions import printed_quorum

CHILE = ZoneInfo("America/Santiago")
OPENS = {
    SessionKind.ORDINARY: time(16, 0),
    SessionKind.SPECIAL: time(11, 0),
    SessionKind.EXTRAORDINARY: time(12, 15),
}
FIRST_VOTE_AFTER, BETWEEN_VOTES = timedelta(minutes=47), timedelta(minutes=11)
LEAST_PRESENT, SPARE = 34, 3
PAIRED, RECUSED = 0.3, 0.07
JUSTIFIED = 0.8
SIDE_WEIGHT = 0.9


@dataclass(frozen=True, slots=True)
class Asked:
    """A vote with the bill it is about and the keys of those who signed that bill."""

    vote: PlannedVote
    bill: Numbered
    authors: frozenset[str]


@dataclass(slots=True)
class Attended:
    """A day on the floor: who was there, who was not and why, and who was paired."""

    day: date
    present: list[Member]
    absent: dict[str, tuple[AttendanceState, str]]
    pair: tuple[Member, Member] | None = None
    votes: list[tuple[Numbered, ObservedVote]] = field(default_factory=list)


@dataclass(frozen=True)
class Floor:
    """The floor of the Senate, for one seed."""

    seed: int
    members: Members
    calendar: Calendar
    directory: Directory

    def sit(self, day: date, asked: Sequence[Asked]) -> Attended:
        """One sitting with its votes, in the order asked."""
        attended = self._attend(day, asked)
        for place, one in enumerate(asked):
            attended.votes.append((one.bill, self._vote(attended, one, place)))
        return attended

    @staticmethod
    def fail(day: date) -> Attended:
        """A day on which too few came for there to be a sitting (RS 56): nobody attended one."""
        return Attended(day, present=[], absent={})

    def _attend(self, day: date, asked: Sequence[Asked]) -> Attended:
        rng = chance(self.seed, "attendance", day)
        office = self.members.in_office(day)
        away = [
            one
            for one in office
            if rng.random() < chance(self.seed, "health", one.key).uniform(0.02, 0.13)
        ]
        most = max(
            0,
            len(office)
            - max((self._least(one, len(office)) for one in asked), default=LEAST_PRESENT),
        )
        while len(away) > most:
            away.remove(rng.choice(away))
        reasons = load("sittings.toml")["reasons"]
        absent = {
            one.key: (AttendanceState.JUSTIFIED, rng.choice(reasons))
            if rng.random() < JUSTIFIED
            else (AttendanceState.ABSENT, "")
            for one in away
        }
        present = [one for one in office if one.key not in absent]
        attended = Attended(day, present, absent)
        attended.pair = self._pair(attended, away)
        return attended

    def _least(self, asked: Asked, in_office: int) -> int:
        """How many must be there for the vote to come out as it must."""
        fixed = fixed_counts(asked.vote.outcome)
        if fixed is not None:
            return fixed.present
        rule = _rule(asked.vote)
        if rule.base == Base.IN_OFFICE:
            return min(in_office, needed_of(rule, in_office) + SPARE + 2)
        return LEAST_PRESENT

    def _pair(self, attended: Attended, away: Sequence[Member]) -> tuple[Member, Member] | None:
        """Somebody who is away with leave, and somebody of the other side who then does not vote."""
        rng = chance(self.seed, "pair", attended.day)
        excused = [one for one in away if attended.absent[one.key][0] is AttendanceState.JUSTIFIED]
        if not excused or rng.random() > PAIRED:
            return None
        one = rng.choice(excused)
        side = self.members.side(one, attended.day)
        others = [
            other for other in attended.present if self.members.side(other, attended.day) * side < 0
        ]
        return (one, rng.choice(others)) if others else None

    def _vote(self, attended: Attended, asked: Asked, place: int) -> ObservedVote:
        vote = asked.vote
        rng = chance(self.seed, "vote", asked.bill.kind, asked.bill.number, vote.day, place)
        rule = _rule(vote)
        office = len(self.members.in_office(vote.day))
        is_fixed = fixed_counts(vote.outcome) is not None
        aside = self._aside(attended, vote, rng.random() < RECUSED and not is_fixed, asked)
        voters = [one for one in attended.present if one.key not in aside]
        counts = counts_for(vote.outcome, rule, office, len(voters), rng)
        direction = chance(self.seed, "side", asked.bill.number).choice((-1, 1))
        leaning = {
            one.key: SIDE_WEIGHT * direction * self.members.side(one, vote.day) for one in voters
        }
        chosen = answers(counts, voters, leaning, asked.authors, rng) | aside
        ballots = () if vote.is_secret else self._ballots(attended, chosen)
        observed = self._observed(asked, attended, place)
        return replace(
            observed,
            published_yes=counts.yes,
            published_no=counts.no,
            published_abstain=counts.abstain,
            published_paired=list(aside.values()).count(Choice.PAIRED),
            ballots=ballots,
        )

    def _aside(
        self, attended: Attended, vote: PlannedVote, is_recused: bool, asked: Asked
    ) -> dict[str, Choice]:
        """Those who are there and do not take part (RS 171): paired or recused."""
        aside: dict[str, Choice] = {}
        if vote.outcome in UNDISPUTED or fixed_counts(vote.outcome) is not None:
            return aside
        if attended.pair:
            aside[attended.pair[1].key] = Choice.PAIRED
        if is_recused:
            rng = chance(self.seed, "recused", asked.bill.number, vote.day)
            able = [
                one
                for one in attended.present
                if one.key not in aside | dict.fromkeys(asked.authors)
            ]
            aside[rng.choice(able).key] = Choice.RECUSED
        return aside

    def _ballots(self, attended: Attended, chosen: dict[str, Choice]) -> tuple[ObservedBallot, ...]:
        voting = [one for one in attended.present if one.key in chosen]
        return tuple(
            ObservedBallot(
                printed_name=one.in_a_vote,
                choice=chosen[one.key],
                person_id=self.directory.people[one.key],
            )
            for one in sorted(voting, key=lambda one: one.in_a_vote)
        )

    def _observed(self, asked: Asked, attended: Attended, place: int) -> ObservedVote:
        vote, sitting = asked.vote, self.calendar.sittings[asked.vote.day]
        subject = asked.bill.words(vote.subject)
        opened = datetime.combine(attended.day, OPENS[sitting.kind], CHILE)
        return ObservedVote(
            subject=subject,
            taken_on=vote.day,
            legislature_number=sitting.legislature,
            session_number=sitting.number,
            taken_at=opened + FIRST_VOTE_AFTER + place * BETWEEN_VOTES,
            kind=vote.kind,
            kind_text=vote.kind_text,
            stage=vote.stage,
            stage_text=STAGES[vote.stage],
            quorum_text=printed_quorum(vote.day, vote.rule),
            rule_code=vote.rule,
            attempt=vote.attempt,
            stated_result=stated_result(subject) or "",
        )


def with_disagreements(floor: Iterable[Attended]) -> None:
    """Some published totals differ from the detail, as some real ones do.

    One vote is published with a vote in favour too few, and two with a pair left out.
    """
    days = list(floor)
    narrow = [
        (day, place)
        for day in days
        for place, (_, vote) in enumerate(day.votes)
        if vote.ballots and (vote.published_no or 0) > 10
    ]
    paired = [(day, place) for day, place in narrow if day.votes[place][1].published_paired]
    for day, place in narrow[-4:-3]:
        bill, vote = day.votes[place]
        day.votes[place] = (bill, replace(vote, published_yes=(vote.published_yes or 0) - 1))
    for day, place in paired[-9:-7]:
        bill, vote = day.votes[place]
        day.votes[place] = (bill, replace(vote, published_paired=0))


def pair_spans(floor: Iterable[Attended]) -> list[tuple[Member, Member, tuple[date, date]]]:
    """The pairs on the register: for the day of the sitting and the one after it."""
    return [(*day.pair, (day.day, day.day + 2 * ONE_DAY)) for day in floor if day.pair is not None]


def _rule(vote: PlannedVote) -> Rule:
    rule = rule_for(vote.rule, vote.day)
    if rule is None:
        raise LookupError(f"No majority {vote.rule} on {vote.day}.")
    return rule
