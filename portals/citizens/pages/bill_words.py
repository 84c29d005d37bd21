"""Names of the things of a bill, in the active language, from the codes of the record."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from legislation.bills.enums import (
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyEnd,
    UrgencyKind,
)
from legislation.people.enums import Chamber
from portals.shared.formats import language


def chamber_name(code: str) -> str:
    return str(Chamber(code).label) if code else ""


def stage_name(code: str, printed: str = "") -> str:
    """A stage's name; the printed one where the stage was not recognised."""
    if code == Stage.UNRECOGNISED and printed:
        return printed
    return str(Stage(code).label) if code else printed


def status_name(code: str) -> str:
    return str(Status(code).label)


def initiative_name(code: str) -> str:
    return str(Initiative(code).label)


def urgency_name(code: str) -> str:
    """«Suma urgency»: the kind with its noun, as it is said."""
    return {
        UrgencyKind.SIMPLE.value: _("Simple urgency"),
        UrgencyKind.SUMA.value: _("Suma urgency"),
        UrgencyKind.IMMEDIATE.value: _("Immediate discussion"),
    }[code]


def urgency_end_name(code: str) -> str:
    return str(UrgencyEnd(code).label)


def paper_kind_name(code: str) -> str:
    return str(PaperKind(code).label)


def text_kind_name(code: str) -> str:
    return str(TextKind(code).label)


def in_spanish(text: str) -> str | Markup:
    """A text of the record, which is in Spanish: marked as such where the page is not."""
    if language() == "es":
        return text
    return Markup('<span lang="es">{}</span>').format(text)
