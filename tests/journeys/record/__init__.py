"""A small fictional Senate in which every page of the citizens' portal has something to show.

The same each time, to the letter: ``tests.journeys.addresses`` names its pages. Nothing in it
is real but the regions, the majorities and the terms of urgencies, which migrations leave.
"""

from datetime import UTC, datetime

from legislation.provenance.enums import Nature
from legislation.provenance.models import RecordNature
from legislation.search.services import index_bills, rebuild_words
from tests.journeys.record import dossiers, floor, house, published, reading

# Tuesday 24 November 2026, half past four in the afternoon in Chile.
NOW = datetime(2026, 11, 24, 19, 30, tzinfo=UTC)


def build() -> None:
    """Write the whole record into an empty database."""
    RecordNature.objects.create(nature=Nature.FICTIONAL, declared_at=NOW)
    source = reading.import_files(NOW)
    senate = house.seat(source)
    bills = dossiers.file(senate, source)
    published.publish(bills.pressed, NOW)
    floor.sit(senate, bills, NOW, source)
    index_bills(None)
    rebuild_words()
