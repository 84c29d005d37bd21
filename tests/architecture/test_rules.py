"""The record is told the time and says what happens: it reads no clock and listens to no signal."""

import ast

from tests.architecture.sources import STOREYS, calls, imported, modules, name_of, parsed

CLOCKS = {
    "timezone.now",
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "datetime.date.today",
    "datetime.datetime.now",
    "time.time",
}
# Given a moment they say its day or hour; given none, they read the clock.
CLOCKS_WHEN_GIVEN_NOTHING = {"timezone.localdate", "timezone.localtime"}
# A task is where the outside world, and its hour, come in.
MAY_READ_A_CLOCK = "tasks.py"
LISTENING = ("django.dispatch", "django.db.models.signals")


def test_the_record_and_its_figures_read_no_clock():
    readers = [
        f"{name_of(path)}: {name}"
        for path in modules("legislation", "metrics")
        if path.name != MAY_READ_A_CLOCK
        for name, call in calls(parsed(path))
        if name in CLOCKS or (name in CLOCKS_WHEN_GIVEN_NOTHING and not call.args)
    ]
    assert readers == []


def test_no_clock_is_imported_by_its_bare_name():
    bare = {"django.utils.timezone.now", "django.utils.timezone.localdate", "time.time"}
    assert [
        name_of(path)
        for path in modules("accounts", "legislation", "metrics")
        if bare & set(imported(parsed(path)))
    ] == []


def test_nobody_listens_to_signals():
    listeners = [
        f"{name_of(path)}: {name}"
        for path in modules(*STOREYS)
        for tree in [parsed(path)]
        for name in (*imported(tree), *(name for name, _call in calls(tree)))
        if name.startswith(LISTENING) or is_connecting(name, tree)
    ]
    assert listeners == []


def is_connecting(call: str, tree: ast.Module) -> bool:
    """``request_finished.connect(…)``, of whatever module of signals it came from."""
    signal, _dot, verb = call.rpartition(".")
    came = {name.rpartition(".")[2] for name in imported(tree) if ".signals." in name}
    return verb == "connect" and signal in came
