"""What the fictional senators hold: committee seats, chairs, the presidency, benches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from legislation.people.enums import CommitteeKind, CommitteeRole, OfficeKind
from senate.demonstration.chance import chance
from senate.demonstration.days import FIRST_DAY
from senate.demonstration.ideas import load
from senate.demonstration.members import INDEPENDENT, Member, Members, Span

SEATS_OF_A_COMMITTEE = 5
YEARS_OF_A_COMMITTEE = 2
OPEN_ENDED = date.max


@dataclass(frozen=True, slots=True)
class StandingCommittee:
    key: str
    name: str
    kind: CommitteeKind
    remit: str


@dataclass(frozen=True, slots=True)
class Seat:
    committee: str
    member: Member
    role: CommitteeRole
    span: Span


@dataclass(frozen=True, slots=True)
class Office:
    kind: OfficeKind
    member: Member
    span: Span


@dataclass(frozen=True, slots=True)
class Bench:
    """Membership of a party's caucus. The independents who join one sit with the third."""

    caucus: str
    member: Member
    span: Span


@dataclass(frozen=True)
class Duties:
    committees: tuple[StandingCommittee, ...]
    seats: tuple[Seat, ...]
    offices: tuple[Office, ...]
    benches: tuple[Bench, ...]

    def seats_on(self, committee: str, day: date) -> list[Member]:
        return [
            seat.member
            for seat in self.seats
            if seat.committee == committee and seat.span[0] <= day < seat.span[1]
        ]


def duties(seed: int, on: date, members: Members) -> Duties:
    committees = standing_committees()
    return Duties(
        committees=committees,
        seats=tuple(_seats(seed, on, members, committees)),
        offices=tuple(_offices(seed, on, members)),
        benches=tuple(_benches(members)),
    )


def standing_committees() -> tuple[StandingCommittee, ...]:
    return tuple(
        StandingCommittee(
            key=row["key"],
            name=row["name"],
            kind=CommitteeKind(row.get("kind", CommitteeKind.PERMANENT)),
            remit=row["remit"],
        )
        for row in load("committees.toml")["committees"]
    )


def _seats(
    seed: int, on: date, members: Members, committees: tuple[StandingCommittee, ...]
) -> Iterator[Seat]:
    """Committees are formed every two years; each is chaired by two of its members in turn."""
    for year in range(FIRST_DAY.year, on.year + 1, YEARS_OF_A_COMMITTEE):
        start, end = date(year, 3, 11), date(year + YEARS_OF_A_COMMITTEE, 3, 11)
        if start > on:
            return
        present = members.sitting(start)
        rng = chance(seed, "committees", year)
        hands = _deal(present, len(committees), rng)
        for committee, hand in zip(committees, hands, strict=True):
            for place, member in enumerate(hand):
                yield from _terms_of_a_seat(committee.key, member, place, (start, end))


def _deal(present: list[Member], hands: int, rng: Random) -> list[list[Member]]:
    """Hands of five in which everybody comes up as often as anybody, give or take one."""
    dealt: list[list[Member]] = []
    deck: list[Member] = []
    for _ in range(hands):
        hand: list[Member] = []
        while len(hand) < SEATS_OF_A_COMMITTEE:
            if not deck:
                deck = [one for one in present if one not in hand]
                rng.shuffle(deck)
            hand.append(deck.pop())
        dealt.append(hand)
    return dealt


def _terms_of_a_seat(committee: str, member: Member, place: int, span: Span) -> Iterator[Seat]:
    start, end = span[0], min(span[1], member.terms[-1][1])
    change = date(start.year + 1, 3, 11)
    chairs = {0: (start, min(change, end)), 1: (change, end)}.get(place)
    if chairs is None or chairs[0] >= chairs[1]:
        yield Seat(committee, member, CommitteeRole.MEMBER, (start, end))
        return
    yield Seat(committee, member, CommitteeRole.CHAIR, chairs)
    for other in ((start, chairs[0]), (chairs[1], end)):
        if other[0] < other[1]:
            yield Seat(committee, member, CommitteeRole.MEMBER, other)


def _offices(seed: int, on: date, members: Members) -> Iterator[Office]:
    """A new President and Vice-President every year, of different benches."""
    rng = chance(seed, "offices")
    served: set[str] = set()
    for year in range(FIRST_DAY.year, on.year + 1):
        start, end = date(year, 3, 11), date(year + 1, 3, 11)
        if start > on:
            return
        able = [
            one
            for one in members.sitting(start)
            if one.terms[-1][1] >= end and one.key not in served and one.party_on(start)
        ]
        president = rng.choice(able)
        vice = rng.choice([one for one in able if one.party_on(start) != president.party_on(start)])
        served |= {president.key, vice.key}
        yield Office(OfficeKind.PRESIDENT, president, (start, end))
        yield Office(OfficeKind.VICE_PRESIDENT, vice, (start, end))


def _benches(members: Members) -> Iterator[Bench]:
    host = members.parties[2].slug
    alone = None
    for member in members.everyone:
        ends = [since for since, _ in member.parties[1:]] + [member.terms[-1][1]]
        for (since, slug), until in zip(member.parties, ends, strict=True):
            if slug == INDEPENDENT and alone in (None, member.key):
                alone = member.key
                continue
            yield Bench(slug or host, member, (since, until))
