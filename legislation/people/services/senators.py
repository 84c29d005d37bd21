"""Senators as observed: who they are, the seat they hold, their party."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from legislation.errors import RuleViolation
from legislation.people import naming
from legislation.people.models import Mandate, Party, PartyMembership, Person
from legislation.people.observed import ObservedSenator
from legislation.provenance.models import Source
from legislation.provenance.services import amend


@dataclass(frozen=True, slots=True)
class RecordedPerson:
    person: Person
    created: bool
    changed_rows: int


@transaction.atomic
def record_observed_senator(
    seen: ObservedSenator, *, source: Source | None = None, people: Sequence[Person] | None = None
) -> RecordedPerson:
    """Make the record hold this person, and the seat and party that the source gives.

    Known by the number of the Senate's service, else by name (``naming.match``). Only a
    source that gives that number corrects a name on record: it splits given names from
    surnames, which a name in natural order does not. What the source leaves empty stays as
    it was. Seats and parties are dated: a seat without a term is not recorded, and a party
    holds from the day the source speaks of until another one is observed.

    :param people: everybody on record, where the caller has them at hand
    :raises RuleViolation: the seat contradicts another of the same person and days
    """
    person = _find(seen, people if people is not None else list(Person.objects.all()))
    created = person is None
    changed = 1
    if person is None:
        person = _create(seen, source)
    else:
        changed = amend(person, source=source, **_corrections(seen, person))
    changed += _record_mandate(person, seen, source)
    changed += _record_party(person, seen, source)
    return RecordedPerson(person, created=created, changed_rows=changed)


def name_of(person: Person) -> naming.Name:
    """The person's name in parts, for matching."""
    return naming.Name(person.given_names, person.paternal_surname, person.maternal_surname)


def _observed_name(seen: ObservedSenator) -> naming.Name:
    return naming.Name(seen.given_names, seen.paternal_surname, seen.maternal_surname)


def _find(seen: ObservedSenator, people: Sequence[Person]) -> Person | None:
    if seen.senate_id is not None:
        for person in people:
            if person.senate_id == seen.senate_id:
                return person
    candidates = [
        naming.Candidate(person, name_of(person))
        for person in people
        if seen.senate_id is None or person.senate_id is None
    ]
    if seen.maternal_surname:
        found = naming.match(_observed_name(seen).listed, candidates)
        if found.reason is naming.MatchReason.SEVERAL:
            raise RuleViolation(
                _("More than one person on record could be %(name)s.")
                % {"name": _observed_name(seen).natural}
            )
        return found.candidate.key if found.candidate else None
    same = [one.key for one in candidates if one.name == _observed_name(seen)]
    return same[0] if len(same) == 1 else None


def _create(seen: ObservedSenator, source: Source | None) -> Person:
    return Person.objects.create(
        slug=_free_slug(seen),
        given_names=seen.given_names,
        paternal_surname=seen.paternal_surname,
        maternal_surname=seen.maternal_surname,
        senate_id=seen.senate_id,
        email=seen.email,
        phone=seen.phone,
        curriculum_url=seen.curriculum_url,
        source=source,
    )


def _free_slug(seen: ObservedSenator) -> str:
    stem = naming.slug(_observed_name(seen).natural)[:110].strip("-")
    taken = set(Person.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slug, number = stem, 1
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _corrections(seen: ObservedSenator, person: Person) -> dict[str, object]:
    values: dict[str, object] = {
        name: value
        for name in ("email", "phone", "curriculum_url")
        if (value := getattr(seen, name))
    }
    if seen.senate_id is not None:
        values |= {
            "senate_id": seen.senate_id,
            "given_names": seen.given_names,
            "paternal_surname": seen.paternal_surname,
            "maternal_surname": seen.maternal_surname,
        }
    return values


def _record_mandate(person: Person, seen: ObservedSenator, source: Source | None) -> int:
    if seen.mandate is None or seen.constituency is None:
        return 0
    during = DateRange(*seen.mandate)
    held = list(Mandate.objects.filter(person=person, during__overlap=during))
    if not held:
        Mandate.objects.create(
            person=person, constituency_id=seen.constituency, during=during, source=source
        )
        return 1
    if len(held) > 1 or held[0].constituency_id != seen.constituency:
        raise RuleViolation(
            _("%(name)s already holds another seat on those days.") % {"name": person.full_name}
        )
    return amend(held[0], source=source, during=during)


def _record_party(person: Person, seen: ObservedSenator, source: Source | None) -> int:
    if not seen.party_slug or seen.party_since is None:
        return 0
    party, changed = _party(seen, source)
    return changed + _join(person, party, seen.party_since, source)


def _party(seen: ObservedSenator, source: Source | None) -> tuple[Party, int]:
    party, created = Party.objects.get_or_create(
        slug=seen.party_slug,
        defaults={
            "name": seen.party_name,
            "abbreviation": seen.party_abbreviation,
            "source": source,
        },
    )
    if created:
        return party, 1
    return party, amend(
        party, source=source, name=seen.party_name, abbreviation=seen.party_abbreviation
    )


def _join(person: Person, party: Party, since: date, source: Source | None) -> int:
    """The membership from ``since`` until the next one that is already on record."""
    held = PartyMembership.objects.filter(person=person).order_by("during")
    current = held.filter(during__contains=since).first()
    if current is None:
        later = held.filter(during__startswith__gt=since).first()
        until = later.during.lower if later else None
        PartyMembership.objects.create(
            person=person, party=party, during=DateRange(since, until), source=source
        )
        return 1
    if current.party_id == party.pk:
        return 0
    if current.during.lower == since:
        return amend(current, source=source, party_id=party.pk)
    until = current.during.upper
    amend(current, source=source, during=DateRange(current.during.lower, since))
    PartyMembership.objects.create(
        person=person, party=party, during=DateRange(since, until), source=source
    )
    return 2
