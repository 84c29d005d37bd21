from io import StringIO

import pytest
from django.core.management import call_command

from legislation.bills.models import Bill
from legislation.search.models import SearchWord
from legislation.search.tasks import rebuild_words
from senate.management.commands import rebuild_search
from tests.factories.bills import BillFactory

pytestmark = pytest.mark.django_db


def rebuilt() -> str:
    said = StringIO()
    call_command("rebuild_search", stdout=said)
    return said.getvalue().strip()


def test_the_command_indexes_every_bill_in_batches_and_says_what_changed(monkeypatch):
    monkeypatch.setattr(rebuild_search, "BATCH", 2)
    BillFactory.create_batch(5, title="Glaciares", summary="")

    assert rebuilt() == "5 bills read, 5 changed in the index; 1 words."
    assert rebuilt() == "5 bills read, 0 changed in the index; 1 words."
    assert Bill.objects.filter(search_vector=None).count() == 0


def test_an_empty_record_is_rebuilt_too():
    assert rebuilt() == "0 bills read, 0 changed in the index; 0 words."


def test_the_nightly_task_brings_the_words_up_to_date():
    BillFactory(title="Turberas", summary="")

    assert rebuild_words() == 1
    assert list(SearchWord.objects.values_list("word", flat=True)) == ["turberas"]
