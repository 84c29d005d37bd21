"""A bill as it stood on a day of the past: by legal dates, with nothing that was still to come."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legislation.bills.enums import PaperKind, Stage, Status, UrgencyEnd, UrgencyKind
from legislation.bills.models import Bill
from legislation.people.enums import Chamber
from legislation.procedure.enums import ActKind as A
from legislation.procedure.enums import Requester
from legislation.provenance.models import Source
from tests.factories.bills import (
    BillFactory,
    MergedBillFactory,
    PaperFactory,
    StageEntryFactory,
    StepFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.people import CommitteeFactory
from tests.factories.votes import sitting, take_vote
from tests.legislation.procedure.conftest import AT
from tests.portals.citizens.publications import a_desk, correct, give_notice
from tests.portals.citizens.reading import notices_of, text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
FILED = date(2026, 3, 3)
SUBPAGES = ("", "textos/", "votaciones/", "documentos/", "indicaciones/", "urgencias/")
CHILE = ZoneInfo("America/Santiago")
BY_DAY = "It can be seen on any day from 3 March 2026, when it was filed, to 24 November 2026."


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def main_of(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def seen(client, on: object, subpage: str = "") -> BeautifulSoup:
    return main_of(client.get(f"/en/proyectos/17345-11/{subpage}?fecha={on}"))


def facts_shown(main: BeautifulSoup) -> list[str]:
    """What a page says of the bill, without the form and the address of the day."""
    for part in main.select("#otro-dia, [aria-labelledby=otro-dia], .share"):
        part.decompose()
    return text_of(main).split()


# What happens to a bill, each on its day: (days since the filing, what to record).
EVENTS = [
    (0, lambda bill, on: StageEntryFactory(bill=bill, position=1, entered_on=on)),
    (0, lambda bill, on: StepFactory(bill=bill, position=1, taken_on=on)),
    (
        5,
        lambda bill, on: StepFactory(
            bill=bill, position=2, taken_on=on,
            description="Cuenta de proyecto . Pasa a Comisión de Constitución, Legislación y Salud",
        ),
    ),
    (9, lambda bill, on: UrgencyFactory(bill=bill, position=1, set_on=on)),
    (20, lambda bill, on: PaperFactory(bill=bill, position=1, dated_on=on)),
    (21, lambda bill, on: take_vote(
        bill=bill, totals=(31, 12, 3, 0), in_office=50, session=sitting(7, held_on=on), on=on
    )),
    (21, lambda bill, on: StepFactory(
        bill=bill, position=3, taken_on=on, description="Discusión general . Aprobado en general"
    )),
    (30, lambda bill, on: PaperFactory(
        bill=bill, position=1, kind=PaperKind.AMENDMENTS, dated_on=on
    )),
    (40, lambda bill, on: text_with(
        bill, "2-aprobado", "Noventa días.", position=2, dated_on=on
    )),
    (41, lambda bill, on: StepFactory(
        bill=bill, position=4, taken_on=on, description="Oficio de ley a Cámara Revisora"
    )),
    (41, lambda bill, on: StageEntryFactory(
        bill=bill, position=2, stage=Stage.SECOND, chamber=Chamber.DEPUTIES, entered_on=on
    )),
    (60, lambda bill, on: StepFactory(
        bill=bill, position=5, taken_on=on, stage=Stage.SECOND, chamber=Chamber.DEPUTIES,
        stage_text="Segundo trámite constitucional", description="Discusión general . Rechazado",
    )),
    (70, lambda bill, on: StageEntryFactory(
        bill=bill, position=3, stage=Stage.FINISHED, chamber="", entered_on=on
    )),
    (70, lambda bill, on: StepFactory(
        bill=bill, position=6, taken_on=on, stage=Stage.FINISHED, chamber="",
        stage_text="Tramitación terminada", description="Ley N° 21.900",
    )),
]  # fmt: skip


def record(number: str, *, until: int) -> Bill:
    """The bill with what happened to it in so many days from its filing, and nothing later."""
    done = [(days, make) for days, make in EVENTS if days <= until]
    bill = BillFactory(
        number=number, filed_on=FILED, title="Plazos claros",
        last_step_on=FILED + timedelta(days=max(
            [days for days, _make in done if days in (5, 21, 41, 60, 70)], default=0
        )),
    )  # fmt: skip
    for days, make in done:
        make(bill, FILED + timedelta(days=days))
    last = bill.stage_entries.order_by("-position").first()
    bill.stage, bill.chamber = last.stage, last.chamber
    if until >= 70:
        bill.status, bill.law_number = Status.PUBLISHED, 21900
        bill.law_published_on = FILED + timedelta(days=70)
    bill.save()
    return bill


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(days=st.integers(0, 90), later=st.integers(0, 90))
@pytest.mark.parametrize("subpage", ["", "votaciones/", "documentos/", "textos/"])
def test_any_day_shows_what_a_record_that_ends_there_shows(client, subpage, days, later):
    on = FILED + timedelta(days=days)
    pages = []
    for until in (days, days + later):
        with transaction.atomic():
            record("17345-11", until=until)
            pages.append(facts_shown(seen(client, on, subpage)))
            transaction.set_rollback(True)

    assert pages[0] == pages[1]


URGENT = {"urgency": UrgencyKind.SUMA.value, "letter": "12-374", "requester": Requester.PRESIDENT}

# A bill that the revising chamber rejects and becomes law all the same.
ACTS = (
    (A.GIVE_NOTICE, "floor", {}),
    (A.SET_URGENCY, "floor", URGENT),
    (A.REPORT, "secretary", {}),
    (A.APPROVE_GENERAL, "floor", {"in_favour": 30, "against": 10, "present": 42}),
    (A.REPORT_DETAIL, "secretary", {}),
    (A.APPROVE, "floor", {"in_favour": 28, "against": 9, "present": 40}),
    (A.REJECT_GENERAL, "floor", {}),
    (A.REPORT_CONFERENCE, "secretary", {}),
    (A.APPROVE_CONFERENCE, "floor", {"in_favour": 31, "against": 5, "present": 40}),
    (A.APPROVE_CONFERENCE, "floor", {}),
    (A.DISPATCH, "drafter", {"letter": "112/SEC/26"}),
    (A.ASSENT, "drafter", {}),
    (A.PROMULGATE, "drafter", {}),
    (A.PUBLISH_LAW, "drafter", {"law_number": 21_901}),
)


def test_the_days_of_a_bill_run_here_are_shown_later_as_they_were_shown_then(client):
    desk = a_desk()
    desk.publish()
    address = f"/en/proyectos/{desk.dossier.number}/?fecha="
    then = {desk.day: facts_shown(main_of(client.get(f"{address}{desk.day}")))}
    for kind, who, about in ACTS:
        where = {"committee": desk.committee.slug} if kind == A.GIVE_NOTICE else {}
        desk.take(kind, getattr(desk, who), **where, **about)
        desk.publish()
        then[desk.day] = facts_shown(main_of(client.get(f"{address}{desk.day}")))

    now = {day: facts_shown(main_of(client.get(f"{address}{day}"))) for day in then}

    assert len({" ".join(words) for words in then.values()}) == len(ACTS) + 1
    assert now == then


class TestAPastDay:
    def test_shows_the_stage_the_urgency_and_the_committee_of_that_day(self, client):
        record("17345-11", until=90)

        main = seen(client, FILED + timedelta(days=10))

        assert text_of(main.select_one(".lead strong")) == "It is in the Senate, where it began."
        assert text_of(main.select_one(".clock__num")) == "Day 1 of 15"
        facts = [text_of(one) for one in main.select(".facts > div")]
        assert "Committee in charge Comisión de Constitución, Legislación y Salud" in facts
        assert "Last movement 8 March 2026" in facts
        assert main.select("[aria-labelledby=ultima-votacion]") == []

    def test_once_it_is_law_shows_the_law(self, client):
        record("17345-11", until=90)

        before, on = (seen(client, FILED + timedelta(days=days)) for days in (69, 70))

        assert "21.900" not in before.get_text()
        assert text_of(on.select_one(".lead strong")) == (
            "It is law: Law 21.900, published on 12 May 2026."
        )

    def test_leaves_out_what_bears_no_date(self, client):
        bill = record("17345-11", until=90)
        MergedBillFactory(bill=bill, number="17001-11")
        PaperFactory(bill=bill, position=9, dated_on=None, title="Comparado sin fecha")
        Bill.objects.update(quorum_matter="ORGANIC", committee=CommitteeFactory(name="Hacienda"))

        words = seen(client, FILED + timedelta(days=3)).get_text()

        assert "17001-11" not in words
        assert "Hacienda" not in words
        assert "Votes it needs" not in words
        assert "sin fecha" not in seen(client, TODAY, "documentos/").get_text()

    def test_says_loudly_which_day_it_shows_and_how_to_come_back(self, client):
        record("17345-11", until=90)

        main = seen(client, "2026-04-01")

        notice = main.select_one(".notice--stop")
        assert "You are seeing this bill as it stood on Wednesday 1 April 2026." in text_of(notice)
        assert notice.a["href"] == "/en/proyectos/17345-11/"

    @pytest.mark.parametrize("subpage", SUBPAGES)
    def test_is_not_for_crawlers_and_names_the_page_of_today_as_canonical(self, client, subpage):
        record("17345-11", until=90)

        response = client.get(f"/proyectos/17345-11/{subpage}?fecha=2026-04-01")

        head = BeautifulSoup(response.content, "html.parser").head
        canonical = head.find("link", rel="canonical")["href"]
        assert canonical == f"http://testserver/proyectos/17345-11/{subpage}"
        assert head.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert head.find("script") is None

    @pytest.mark.parametrize("subpage", SUBPAGES)
    def test_is_kept_in_the_links_to_the_other_pages(self, client, subpage):
        record("17345-11", until=90)

        tabs = seen(client, "2026-04-01", subpage).select(".bill-tabs a")

        assert [tab["href"].partition("?")[2] for tab in tabs] == ["fecha=2026-04-01"] * 6

    def test_keeps_the_day_when_steps_are_filtered(self, client):
        record("17345-11", until=90)

        links = seen(client, "2026-04-01").select("a[href*=tipo]")

        assert links[0]["href"] == "/en/proyectos/17345-11/?fecha=2026-04-01&tipo=discusion"

    @pytest.mark.parametrize(
        "asked",
        [
            "2026-02-30", "2026-3-4", "20260404", "2026-W10-1", "ayer", "2026-11-25", "9999-12-31",
            "2026-03-02", "0001-01-01", "<script>alert(1)</script>", "2026-04-01T00:00", "²⁰²⁶-04-01",
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("subpage", SUBPAGES)
    def test_that_cannot_be_is_left_out_and_said_so(self, client, subpage, asked):
        record("17345-11", until=90)

        response = client.get(f"/en/proyectos/17345-11/{subpage}", {"fecha": asked})

        page = BeautifulSoup(response.content, "html.parser")
        assert notices_of(page.main)[0] == (
            "This is the bill as it stands today. Left out, because it stands for nothing here:"
            f" fecha={asked}. {BY_DAY}"
        )
        assert page.find("meta", attrs={"name": "robots"}) is None
        assert page.main.find("script") is None

    @pytest.mark.parametrize(
        "asked", ["\x00", "2026-04-01\x00", "\ud83d".encode("utf-8", "replace").decode()]
    )
    def test_of_unreadable_words_is_never_an_error(self, client, asked):
        record("17345-11", until=90)
        assert client.get("/proyectos/17345-11/", {"fecha": asked}).status_code == 200

    def test_of_an_empty_form_is_today(self, client):
        record("17345-11", until=90)
        assert notices_of(seen(client, "")) == []

    def test_marks_what_was_written_down_afterwards(self, client):
        bill = record("17345-11", until=90)
        read = datetime(2026, 5, 20, 12, tzinfo=CHILE)
        source = Source.objects.create(name="uno.xml", sha256="a" * 64, size=1, read_at=read)
        bill.steps.filter(position=2).update(source=source)

        marks = {
            day: [text_of(one) for one in seen(client, day).select(".chron__links span")]
            for day in (date(2026, 5, 19), date(2026, 5, 20))
        }

        assert marks == {
            date(2026, 5, 19): ["Written down here on 20 May 2026"],
            date(2026, 5, 20): [],
        }

    def test_marks_what_was_published_or_corrected_afterwards(self, client):
        desk = a_desk()
        notice = give_notice(desk)
        erratum = correct(desk, notice.publication_id, notice, days=8)
        address = f"/en/proyectos/{desk.dossier.number}/?fecha="

        main = main_of(client.get(f"{address}{notice.taken_on}"))

        (mark,) = main.select(f'.chron a[href="/en/publicaciones/{erratum.pk}/"]')
        assert mark.get_text() == "Corrected on 9 June 2026"
        assert "Sitting 21/374" in main.get_text()

    def test_shows_an_urgency_that_ended_later_as_running(self, client):
        bill = record("17345-11", until=0)
        UrgencyFactory(
            bill=bill, set_on=date(2026, 3, 12), ended_on=date(2026, 3, 20),
            end=UrgencyEnd.WITHDRAWN, end_message="99-374",
        )  # fmt: skip

        on, after = (seen(client, day, "urgencias/") for day in ("2026-03-19", "2026-03-20"))

        assert "Running: day 7 of 15" in text_of(on)
        assert "The President withdrew it on 20 March 2026 (message 99-374)" in text_of(after)

    @pytest.mark.parametrize(
        ("subpage", "queries"), list(zip(SUBPAGES, (8, 7, 7, 7, 7, 7), strict=True))
    )
    @pytest.mark.parametrize("until", [0, 90])
    def test_costs_the_same_queries_however_much_happened(
        self, client, django_assert_num_queries, subpage, queries, until
    ):
        record("17345-11", until=until)

        with django_assert_num_queries(queries):
            seen(client, TODAY, subpage)


def test_the_day_of_the_filing_is_a_day_to_see(client):
    desk = a_desk()
    desk.publish()

    main = main_of(client.get(f"/en/proyectos/{desk.dossier.number}/?fecha={AT.date()}"))

    assert "as it stood on Monday 1 June 2026" in text_of(main.select_one(".notice--stop"))
