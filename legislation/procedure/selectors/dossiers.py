"""Dossiers as the officials' desk lists and opens them."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from legislation.bills.enums import BillKind
from legislation.bills.journey import Urgency
from legislation.procedure.enums import Standing
from legislation.procedure.models import Act, Dossier, Signatory
from legislation.publishing.enums import PublicationState

MOST_IN_A_CUENTA = 200
NEWEST_FIRST = ("-serial", "-id")


class DossierRow(NamedTuple):
    """A dossier as a list names it. ``unpublished`` counts acts that nobody outside sees yet."""

    id: int
    serial: int
    number: str
    title: str
    standing: str
    stands_since: date
    initiative: str
    origin_chamber: str
    committee_name: str | None
    unpublished: int


class ActRow(NamedTuple):
    """An act with where its publication stands."""

    id: int
    position: int
    kind: str
    led_to: str
    taken_on: date
    session_number: int | None
    legislature_number: int | None
    description: str
    citation: str
    recorded_by: str | None
    recorded_at: datetime
    publication_id: int
    publication_state: str
    published_at: datetime | None


class UrgencyRow(NamedTuple):
    kind: str
    set_on: date
    due_on: date


def list_dossiers(*, standings: Collection[str] = (), words: str = "") -> QuerySet[Any, Any]:
    """Dossiers to be paged by ``NEWEST_FIRST``, as ``DossierRow``.

    :param standings: only those that stand there; none means anywhere
    :param words: a number, or words of the title
    """
    found = Dossier.objects.all()
    if standings:
        found = found.filter(standing__in=list(standings))
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(number__startswith=word))
    waiting = Q(acts__publication__published_at__isnull=True) & ~Q(
        acts__publication__state=PublicationState.DISCARDED
    )
    told = found.annotate(
        unpublished=Count("acts", filter=waiting), committee_name=F("committee__name")
    )
    return told.values_list(
        "id",
        "serial",
        "number",
        "title",
        "standing",
        "stands_since",
        "initiative",
        "origin_chamber",
        "committee_name",
        "unpublished",
        named=True,
    )


def get_dossier(number: str) -> Dossier:
    """The dossier of a bill, with its committee and its public record.

    :raises Dossier.DoesNotExist: there is none
    """
    return Dossier.objects.select_related("committee", "bill").get(
        kind=BillKind.BILL, number=number
    )


def acts_of(dossier: Dossier) -> list[ActRow]:
    """Its acts, newest first, each with its publication: one query."""
    rows = Act.objects.filter(dossier=dossier).order_by("-position")
    return [
        ActRow(*row)
        for row in rows.values_list(
            "id",
            "position",
            "kind",
            "led_to",
            "taken_on",
            "session_number",
            "legislature_number",
            "description",
            "citation",
            "recorded_by__name",
            "recorded_at",
            "publication_id",
            "publication__state",
            "publication__published_at",
        )
    ]


def signatories_of(dossier: Dossier) -> list[str]:
    """Who signs it, in order, as printed."""
    rows = Signatory.objects.filter(dossier=dossier).order_by("position")
    return list(rows.values_list("printed_name", flat=True))


def running_urgency_of(dossier: Dossier) -> UrgencyRow | None:
    """The urgency that runs in the public record, if any."""
    if dossier.bill_id is None:
        return None
    rows = Urgency.objects.filter(bill=dossier.bill_id, ended_on__isnull=True, end="")
    row = rows.order_by("-position").values_list("kind", "set_on", "due_on").first()
    return UrgencyRow(*row) if row else None


def count_by_standing() -> dict[str, int]:
    """How many dossiers stand at each place."""
    rows = Dossier.objects.values_list("standing").annotate(count=Count("id"))
    return dict(rows.order_by())


def numbers_kept_here(numbers: Iterable[str]) -> set[tuple[str, str]]:
    """Of these numbers, the kinds and numbers of the bills that officials keep here."""
    rows = Dossier.objects.filter(number__in=list(numbers))
    return set(rows.values_list("kind", "number"))


class Due(NamedTuple):
    """A term that runs: whose, which and until when."""

    number: str
    title: str
    what: str
    due_on: date


def terms_running(*, until: date, limit: int) -> list[Due]:
    """Urgencies of bills kept here whose term ends by that day, what ends first first."""
    rows = (
        Urgency.objects.filter(
            Exists(Dossier.objects.filter(bill=OuterRef("bill"))),
            ended_on__isnull=True,
            end="",
            due_on__lte=until,
        )
        .order_by("due_on", "id")
        .values_list("bill__number", "bill__title", "kind", "due_on")
    )
    return [Due(*row) for row in rows[:limit]]


class AwaitingNotice(NamedTuple):
    """A bill of which notice is to be given, and which paper of the Cuenta it is."""

    number: str
    title: str
    standing: str
    initiative: str
    since: date
    is_exclusive: bool


def awaiting_notice() -> list[AwaitingNotice]:
    """Bills that wait for notice, what has waited longest first: one query."""
    waiting = (Standing.FILED, Standing.SECOND_NOTICE, Standing.THIRD_NOTICE)
    rows = Dossier.objects.filter(standing__in=waiting).order_by("stands_since", "serial")
    return [
        AwaitingNotice(*row)
        for row in rows.values_list(
            "number", "title", "standing", "initiative", "stands_since", "is_exclusive"
        )[:MOST_IN_A_CUENTA]
    ]


def awaiting_president() -> list[tuple[str, str, date]]:
    """Bills with the President: number, title, since when."""
    rows = Dossier.objects.filter(standing=Standing.PRESIDENT).order_by("stands_since", "id")
    return list(rows.values_list("number", "title", "stands_since")[:20])
