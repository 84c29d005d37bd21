"""Everybody in a vote: who answered, who was absent and why, in one place a person.

Absent is said of nobody unless the record allows it: the list of those in office that day
is complete, the vote has a roll call, and every name in it was recognised.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from markupsafe import Markup

from legislation.people.selectors import Roster, RosterRow
from legislation.sessions.enums import AttendanceState
from legislation.votes.enums import Choice
from legislation.votes.selectors import AbsenceRow, BallotRow, PairRow
from portals.citizens.pages.bill_words import filled, in_spanish
from portals.shared.formats import short_date
from portals.shared.language import gettext as _

ABSENT = "ABSENT"


class Member(NamedTuple):
    """Somebody in a vote. ``slug`` is None where the printed name was matched to nobody.

    Party, caucus and region are those of that day, «» where not known; ``place`` is the
    region's from north to south.
    """

    person_id: int | None
    slug: str | None
    name: str
    choice: str
    party: str
    party_slug: str
    party_short: str
    caucus_short: str
    region: str
    region_slug: str
    place: int
    note: str | Markup = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """The members of a vote in Spanish order, those matched to nobody at the end.

    ``knows_absent`` is False where nobody can be called absent. ``excluded`` are those who
    held a seat and were not counted as in office.
    """

    members: tuple[Member, ...]
    knows_absent: bool
    unrecognised: int
    excluded: tuple[RosterRow, ...]

    @property
    def choices(self) -> Mapping[str, int]:
        """How many gave each answer; ABSENT only where it is known, even if it is nobody."""
        counts = {str(choice): 0 for choice in Choice}
        if self.knows_absent:
            counts[ABSENT] = 0
        for member in self.members:
            counts[member.choice] += 1
        return counts

    def ids(self, choice: str) -> list[int]:
        found = (member.person_id for member in self.members if member.choice == choice)
        return [person for person in found if person is not None]

    def explained(self, absences: Mapping[int, AbsenceRow], pairs: Sequence[PairRow]) -> "Roll":
        """The same roll, saying why people were absent and with whom they were paired."""
        partners = _partners(pairs)
        members = tuple(
            member._replace(note=_note(member, absences, partners)) for member in self.members
        )
        return Roll(members, self.knows_absent, self.unrecognised, self.excluded)


def roll_of(ballots: Sequence[BallotRow], roster: Roster) -> Roll:
    """Join the answers of a vote with the roster of its day."""
    seats = {row.person_id: row for row in roster.rows}
    members = [_answered(ballot, seats.get(ballot.person_id or 0)) for ballot in ballots]
    answered = {ballot.person_id for ballot in ballots}
    unrecognised = sum(ballot.person_id is None for ballot in ballots)
    knows_absent = bool(ballots) and roster.is_complete and not unrecognised
    excluded = tuple(row for row in roster.rows if row.exclusion and row.person_id not in answered)
    if knows_absent:
        silent = [row for row in roster.in_office if row.person_id not in answered]
        members = _merged(members, [_absent(row) for row in silent], ballots, silent)
    return Roll(tuple(members), knows_absent, unrecognised, excluded)


def _merged(
    answered: list[Member],
    absent: list[Member],
    ballots: Sequence[BallotRow],
    silent: Sequence[RosterRow],
) -> list[Member]:
    """Both in Spanish order. Every ballot has a person here."""
    keys = [ballot.sort_key or "" for ballot in ballots] + [row.sort_key for row in silent]
    together = sorted(zip(keys, answered + absent, strict=True), key=lambda pair: pair[0])
    return [member for _key, member in together]


def _answered(ballot: BallotRow, seat: RosterRow | None) -> Member:
    """What was recorded with the ballot; what the roster says where nothing was."""
    has_region = ballot.region_slug is not None or seat is None
    has_party = ballot.party_slug is not None or seat is None
    has_caucus = ballot.caucus_slug is not None or seat is None
    party = ballot if has_party else seat
    place = ballot if has_region else seat
    caucus = ballot if has_caucus else seat
    return Member(
        person_id=ballot.person_id,
        slug=ballot.slug,
        name=ballot.full_name or ballot.printed_name,
        choice=ballot.choice,
        party=(party.party if party else None) or "",
        party_slug=(party.party_slug if party else None) or "",
        party_short=(party.party_abbreviation if party else None) or "",
        caucus_short=(caucus.caucus_abbreviation if caucus else None) or "",
        region=(place.region if place else None) or "",
        region_slug=(place.region_slug if place else None) or "",
        place=(place.north_to_south if place else None) or 99,
    )


def _absent(row: RosterRow) -> Member:
    return Member(
        person_id=row.person_id,
        slug=row.slug,
        name=row.full_name,
        choice=ABSENT,
        party=row.party or "",
        party_slug=row.party_slug or "",
        party_short=row.party_abbreviation or "",
        caucus_short=row.caucus_abbreviation or "",
        region=row.region,
        region_slug=row.region_slug,
        place=row.north_to_south,
    )


def _partners(pairs: Sequence[PairRow]) -> dict[int, str]:
    """With whom each person is paired, and until when."""
    found: dict[int, str] = {}
    for pair in pairs:
        found.setdefault(pair.one_id, _with(pair.other, pair))
        found.setdefault(pair.other_id, _with(pair.one, pair))
    return found


def _with(name: str, pair: PairRow) -> str:
    if pair.until is None:
        return _("with %(name)s") % {"name": name}
    until = short_date(pair.until - timedelta(days=1))
    return _("with %(name)s, until %(date)s") % {"name": name, "date": until}


def _note(member: Member, absences: Mapping[int, AbsenceRow], partners: dict[int, str]) -> str:
    if member.person_id is None:
        return _("name as printed")
    if member.choice == Choice.PAIRED:
        return partners.get(member.person_id, "")
    if member.choice != ABSENT or member.person_id not in absences:
        return ""
    absence = absences[member.person_id]
    if absence.state == AttendanceState.JUSTIFIED:
        if not absence.reason:
            return _("with leave")
        return filled(_("with leave: %(reason)s"), reason=in_spanish(absence.reason))
    if absence.state == AttendanceState.PRESENT:
        return _("attended the sitting and did not vote")
    return _("did not attend the sitting")
