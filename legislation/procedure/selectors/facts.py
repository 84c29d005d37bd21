"""Gathers what the law looks at for an act of a dossier."""

from datetime import date

from legislation.bills.deadlines import lapses_on
from legislation.bills.enums import Initiative
from legislation.people.enums import Chamber
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.facts import Facts
from legislation.procedure.models import Act, Dossier
from legislation.procedure.selectors.terms import numbers_on
from legislation.procedure.terms import Term

IN_COMMITTEE = (Standing.FIRST_COMMITTEE, Standing.SECOND_COMMITTEE)
URGENCIES = (ActKind.SET_URGENCY, ActKind.WITHDRAW_URGENCY)


def facts_of(dossier: Dossier, kind: ActKind, taken_on: date, details: ActDetails) -> Facts:
    """The dossier and the act proposed, as the guards judge them: 2 queries."""
    terms = numbers_on(taken_on)
    earlier = _earlier(dossier)
    observations = next(
        (len(one["observations"]) for one in earlier.details if one.get("observations")), 0
    )
    if kind == ActKind.OBSERVE:
        observations = len(details.observations)
    standing = dossier.standing
    return Facts(
        origin=Chamber(dossier.origin_chamber),
        initiative=Initiative(dossier.initiative),
        taken_on=taken_on,
        is_treaty=dossier.is_treaty,
        is_exclusive=dossier.is_exclusive,
        needs_court_control=dossier.needs_court_control,
        court_has_ruled=ActKind.RULE_CONFORM in earlier.kinds,
        has_open_question=dossier.has_open_question,
        has_pending_amendments=dossier.has_pending_amendments,
        has_running_urgency=earlier.urgency_runs(taken_on),
        names_committee=bool(details.committee),
        has_ground=bool(details.ground.strip()),
        requester=details.requester,
        other_chamber_agrees=details.other_chamber_agrees,
        in_favour=details.in_favour,
        against=details.against,
        present=details.present,
        thirds=terms[Term.THIRDS_TO_INSIST].number,
        last_taken_on=earlier.last_taken_on,
        in_committee_since=dossier.stands_since if standing in IN_COMMITTEE else None,
        years_to_shelve=terms[Term.YEARS_TO_SHELVE].number,
        with_president_since=_with_president_since(dossier, earlier),
        days_of_president=terms[Term.DAYS_OF_THE_PRESIDENT].number,
        observations=observations,
        observations_decided=len(details.decisions),
        law_number=details.law_number,
        merges_with=details.merges_with,
    )


class _Earlier:
    """The acts that have effect, newest first."""

    def __init__(self, rows: list[tuple[str, date, dict[str, list[str]]]]) -> None:
        self.kinds = {kind for kind, _day, _details in rows}
        self._urgency = next(
            ((kind, day) for kind, day, _details in rows if kind in URGENCIES), None
        )
        self.details = [details for _kind, _day, details in rows]
        self.last_taken_on = max((day for _kind, day, _details in rows), default=None)
        self.dispatched_on = next((day for kind, day, _ in rows if kind == ActKind.DISPATCH), None)

    def urgency_runs(self, on: date) -> bool:
        """Whether one was set that day or before, not withdrawn, and its legislature goes on."""
        if self._urgency is None:
            return False
        kind, day = self._urgency
        return kind == ActKind.SET_URGENCY and on <= lapses_on(day)


def _earlier(dossier: Dossier) -> _Earlier:
    rows = (
        Act.objects.filter(dossier=dossier, undone_by__isnull=True)
        .exclude(kind=ActKind.UNDO)
        .order_by("-position")
    )
    return _Earlier(list(rows.values_list("kind", "taken_on", "details")))


def _with_president_since(dossier: Dossier, earlier: _Earlier) -> date | None:
    if dossier.standing != Standing.PRESIDENT:
        return None
    return earlier.dispatched_on or dossier.stands_since
