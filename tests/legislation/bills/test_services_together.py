"""Bills recorded together become what each would become alone, in the statements of one."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legislation.bills.enums import BillKind
from legislation.bills.journey import UrgencyRule
from legislation.bills.models import Bill, BillText, Subject
from legislation.bills.observed import ObservedArticle
from legislation.bills.services import record_observed_bill, record_observed_bills
from legislation.documents.models import Article, Document, Version
from legislation.errors import RuleViolation
from tests.legislation.bills import observations
from tests.legislation.bills.observations import NOW
from tests.legislation.interchange.record_dump import dump

pytestmark = pytest.mark.django_db

TEXT = replace(
    observations.TEXT,
    articles=(
        *observations.TEXT.articles,
        ObservedArticle(eid="art_2", label="Artículo 2", body="Regístrese."),
    ),
)
BILL = replace(
    observations.BILL,
    filed_text_url="",
    subjects=("Plazas",),
    papers=(replace(observations.PAPER, url=""),),
    texts=(TEXT,),
)
# A bill and a matter share a number; later some things go, some come, one text changes.
BEFORE = (
    BILL,
    replace(BILL, kind=BillKind.MATTER, subjects=("Municipios",)),
    replace(BILL, number="90003-07", texts=(TEXT, replace(TEXT, slug="primer-informe"))),
)
AFTER = (
    replace(BILL, number="90004-07", subjects=("PLAZAS", "Riego")),
    replace(BEFORE[2], texts=(), steps=(), urgencies=()),
    replace(
        BEFORE[1],
        title="Otro",
        filed_text_url="http://x.example/filed",
        papers=(replace(BILL.papers[0], url="http://x.example/1"),),
    ),
    replace(BILL, texts=(replace(TEXT, articles=TEXT.articles[:1]),), subjects=()),
)


def test_together_they_become_what_each_becomes_alone() -> None:
    for one in (*BEFORE, *AFTER):
        record_observed_bill(one, source=None, at=NOW)
    alone = dump(without_sources=True)
    _empty()

    record_observed_bills(BEFORE, source=None, at=NOW)
    recorded = record_observed_bills(AFTER, source=None, at=NOW)

    assert dump(without_sources=True) == alone
    assert recorded.created == 1
    assert [bill.number for bill in recorded.bills] == [one.number for one in AFTER]
    assert record_observed_bills(AFTER, source=None, at=NOW).changed_rows == 0


def test_the_rows_written_are_counted_over_all_of_them() -> None:
    alone = [record_observed_bill(one, source=None, at=NOW).changed_rows for one in BEFORE]
    _empty()

    assert record_observed_bills(BEFORE, source=None, at=NOW).changed_rows == sum(alone)


def test_more_bills_take_no_more_statements() -> None:
    counted = []
    for numbers in (range(90001, 90002), range(90002, 90042)):
        seen = [replace(BILL, number=f"{number}-07") for number in numbers]
        with CaptureQueriesContext(connection) as statements:
            record_observed_bills(seen, source=None, at=NOW)
        counted.append(len(statements))

    # The subject is new to the first bill alone.
    assert counted[1] == counted[0] - 1
    assert Bill.objects.count() == 41


def test_where_one_is_refused_none_is_recorded() -> None:
    UrgencyRule.objects.all().delete()
    allowed = replace(BILL, number="90005-07", urgencies=())

    with pytest.raises(RuleViolation):
        record_observed_bills([allowed, BILL], source=None, at=NOW)

    assert Bill.objects.count() == 0


def test_a_bill_twice_at_once_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        record_observed_bills([BILL, replace(BILL, title="Otro")], source=None, at=NOW)


def _empty() -> None:
    for model in (BillText, Bill, Article, Version, Document, Subject):
        model.objects.all().delete()
