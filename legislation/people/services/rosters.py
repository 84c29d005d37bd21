"""Rosters: everybody who holds a seat on some days, and nobody else."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from legislation.errors import RuleViolation
from legislation.people.models import Mandate, Person, RosterSpan
from legislation.people.observed import ObservedSenator
from legislation.people.services.senators import record_observed_senator
from legislation.provenance.models import Source
from legislation.provenance.services import amend


@transaction.atomic
def record_roster(
    senators: Sequence[ObservedSenator],
    *,
    covers: tuple[date, date | None] | None,
    source: Source | None = None,
) -> int:
    """Record these senators; on the days covered they are all who held a seat.

    From then on ``members_in_office`` counts mandates on those days instead of seats, and
    whoever did not answer in a vote is known to be absent.

    :param covers: first day covered and first day not covered; None where the source does
        not vouch for being complete, and then no day is covered
    :returns: how many rows were written
    :raises RuleViolation: somebody else on record holds a seat on those days, or two
        rosters cover them in part
    """
    people = list(Person.objects.select_for_update().order_by("pk"))
    changed, listed = 0, []
    for seen in senators:
        recorded = record_observed_senator(seen, source=source, people=people)
        changed += recorded.changed_rows
        listed.append(recorded.person.pk)
        if recorded.created:
            people.append(recorded.person)
    if len(set(listed)) != len(listed):
        raise RuleViolation(_("The roster names somebody twice."))
    if covers is None:
        return changed
    during = DateRange(*covers)
    _refuse_others(listed, during)
    return changed + _cover(during, source)


def _refuse_others(listed: Sequence[int], during: DateRange) -> None:
    others = Mandate.objects.filter(during__overlap=during).exclude(person__in=listed)
    names = sorted(others.values_list("person__full_name", flat=True))
    if names:
        raise RuleViolation(
            _("The roster leaves out people who hold a seat on those days: %(names)s.")
            % {"names": ", ".join(names)}
        )


def _cover(during: DateRange, source: Source | None) -> int:
    spans = list(RosterSpan.objects.filter(during__overlap=during))
    if not spans:
        RosterSpan.objects.create(during=during, source=source)
        return 1
    if len(spans) > 1:
        raise RuleViolation(_("Several rosters on record cover those days in part."))
    return amend(spans[0], source=source, during=during)
