"""What is said of one sitting and of several."""

from datetime import date

import pytest

from legislation.sessions.enums import AttendanceState
from legislation.votes.selectors_attendance import SittingRow
from portals.citizens.pages.senator_words import attendance_measure
from portals.shared.language import reading_in


def sittings(count: int) -> list[SittingRow]:
    return [
        SittingRow(374, n, date(2026, 4, n), True, AttendanceState.PRESENT, None)
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("es", 1, "Asistió a 1 de 1 sesión que se cuenta"),
        ("es", 2, "Asistió a 2 de 2 sesiones que se cuentan"),
        ("en", 1, "Attended 1 of 1 sitting that counts"),
        ("en", 2, "Attended 2 of 2 sittings that count"),
    ],
)
def test_one_sitting_and_several_are_told_apart(language: str, count: int, said: str) -> None:
    with reading_in(language):
        assert attendance_measure(sittings(count)).strokes_label == said
