"""The record is told the time and says what happens: it reads no clock and listens to no signal."""

from tests.architecture.sources import STOREYS, calls, imported, modules, name_of, parsed

CLOCKS = {
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "datetime.date.today",
    "datetime.datetime.now",
    "time.time",
}
# A task is where the outside world, and its hour, come in.
MAY_READ_A_CLOCK = "tasks.py"
SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals")


def test_the_record_and_its_figures_read_no_clock():
    readers = [
        f"{name_of(path)}: {name}"
        for path in modules("legislation", "metrics")
        if path.name != MAY_READ_A_CLOCK
        for name, _call in calls(parsed(path))
        if name in CLOCKS
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
        for name in imported(parsed(path))
        if name.startswith(SIGNALS)
    ]
    assert listeners == []
