"""Where the data come from, how fresh and how complete they are, and what is wrong in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from legislation.interchange import selectors
from legislation.interchange.enums import LossKind
from legislation.interchange.selectors import CoverageRow, Doubts, LossRow, RunRow
from legislation.provenance.selectors import RecordState
from portals.citizens.pages.learn import crumbs_to
from portals.shared import formats
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Fact, Link

_KINDS: Mapping[str, Promise] = {
    "bills": gettext_lazy("Bills"),
    "matters": gettext_lazy("Senate matters"),
    "votes": gettext_lazy("Votes of the floor"),
    "sittings": gettext_lazy("Sittings of the floor, held or summoned"),
    "committee_sittings": gettext_lazy("Sittings of committees, held or summoned"),
    "senators": gettext_lazy("Senators with a dated seat"),
    "committees": gettext_lazy("Committees of the Senate"),
    "other_committees": gettext_lazy("Joint committees and committees of the Chamber of Deputies"),
    "papers": gettext_lazy("Reports, letters and other papers"),
    "urgencies": gettext_lazy("Urgencies"),
}

Cell = str | int | None


@dataclass(frozen=True)
class AboutDataPage:
    """``contact`` is where errors are reported, «» where nobody has said."""

    crumbs: tuple[Link, ...]
    is_fictional: bool
    freshness: tuple[Fact, ...]
    sources: tuple[str, ...]
    coverage_columns: tuple[Column, ...]
    coverage: tuple[tuple[Cell, ...], ...]
    doubts: tuple[str, ...]
    remark_columns: tuple[Column, ...]
    remarks: tuple[tuple[Cell, ...], ...]
    use: tuple[Link, ...]
    contact: str


def build(*, state: RecordState) -> AboutDataPage:
    """Five queries."""
    return AboutDataPage(
        crumbs=crumbs_to(_("About the data"), below=True),
        is_fictional=state.is_fictional,
        freshness=_freshness(selectors.latest_run(), state),
        sources=_sources(is_fictional=state.is_fictional),
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
        contact=settings.SENATE_CONTACT_EMAIL,
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


def _sources(*, is_fictional: bool) -> tuple[str, ...]:
    """Where the record was read, and what was done with it; an invented one was read nowhere."""
    origin = (
        _("This record was read from no source: this site's own demonstration invents it.")
        if is_fictional
        else _(
            "Bills, votes and senators are read from the Senate's public services, file by file."
            " Every row keeps the name of its file, when it was read and the hash of its content."
        )
    )
    return (
        origin,
        _(
            "What a source prints is kept as printed, beside what we read in it. Results are"
            " computed from the votes and the rule in force that day; what the source states is"
            " shown beside them."
        ),
    )


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
