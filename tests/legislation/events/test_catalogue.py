"""Every event can be kept and read again, or it cannot be written down in the first place."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

import pytest

from accounts.ledger.canonical import canonical, plain
from legislation.events import catalogue
from legislation.events.catalogue import Event, WrongEvent, data_of, event_of, is_past, registered
from tests.legislation.events.happenings import TrialHeld


@pytest.fixture
def of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test registers is forgotten after it."""
    monkeypatch.setattr(catalogue, "_registered", dict(catalogue._registered))


def define(name: str, **body: Any) -> type[Event]:
    return type(name, (Event,), {"__module__": __name__, **body})


def test_every_event_of_the_house_is_a_frozen_dataclass_with_a_docstring() -> None:
    loose = [
        kind.__name__
        for kind in registered().values()
        if not dataclasses.is_dataclass(kind)
        or not kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        or not (kind.__doc__ or "").strip()
        or (kind.__doc__ or "").startswith(f"{kind.__name__}(")
    ]

    assert loose == []


def test_it_comes_back_from_the_ledger_as_it_was() -> None:
    event = TrialHeld(7, names=("Ana", "Luis"), note=None)
    kept: Mapping[str, Any] = json.loads(canonical(plain(data_of(event))))

    assert event_of("trial.held", kept) == event


def test_a_value_that_it_no_longer_has_is_left_out_and_one_that_it_got_since_has_its_default() -> (
    None
):
    assert event_of("trial.held", {"number": 7, "colour": "red"}) == TrialHeld(7)


def test_a_value_that_it_needs_is_missed() -> None:
    with pytest.raises(WrongEvent, match="kept without a value that it needs"):
        event_of("trial.held", {"note": "x"})


def test_an_unknown_name_is_no_event() -> None:
    with pytest.raises(WrongEvent, match=r"Nothing is called no\.such_thing_happened"):
        event_of("no.such_thing_happened", {})


@pytest.mark.usefixtures("of_its_own")
@pytest.mark.parametrize(
    ("name", "act", "why"),
    [
        ("BillMoved", None, "needs a wire name of its own"),
        ("BillMoved", "moved", "needs a wire name of its own"),
        ("BillMoved", "Bill.Moved", "needs a wire name of its own"),
        ("MoveBill", "bill.moved", "past tense"),
        ("BillMoved", "bill.move", "past tense"),
        ("TrialEnded", "trial.held", "is both TrialHeld and TrialEnded"),
    ],
)
def test_a_name_says_what_happened_and_is_its_own(name: str, act: str | None, why: str) -> None:
    with pytest.raises(WrongEvent, match=why):
        define(name, **({"act": act} if act else {}))


@pytest.mark.usefixtures("of_its_own")
@pytest.mark.parametrize(
    "kind", [float, date, list[str], object, tuple[date, ...], dict[int, str], str | float, Any]
)
def test_a_value_that_the_ledger_cannot_hold_is_refused(kind: Any) -> None:
    with pytest.raises(WrongEvent, match="no plain value"):
        define("BillMoved", act="bill.moved", __annotations__={"value": kind})


@pytest.mark.usefixtures("of_its_own")
@pytest.mark.parametrize(
    "kind", [str, int, bool, str | None, tuple[str, ...], tuple[int, str], dict[str, str | None]]
)
def test_plain_values_are_taken(kind: Any) -> None:
    assert (
        define("BillMoved", act="bill.moved", __annotations__={"value": kind}).act in registered()
    )


@pytest.mark.usefixtures("of_its_own")
def test_an_event_that_can_be_changed_is_not_recorded() -> None:
    @dataclass
    class BillMoved(Event):
        act: ClassVar[str] = "bill.moved"

    with pytest.raises(WrongEvent, match="must be a frozen dataclass"):
        data_of(BillMoved())


@pytest.mark.parametrize("word", ["filed", "withdrawn", "held", "cast"])
def test_what_is_over_is_past(word: str) -> None:
    assert is_past(word)


@pytest.mark.parametrize("word", ["file", "filing", "files", ""])
def test_what_is_not_over_is_not(word: str) -> None:
    assert not is_past(word)
