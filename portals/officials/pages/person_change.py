"""A change of a person as the publications' desk shows it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from legislation.membership.enums import ChangeKind
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _


def of_change(content: Mapping[str, Any]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What it is called, and what is known of it, as (term, value)."""
    known = (
        (_("Person"), content["title"]),
        (_("From"), plain_date(date.fromisoformat(content["taken_on"]))),
        (_("Why"), content["reason"]),
        (_("By what document"), content["paper"]),
        (_("By the law"), content["citation"]),
    )
    return str(ChangeKind(content["change"]).label), known
