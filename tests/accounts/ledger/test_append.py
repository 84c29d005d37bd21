"""Acts are appended one after another, by the database's clock, with the act or not at all."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.db.transaction import TransactionManagementError

from accounts.actors import SYSTEM
from accounts.ledger import verification
from accounts.ledger.canonical import GENESIS, NotPlain
from accounts.ledger.models import LedgerEntry
from accounts.ledger.services import append
from accounts.models import User
from senate.embedded.places import SUPERUSER
from tests.accounts.ledger.acts import act, acts, official
from tests.accounts.ledger.conftest import connect

pytestmark = pytest.mark.django_db


def test_a_row_says_who_in_whose_name_what_and_when() -> None:
    before = datetime.now(UTC)

    row = act(
        actor=official(7),
        authority="Presidente del Senado",
        data={"ground": "Art. 65"},
        before={"state": "FILED"},
        after={"state": "ADMITTED"},
        others=[("committee", "salud"), ("session", "373/12")],
    )

    assert json.loads(row.payload) == {
        "act": "bill.filed",
        "actor_id": 7,
        "after": {"state": "ADMITTED"},
        "authority": "Presidente del Senado",
        "before": {"state": "FILED"},
        "data": {"ground": "Art. 65"},
        "object_key": "90001-07",
        "object_kind": "bill",
        "others": ["committee:salud", "session:373/12"],
        "recorded_at": f"{row.recorded_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
        "sequence": row.sequence,
    }
    assert abs(row.recorded_at - before) < timedelta(minutes=1)


def test_what_was_returned_is_what_is_kept() -> None:
    row = act(others=[("committee", "salud")])

    kept = LedgerEntry.objects.get(pk=row.sequence)
    for field in LedgerEntry._meta.concrete_fields:
        value = getattr(kept, field.attname)
        assert (bytes(value) if isinstance(value, memoryview) else value) == getattr(
            row, field.attname
        )


def test_rows_are_numbered_from_one_and_chained() -> None:
    first, second, third = acts(3)

    assert [first.sequence, second.sequence, third.sequence] == [1, 2, 3]
    assert [first.previous_hash, second.previous_hash, third.previous_hash] == [
        GENESIS,
        first.hash,
        second.hash,
    ]


@pytest.mark.parametrize("missing", ["act", "object_kind", "object_key"])
def test_an_act_has_a_name_and_an_object(missing: str) -> None:
    with pytest.raises(ValueError, match="a name and an object"):
        act(**{missing: ""})
    assert LedgerEntry.objects.count() == 0


def test_a_fraction_is_refused_and_leaves_nothing() -> None:
    with pytest.raises(NotPlain):
        act(data={"share": 0.5})
    assert LedgerEntry.objects.count() == 0


def test_somebody_who_is_erased_leaves_a_number_and_a_ledger_that_is_sound() -> None:
    user = User.objects.create_user("ana@senado.example")
    row = act(actor=official(user.pk))

    User.objects.filter(pk=user.pk)._raw_delete("default")

    assert LedgerEntry.objects.get(pk=row.pk).actor_id == row.actor_id
    assert verification.verify().faults == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_recorded() -> None:
    with pytest.raises(TransactionManagementError):
        append(act="bill.filed", actor=SYSTEM, object_kind="bill", object_key="1-07", data={})
    assert LedgerEntry.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_act_that_fails_after_it_was_recorded_leaves_nothing_and_no_gap() -> None:
    act(1)
    with pytest.raises(RuntimeError, match="the lights went out"):
        _act_and_fail()

    assert act(3).sequence == 2
    assert User.objects.count() == 0
    assert verification.verify().faults == []


@transaction.atomic
def _act_and_fail() -> None:
    User.objects.create_user("ana@senado.example")
    act(2)
    raise RuntimeError("the lights went out")


@pytest.mark.django_db(transaction=True)
def test_a_process_killed_between_the_act_and_its_end_leaves_nothing_and_stops_nobody() -> None:
    act(1)
    with ThreadPoolExecutor() as processes:
        processes.submit(_record_and_be_killed).result()

    assert LedgerEntry.objects.count() == 1
    assert act(3).sequence == 2


def _record_and_be_killed() -> None:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            act(2)
            cursor.execute("SELECT pg_backend_pid()")
            (pid,) = cursor.fetchone()
            with connect(SUPERUSER) as killer:
                killer.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
    except Error:
        return
    finally:
        connection.close()
    raise AssertionError("it lived")


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one_chain_without_gaps() -> None:
    def write() -> None:
        try:
            acts(10)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as writers:
        for written in [writers.submit(write) for _ in range(8)]:
            written.result()

    report = verification.verify()
    assert (report.rows, report.faults) == (80, [])


@pytest.mark.usefixtures("as_application")
def test_the_application_may_append() -> None:
    assert act(1).sequence == 1
    assert act(2).sequence == 2


def test_it_takes_three_statements(django_assert_num_queries: Any) -> None:
    with transaction.atomic(), django_assert_num_queries(3):
        append(act="bill.filed", actor=SYSTEM, object_kind="bill", object_key="1-07", data={})
