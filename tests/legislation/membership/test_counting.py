"""How many hold a thing at once: open ends, neighbours, and days that only touch."""

from datetime import date

import pytest

from legislation.membership.counting import most_at_once

JUNE = (date(2026, 6, 1), date(2026, 7, 1))
FIRST_HALF, SECOND_HALF = (JUNE[0], date(2026, 6, 15)), (date(2026, 6, 15), JUNE[1])


@pytest.mark.parametrize(
    ("held", "most"),
    [
        ([], 0),
        ([JUNE], 1),
        ([FIRST_HALF, SECOND_HALF], 1),
        ([FIRST_HALF, SECOND_HALF, JUNE], 2),
        ([(None, None), (None, date(2026, 6, 2)), (date(2026, 6, 30), None)], 2),
        ([(None, JUNE[0]), (JUNE[1], None)], 0),
        ([(None, None)] * 3, 3),
    ],
)
def test_the_most_that_hold_on_one_day(held, most):
    assert most_at_once(held, JUNE) == most


def test_a_span_without_ends_counts_every_day():
    assert most_at_once([FIRST_HALF, SECOND_HALF, SECOND_HALF], (None, None)) == 2
