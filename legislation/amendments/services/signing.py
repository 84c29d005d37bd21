"""Knows senators by their printed names: each a person once, in office that day."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from legislation.amendments.enums import SignedAs
from legislation.amendments.models import Amendment, AmendmentSignatory
from legislation.errors import RuleViolation
from legislation.people.models import Person
from legislation.people.naming import Candidate, Name, fold, match
from legislation.people.selectors import roster_on
from legislation.procedure.proposals import Signature


def known_senators(names: Sequence[str], *, on: date) -> list[Signature]:
    """These senators, in order, each matched to who sat that day.

    Where the record does not know everybody who sat that day, a name that it cannot match is
    kept as printed.

    :raises RuleViolation: a name is of nobody in office, or of two; or one senator comes twice
    """
    if not names:
        return []
    roster = roster_on(on)
    sitting = [row.person_id for row in roster.in_office]
    candidates = [
        Candidate(one.pk, Name(one.given_names, one.paternal_surname, one.maternal_surname))
        for one in Person.objects.filter(pk__in=sitting)
    ]
    found = []
    for name in names:
        meant = match(name, candidates).candidate
        if meant is None and roster.is_complete:
            raise RuleViolation(
                _("No one senator in office that day is called «%(name)s».") % {"name": name}
            )
        found.append(Signature(printed_name=name, person_id=meant.key if meant else None))
    _each_once(found)
    return found


def sign(amendment: Amendment, senators: Sequence[Signature], signed_as: SignedAs) -> None:
    """Put these names under the amendment. They are added, never changed."""
    before = AmendmentSignatory.objects.filter(amendment=amendment, signed_as=signed_as).count()
    AmendmentSignatory.objects.bulk_create(
        AmendmentSignatory(
            amendment=amendment,
            signed_as=signed_as,
            position=position,
            printed_name=one.printed_name,
            person_id=one.person_id,
        )
        for position, one in enumerate(senators, start=before + 1)
    )


def _each_once(senators: Sequence[Signature]) -> None:
    seen: set[int | str] = set()
    for one in senators:
        who = one.person_id or fold(one.printed_name)
        if who in seen:
            raise RuleViolation(
                _("«%(name)s» is there twice: each senator signs once.")
                % {"name": one.printed_name}
            )
        seen.add(who)
