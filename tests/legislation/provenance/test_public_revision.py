"""Every change that the public can see leaves one revision per transaction."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.apps import apps
from django.db import connection, transaction

from legislation.people.models import Party
from legislation.provenance.models import PublicRevision
from legislation.provenance.selectors import record_state
from tests.factories.bills import BillFactory, SubjectFactory
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db

# Tables that no public page shows, or only what was published of them: then other tables change.
SILENT = {
    "legislation_act",
    "legislation_amendment",
    "legislation_amendmentpaper",
    "legislation_amendmentsignatory",
    "legislation_attachedfile",
    "legislation_delivery",
    "legislation_dossier",
    "legislation_dossierdocument",
    "legislation_importedfile",
    "legislation_importloss",
    "legislation_letter",
    "legislation_letterseries",
    "legislation_numberseries",
    "legislation_personact",
    "legislation_procedureterm",
    "legislation_publication",
    "legislation_publicrevision",
    "legislation_searchword",
    "legislation_signatory",
    "legislation_source",
    "legislation_storedfile",
}


def party(slug: str) -> Party:
    return Party.objects.create(slug=slug, name=slug, abbreviation=slug)


@pytest.mark.django_db(transaction=True)
def test_a_transaction_leaves_one_revision_however_much_it_changes():
    before = PublicRevision.objects.count()

    with transaction.atomic():
        party("uno")
        party("dos")
        Party.objects.update(name="otro")

    assert PublicRevision.objects.count() == before + 1


@pytest.mark.django_db(transaction=True)
def test_two_transactions_leave_two():
    before = PublicRevision.objects.count()

    party("uno")
    party("dos")

    assert PublicRevision.objects.count() == before + 2


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_leaves_none():
    before = PublicRevision.objects.count()

    with transaction.atomic():
        party("uno")
        transaction.set_rollback(True)

    assert PublicRevision.objects.count() == before


@pytest.mark.django_db(transaction=True)
def test_a_change_after_a_rolled_back_savepoint_is_still_announced():
    before = PublicRevision.objects.count()

    with transaction.atomic():
        savepoint = transaction.savepoint()
        party("uno")
        transaction.savepoint_rollback(savepoint)
        party("dos")

    assert PublicRevision.objects.count() == before + 1


@contextmanager
def another_transaction() -> Iterator[psycopg.Connection]:
    """Of another process; it ends when the test says."""
    asked = connection.get_connection_params()
    named = {k: asked[k] for k in ("dbname", "user", "password", "host", "port") if asked.get(k)}
    with psycopg.connect(**named) as other:
        yield other


def party_of(other: psycopg.Connection, slug: str) -> None:
    other.execute(
        "INSERT INTO legislation_party (slug, name, abbreviation) VALUES (%s, %s, %s)",
        [slug, slug, slug],
    )


@pytest.mark.django_db(transaction=True)
def test_a_long_transaction_is_the_latest_change_when_it_ends():
    with another_transaction() as long, another_transaction() as short:
        party_of(long, "uno")
        party_of(short, "dos")
        short.commit()
        between = record_state()

        long.commit()

    after = record_state()
    assert after.revision > between.revision
    assert after.changed_at > between.changed_at


@pytest.mark.django_db(transaction=True)
def test_a_change_is_announced_by_the_number_that_it_is_seen_under():
    with another_transaction() as listener:
        listener.autocommit = True
        listener.execute("LISTEN public_revision")
        party("uno")
        heard = [notice.payload for notice in listener.notifies(timeout=5, stop_after=1)]

    assert heard == [str(record_state().revision)]


def test_within_its_transaction_a_change_is_already_a_revision():
    before = record_state().revision

    party("uno")

    assert record_state().revision > before


@pytest.mark.django_db(transaction=True)
def test_numbering_a_change_makes_nobody_wait_for_each_other():
    """One transaction's commit waits for a row that another holds until it has committed."""
    bill, subject = BillFactory(), SubjectFactory()
    with another_transaction() as waiting, another_transaction() as holding:
        holding.execute("SELECT FROM legislation_bill WHERE id = %s FOR UPDATE", [bill.pk])
        party_of(holding, "dos")
        waiting.execute(
            "INSERT INTO legislation_billsubject (bill_id, subject_id, position) VALUES (%s, %s, 1)",
            [bill.pk, subject.pk],
        )
        ending = threading.Thread(target=waiting.commit)
        ending.start()
        wait_until(lambda: is_blocked(waiting), seconds=10)
        holding.commit()
        ending.join(10)

    assert not ending.is_alive()
    assert (bill.bill_subjects.count(), Party.objects.count()) == (1, 1)


def is_blocked(other: psycopg.Connection) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [other.info.backend_pid])
        return bool(cursor.fetchone()[0])


def test_every_public_table_announces_its_changes():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event_object_table FROM information_schema.triggers "
            "WHERE trigger_name = 'public_change_is_noted'"
        )
        announcing = {table for (table,) in cursor.fetchall()}
    tables = {model._meta.db_table for model in apps.get_app_config("legislation").get_models()}

    assert announcing == tables - SILENT
