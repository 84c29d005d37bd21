"""Keyset pages: nothing is repeated, nothing is missed, in either direction, whatever the ties."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st

from portals.shared.pagination import (
    InvalidCursor,
    Page,
    PageLinks,
    keyset_page,
    page_links,
    page_of,
)

ORDER = ("-day", "id")


def rows_of(days):
    return [{"day": day, "id": number} for number, day in enumerate(days)]


def list_source(rows):
    """A list that answers as a table would, ordered by day downwards and by id upwards."""

    def place(row):
        return (-row["day"].toordinal(), row["id"])

    def fetch(after, is_backwards, limit):
        found = sorted(rows, key=place, reverse=is_backwards)
        if after is not None:
            edge = place({"day": after[0], "id": after[1]})
            found = [r for r in found if (place(r) < edge if is_backwards else place(r) > edge)]
        return found[:limit]

    return fetch


def page(rows, cursor=None, size=3):
    return page_of(list_source(rows), order=ORDER, size=size, cursor=cursor)


few_days = st.lists(st.dates(date(2026, 1, 1), date(2026, 1, 4)), max_size=30)


@given(days=few_days, size=st.integers(1, 7))
def test_going_onwards_shows_every_row_once_and_in_order(days, size):
    rows = rows_of(days)
    seen, cursor = [], None
    while True:
        found = page(rows, cursor, size)
        seen += found.items
        if found.older is None:
            break
        cursor = found.older
    assert seen == sorted(rows, key=lambda row: (-row["day"].toordinal(), row["id"]))


@given(days=few_days, size=st.integers(1, 7))
def test_going_back_shows_the_pages_that_one_came_through(days, size):
    rows = rows_of(days)
    forwards = [page(rows, None, size)]
    while forwards[-1].older:
        forwards.append(page(rows, forwards[-1].older, size))
    backwards = [forwards[-1]]
    while backwards[-1].newer:
        backwards.append(page(rows, backwards[-1].newer, size))
    assert [p.items for p in reversed(backwards)] == [p.items for p in forwards]


@given(
    days=few_days.filter(lambda days: len(days) > 3),
    late=st.dates(date(2026, 1, 1), date(2026, 1, 9)),
)
def test_a_row_that_arrives_meanwhile_neither_repeats_nor_hides_others(days, late):
    rows = rows_of(days)
    first = page(rows)
    grown = [*rows, {"day": late, "id": 1000}]
    seen, cursor = list(first.items), first.older
    while cursor:
        found = page(grown, cursor)
        seen += found.items
        cursor = found.older
    without_late = [row for row in seen if row["id"] != 1000]
    assert without_late == sorted(rows, key=lambda row: (-row["day"].toordinal(), row["id"]))


def test_the_first_page_has_nothing_before_it_and_the_last_nothing_after():
    rows = rows_of([date(2026, 1, 1)] * 4)
    first = page(rows)
    last = page(rows, first.older)
    assert (first.newer, last.older) == (None, None)
    assert [row["id"] for row in last.items] == [3]


def test_an_empty_list_has_no_neighbours():
    assert page([]) == Page([], None, None)


def test_past_the_end_the_way_back_is_offered():
    rows = rows_of([date(2026, 1, 1)] * 4)
    beyond = page(rows[:3], page(rows).older)
    assert beyond.items == []
    assert page(rows, beyond.newer).items == rows[:2]


@pytest.mark.parametrize("cursor", ["x", "x:y", "W10:", "ñ", "null", "0" * 5000, "a b c\x00"])
def test_a_cursor_that_is_not_ours_is_not_found(cursor):
    with pytest.raises(InvalidCursor):
        page([], cursor)
    assert issubclass(InvalidCursor, Http404)


def test_a_cursor_of_another_ordering_is_not_found():
    cursor = page(rows_of([date(2026, 1, 1)] * 4)).older
    with pytest.raises(InvalidCursor):
        page_of(list_source([]), order=("id",), size=3, cursor=cursor)


@pytest.mark.parametrize(
    "value",
    [
        7,
        "abc «ñ»",
        1.5,
        True,
        date(2026, 1, 2),
        datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC),
        Decimal("10.50"),
        uuid4(),
    ],
)
def test_values_of_every_kind_come_back_from_a_cursor_as_they_were(value):
    asked = []

    def fetch(after, is_backwards, limit):
        asked.append(after)
        return [{"place": value}, {"place": value}]

    first = page_of(fetch, order=("place",), size=1, cursor=None)
    page_of(fetch, order=("place",), size=1, cursor=first.older)
    assert asked == [None, (value,)]
    assert type(asked[1][0]) is type(value)


def test_a_row_without_a_value_to_be_ordered_by_is_refused():
    with pytest.raises(ValueError, match="day"):
        page_of(lambda *_asked: [{"day": None, "id": 1}] * 2, order=ORDER, size=1, cursor=None)


def test_links_keep_the_filters_and_change_only_the_cursor():
    links = page_links(
        Page([], newer="N:1", older=None),
        path="/votaciones/",
        params={"estado": "ley & más", "pagina": "old", "tipo": ["a", "b"]},
    )
    assert links == PageLinks(
        "/votaciones/?estado=ley+%26+m%C3%A1s&tipo=a&tipo=b&pagina=N%3A1", None
    )


@pytest.fixture
def permissions(db):
    """Rows with many ties in the first field of the order."""
    kind = ContentType.objects.get_for_model(Group)
    Permission.objects.all().delete()
    names = ["b", "a", "b", "c", "a", "b", "c"]
    Permission.objects.bulk_create(
        Permission(name=name, codename=f"code{n}", content_type=kind)
        for n, name in enumerate(names)
    )
    return Permission.objects.all()


@pytest.mark.parametrize(
    "order",
    [
        ("name", "id"),
        ("-name", "-id"),
        ("-name", "id"),
        ("name", "-codename"),
        ("content_type__app_label", "name", "-id"),
    ],
)
@pytest.mark.parametrize("shape", ["models", "values", "named"])
def test_a_table_is_paged_in_any_order_and_shape_both_ways(permissions, order, shape):
    fields = ["id", "name", "codename", "content_type__app_label"]
    rows = {
        "models": permissions.select_related("content_type"),
        "values": permissions.values(*fields),
        "named": permissions.values_list(*fields, named=True),
    }[shape]
    everything = list(rows.order_by(*order))
    forwards = [keyset_page(rows, order=order, size=2)]
    while forwards[-1].older:
        forwards.append(keyset_page(rows, order=order, size=2, cursor=forwards[-1].older))
    backwards = [forwards[-1]]
    while backwards[-1].newer:
        backwards.append(keyset_page(rows, order=order, size=2, cursor=backwards[-1].newer))
    assert [row for p in forwards for row in p.items] == everything
    assert [p.items for p in reversed(backwards)] == [p.items for p in forwards]


def test_a_page_costs_one_query(permissions, django_assert_num_queries):
    first = keyset_page(permissions, order=("name", "id"), size=2)
    with django_assert_num_queries(1):
        keyset_page(permissions, order=("name", "id"), size=2, cursor=first.older)


def test_moments_keep_their_microseconds_in_a_cursor():
    start = datetime(2026, 1, 1, tzinfo=UTC)
    rows = [{"at": start + timedelta(microseconds=n), "id": n} for n in range(3)]

    def fetch(after, is_backwards, limit):
        return [r for r in rows if after is None or (r["at"], r["id"]) > after][:limit]

    first = page_of(fetch, order=("at", "id"), size=1, cursor=None)
    assert page_of(fetch, order=("at", "id"), size=1, cursor=first.older).items == [rows[1]]
