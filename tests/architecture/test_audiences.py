"""Every address declares for whom it is, and what is for everyone is of a kind that may be shared."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from portals.open_data.base.views import MachineView
from portals.shared.views import Audience, PageView
from senate import health
from tests.matrix import account_pages

# Views without a class: what machines ask of a process. They show nothing of the record.
WITHOUT_AUDIENCE = {health.alive, health.ready}
# Most pages of an account are allauth's: for whom each one is, the matrix says, and executes.
DECLARED_ELSEWHERE = {row.address for row in account_pages.ROWS}


def views() -> Iterator[tuple[str, object]]:
    return walk("/", get_resolver().url_patterns)


def walk(root: str, patterns: list[URLPattern | URLResolver]) -> Iterator[tuple[str, object]]:
    for pattern in patterns:
        address = f"{root}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from walk(address, pattern.url_patterns)
        else:
            yield (
                address,
                getattr(pattern.callback, "view_class", None)
                or getattr(pattern.callback, "cls", pattern.callback),
            )


def is_a(view: object, kind: type) -> bool:
    return isinstance(view, type) and issubclass(view, kind)


def test_there_are_addresses_to_walk():
    assert len(list(views())) > 80


def test_every_view_is_a_page_or_a_door_for_machines():
    neither = [
        f"{address}: {view}"
        for address, view in views()
        if not is_a(view, PageView)
        and not is_a(view, MachineView)
        and view not in WITHOUT_AUDIENCE
        and address not in DECLARED_ELSEWHERE
    ]
    assert neither == []


def test_no_page_is_for_nobody():
    forgotten = [
        f"{address}: {view.__name__}"
        for address, view in views()
        if is_a(view, PageView) and view.audience is Audience.NOBODY
    ]
    assert forgotten == []


def test_what_citizens_and_machines_reach_is_for_everyone():
    reserved = [
        f"{address}: {view.__name__}"
        for address, view in views()
        if is_a(view, PageView)
        and view.__module__.startswith(("portals.citizens", "portals.open_data"))
        and view.audience is not Audience.EVERYONE
    ]
    assert reserved == []
