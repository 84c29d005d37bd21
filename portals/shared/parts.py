"""The plain values that components take. Pages build them; components only read them.

Every text may be a ``str`` (escaped on the way out) or ``Markup`` (trusted).
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple


class Link(NamedTuple):
    """Somewhere to go. Without ``href`` it is plain text: the page one is on."""

    label: str
    href: str | None = None
    note: str = ""


class Tab(NamedTuple):
    label: str
    href: str
    count: int | None = None  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    is_current: bool = False


class Fact(NamedTuple):
    """A term and what it is; ``href`` links the value."""

    term: str
    value: str
    href: str | None = None


class Entry(NamedTuple):
    """One step of a timeline. ``when`` replaces the written date («Today, 16:31»)."""

    on: date | datetime
    title: str
    body: str = ""
    href: str | None = None
    tag: str = ""
    links: Sequence[Link] = ()
    when: str = ""


class Stage(NamedTuple):
    """One step of a bill's route. State: done, now, next or maybe. Lane: 1, 2, or 0 for both."""

    label: str
    state: str
    lane: int
    where: str = ""
    note: str = ""
    on: date | None = None


class Seat(NamedTuple):
    """One seat of the chamber: who sits, in which group (short name), and the answer given."""

    name: str
    group: str
    choice: str


class Ballot(NamedTuple):
    """One line of the roll call."""

    name: str
    choice: str
    group: str = ""
    region: str = ""
    href: str | None = None
    note: str = ""


class GroupCounts(NamedTuple):
    """A party's or a region's answers."""

    name: str
    counts: Mapping[str, int]
    short: str = ""
    href: str | None = None


class Column(NamedTuple):
    """A column of a table. Kind: text, number, or head (the row's own name)."""

    label: str
    kind: str = "text"
    hide_small: bool = False


class AgendaItem(NamedTuple):
    """Something that happens on a day. ``at`` is written as given («16:00»)."""

    at: str
    title: str
    href: str | None = None
    place: str = ""
    is_cancelled: bool = False


class AgendaDay(NamedTuple):
    on: date
    events: Sequence[AgendaItem] = ()
    note: str = ""
    is_today: bool = False


class Option(NamedTuple):
    """One value of a facet; ``href`` is the same search with it chosen (or dropped)."""

    label: str
    href: str
    count: int | None = None  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    is_selected: bool = False


class Facet(NamedTuple):
    title: str
    options: Sequence[Option]
    clear_href: str | None = None
    is_open: bool = True


class Filter(NamedTuple):
    """One control of a filters form. With ``choices`` (value, label) it is a list, else a box."""

    name: str
    label: str
    value: str = ""
    choices: Sequence[tuple[str, str]] = ()
    kind: str = "text"


class Change(NamedTuple):
    """A run of words: equal, insert or delete. A line break in the text starts a paragraph."""

    op: str
    text: str


class FieldError(NamedTuple):
    """What is wrong with a field, and the id of its control."""

    field_id: str
    message: str


class VoteLine(NamedTuple):
    """What a list says of a vote."""

    sentence: str
    href: str
    outcome: str
    counts: Mapping[str, int]
    on: date | datetime
    needed: int | None = None
    seats: int | None = None
    facts: Sequence[str] = ()


class Download(NamedTuple):
    """The same page in another form: «CSV», «JSON», «iCal»."""

    label: str
    href: str
    kind: str
