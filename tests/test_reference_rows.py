"""The rows of law that other tests count on, whatever a test does to its database."""

import pytest
from django.conf import settings
from django.db import connection

from legislation.votes.models import MajorityRule
from tests import reference_rows


def test_a_run_that_needs_no_database_asks_for_none(monkeypatch):
    """Here a test without the mark is refused any query."""
    monkeypatch.setitem(connection.settings_dict, "NAME", settings.DATABASE_ADDRESS.name)

    assert reference_rows.keep() is None


@pytest.mark.django_db
def test_what_a_test_emptied_is_there_again():
    before = MajorityRule.objects.count()
    MajorityRule.objects.all().delete()

    reference_rows.give_back()

    assert MajorityRule.objects.count() == before > 0


@pytest.mark.django_db
def test_what_a_test_left_is_not_doubled():
    before = MajorityRule.objects.count()

    reference_rows.give_back()

    assert MajorityRule.objects.count() == before
