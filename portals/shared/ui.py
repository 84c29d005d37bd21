"""The components written in Python, by the name that templates call them.

The others are macros, one a file, in ``templates/components``; ``jinja`` puts both within
reach of every template. All take keyword arguments only, and plain values.
"""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from portals.shared import rows, tables, texts
from portals.shared.drawing import hemicycle, marks, measures, strips
from portals.shared.formats import time_tag

COMPONENTS: Mapping[str, Callable[..., Markup | str | bool]] = {
    component.__name__: component
    for component in (
        marks.sprite,
        marks.mark,
        marks.answer,
        marks.verdict,
        marks.stage_mark,
        strips.seat_strip,
        strips.seat_strip_small,
        strips.quorum_strip,
        strips.group_strip,
        hemicycle.hemicycle,
        measures.bar,
        measures.urgency_ruler,
        measures.attendance_strokes,
        measures.is_alarming,
        measures.day_of_term,
        rows.vote_row,
        rows.chron,
        tables.data_table,
        tables.tally,
        tables.tally_table,
        tables.roll_call,
        texts.law_text,
        texts.diff_old,
        texts.diff_new,
        texts.diff_inline,
        texts.json_ld,
        texts.bill_number,
        time_tag,
    )
}
