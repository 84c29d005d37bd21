"""The ledger, searched by object, person and period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from accounts.ledger.selectors import Act, entries
from portals.shared.formats import long_datetime
from portals.shared.language import gettext as _
from portals.shared.parameters import asked
from portals.shared.parts import Column, Filter

SIZE = 50
NAMES = ("objeto", "persona", "desde", "hasta", "acto")


@dataclass(frozen=True)
class LedgerPage:
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | int, ...], ...]
    older_href: str


def build(query: Mapping[str, str]) -> LedgerPage:
    """The acts that the address asks for, newest first: 1 query."""
    typed = {name: asked(query, name) for name in NAMES}
    after = asked(query, "antes-de")
    found = entries(
        object=_object(typed["objeto"]),
        actor=int(typed["persona"]) if _is_number(typed["persona"]) else None,
        since=_begin(typed["desde"]),
        until=_end(typed["hasta"]),
        act=typed["acto"] or None,
        after_sequence=int(after) if _is_number(after) else None,
        limit=SIZE + 1,
    )
    address = reverse("officials:ledger")
    kept = {name: value for name, value in typed.items() if value}
    return LedgerPage(
        address=address,
        filters=_filters(typed),
        clear_href=address if kept else "",
        columns=(
            Column(_("No."), "number"),
            Column(_("When")),
            Column(_("Act"), "head"),
            Column(_("On what")),
            Column(_("Who")),
        ),
        rows=tuple(_row(one) for one in found[:SIZE]),
        older_href=_older(address, kept, found),
    )


def _filters(typed: Mapping[str, str]) -> tuple[Filter, ...]:
    return (
        Filter("objeto", _("Object, such as bill:18230-13"), typed["objeto"]),
        Filter("persona", _("Account number"), typed["persona"]),
        Filter("desde", _("From"), typed["desde"], kind="date"),
        Filter("hasta", _("Until"), typed["hasta"], kind="date"),
        Filter("acto", _("Act"), typed["acto"]),
    )


def _row(one: Act) -> tuple[str | int, ...]:
    who = one.actor or (_("The system") if one.actor_id is None else str(one.actor_id))
    return (
        str(one.sequence),
        long_datetime(timezone.localtime(one.recorded_at)),
        one.act,
        f"{one.object_kind}:{one.object_key}",
        f"{who} ({one.authority})" if one.authority else who,
    )


def _object(words: str) -> tuple[str, str] | None:
    kind, _point, key = words.partition(":")
    if not key:
        return ("bill", kind) if kind else None
    return (kind, key)


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) < 19


def _begin(words: str) -> datetime | None:
    day = _day(words)
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


def _end(words: str) -> datetime | None:
    day = _day(words)
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _day(words: str) -> date | None:
    try:
        return parse_date(words)
    except ValueError:
        return None


def _older(address: str, kept: Mapping[str, str], found: list[Act]) -> str:
    if len(found) <= SIZE:
        return ""
    return f"{address}?{urlencode({**kept, 'antes-de': found[SIZE - 1].sequence})}"
