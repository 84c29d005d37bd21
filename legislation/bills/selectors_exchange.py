"""Bills for machines: the lists that pages show, with every column and the source of each row.

Whole lists at once, so that a list of a hundred bills with their steps costs two queries. The
lines are those of ``legislation.bills.selectors``: one meaning, two readers.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Q, QuerySet

from legislation.bills.enums import BillKind
from legislation.bills.journey import BillPaper, StageEntry, Step, Urgency
from legislation.bills.models import Authorship, Bill, BillSubject, BillText, MergedBill
from legislation.bills.selectors import (
    AuthorLine,
    BillFilter,
    MergedLine,
    PaperLine,
    StageLine,
    StepLine,
    SubjectLine,
    TextLine,
    UrgencyLine,
    browse_bills,
)

SOURCE = ("source__name", "source__url", "source__sha256", "source__read_at")
PAPERS_ORDER = ("-id",)
TEXTS_ORDER = ("-dated_on", "-id")

_BILL = (
    "id",
    "kind",
    "number",
    "title",
    "plain_title",
    "summary",
    "initiative",
    "origin_chamber",
    "filed_on",
    "status",
    "stage",
    "stage_text",
    "chamber",
    "step_text",
    "urgency_text",
    "law_number",
    "law_text",
    "law_published_on",
    "quorum_matter",
    "last_step_on",
    "committee__slug",
    "committee__name",
    "committee__chamber",
    "filed_text__url",
    *SOURCE,
)
_OF_BILL = ("bill__kind", "bill__number", "bill__title", "bill__plain_title")
_PAPER = (
    "id",
    "kind",
    "position",
    "dated_on",
    "number",
    "title",
    "description",
    "letter_type",
    "stage",
    "stage_text",
    "chamber",
    "committee__slug",
    "committee__name",
    "committee__chamber",
    "document__url",
    *_OF_BILL,
    *SOURCE,
)
_TEXT = (
    "id",
    "position",
    "slug",
    "kind",
    "dated_on",
    "version_id",
    "version__sha256",
    *_OF_BILL,
    *SOURCE,
)

Line = TypeVar("Line")


def exchange_bills(
    chosen: BillFilter, *, on: date, since: date | None = None, until: date | None = None
) -> "QuerySet[Bill, Any]":
    """Bills under a filter, as named rows with every column, for paging by ``BROWSE_ORDER``.

    ``since`` and ``until``, both included, bound the day of the last step. Fields of committee,
    filed text and source are None where there is none.

    :param on: the day on which an urgency must be running
    """
    bills = browse_bills(chosen, on=on)
    if since is not None:
        bills = bills.filter(last_step_on__gte=since)
    if until is not None:
        bills = bills.filter(last_step_on__lte=until)
    return bills.values_list(*_BILL, named=True)


def bill_record(number: str, *, kind: BillKind) -> Any:
    """One bill by its number, as a row of ``exchange_bills``. One query.

    :raises Bill.DoesNotExist: there is none
    """
    return Bill.objects.filter(kind=kind, number=number).values_list(*_BILL, named=True).get()


def authors_of_each(bill_ids: Collection[int]) -> dict[int, list[AuthorLine]]:
    """The signatures of each of these bills, in order. One query."""
    rows = Authorship.objects.filter(bill_id__in=bill_ids).order_by("bill_id", "position")
    lines = rows.values_list("bill_id", "printed_name", "person__full_name", "person__slug")
    return _gathered(
        bill_ids, lines, lambda printed, name, slug: AuthorLine(printed, name or "", slug or "")
    )


def subjects_of_each(bill_ids: Collection[int]) -> dict[int, list[SubjectLine]]:
    """What each of these bills is filed under, in order. One query."""
    rows = BillSubject.objects.filter(bill_id__in=bill_ids).order_by("bill_id", "position")
    lines = rows.values_list("bill_id", "subject__name", "subject__slug")
    return _gathered(bill_ids, lines, SubjectLine)


def stages_of_each(bill_ids: Collection[int]) -> dict[int, list[StageLine]]:
    """The stages that each of these bills entered, in order. One query."""
    rows = StageEntry.objects.filter(bill_id__in=bill_ids).order_by("bill_id", "position")
    return _gathered(bill_ids, rows.values_list("bill_id", *StageLine._fields), StageLine)


def merged_of_each(bill_ids: Collection[int]) -> dict[int, list[MergedLine]]:
    """The bills debated together with each of these, in order. Two queries."""
    rows = MergedBill.objects.filter(bill_id__in=bill_ids).order_by("bill_id", "position")
    found = list(rows.values_list("bill_id", "number", "is_lead"))
    held = Bill.objects.filter(kind=BillKind.BILL, number__in={number for _, number, _ in found})
    titles = {row[0]: row[1:] for row in held.values_list("number", "title", "plain_title")}
    lines = [(*row, *titles.get(row[1], ("", ""))) for row in found]
    return _gathered(bill_ids, lines, MergedLine)


def steps_of_each(bill_ids: Collection[int]) -> dict[int, list[StepLine]]:
    """Every step of each of these bills, oldest first. One query."""
    rows = Step.objects.filter(bill_id__in=bill_ids).order_by("bill_id", "position")
    columns = (name for name in StepLine._fields if name not in StepLine._field_defaults)
    return _gathered(bill_ids, rows.values_list("bill_id", *columns), StepLine)


def urgencies_of_each(bill_ids: Collection[int]) -> dict[int, list[UrgencyLine]]:
    """Every urgency of each of these bills, newest first. One query."""
    rows = Urgency.objects.filter(bill_id__in=bill_ids).order_by("-set_on", "-position")
    return _gathered(bill_ids, rows.values_list("bill_id", *UrgencyLine._fields), UrgencyLine)


def papers_of_each(bill_ids: Collection[int]) -> dict[int, list[PaperLine]]:
    """Every paper of each of these bills, by kind and then as the Senate orders them. One query."""
    rows = BillPaper.objects.filter(bill_id__in=bill_ids).order_by("bill_id", "kind", "position")
    lines = rows.values_list(
        "bill_id",
        *PaperLine._fields[:-3],
        "committee__name",
        "committee__slug",
        "document__url",
    )
    return _gathered(
        bill_ids,
        lines,
        lambda *columns: PaperLine(*columns[:-3], *(column or "" for column in columns[-3:])),
    )


def texts_of_each(bill_ids: Collection[int]) -> dict[int, list[TextLine]]:
    """Every text of each of these bills, oldest first. One query."""
    rows = BillText.objects.filter(bill_id__in=bill_ids).order_by("bill_id", "position")
    lines = rows.values_list(
        "bill_id", "position", "slug", "kind", "dated_on", "version_id", "version__sha256"
    )
    return _gathered(bill_ids, lines, TextLine)


def exchange_papers(
    *,
    kind: str = "",
    bill_kind: str = "",
    bill_number: str = "",
    committee_slug: str = "",
    since: date | None = None,
    until: date | None = None,
) -> "QuerySet[BillPaper, Any]":
    """Papers of bills that meet every filter given, for paging by ``PAPERS_ORDER``.

    The most recently recorded come first: papers without a date have their place too. ``since``
    and ``until``, both included, bound their date and leave out those that have none.
    """
    chosen = _of_bill(bill_kind, bill_number) & _between("dated_on", since, until)
    if kind:
        chosen &= Q(kind=kind)
    if committee_slug:
        chosen &= Q(committee__slug=committee_slug)
    return BillPaper.objects.filter(chosen).values_list(*_PAPER, named=True)


def exchange_texts(
    *,
    kind: str = "",
    bill_kind: str = "",
    bill_number: str = "",
    since: date | None = None,
    until: date | None = None,
) -> "QuerySet[BillText, Any]":
    """Texts of bills that meet every filter given, for paging by ``TEXTS_ORDER``."""
    chosen = _of_bill(bill_kind, bill_number) & _between("dated_on", since, until)
    if kind:
        chosen &= Q(kind=kind)
    return BillText.objects.filter(chosen).values_list(*_TEXT, named=True)


def text_record(number: str, slug: str, *, kind: BillKind) -> Any:
    """One text of a bill, as a row of ``exchange_texts``. One query.

    :raises BillText.DoesNotExist: there is none
    """
    return exchange_texts(bill_kind=kind, bill_number=number).get(slug=slug)


def bills_signed_by(person_id: int, *, limit: int) -> list[Any]:
    """The bills that somebody signed, the last filed first. One query."""
    signed = Authorship.objects.filter(person_id=person_id).values("bill_id")
    bills = Bill.objects.filter(pk__in=signed).order_by(F("filed_on").desc(), F("id").desc())
    return list(bills.values_list(*_BILL, named=True)[:limit])


def _of_bill(kind: str, number: str) -> Q:
    chosen = Q()
    if kind:
        chosen &= Q(bill__kind=kind)
    if number:
        chosen &= Q(bill__number=number)
    return chosen


def _between(field: str, since: date | None, until: date | None) -> Q:
    chosen = Q()
    if since is not None:
        chosen &= Q(**{f"{field}__gte": since})
    if until is not None:
        chosen &= Q(**{f"{field}__lte": until})
    return chosen


def _gathered(
    bill_ids: Collection[int], rows: Iterable[tuple[Any, ...]], make: Callable[..., Line]
) -> dict[int, list[Line]]:
    """Rows that begin with their bill, as the lines of each bill; empty where it has none."""
    found: dict[int, list[Line]] = {bill: [] for bill in bill_ids}
    for bill, *columns in rows:
        found[bill].append(make(*columns))
    return found
