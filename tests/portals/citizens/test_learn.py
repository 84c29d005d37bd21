"""The front page, and the pages that explain the Senate and its data."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.bills.enums import BillKind, Stage, Status, UrgencyEnd, UrgencyKind
from legislation.glossary import TERMS
from legislation.interchange.enums import FileOutcome, LossKind, RunState
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun
from legislation.people.enums import Chamber
from legislation.provenance.enums import Nature
from legislation.provenance.models import RecordNature
from legislation.sessions.enums import SessionState
from tests.factories.bills import BillFactory, UrgencyFactory
from tests.factories.people import CommitteeFactory, senator
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting, take_vote

pytestmark = pytest.mark.django_db

# A Tuesday, at noon in Santiago.
NOON = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
ADDRESSES = (
    "/",
    "/aprender/",
    "/aprender/como-se-hace-una-ley/",
    "/aprender/glosario/",
    "/datos/",
)


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)


def soup(client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def section(page: BeautifulSoup, name: str) -> BeautifulSoup:
    heading = page.find(id=name)
    return heading.find_parent("section")


def words(node: BeautifulSoup) -> str:
    return " ".join(node.get_text(" ").split())


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_empty_record_has_its_pages_too(client, address):
    assert soup(client, address).h1 or address == "/"


def test_the_front_page_says_that_the_floor_sits_today(client):
    session = sitting(61, held_on=TODAY, starts_at=datetime(2026, 11, 24, 14, 0, tzinfo=UTC))
    list_item(session)

    band = soup(client, "/en/").find(class_="band")

    assert words(band.h2) == "The Senate sits today: Sitting 61/374."
    assert "From 11:00" in words(band)
    assert "1 matter on the agenda" in words(band)
    assert band.find("a")["href"] == "/en/sesiones/374/61/"


def test_the_front_page_says_the_same_at_every_hour_of_a_day(client, monkeypatch):
    """It is kept until the record changes or the day ends."""
    sitting(61, held_on=TODAY, starts_at=datetime(2026, 11, 24, 14, 0, tzinfo=UTC))
    pages = set()
    for hour in (12, 13, 14, 15, 23):
        moment = datetime(2026, 11, 24, hour, 30, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        pages.add(client.get("/en/").content)

    assert len(pages) == 1
    assert b"The Senate sits today" in pages.pop()


@pytest.mark.parametrize(
    "fields",
    [
        {"ended_at": datetime(2026, 11, 24, 14, 30, tzinfo=UTC)},
        {"state": SessionState.CANCELLED},
    ],
    ids=["ended", "cancelled"],
)
def test_no_band_without_a_sitting_that_is_on(client, fields):
    usual = {"starts_at": datetime(2026, 11, 24, 14, 0, tzinfo=UTC)}
    sitting(61, held_on=TODAY, **(usual | fields))

    assert soup(client, "/").find(class_="band") is None


def test_the_front_page_shows_the_four_latest_votes(client):
    session = sitting(60, held_on=date(2026, 11, 18))
    for position in range(1, 6):
        take_vote(yes=[f"Uno {position}"], session=session, position=position)

    rows = soup(client, "/").find_all(class_="vote-row")

    assert [row.h3.a["href"] for row in rows] == [
        f"/votaciones/374/60/{position}/" for position in (5, 4, 3, 2)
    ]


def test_the_next_urgencies_to_expire_come_first_and_ended_ones_never(client):
    due = {"a": date(2026, 11, 29), "b": date(2026, 11, 24), "c": date(2026, 11, 26)}
    for number, (name, day) in enumerate(due.items(), 1):
        UrgencyFactory(
            bill=BillFactory(number=f"{number}-01", title=f"Proyecto {name}"),
            kind=UrgencyKind.SUMA,
            set_on=date(2026, 11, day.day - 15),
        )
    UrgencyFactory(
        bill=BillFactory(number="9-01", title="Retirada"),
        set_on=date(2026, 11, 10),
        ended_on=date(2026, 11, 12),
        end=UrgencyEnd.WITHDRAWN,
    )
    UrgencyFactory(
        bill=BillFactory(number="8-01", title="Ya es ley", status=Status.PUBLISHED),
        set_on=date(2026, 11, 10),
    )

    rows = section(soup(client, "/"), "urgencias").tbody.find_all("tr")

    assert [row.th.a.get_text() for row in rows] == ["Proyecto b", "Proyecto c", "Proyecto a"]
    assert "Día 15 de 15" in words(rows[0])
    assert "Día 13 de 15" in words(rows[1])


def test_the_week_has_five_days_and_the_floor_comes_first(client):
    committee = CommitteeFactory(name="Salud", slug="salud")
    committee_sitting(committee, TODAY, starts_at=datetime(2026, 11, 24, 13, 0, tzinfo=UTC))
    sitting(61, held_on=TODAY, starts_at=datetime(2026, 11, 24, 19, 0, tzinfo=UTC))

    days = section(soup(client, "/"), "semana").find_all(class_="day")

    assert len(days) == 5
    today = next(day for day in days if "day--today" in day["class"])
    assert [link["href"] for link in today.find_all("a")] == [
        "/sesiones/374/61/",
        "/comisiones/salud/",
    ]


def test_a_crowded_day_says_how_many_sittings_it_leaves_out(client):
    committee = CommitteeFactory(name="Salud", slug="salud")
    for hour in range(10, 17):
        committee_sitting(committee, TODAY, starts_at=datetime(2026, 11, 24, hour, tzinfo=UTC))

    today = section(soup(client, "/"), "semana").find(class_="day--today")

    assert len(today.find_all("li")) == 5
    assert "y 2 sesiones más" in words(today)


@pytest.mark.parametrize("each", [1, 3])
def test_the_front_page_costs_the_same_however_much_happens(
    client, each, django_assert_num_queries
):
    for number in range(each):
        session = sitting(number + 1, held_on=TODAY)
        take_vote(yes=[senator()], session=session, position=1)
        UrgencyFactory(bill=BillFactory(number=f"{number + 1}-01"), set_on=TODAY)

    with django_assert_num_queries(5):
        client.get("/")


def test_the_path_of_a_law_counts_the_bills_at_each_step(client):
    BillFactory.create_batch(2, stage=Stage.SECOND)
    BillFactory(stage=Stage.SECOND, status=Status.PUBLISHED)
    BillFactory(stage=Stage.COURT)

    page = soup(client, "/aprender/como-se-hace-una-ley/")

    second = section(page, "segundo-tramite")
    assert "Hoy hay 2 proyectos en este paso." in words(second)
    assert second.find("a", href="/proyectos/?etapa=segundo-tramite")
    assert "Hoy hay 1 proyecto en este paso." in words(section(page, "tribunal"))
    assert "Hoy no hay proyectos en este paso." in words(section(page, "tercer-tramite"))
    assert "los proyectos en camino suman 3 y los que ya son ley, 1" in words(page)


@pytest.mark.parametrize("bills", [1, 3])
def test_the_path_of_a_law_costs_the_same_for_any_record(client, bills, django_assert_num_queries):
    BillFactory.create_batch(bills, stage=Stage.SECOND)

    with django_assert_num_queries(3):
        client.get("/aprender/como-se-hace-una-ley/")


def test_the_glossary_has_every_word_in_the_order_of_its_language(client):
    spanish = [words(term) for term in soup(client, "/aprender/glosario/").find_all("dt")]
    english = [words(term) for term in soup(client, "/en/aprender/glosario/").find_all("dt")]

    assert len(spanish) == len(english) == len(TERMS)
    assert (spanish[0], english[0]) == ("Abstención", "Abstention abstención")


def test_the_source_of_a_word_is_said_in_the_language_of_the_page(client):
    def source(address: str) -> str:
        return words(soup(client, address).find(id="boletin").find_all("p")[-1])

    assert source("/aprender/glosario/") == "Práctica del Senado"
    assert source("/en/aprender/glosario/") == "Senate practice"


def test_the_path_of_a_law_accounts_for_every_bill_on_its_way(client):
    BillFactory(stage=Stage.SECOND)
    BillFactory(stage=Stage.UNRECOGNISED)
    BillFactory(stage=Stage.FINISHED)

    page = soup(client, "/en/aprender/como-se-hace-una-ley/")

    assert "3 are on their way" in words(page)
    assert words(section(page, "segundo-tramite").find("ul")) == "Second reading 1"
    rest = section(page, "otros")
    assert [words(item) for item in rest.find_all("li")] == [
        "Procedure finished 1",
        "At a stage that is not stated 1",
    ]
    assert rest.li.a["href"] == "/en/proyectos/?etapa=terminada"


def test_the_path_of_a_law_says_nothing_of_other_stages_where_no_bill_is(client):
    BillFactory(stage=Stage.SECOND)

    assert soup(client, "/aprender/como-se-hace-una-ley/").find(id="otros") is None


def test_every_word_of_the_glossary_can_be_pointed_at(client):
    page = soup(client, "/aprender/glosario/")

    assert all(page.find(id=term.slug) for term in TERMS)


def test_the_account_of_the_data_says_what_could_not_be_stored(client):
    run = ImportRun.objects.create(
        started_at=NOON, finished_at=NOON, state=RunState.FINISHED, origin="files"
    )
    file = ImportedFile.objects.create(run=run, name="1.xml", outcome=FileOutcome.CREATED)
    ImportLoss.objects.create(
        file=file,
        kind=LossKind.NOT_STORED,
        path="senadores/senador/PARTIDO",
        reason="No date.",
        occurrences=3,
    )

    errors = section(soup(client, "/datos/"), "errores")

    row = next(row for row in errors.find_all("tr") if "PARTIDO" in words(row))
    assert words(row) == "senadores/senador/PARTIDO No se guardó No date. 3"


def test_only_the_last_reading_of_a_file_counts(client):
    for _reading in range(2):
        run = ImportRun.objects.create(started_at=NOON, state=RunState.FINISHED, origin="files")
        file = ImportedFile.objects.create(run=run, name="1.xml", outcome=FileOutcome.UNCHANGED)
        ImportLoss.objects.create(
            file=file, kind=LossKind.WARNING, path="a/b", reason="Odd.", occurrences=1
        )

    table = section(soup(client, "/datos/"), "errores").find("table")

    assert [words(cell) for cell in table.tbody.find_all("td")][-1] == "1"


def test_disagreements_are_counted_in_public(client):
    take_vote(yes=["Uno"], no=["Dos"], published=(2, 1, 0, 0))
    take_vote(yes=["Uno"], no=["Dos"], published=(1, 1, 0, 0))

    errors = words(section(soup(client, "/datos/"), "errores"))

    assert "1 de 2 votaciones: los totales publicados y la nómina no coinciden." in errors
    assert "4 de 4 votos: el nombre impreso no corresponde sin duda a nadie" in errors


def rows_of(table: BeautifulSoup) -> list[str]:
    return [words(row) for row in table.select("tbody tr")]


def test_each_kind_of_the_record_is_counted_by_itself(client):
    BillFactory(kind=BillKind.BILL, filed_on=date(2026, 3, 3), last_step_on=date(2026, 6, 3))
    for _each in range(2):
        BillFactory(kind=BillKind.MATTER, filed_on=TODAY, last_step_on=TODAY)
    room = CommitteeFactory(chamber=Chamber.SENATE)
    for chamber in (Chamber.BOTH, Chamber.DEPUTIES, Chamber.DEPUTIES):
        CommitteeFactory(chamber=chamber)
    take_vote(yes=["Uno"], session=sitting(held_on=date(2026, 5, 5)))
    take_vote(yes=["Uno"], session=committee_sitting(room, TODAY))
    committee_sitting(room, TODAY)

    table = section(soup(client, "/en/datos/"), "cobertura").find("table")

    assert rows_of(table) == [
        "Bills 1 3 March 2026 3 June 2026",
        "Senate matters 2 24 November 2026 24 November 2026",
        "Votes of the floor 1 5 May 2026 5 May 2026",
        "Sittings of the floor, held or summoned 1 5 May 2026 5 May 2026",
        "Sittings of committees, held or summoned 2 24 November 2026 24 November 2026",
        "Senators with a dated seat 0 No data No data",
        "Committees of the Senate 1 No data No data",
        "Joint committees and committees of the Chamber of Deputies 3 No data No data",
        "Reports, letters and other papers 0 No data No data",
        "Urgencies 0 No data No data",
    ]


@pytest.mark.parametrize(
    ("nature", "said"),
    [
        (
            Nature.FICTIONAL,
            "This record was read from no source: this site's own demonstration invents it.",
        ),
        (
            Nature.REAL,
            "Bills, votes and senators are read from the Senate's public services, file by file."
            " Every row keeps the name of its file, when it was read and the hash of its content.",
        ),
    ],
)
def test_the_account_of_the_data_names_only_a_source_that_was_read(client, nature, said):
    RecordNature.objects.create(id=1, nature=nature, declared_at=NOON)

    assert words(section(soup(client, "/en/datos/"), "fuentes").p) == said


@pytest.mark.parametrize(
    ("address", "said", "links"),
    [
        ("", "This site has published no address to write to yet.", []),
        ("datos@ejemplo.cl", "Write to datos@ejemplo.cl", ["mailto:datos@ejemplo.cl"]),
    ],
)
def test_an_error_is_reported_where_the_site_says(client, settings, address, said, links):
    settings.SENATE_CONTACT_EMAIL = address

    page = soup(client, "/en/datos/")

    assert page.select_one("footer a[href='/en/datos/#informar']")
    part = section(page, "informar")
    assert said in words(part.p)
    assert [a["href"] for a in part.select("a")] == links


@pytest.mark.parametrize("root", ["/", "/en/"])
def test_the_foot_of_every_page_leads_to_what_the_menu_does_not_hold(client, root):
    links = [a["href"] for a in soup(client, root).select("footer nav a")]

    assert links == [
        f"{root}{path}"
        for path in (
            "proyectos/",
            "votaciones/",
            "sesiones/",
            "agenda/",
            "asuntos/",
            "erratas/",
            "senadores/",
            "mis-senadores/",
            "comisiones/",
            "aprender/como-se-hace-una-ley/",
            "aprender/glosario/",
            "datos/",
            "api/",
            "datos/#informar",
        )
    ]
    assert {client.get(link).status_code for link in links} == {200}


def test_the_front_page_promises_of_a_senator_only_what_the_pages_show(client):
    part = section(soup(client, "/en/"), "participar")

    assert words(part.select_one("dd, .muted, p")) == (
        "Choose your region: who represents it and how they vote."
    )


def test_a_fictional_record_says_so_on_every_page(client):
    RecordNature.objects.create(id=1, nature=Nature.FICTIONAL, declared_at=NOON)

    for address in ADDRESSES:
        assert "Datos de demostración: ficticios." in words(soup(client, address))


def test_a_real_record_bears_no_ribbon(client):
    RecordNature.objects.create(id=1, nature=Nature.REAL, declared_at=NOON)

    assert soup(client, "/").find(class_="ribbon") is None


@pytest.mark.parametrize("rows", [1, 3])
def test_the_account_costs_the_same_for_any_record(client, rows, django_assert_num_queries):
    run = ImportRun.objects.create(started_at=NOON, state=RunState.FINISHED, origin="files")
    for number in range(rows):
        ImportedFile.objects.create(run=run, name=f"{number}.xml", outcome=FileOutcome.CREATED)
        BillFactory()

    with django_assert_num_queries(7):
        client.get("/datos/")
