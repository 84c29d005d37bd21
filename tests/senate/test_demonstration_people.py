"""The fictional senators: as many as the law says, where it says, and nobody real."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from legislation.people.enums import CommitteeRole, OfficeKind
from legislation.people.naming import fold
from senate.demonstration.ideas import load
from senate.demonstration.members import RESIGNED_ON, SEATS, members, renewals, roster_spans
from tests.senate.demonstration_stories import DAYS, MONDAY, OTHER_DAYS, SEED, plot_of

CLOSED = date(2022, 3, 11)


@pytest.mark.parametrize("day", DAYS)
def test_every_constituency_has_its_seats_on_the_reference_day(day: date) -> None:
    found = plot_of(day).members

    assert Counter(one.constituency for one in found.sitting(day)) == Counter(SEATS)
    assert sum(SEATS.values()) == 50


@pytest.mark.parametrize("day", DAYS)
def test_the_roster_of_the_record_begins_four_years_before_at_least(day: date) -> None:
    spans = roster_spans(day)

    assert spans[0][0] == CLOSED
    assert spans[-1][0] <= day < spans[-1][1]
    assert [start for start, _ in spans] == renewals(day)
    assert len(plot_of(day).members.sitting(CLOSED)) == 50


def test_half_of_the_senate_is_renewed_every_four_years() -> None:
    found = plot_of(MONDAY).members
    elected_in_2026 = [one for one in found.everyone if one.terms[-1][0] == date(2026, 3, 11)]

    assert len(elected_in_2026) == 23
    assert {one.constituency for one in elected_in_2026} == {1, 2, 4, 6, 9, 11, 14}
    assert {len(one.terms) for one in elected_in_2026} == {1, 2}


def test_nobody_is_elected_more_than_twice_in_a_row() -> None:
    assert all(len(one.terms) <= 2 for one in plot_of(OTHER_DAYS[-1]).members.everyone)


def test_a_seat_stays_empty_until_the_party_names_who_follows() -> None:
    found = plot_of(MONDAY).members
    gone = next(one for one in found.everyone if one.terms[-1][1] == RESIGNED_ON)
    follower = next(one for one in found.everyone if one.terms[0][0] == date(2024, 5, 28))

    assert len(found.sitting(RESIGNED_ON)) == 49
    assert follower.constituency == gone.constituency
    assert follower.parties[0][1] == gone.parties[0][1]


def test_one_senator_is_suspended_and_another_abroad_for_a_time() -> None:
    found = plot_of(MONDAY).members

    assert [one.reason for one in found.exclusions] == ["SUSPENDED", "ABROAD"]
    for one in found.exclusions:
        assert len(found.in_office(one.span[0])) == 49
        assert len(found.in_office(one.span[1])) == 50


def test_somebody_changes_party_and_two_have_none() -> None:
    found = plot_of(MONDAY).members
    changed = [one for one in found.everyone if len(one.parties) > 1]

    assert len(changed) == 1
    assert changed[0].party_on(MONDAY - timedelta(days=401)) == "union-litoral"
    assert changed[0].party_on(MONDAY) == "encuentro-pampino"
    assert Counter(one.party_on(MONDAY) for one in found.sitting(MONDAY)) == {
        "frente-de-los-valles": 12,
        "partido-del-alerce": 8,
        "union-litoral": 7,
        "encuentro-pampino": 6,
        "movimiento-cordillera": 11,
        "alianza-del-archipielago": 4,
        "": 2,
    }


@pytest.mark.parametrize("day", DAYS)
def test_committees_have_five_members_one_of_them_in_the_chair(day: date) -> None:
    held = plot_of(day).duties
    now = [seat for seat in held.seats if seat.span[0] <= day < seat.span[1]]

    assert Counter(seat.committee for seat in now) == {one.key: 5 for one in held.committees}
    chairs = [seat.committee for seat in now if seat.role is CommitteeRole.CHAIR]
    assert sorted(chairs) == sorted(one.key for one in held.committees)


def test_everybody_sits_on_a_committee() -> None:
    found = plot_of(MONDAY)
    seated = {
        seat.member.key for seat in found.duties.seats if seat.span[0] <= MONDAY < seat.span[1]
    }

    assert seated == {one.key for one in found.members.sitting(MONDAY)}


@pytest.mark.parametrize("day", DAYS)
def test_the_senate_always_has_a_president_and_a_vice_president_who_sit(day: date) -> None:
    found = plot_of(day)

    for kind in (OfficeKind.PRESIDENT, OfficeKind.VICE_PRESIDENT):
        held = [office for office in found.duties.offices if office.kind is kind]
        assert held[0].span[0] == CLOSED
        assert all(before.span[1] == after.span[0] for before, after in pairwise(held))
        assert held[-1].span[0] <= day < held[-1].span[1]
        assert held[-1].member in found.members.sitting(day)


def test_another_seed_gives_other_senators_to_the_benches() -> None:
    one, other = members(SEED, MONDAY), members(SEED + 1, MONDAY)

    assert [member.parties for member in one.everyone] != [
        member.parties for member in other.everyone
    ]


def test_no_fictional_person_bears_the_name_of_a_real_member(real_data: Path) -> None:
    real = _real_names(real_data)
    people = [row.split("|") for rows in load("people.toml")["senators"].values() for row in rows]
    invented = {fold(f"{given} {paternal} {maternal}") for _, given, paternal, maternal in people}
    invented |= {fold(f"{paternal} {maternal} {given}") for _, given, paternal, maternal in people}
    invented |= {fold(name) for name in load("people.toml")["deputies"]["names"]}

    assert len(real) > 300
    assert invented & real == set()


def test_no_real_member_is_named_in_the_hand_written_words(real_data: Path) -> None:
    words = fold(" ".join(row["title"] for row in load("matters.toml")["matters"]))
    words += fold(" ".join(row["title"] for row in load("specials.toml")["bills"]))
    full = [name for name in _real_names(real_data) if len(name.split()) > 2]

    assert [name for name in full if name in words] == []


def _real_names(folder: Path) -> set[str]:
    """Names as the Senate's own files print them, in any order of their parts."""
    names = set()
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8") as file:
            names |= {fold(row["nombre"]) for row in csv.DictReader(file)}
    for path in folder.rglob("*.xml"):
        text = path.read_text(encoding="utf-8")
        names |= {fold(name) for name in re.findall(r"<PARLAMENTARIO>(.*?)</PARLAMENTARIO>", text)}
    return names
