"""Every change that the public can see leaves one revision per transaction."""

import pytest
from django.apps import apps
from django.db import connection, transaction

from legislation.people.models import Party
from legislation.provenance.models import PublicRevision

pytestmark = pytest.mark.django_db

# Tables of the record that no public page shows as such.
SILENT = {
    "legislation_importedfile",
    "legislation_importloss",
    "legislation_publicrevision",
    "legislation_searchword",
    "legislation_source",
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


def test_every_public_table_announces_its_changes():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT event_object_table FROM information_schema.triggers "
            "WHERE trigger_name = 'public_change_is_noted'"
        )
        announcing = {table for (table,) in cursor.fetchall()}
    tables = {model._meta.db_table for model in apps.get_app_config("legislation").get_models()}

    assert announcing == tables - SILENT
