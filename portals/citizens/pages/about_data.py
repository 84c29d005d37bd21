"""Where the data come from, how fresh and how complete they are, and what is wrong in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legislation.interchange import selectors
from legislation.interchange.enums import LossKind
from legislation.interchange.selectors import CoverageRow, Doubts, LossRow, RunRow
from legislation.provenance.selectors import RecordState
from portals.citizens.pages.learn import crumbs_to
from portals.shared import formats
from portals.shared.parts import Column, Fact, Link

_KINDS: Mapping[str, Promise] = {
    "bills": gettext_lazy("Bills"),
    "votes": gettext_lazy("Votes of the floor"),
    "sessions": gettext_lazy("Sittings"),
    "senators": gettext_lazy("Senators with a dated seat"),
    "committees": gettext_lazy("Committees of both chambers"),
    "papers": gettext_lazy("Reports, letters and other papers"),
    "urgencies": gettext_lazy("Urgencies"),
}

Cell = str | int | None


@dataclass(frozen=True)
class AboutDataPage:
    crumbs: tuple[Link, ...]
    is_fictional: bool
    freshness: tuple[Fact, ...]
    coverage_columns: tuple[Column, ...]
    coverage: tuple[tuple[Cell, ...], ...]
    doubts: tuple[str, ...]
    remark_columns: tuple[Column, ...]
    remarks: tuple[tuple[Cell, ...], ...]
    use: tuple[Link, ...]


def build(*, state: RecordState) -> AboutDataPage:
    """Five queries."""
    return AboutDataPage(
        crumbs=crumbs_to(_("About the data"), below=True),
        is_fictional=state.is_fictional,
        freshness=_freshness(selectors.latest_run(), state),
        coverage_columns=(
            Column(_("What"), "head"),
            Column(_("On record"), "number"),
            Column(_("First day")),
            Column(_("Last day")),
        ),
        coverage=tuple(_covered(row) for row in selectors.coverage()),
        doubts=_doubts(selectors.doubts()),
        remark_columns=(
            Column(_("Element of the source"), "head"),
            Column(_("What happened")),
            Column(_("Why")),
            Column(_("Times"), "number"),
        ),
        remarks=tuple(_remark(row) for row in selectors.remarks()),
        use=_use(),
    )


def _freshness(run: RunRow | None, state: RecordState) -> tuple[Fact, ...]:
    facts = []
    if state.changed_at:
        facts.append(Fact(_("Last change of the record"), formats.long_datetime(state.changed_at)))
    if run:
        finished = run.finished_at or run.started_at
        facts.append(Fact(_("Last reading of the source"), formats.long_datetime(finished)))
        facts.append(Fact(_("Files read"), formats.number(run.files)))
        facts.append(Fact(_("Files refused"), formats.number(run.refused)))
    return tuple(facts)


def _covered(row: CoverageRow) -> tuple[Cell, ...]:
    return (
        str(_KINDS[row.what]),
        row.rows,
        formats.plain_date(row.first) if row.first else None,
        formats.plain_date(row.last) if row.last else None,
    )


def _doubts(found: Doubts) -> tuple[str, ...]:
    return (
        _("%(part)s of %(all)s votes: the published totals and the roll call differ.")
        % _share(found.votes_that_disagree, found.votes),
        _("%(part)s of %(all)s votes: the result cannot be known from what was published.")
        % _share(found.votes_without_result, found.votes),
        _("%(part)s of %(all)s ballots: the printed name matches nobody on record beyond doubt.")
        % _share(found.ballots_without_person, found.ballots),
    )


def _share(part: int, whole: int) -> dict[str, str]:
    return {"part": formats.number(part), "all": formats.number(whole)}


def _remark(row: LossRow) -> tuple[Cell, ...]:
    return (row.path, str(LossKind(row.kind).label), _(row.reason), row.occurrences)


def _use() -> tuple[Link, ...]:
    return (
        Link(
            _("Programming interface"),
            reverse("open_data:api-docs"),
            _("Bills, votes, senators, committees and sittings as JSON, without a key."),
        ),
        Link(
            _("Bills"),
            f"{reverse('citizens:bill-list')}",
            _("Any list, also as a table (CSV), as JSON or as a feed: add .csv, .json or .atom."),
        ),
        Link(
            _("Votes of the floor"),
            reverse("citizens:vote-list"),
            _("Each roll call can be downloaded from its own page."),
        ),
        Link(
            _("Agenda"),
            reverse("citizens:agenda"),
            _("For your own calendar, of the floor and of each committee."),
        ),
    )
