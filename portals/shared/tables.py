"""Tables: real ones, with captions and row headings, that can be read on a telephone.

Written in Python because the roll call and the votes of a senator run to hundreds of rows.
"""

# ruff: noqa: S704 (markup is made here: every value is escaped as it enters)

from collections.abc import Callable, Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from portals.shared.drawing.marks import answer, answer_in, mark
from portals.shared.drawing.strips import group_strip
from portals.shared.escaping import escaped
from portals.shared.formats import number
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Ballot, Column, GroupCounts
from portals.shared.phrases import CHOICE_GROUP_LABELS, CHOICE_LABELS, CHOICES, shown_choices

Cell = str | int | Markup | None

_VARIANTS = {"", "stack", "tight"}


def data_table(
    *,
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    variant: str = "",
    foot: Sequence[Cell] = (),
    is_caption_shown: bool = False,
) -> Markup:
    """A table of values. One column may be the row's heading (kind ``head``).

    Variants: ``stack`` folds each row on a telephone, with the column's name before each value;
    ``tight`` for dense lists. Whole numbers in ``number`` columns are written with thousands and
    zero is greyed; ``None`` is written «no data» and never as an empty cell.

    :raises ValueError: an unknown variant, or a row that does not fit the columns
    """
    if variant not in _VARIANTS:
        raise ValueError(f"There is no table variant {variant!r}.")
    hidden = "" if is_caption_shown else ' class="vh"'
    head = "".join([_heading(column) for column in columns])
    cells = [_cell_writer(column) for column in columns]
    body = "".join([_row(cells, row) for row in rows])
    feet = f"<tfoot>{_row(cells, foot)}</tfoot>" if foot else ""
    name = f"table table--{variant}" if variant else "table"
    return Markup(
        f'<table class="{name}"><caption{hidden}>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>{feet}</table>"
    )


def _heading(column: Column) -> str:
    return f'<th scope="col"{_class_of(column)}>{escape(column.label)}</th>'


def _class_of(column: Column, more: str = "") -> str:
    names = [
        "n" if column.kind == "number" else "",
        more,
        "hide-s" if column.hide_small else "",
    ]
    joined = " ".join(name for name in names if name)
    return f' class="{joined}"' if joined else ""


def _row(cells: Sequence[Callable[[Cell], str]], row: Sequence[Cell]) -> str:
    written = [cell(value) for cell, value in zip(cells, row, strict=True)]
    return f"<tr>{''.join(written)}</tr>"


def _cell_writer(column: Column) -> Callable[[Cell], str]:
    """How a column writes a value; what does not change from row to row is worked out once."""
    label = f' data-l="{escape(column.label)}"' if column.label else ""
    opened, closed = f"<td{_class_of(column)}{label}>", "</td>"
    zero = f"<td{_class_of(column, 'zero')}{label}>0</td>"
    if column.kind == "head":
        opened, closed = f'<th scope="row"{_class_of(column)}>', "</th>"
    nothing = Markup('<span class="muted">%s</span>') % _("No data")

    def write(value: Cell) -> str:
        if value is None:
            return f"{opened}{nothing}{closed}"
        if isinstance(value, int):
            if value == 0 and column.kind == "number":
                return zero
            return f"{opened}{number(value)}{closed}"
        return f"{opened}{escape(value)}{closed}"

    return write


def tally(*, counts: Mapping[str, int]) -> Markup:
    """How many gave each answer, in large figures."""
    items = "".join(
        f"<div><dt>{answer(choice=choice)}</dt>"
        f"<dd{_zero(counts.get(choice, 0))}>{counts.get(choice, 0)}</dd></div>"
        for choice in shown_choices(counts)
    )
    return Markup(f'<dl class="tally">{items}</dl>')


def _zero(value: int) -> str:
    return "" if value else ' class="zero"'


def tally_table(
    *,
    caption: str,
    head: str,
    groups: Sequence[GroupCounts],
    variant: str = "",
    has_total: bool = True,
) -> Markup:
    """Answers by party or by region: a strip of seats and its figures for each."""
    totals: dict[str, int] = {}
    for group in groups:
        for choice, count in group.counts.items():
            totals[choice] = totals.get(choice, 0) + count
    choices = shown_choices(totals)
    body = "".join(_tally_row(group, choices) for group in groups)
    foot = _tally_foot(totals, choices) if has_total else ""
    name = f"table table--tally table--{variant}" if variant else "table table--tally"
    headings = "".join(
        f'<th scope="col" class="n">{mark(choice=choice)}'
        f'<span class="colh">{escape(CHOICE_LABELS[choice])}</span></th>'
        for choice in choices
    )
    return Markup(
        f'<table class="{name}"><caption class="vh">{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{escape(head)}</th><td class="hide-s"></td>{headings}</tr></thead>'
        f"<tbody>{body}</tbody>{foot}</table>"
    )


def _tally_row(group: GroupCounts, choices: Sequence[str]) -> str:
    name = escaped(group.name)
    if group.href:
        name = Markup(f'<a href="{escaped(group.href)}">{name}</a>')
    short = f' <span class="muted">{escaped(group.short)}</span>' if group.short else ""
    figures = "".join(_figure(group.counts.get(choice, 0)) for choice in choices)
    return (
        f'<tr><th scope="row">{name}{short}</th>'
        f'<td class="hide-s">{group_strip(counts=group.counts)}</td>{figures}</tr>'
    )


def _figure(value: int) -> str:
    return f'<td class="n{"" if value else " zero"}">{value}</td>'


def _tally_foot(totals: Mapping[str, int], choices: Sequence[str]) -> str:
    figures = "".join(_figure(totals.get(choice, 0)) for choice in choices)
    name = escape(_("Total"))
    return f'<tfoot><tr><th scope="row">{name}</th><td class="hide-s"></td>{figures}</tr></tfoot>'


def roll_call(*, caption: str, ballots: Sequence[Ballot], member_head: str = "") -> Markup:
    """Who answered what, gathered by answer: the table twin of the hemicycle."""
    by_choice: dict[str, list[Ballot]] = {}
    for ballot in ballots:
        by_choice.setdefault(ballot.choice, []).append(ballot)
    tongue = language()
    bodies = "".join(
        _roll_body(choice, by_choice[choice], tongue) for choice in CHOICES if choice in by_choice
    )
    headings = "".join(
        _heading(Column(label, hide_small=is_hidden))
        for label, is_hidden in (
            (member_head or _("Senator"), False),
            (_("Party"), True),
            (_("Region"), True),
            (_("Vote"), False),
        )
    )
    return Markup(
        f'<table class="table table--tight table--names"><caption class="vh">{escape(caption)}'
        f"</caption><thead><tr>{headings}</tr></thead>{bodies}</table>"
    )


def _roll_body(choice: str, ballots: Sequence[Ballot], tongue: str) -> str:
    title = escape(CHOICE_GROUP_LABELS[choice])
    rows = "".join([_roll_row(ballot, tongue) for ballot in ballots])
    return (
        f'<tbody id="{choice.lower()}"><tr class="tbl-group"><th colspan="4" scope="rowgroup">'
        f'{title} <span class="muted">{len(ballots)}</span></th></tr>{rows}</tbody>'
    )


def _roll_row(ballot: Ballot, tongue: str) -> str:
    name: str = escaped(ballot.name)
    if ballot.href:
        name = f'<a href="{escaped(ballot.href)}">{name}</a>'
    note = f'<span class="ans__note">{escape(ballot.note)}</span>' if ballot.note else ""
    place = ", ".join(part for part in (ballot.group, ballot.region) if part)
    return (
        f'<tr><th scope="row">{name}<span class="sub-s">{escaped(place)}</span>{note}</th>'
        f'<td class="hide-s">{escaped(ballot.group)}</td>'
        f'<td class="hide-s">{escaped(ballot.region)}</td>'
        f"<td>{answer_in(ballot.choice, tongue)}</td></tr>"
    )
