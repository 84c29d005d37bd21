"""Finds printed names on record, once each.

Kept for a whole run, so that 300 files ask the database for people and committees once.
"""

from collections.abc import Iterable
from datetime import date

from legislation.interchange.readers import losses
from legislation.people import naming
from legislation.people.models import Committee, Person
from legislation.people.observed import ObservedCommittee
from legislation.people.selectors import Roster, roster_on
from legislation.people.services import record_observed_committee
from legislation.provenance.models import Source

REASONS = {
    naming.MatchReason.NOBODY: losses.NOBODY,
    naming.MatchReason.SEVERAL: losses.SEVERAL,
    naming.MatchReason.UNREADABLE: losses.NOT_A_FULL_NAME,
    naming.MatchReason.NO_MATERNAL_SURNAME: losses.NOT_A_FULL_NAME,
}


class Directory:
    """People, rosters and committees by what sources call them."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Ask the database again: people changed, or a transaction was rolled back."""
        self._candidates: list[naming.Candidate[int]] | None = None
        self._matches: dict[str, naming.Match[int]] = {}
        self._rosters: dict[date, Roster] = {}
        self._committees: dict[tuple[str, str], int] | None = None

    def person(self, printed: str) -> tuple[int | None, str]:
        """The one person whom this name can only mean, or None and the reason why not."""
        if printed not in self._matches:
            self._matches[printed] = naming.match(printed, self._everybody())
        match = self._matches[printed]
        if match.candidate is not None:
            return match.candidate.key, ""
        return None, REASONS[match.reason]

    def held_no_seat(self, person_id: int, on: date) -> bool:
        """Whether the roster of the day is complete and does not list this person."""
        if on not in self._rosters:
            self._rosters[on] = roster_on(on)
        roster = self._rosters[on]
        return roster.is_complete and all(row.person_id != person_id for row in roster.rows)

    def committee(self, seen: ObservedCommittee | None, source: Source) -> tuple[int | None, int]:
        """The committee's key, and how many rows it took to know it."""
        if seen is None:
            return None, 0
        if self._committees is None:
            rows: Iterable[tuple[str, str, int]] = Committee.objects.values_list(
                "chamber", "name", "pk"
            )
            self._committees = {(chamber, name): key for chamber, name, key in rows}
        place = (seen.chamber, seen.name)
        if place in self._committees:
            return self._committees[place], 0
        recorded = record_observed_committee(seen, source=source)
        self._committees[place] = recorded.committee.pk
        return recorded.committee.pk, recorded.changed_rows

    def _everybody(self) -> list[naming.Candidate[int]]:
        if self._candidates is None:
            rows = Person.objects.values_list(
                "pk", "given_names", "paternal_surname", "maternal_surname"
            )
            self._candidates = [
                naming.Candidate(key, naming.Name(given, paternal, maternal))
                for key, given, paternal, maternal in rows
            ]
        return self._candidates
