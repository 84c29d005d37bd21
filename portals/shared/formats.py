"""How dates, hours and numbers are written, in Spanish and in English.

Written by hand rather than through the framework's locale formats: Chilean usage and plain
British English are fixed here, in one place, and cost a dictionary look-up.
"""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeGuard

from django.utils import timezone
from markupsafe import Markup, escape

from portals.shared.language import language

# Marks that a search puts around the words it found; private-use characters, so that the
# text between them can be escaped as any other.
HIGHLIGHT_START = "\ue000"
HIGHLIGHT_STOP = "\ue001"

NO_BREAK_SPACE = "\u00a0"

_MONTHS = {
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_SHORT_MONTHS = {
    "es": ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
}
_WEEKDAYS = {
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
_SHORT_WEEKDAYS = {
    "es": ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
}


def local(value: date | datetime) -> date | datetime:
    """The same moment on a Chilean clock; plain days are returned as they are."""
    return timezone.localtime(value) if _is_aware(value) else value


def _is_aware(value: object) -> TypeGuard[datetime]:
    return isinstance(value, datetime) and value.tzinfo is not None


def plain_date(value: date | datetime) -> str:
    """«7 de octubre de 2026», «7 October 2026»."""
    day = local(value)
    if language() == "en":
        return f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}"
    return f"{day.day} de {_MONTHS['es'][day.month - 1]} de {day.year}"


def long_date(value: date | datetime) -> str:
    """«miércoles 7 de octubre de 2026», «Wednesday 7 October 2026»."""
    return f"{weekday(value)} {plain_date(value)}"


def short_date(value: date | datetime) -> str:
    """«7 oct 2026», «7 Oct 2026»: for tables."""
    day = local(value)
    return f"{day.day} {_SHORT_MONTHS[language()][day.month - 1]} {day.year}"


def day_month(value: date | datetime) -> str:
    """«7 de octubre», «7 October»."""
    day = local(value)
    if language() == "en":
        return f"{day.day} {_MONTHS['en'][day.month - 1]}"
    return f"{day.day} de {_MONTHS['es'][day.month - 1]}"


def month_year(value: date | datetime) -> str:
    """«marzo de 2026», «March 2026»."""
    day = local(value)
    joint = " " if language() == "en" else " de "
    return f"{_MONTHS[language()][day.month - 1]}{joint}{day.year}"


def weekday(value: date | datetime) -> str:
    """«miércoles», «Wednesday»."""
    return _WEEKDAYS[language()][local(value).weekday()]


def weekday_date(value: date | datetime) -> str:
    """«mié 25 nov», «Wed 25 Nov»: for what is near and needs no year."""
    day = local(value)
    tongue = language()
    return (
        f"{_SHORT_WEEKDAYS[tongue][day.weekday()]} {day.day} {_SHORT_MONTHS[tongue][day.month - 1]}"
    )


def clock(value: datetime | time) -> str:
    """«16:42», «9:05»: twenty-four hours, without a leading zero."""
    moment = timezone.localtime(value) if _is_aware(value) else value
    return f"{moment.hour}:{moment.minute:02}"


def long_datetime(value: datetime) -> str:
    """«miércoles 7 de octubre de 2026, 18:52»."""
    return f"{long_date(value)}, {clock(value)}"


def iso(value: date | datetime | time) -> str:
    """The machine's form, for ``datetime=`` attributes; moments carry their offset."""
    if isinstance(value, datetime):
        moment = timezone.localtime(value) if _is_aware(value) else value
        return moment.isoformat(timespec="minutes")
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return value.isoformat()


DATE_STYLES: Mapping[str, Callable[[Any], str]] = {
    "date": plain_date,
    "long_date": long_date,
    "short_date": short_date,
    "day_month": day_month,
    "month_year": month_year,
    "weekday_date": weekday_date,
    "long_datetime": long_datetime,
    "clock": clock,
}


def time_tag(*, value: date | datetime, style: str = "short_date") -> Markup:
    """A day or a moment for people and for machines at once."""
    return time_in(value, style, language())


def time_in(value: date | datetime, style: str, tongue: str) -> Markup:
    """The same, for lists that have already asked which language is being written."""
    return _time_tag(value, isinstance(value, datetime), style, tongue)


@lru_cache(maxsize=8192)
def _time_tag(value: date | datetime, is_moment: bool, style: str, tongue: str) -> Markup:
    words = escape(DATE_STYLES[style](value))
    return Markup(f'<time datetime="{iso(value)}">{words}</time>')


def number(value: int | float | Decimal) -> str:
    """«1.234.567» and «93,5» in Spanish; «1,234,567» and «93.5» in English."""
    if isinstance(value, int) and -1000 < value < 1000:
        return str(value)
    text = f"{value:,}"
    if language() == "en":
        return text
    return text.translate(_SPANISH_NUMBER)


_SPANISH_NUMBER = str.maketrans({",": ".", ".": ","})


def percent(fraction: float | Decimal) -> str:
    """A fraction of one as whole hundredths: «96 %» in Spanish, «96%» in English.

    Never rounds up to 100 nor down to 0: something short of all is not all.
    """
    hundredths = round(fraction * 100)
    if hundredths == 100 and fraction < 1:
        hundredths = 99
    if hundredths == 0 and fraction > 0:
        hundredths = 1
    return f"{hundredths}%" if language() == "en" else f"{hundredths}{NO_BREAK_SPACE}%"


def ordinal(value: int, gender: str = "m") -> str:
    """«71.º», «71.ª» (gender "f"); «71st», «72nd», «113th»."""
    if language() == "es":
        return f"{value}.{'ª' if gender == 'f' else 'º'}"
    if 10 <= value % 100 <= 20:
        return f"{value}th"
    return f"{value}{({1: 'st', 2: 'nd', 3: 'rd'}).get(value % 10, 'th')}"


def capital(text: str) -> str:
    """The first letter raised and the rest left alone (``capitalize`` would lower it)."""
    return text[:1].upper() + text[1:]


def highlighted(text: str) -> Markup:
    """A search excerpt, escaped, with the found words in ``<mark>``."""
    return Markup(
        str(escape(text)).replace(HIGHLIGHT_START, "<mark>").replace(HIGHLIGHT_STOP, "</mark>")
    )


def initials(name: str) -> str:
    """First letters of the first given name and the first surname: the portrait's stand-in.

    Names are written given names first; with three words or more the first surname is taken
    to be the last but one, as Chilean names carry two.
    """
    words = [word for word in name.split() if word[:1].isupper()]
    if len(words) < 2:
        return "".join(word[0] for word in words)
    surname = words[-2] if len(words) > 2 else words[-1]
    return words[0][0] + surname[0]


FILTERS = {
    **DATE_STYLES,
    "weekday": weekday,
    "iso": iso,
    "number": number,
    "percent": percent,
    "ordinal": ordinal,
    "capital": capital,
    "highlighted": highlighted,
    "initials": initials,
}
