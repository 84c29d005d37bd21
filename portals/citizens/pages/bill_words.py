"""Names of the things of a bill, in the active language, from the codes of the record."""

from collections.abc import Callable
from functools import lru_cache

from django.db.models import TextChoices
from markupsafe import Markup, escape

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyKind,
)
from legislation.people.enums import Chamber
from portals.shared.language import gettext as _
from portals.shared.language import language


@lru_cache(maxsize=512)
def _label(choices: type[TextChoices], code: str, _language: str | None) -> str:
    """The name of a code. Remembered: lists ask for the same few, hundreds of times."""
    return str(choices(code).label)


def chamber_name(code: str) -> str:
    return _label(Chamber, code, language()) if code else ""


def stage_name(code: str, printed: str = "") -> str:
    """A stage's name; the printed one where the stage was not recognised."""
    if not code or (code == Stage.UNRECOGNISED and printed):
        return printed
    return _label(Stage, code, language())


def status_name(code: str) -> str:
    return _label(Status, code, language())


def standing_name(kind: str, status: str, stage: str) -> str:
    """Where a bill stands in a few words.

    A matter that the Senate dealt with is «finished»: it never becomes law, and its papers are
    archived whatever was decided.
    """
    is_dealt_with = status == Status.PUBLISHED or (
        status == Status.ARCHIVED and stage == Stage.FINISHED
    )
    if kind == BillKind.MATTER and is_dealt_with:
        return status_name(Status.FINISHED)
    return status_name(status)


def initiative_name(code: str) -> str:
    return _label(Initiative, code, language())


def urgency_name(code: str) -> str:
    """«Suma urgency»: the kind with its noun, as it is said."""
    if code == UrgencyKind.SIMPLE:
        return _("Simple urgency")
    return _("Suma urgency") if code == UrgencyKind.SUMA else _("Immediate discussion")


def paper_kind_name(code: str) -> str:
    return _label(PaperKind, code, language())


def text_kind_name(code: str) -> str:
    return _label(TextKind, code, language())


def in_spanish(text: str) -> str | Markup:
    """A text of the record, which is in Spanish: marked as such where the page is not."""
    return text if language() == "es" else spanish_span(text)


def filled(sentence: str, **parts: object) -> str | Markup:
    """A sentence with its parts put in; marked up where one of them is, and then escaped."""
    if any(isinstance(part, Markup) for part in parts.values()):
        return escape(sentence) % parts
    return sentence % parts


def spanish_span(text: str) -> Markup:
    """A Spanish text inside a page in another language."""
    return Markup('<span lang="es">{}</span>').format(text)


def spanish_marker() -> Callable[[str], str | Markup]:
    """``in_spanish`` for a long list: the language is asked for once."""
    return str if language() == "es" else spanish_span
