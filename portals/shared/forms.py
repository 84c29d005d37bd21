"""A form's fields as plain values for the components that draw them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django import forms

from portals.shared.parts import FieldError


class ShownField(NamedTuple):
    """One control as it is drawn: with what was typed, and what is wrong with it."""

    id: str
    name: str
    label: str
    value: str
    kind: str
    choices: tuple[tuple[str, str], ...]
    hint: str
    error: str
    is_required: bool
    is_checked: bool


def shown_fields(form: forms.Form) -> list[ShownField]:
    """The form's fields, in its order."""
    return [_shown(bound) for bound in form]


def errors_of(form: forms.Form, refusal: str = "") -> list[FieldError]:
    """What must be put right: the refusal of a rule first, then each field's first error."""
    first = [FieldError("", refusal)] if refusal else []
    general = [FieldError("", str(words)) for words in form.non_field_errors()]
    return (
        first
        + general
        + [FieldError(bound.id_for_label, str(bound.errors[0])) for bound in form if bound.errors]
    )


def _shown(bound: forms.BoundField) -> ShownField:
    field, value = bound.field, bound.value()
    is_box = isinstance(field, forms.BooleanField)
    return ShownField(
        id=bound.id_for_label,
        name=bound.html_name,
        label=str(bound.label or ""),
        value="" if is_box else _written(value),
        kind=_kind(field),
        choices=_choices(field),
        hint=str(bound.help_text or ""),
        error=str(bound.errors[0]) if bound.errors else "",
        is_required=field.required,
        is_checked=is_box and bool(value),
    )


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _kind(field: forms.Field) -> str:
    if field.widget.is_hidden:
        return "hidden"
    if isinstance(field, forms.BooleanField):
        return "checkbox"
    if isinstance(field.widget, forms.Textarea):
        return "textarea"
    if isinstance(field, forms.DateTimeField):
        return "datetime-local"
    if isinstance(field, forms.DateField):
        return "date"
    if isinstance(field, forms.FileField):
        return "file"
    return "number" if isinstance(field, forms.IntegerField) else "text"


def _choices(field: forms.Field) -> tuple[tuple[str, str], ...]:
    if not isinstance(field, forms.ChoiceField):
        return ()
    options: Iterable[tuple[Any, Any]] = field.choices  # type: ignore[assignment]
    return tuple((str(value), str(label)) for value, label in options)
