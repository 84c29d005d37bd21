"""The same page in other forms: data, feeds and calendars.

They are at the page's Spanish address with another ending, whatever the language being read.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from portals.shared.language import gettext as _
from portals.shared.parts import Download

_KINDS: Mapping[str, str] = {
    "csv": "text/csv",
    "json": "application/json",
    "atom": "application/atom+xml",
    "ics": "text/calendar",
}


def other_forms(
    page: str, *endings: str, query: Mapping[str, str] | None = None, **where: str | int
) -> tuple[Download, ...]:
    """What the address of a page gives with each of these endings.

    :param page: the address's name without its ending, such as «votes» or «bill»
    :param query: what a list is narrowed by, in words that its other forms know too
    :param where: the parts of the address
    """
    narrowed = f"?{urlencode(query)}" if query else ""
    labels = {"csv": "CSV", "json": "JSON", "atom": "Atom", "ics": _("Calendar")}
    return tuple(
        Download(
            labels[ending],
            reverse(f"open_data:{page}-{ending}", kwargs=where) + narrowed,
            _KINDS[ending],
        )
        for ending in endings
    )
