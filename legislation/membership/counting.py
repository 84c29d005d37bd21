"""How many hold a thing at once. Pure."""

from collections.abc import Iterable
from datetime import date

Days = tuple[date | None, date | None]


def most_at_once(held: Iterable[Days], span: Days) -> int:
    """The largest number of these that hold on one day of the span.

    :param held: first day and first day no longer, None where that end is open
    """
    first, last = span[0] or date.min, span[1] or date.max
    spans = [(since or date.min, until or date.max) for since, until in held]
    inside = [(since, until) for since, until in spans if since < last and until > first]
    # The number grows only on a day on which one of them begins.
    days = {max(since, first) for since, _until in inside}
    return max((sum(a <= day < b for a, b in inside) for day in days), default=0)
