from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.utils import translation

from portals.shared import formats
from portals.shared.language import language

DAY = date(2026, 10, 7)
LATE = datetime(2026, 10, 8, 1, 52, tzinfo=UTC)  # still the 7th in Chile


@pytest.mark.parametrize(
    ("style", "spanish", "english"),
    [
        ("date", "7 de octubre de 2026", "7 October 2026"),
        ("long_date", "miércoles 7 de octubre de 2026", "Wednesday 7 October 2026"),
        ("short_date", "7 oct 2026", "7 Oct 2026"),
        ("day_month", "7 de octubre", "7 October"),
        ("month_year", "octubre de 2026", "October 2026"),
        ("weekday_date", "mié 7 oct", "Wed 7 Oct"),
    ],
)
def test_a_day_is_written_as_each_language_writes_it(style, spanish, english):
    with translation.override("es"):
        assert formats.DATE_STYLES[style](DAY) == spanish
    with translation.override("en"):
        assert formats.DATE_STYLES[style](DAY) == english


def test_with_no_language_active_everything_is_english():
    with translation.override(None):
        assert language() == "en"
        assert formats.long_date(DAY) == "Wednesday 7 October 2026"


def test_a_moment_is_shown_on_a_chilean_clock():
    with translation.override("es"):
        assert formats.long_datetime(LATE) == "miércoles 7 de octubre de 2026, 22:52"
    assert formats.iso(LATE) == "2026-10-07T22:52-03:00"


def test_hours_carry_no_leading_zero_and_minutes_do():
    assert formats.clock(time(9, 5)) == "9:05"


def test_a_time_tag_speaks_to_people_and_machines():
    with translation.override("es"):
        assert formats.time_tag(value=DAY) == '<time datetime="2026-10-07">7 oct 2026</time>'
    with translation.override("en"):
        assert formats.time_tag(value=DAY) == '<time datetime="2026-10-07">7 Oct 2026</time>'


def test_a_day_and_the_midnight_that_begins_it_are_not_confused():
    midnight = datetime(2026, 10, 7)  # noqa: DTZ001 (equal to nothing else; has no zone on purpose)
    assert formats.time_tag(value=DAY) != formats.time_tag(value=midnight)


@pytest.mark.parametrize(
    ("value", "spanish", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234567, "1.234.567", "1,234,567"),
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (-1500, "-1.500", "-1,500"),
    ],
)
def test_thousands_and_decimals_follow_the_language(value, spanish, english):
    with translation.override("es"):
        assert formats.number(value) == spanish
    with translation.override("en"):
        assert formats.number(value) == english


@pytest.mark.parametrize(
    ("fraction", "spanish"),
    [(0.956, "96 %"), (0.9999, "99 %"), (0.0001, "1 %"), (1, "100 %"), (0, "0 %")],
)
def test_a_percentage_never_claims_all_or_nothing_falsely(fraction, spanish):
    with translation.override("es"):
        assert formats.percent(fraction) == spanish.replace(" ", formats.NO_BREAK_SPACE)


@pytest.mark.parametrize(
    ("value", "english"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (71, "71st"), (112, "112th"), (374, "374th")],
)  # fmt: skip
def test_ordinals_in_english(value, english):
    with translation.override("en"):
        assert formats.ordinal(value) == english


def test_ordinals_in_spanish_have_a_gender():
    with translation.override("es"):
        assert formats.ordinal(71, "f") == "71.ª"
        assert formats.ordinal(3) == "3.º"


def test_found_words_are_marked_and_everything_else_is_escaped():
    text = f"<b>{formats.HIGHLIGHT_START}espera{formats.HIGHLIGHT_STOP} & más"
    assert formats.highlighted(text) == "&lt;b&gt;<mark>espera</mark> &amp; más"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Irene Calfún Ovalle", "IC"),
        ("Juan Antonio Pérez Soto", "JP"),
        ("Ana Rojas", "AR"),
        ("María de la Cruz Díaz", "MC"),
        ("Cher", "C"),
        ("", ""),
    ],
)
def test_initials_stand_for_given_name_and_first_surname(name, letters):
    assert formats.initials(name) == letters
