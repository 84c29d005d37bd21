"""Votes decided anew when it becomes known that another number of senators was in office.

An exclusion is recorded here and not with the people because every vote of its days hangs
on it: both are written together or not at all.
"""

from datetime import date

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from legislation.errors import RuleViolation
from legislation.people.enums import ExclusionReason
from legislation.people.models import ExclusionFromOffice, Person
from legislation.provenance.models import Source
from legislation.votes.models import Vote
from legislation.votes.services.outcomes import Outcomes

WRITTEN = ("in_office", "in_office_basis", "result", "reason", "needed", "missing")


@transaction.atomic
def recount_votes(since: date | None = None, until: date | None = None) -> int:
    """Make every vote of these days agree with the members in office that the record knows.

    To be called in the transaction that writes mandates, rosters or exclusions. The number
    in office is counted again by ``members_in_office``; votes that need a share of it are
    decided again (Ley 18.918, art. 7). Ballots, counts and sources stay as they are.

    :param since: first day, None from the beginning
    :param until: first day that is not recounted any more, None to the end
    :returns: how many votes changed
    """
    found = Vote.objects.all()
    if since is not None:
        found = found.filter(taken_on__gte=since)
    if until is not None:
        found = found.filter(taken_on__lt=until)
    as_recorded = set(found.values_list("taken_on", "in_office", "in_office_basis"))
    outcomes = Outcomes(day for day, _number, _basis in as_recorded)
    days = {day for day, number, basis in as_recorded if not outcomes.holds(day, number, basis)}
    votes = found.filter(taken_on__in=days).select_for_update(of=("self",)).select_related("rule")
    changed = [vote for vote in votes.order_by("pk") if outcomes.recount(vote)]
    Vote.objects.bulk_update(changed, WRITTEN, batch_size=500)
    return len(changed)


@transaction.atomic
def record_exclusion(
    person: Person,
    *,
    since: date,
    until: date | None,
    reason: ExclusionReason,
    citation: str = "",
    source: Source | None = None,
) -> int:
    """Record that a senator was not in office on these days, and recount their votes.

    The suspended and those abroad with constitutional permission are not in office
    (Ley 18.918, art. 7; Reglamento del Senado, arts. 5 and 7).

    :param since: first day of the exclusion
    :param until: first day in office again, None while it is not known
    :param citation: where the exclusion was decided
    :returns: how many rows were written, votes included
    :raises RuleViolation: the person is excluded already on some of these days
    """
    during = DateRange(since, until)
    if ExclusionFromOffice.objects.filter(person=person, during__overlap=during).exists():
        raise RuleViolation(
            _("%(name)s is already excluded from office on some of those days.")
            % {"name": person.full_name}
        )
    ExclusionFromOffice.objects.create(
        person=person, during=during, reason=reason, citation=citation, source=source
    )
    return 1 + recount_votes(since, until)
