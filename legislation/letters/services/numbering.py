"""Gives letters their numbers: one series each way, begun anew each year."""

from legislation.letters.enums import Direction
from legislation.letters.models import LetterSeries


def next_number(direction: Direction, year: int) -> int:
    """The next number of that year.

    Whoever asks next waits until this transaction ends; a number of a transaction that failed
    is given again.
    """
    LetterSeries.objects.bulk_create(
        [LetterSeries(direction=direction, year=year)], ignore_conflicts=True
    )
    series = LetterSeries.objects.select_for_update().get(direction=direction, year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last


def reference_of(number: int, year: int) -> str:
    """How a letter of ours is cited: 112/SEC/26."""
    return f"{number}/SEC/{year % 100:02}"
