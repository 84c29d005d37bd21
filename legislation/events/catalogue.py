"""Every event: a frozen dataclass in the past tense, with a wire name and plain values.

    @dataclass(frozen=True)
    class BillFiled(Event):
        "A message or motion entered the Secretariat's office."
        act: ClassVar[str] = "bill.filed"
        bill_number: str

The wire name and the fields are what the ledger keeps for ever: a field may be added with a
default, none may be renamed. Objects of the record are named by their keys, never by a person's
data. Whatever breaks this is refused when the module is imported.
"""

import dataclasses
import re
import types
from collections.abc import Mapping
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

WIRE_NAME = re.compile(r"[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)+")
PLAIN = (str, int, bool, types.NoneType)
# What is over and does not end in -ed.
IRREGULAR = frozenset(
    {
        *("begun", "cast", "drawn", "found", "given", "heard", "held", "kept", "left", "lost"),
        *("made", "met", "put", "read", "sent", "set", "shown", "sought", "struck", "sworn"),
        *("taken", "told", "withdrawn", "won", "written"),
    }
)

_registered: dict[str, type["Event"]] = {}


class WrongEvent(TypeError):
    """An event that could not be kept, or not be read again."""


class Event:
    """Something that happened. Subclasses are registered by their wire name."""

    act: ClassVar[str]

    def __init_subclass__(cls) -> None:
        act = cls.__dict__.get("act")
        if not isinstance(act, str) or not WIRE_NAME.fullmatch(act):
            raise WrongEvent(f"{cls.__name__} needs a wire name of its own, such as bill.filed.")
        if not is_past(re.split(r"[._]", act)[-1]) or not is_past(_last_word(cls.__name__)):
            raise WrongEvent(f"{cls.__name__} ({act}) happened: it is named in the past tense.")
        if act in _registered:
            raise WrongEvent(f"{act} is both {_registered[act].__name__} and {cls.__name__}.")
        for name, kind in get_type_hints(cls).items():
            if get_origin(kind) is not ClassVar and not is_plain(kind):
                raise WrongEvent(f"{cls.__name__}.{name} is no plain value: {kind}.")
        _registered[act] = cls


def is_past(word: str) -> bool:
    """Whether it says that something is over: filed, withdrawn."""
    return word.endswith("ed") or word in IRREGULAR


def is_plain(kind: Any) -> bool:
    """Whether values of this type are kept exactly: texts, whole numbers, truths, nothing, and
    tuples and mappings of these."""
    if kind in PLAIN:
        return True
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return all(is_plain(one) for one in inside)
    if origin is tuple:
        return all(one is Ellipsis or is_plain(one) for one in inside)
    return origin is dict and inside[0] is str and is_plain(inside[1])


def registered() -> Mapping[str, type[Event]]:
    """Every event by its wire name."""
    return types.MappingProxyType(_registered)


def data_of(event: Event) -> dict[str, Any]:
    """The event's values by name, as the ledger keeps them.

    :raises WrongEvent: it is not a frozen dataclass
    """
    kind = type(event)
    if not dataclasses.is_dataclass(event) or not kind.__dataclass_params__.frozen:
        raise WrongEvent(f"{kind.__name__} must be a frozen dataclass.")
    return {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}


def event_of(act: str, data: Mapping[str, Any]) -> Event:
    """The event that the ledger kept under this name. Values that it no longer has are left out.

    :raises WrongEvent: no such event, or one that needs a value that is not there
    """
    kind = _registered.get(act)
    if kind is None:
        raise WrongEvent(f"Nothing is called {act}.")
    known = {field.name for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    try:
        return kind(**{name: _tuples(value) for name, value in data.items() if name in known})
    except TypeError as wrong:
        raise WrongEvent(f"{act} was kept without a value that it needs: {wrong}") from wrong


def _tuples(value: Any) -> Any:
    """Lists of JSON as the tuples that they were."""
    if isinstance(value, list):
        return tuple(_tuples(one) for one in value)
    if isinstance(value, dict):
        return {name: _tuples(one) for name, one in value.items()}
    return value


def _last_word(name: str) -> str:
    words: list[str] = re.findall(r"[A-Z][a-z0-9]*", name)
    return words[-1].lower() if words else ""
