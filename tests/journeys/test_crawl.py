"""Everything in the record has addresses, and every one of them answers."""

import io
from pathlib import Path
from unittest import SkipTest

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import URLPattern

from portals.citizens import urls as citizens
from portals.open_data import urls as open_data
from tests.journeys import crawl
from tests.plugin import NO_REAL_DATA

# Of the two hundred and ninety-six real bills, these many are read in the quick set.
REAL_BILLS = 12


@pytest.fixture(scope="module")
def strict_reader(record: None) -> Client:
    """Somebody to whom an exception is an exception."""
    return Client(raise_request_exception=True)


@pytest.fixture(autouse=True)
def nobody_counts(settings):
    settings.OPEN_DATA_REQUESTS_PER_MINUTE = 10**9


def names_of_routes() -> set[str]:
    patterns = [*citizens.urlpatterns, *open_data.urlpatterns]
    return {str(one.name) for one in patterns if isinstance(one, URLPattern)}


# A part of the map comes with its thousandth page; no file was brought; the ledger's own tests
# ask for its checkpoints and its keys.
WITHOUT_RECORD = {
    "sitemap-part",
    "published-file",
    "ledger-checkpoint",
    "ledger-checkpoint-of",
    "ledger-keys",
}


def test_the_fictional_record_has_an_address_under_every_name(record):
    known = {name for name, paths in crawl.every_address().items() if paths}

    assert names_of_routes() - crawl.MOVED - known == WITHOUT_RECORD
    assert known - names_of_routes() == set()


def test_some_addresses_of_every_kind_of_the_fictional_record_answer(strict_reader):
    some = crawl.sampled(crawl.every_address(), 4)

    assert crawl.visit(strict_reader, some) > 150


@pytest.mark.slow
def test_every_address_of_the_fictional_record_answers(strict_reader):
    assert crawl.visit(strict_reader, crawl.every_address()) > 500


def test_every_sitemap_of_the_fictional_record_is_one(strict_reader):
    for path in crawl.maps_of(strict_reader):
        crawl.check_form(path, strict_reader.get(path))


def test_every_list_of_the_fictional_record_is_walked_to_its_end(strict_reader):
    assert crawl.walk_lists(strict_reader) >= 8


def real_files() -> Path:
    folder = Path(settings.SENATE_REAL_DATA)
    if not folder.is_dir():
        raise SkipTest(f"{NO_REAL_DATA} ({folder})")
    return folder


class RealRecord(TestCase):
    """The Senate's own files, imported once for the tests of a class."""

    __test__ = False

    @classmethod
    def setUpTestData(cls) -> None:
        call_command("import_senate", *cls.files(real_files()), stdout=io.StringIO())

    @classmethod
    def files(cls, folder: Path) -> list[Path]:
        raise NotImplementedError

    def setUp(self) -> None:
        cache.clear()
        self.reader = Client(raise_request_exception=True)


class SomeRealBills(RealRecord):
    """Some bills with all the people and the votes: for every run."""

    __test__ = True

    @classmethod
    def files(cls, folder: Path) -> list[Path]:
        bills = sorted((folder / "tramitacion").glob("*.xml"))
        people = [folder / "senadores_vigentes.xml", folder / "senadores_2026_2030.csv"]
        return [*people, *bills[:: len(bills) // REAL_BILLS], *(folder / "votaciones").iterdir()]

    def test_some_addresses_of_every_kind_answer(self) -> None:
        some = crawl.sampled(crawl.every_address(), 6)

        assert crawl.visit(self.reader, some) > 200

    def test_every_list_is_walked_to_its_end(self) -> None:
        assert crawl.walk_lists(self.reader) >= 8


@pytest.mark.slow
class EveryRealBill(RealRecord):
    """All of it, address by address."""

    __test__ = True

    @classmethod
    def files(cls, folder: Path) -> list[Path]:
        return [folder]

    def test_every_address_of_everything_imported_answers(self) -> None:
        assert crawl.visit(self.reader, crawl.every_address()) > 8000

    def test_every_sitemap_is_one(self) -> None:
        for path in crawl.maps_of(self.reader):
            crawl.check_form(path, self.reader.get(path))

    def test_every_list_is_walked_to_its_end(self) -> None:
        assert crawl.walk_lists(self.reader) >= 20
