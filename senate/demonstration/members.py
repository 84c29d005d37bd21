"""The fictional senators: seats by constituency, renewed by halves every four years."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from random import Random

from legislation.people import naming
from senate.demonstration.chance import chance
from senate.demonstration.days import FIRST_DAY, ONE_DAY
from senate.demonstration.ideas import load

SEATS = {
    1: 2, 2: 2, 3: 3, 4: 2, 5: 3, 6: 5, 7: 5, 8: 3,
    9: 5, 10: 3, 11: 5, 12: 3, 13: 3, 14: 2, 15: 2, 16: 2,
}  # fmt: skip
TERM_YEARS = 8
# The half elected in November 2021, and the half elected four years before it.
RENEWED_IN_2022 = frozenset({3, 5, 7, 8, 10, 12, 13, 15, 16})
FIRST_TERMS = {True: 2022, False: 2018}
REELECTED = 0.42
INDEPENDENTS = 2
RESIGNED_FROM = 7
RESIGNED_ON, REPLACED_ON = date(2024, 5, 6), date(2024, 5, 28)
INDEPENDENT = ""
CENTRE = 0.0

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Party:
    slug: str
    name: str
    abbreviation: str
    seats: int
    side: float


@dataclass(frozen=True, slots=True)
class Member:
    """A senator who never was. ``parties`` is since when in which one; "" is independent.

    ``key`` is the name as it stands in addresses.
    """

    key: str
    name: naming.Name
    is_woman: bool
    constituency: int
    terms: tuple[Span, ...]
    parties: tuple[tuple[date, str], ...]

    @property
    def listed(self) -> str:
        """As a signature is printed: «Huaylla Berríos, Yolanda»."""
        return self.name.listed

    @property
    def in_a_vote(self) -> str:
        """As a ballot is printed: «Huaylla B., Yolanda»."""
        return f"{self.name.paternal} {self.name.maternal[0]}., {self.name.given}"

    def sits(self, day: date) -> bool:
        return any(start <= day < end for start, end in self.terms)

    def party_on(self, day: date) -> str:
        return next((slug for since, slug in reversed(self.parties) if since <= day), INDEPENDENT)


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which a senator is not counted as in office, and why."""

    member: Member
    span: Span
    reason: str
    citation: str


@dataclass(frozen=True)
class Members:
    """Everybody who sat, and who counts on each day."""

    everyone: tuple[Member, ...]
    parties: tuple[Party, ...]
    exclusions: tuple[Absence, ...] = ()

    def sitting(self, day: date) -> list[Member]:
        """Those who hold a seat that day, in the order of their seats in the chamber."""
        return [member for member in self.everyone if member.sits(day)]

    def in_office(self, day: date) -> list[Member]:
        out = {one.member.key for one in self.exclusions if one.span[0] <= day < one.span[1]}
        return [member for member in self.sitting(day) if member.key not in out]

    def side(self, member: Member, day: date) -> float:
        slug = member.party_on(day)
        return self._sides[slug] if slug else CENTRE

    @cached_property
    def _sides(self) -> dict[str, float]:
        return {party.slug: party.side for party in self.parties}


def members(seed: int, on: date) -> Members:
    """The senators of every roster from 2022 to the reference day's."""
    words = load("people.toml")
    parties = tuple(Party(**row) for row in words["parties"])
    rng = chance(seed, "members")
    seated = _seats(words["senators"], on, rng)
    everyone = _with_parties(seated, parties, on, rng)
    found = Members(everyone, parties)
    return replace(found, exclusions=tuple(_exclusions(found, on, rng)))


def renewals(on: date) -> list[date]:
    """The days on which half of the Senate was renewed, from the first roster on."""
    days = [date(year, 3, 11) for year in range(FIRST_DAY.year, on.year + 1, 4)]
    return [day for day in days if day <= on]


def roster_spans(on: date) -> list[Span]:
    """Spans of days with one roster each; the last one ends with the next renewal."""
    starts = renewals(on)
    return list(pairwise([*starts, date(starts[-1].year + 4, 3, 11)]))


def _seats(names: dict[str, list[str]], on: date, rng: Random) -> list[Member]:
    seated: list[Member] = []
    for number, seats in SEATS.items():
        waiting = [_named(row, number) for row in names[str(number)]]
        held = [waiting.pop(0) for _ in range(seats)]
        year = FIRST_TERMS[number in RENEWED_IN_2022]
        elected = [_with_term(one, year) for one in held]
        if number == RESIGNED_FROM:
            elected = _one_resigns(elected, waiting.pop(0))
        while (year := year + TERM_YEARS) <= on.year and date(year, 3, 11) <= on:
            seated, elected = _renew(seated, elected, waiting, year, rng)
        seated += elected
    return seated


def _renew(
    seated: list[Member], elected: list[Member], waiting: list[Member], year: int, rng: Random
) -> tuple[list[Member], list[Member]]:
    """Some stay for one more term, others follow those who leave."""
    day = date(year, 3, 11)
    leaving = [one for one in elected if one.terms[-1][1] < day]
    following = []
    for one in elected:
        if one in leaving:
            continue
        may_stay = len(one.terms) == 1
        if (may_stay and rng.random() < REELECTED) or not waiting:
            following.append(_with_term(one, year))
        else:
            leaving.append(one)
            following.append(_with_term(waiting.pop(0), year))
    return seated + leaving, following


def _one_resigns(elected: list[Member], follower: Member) -> list[Member]:
    """The party names who follows (CPR 51); for three weeks the seat is empty."""
    leaver, (start, end) = elected[-1], elected[-1].terms[0]
    gone = replace(leaver, terms=((start, RESIGNED_ON),))
    return [*elected[:-1], gone, replace(follower, terms=((REPLACED_ON, end),))]


def _named(row: str, constituency: int) -> Member:
    gender, given, paternal, maternal = row.split("|")
    name = naming.Name(given, paternal, maternal)
    return Member(naming.slug(name.natural), name, gender == "f", constituency, (), ())


def _with_term(member: Member, year: int) -> Member:
    term = (date(year, 3, 11), date(year + TERM_YEARS, 3, 11))
    return replace(member, terms=(*member.terms, term))


def _with_parties(
    seated: Sequence[Member], parties: Sequence[Party], on: date, rng: Random
) -> tuple[Member, ...]:
    """Deal parties so that each roster has the sizes wanted, then let one senator change."""
    dealt: dict[str, str] = {}
    resigned = next(one for one in seated if one.terms[-1][1] == RESIGNED_ON)
    follower = next(one for one in seated if one.terms[0][0] == REPLACED_ON)
    for day in renewals(on):
        sitting = [one for one in seated if one.sits(day)]
        new = [one for one in sitting if one.key not in dealt]
        deck = _deck(parties, Counter(dealt[one.key] for one in sitting if one.key in dealt))
        deck = deck[: len(new)] + [parties[0].slug] * (len(new) - len(deck))
        rng.shuffle(deck)
        dealt |= {one.key: slug for one, slug in zip(new, deck, strict=True)}
        dealt[follower.key] = dealt[resigned.key]
    changed: dict[str, tuple[tuple[date, str], ...]] = {
        one.key: ((one.terms[0][0], dealt[one.key]),) for one in seated
    }
    turncoat = _turncoat(seated, dealt, on, parties)
    changed[turncoat.key] = (
        *changed[turncoat.key],
        (on - 400 * ONE_DAY, parties[3].slug),
    )
    order = {party.slug: place for place, party in enumerate(parties)}
    found = [replace(one, parties=changed[one.key]) for one in seated]
    return tuple(sorted(found, key=lambda one: order.get(one.parties[0][1], len(order))))


def _deck(parties: Sequence[Party], held: Counter[str]) -> list[str]:
    wanted = {party.slug: party.seats for party in parties} | {INDEPENDENT: INDEPENDENTS}
    return [slug for slug, seats in wanted.items() for _ in range(seats - held[slug])]


def _turncoat(
    seated: Sequence[Member], dealt: dict[str, str], on: date, parties: Sequence[Party]
) -> Member:
    """Somebody of the third party, in office then and now, who goes to the fourth."""
    then = on - 400 * ONE_DAY
    return next(
        one
        for one in seated
        if one.sits(on) and one.sits(then) and dealt[one.key] == parties[2].slug
    )


def _exclusions(found: Members, on: date, rng: Random) -> Iterator[Absence]:
    """One suspended for a time, one abroad with permission for a shorter one."""
    plans = (
        ("SUSPENDED", on - timedelta(days=540), 110, "Constitución, art. 61"),
        ("ABROAD", on - timedelta(days=260), 48, "Constitución, art. 60; Reglamento, art. 7"),
    )
    taken: set[str] = set()
    for reason, start, days, citation in plans:
        span = (start, start + timedelta(days=days))
        able = [
            one
            for one in found.sitting(start)
            if one.sits(span[1]) and one.key not in taken and len(one.parties) == 1
        ]
        member = rng.choice(able)
        taken.add(member.key)
        yield Absence(member, span, reason, citation)
