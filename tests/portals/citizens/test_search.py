from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from legislation.bills.enums import BillKind, Initiative, Status, UrgencyKind
from legislation.people.enums import Chamber
from legislation.search import selectors
from legislation.search.services import index_bills, rebuild_words
from portals.citizens.pages.search_lines import cut_shown
from portals.shared import formats
from tests.factories.bills import (
    AuthorshipFactory,
    BillFactory,
    BillSubjectFactory,
    SubjectFactory,
    UrgencyFactory,
    text_with,
)
from tests.factories.people import CommitteeFactory, PersonFactory, senator
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting, take_vote
from tests.portals.citizens.reading import text_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
HOSTILE = '<img src=x onerror="alert(1)"> & "glaciares"'


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


def bill(number: str = "8575-05", **fields: object):
    return BillFactory(number=number, **({"title": "Protege los glaciares"} | fields))


def page(client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def titles(soup: BeautifulSoup) -> list[str]:
    return [text_of(heading) for heading in soup.select(".hit h3")]


class TestStart:
    def test_an_empty_question_shows_how_to_ask(self, client, django_assert_num_queries):
        bill("8575-05", last_step_on=TODAY)
        bill("8574-05", last_step_on=date(2026, 1, 1))
        sitting(39, legislature=374, held_on=date(2026, 11, 3))

        with django_assert_num_queries(3):
            soup = page(client, "/buscar/")

        assert soup.select_one("form[role=search] input[name=q]")["value"] == ""
        asked = [a["href"] for a in soup.select("section[aria-labelledby=how] a")]
        assert asked[:3] == [
            "/buscar/?q=8575-05",
            "/buscar/?q=39%2F374",
            "/buscar/?q=pension",
        ]

    def test_an_empty_record_still_shows_how_to_ask(self, client):
        assert len(page(client, "/buscar/").select("section[aria-labelledby=how] a")) == 4

    def test_blank_is_empty(self, client):
        assert page(client, "/buscar/?q=+%20").select_one("h1") is not None


class TestStraight:
    @pytest.mark.parametrize(
        "typed", ["8575-05", "8575", "8.575-05", "bolet%C3%ADn+8575", "ley+20.641", "20641"]
    )
    def test_the_number_of_a_bill_or_of_its_law_goes_to_the_bill(self, client, typed):
        bill("8575-05", law_number=20641)

        response = client.get(f"/buscar/?q={typed}")

        assert (response.status_code, response.url) == (302, "/proyectos/8575-05/")

    def test_in_english_it_stays_in_english(self, client):
        bill("8575-05")

        assert client.get("/en/buscar/?q=8575").url == "/en/proyectos/8575-05/"

    def test_a_matter_and_a_sitting_have_their_own(self, client):
        bill("2734-14", kind=BillKind.MATTER)
        sitting(39, legislature=372)

        assert client.get("/buscar/?q=S+2734-14").url == "/asuntos/2734-14/"
        assert client.get("/buscar/?q=39/372").url == "/sesiones/372/39/"

    def test_a_number_that_nothing_has_is_searched_as_words(self, client):
        soup = page(client, "/buscar/?q=9999-05")

        assert soup.select(".empty") != []

    @pytest.mark.parametrize("typed", ["9999-05", "8575", "ley+21.000", "12.345.678-9", "2026"])
    def test_a_number_that_nothing_has_says_which_numbers_lead_somewhere(self, client, typed):
        soup = page(client, f"/en/buscar/?q={typed}")

        assert text_of(soup.select_one(".empty")) == (
            "Nothing on record has that number. The numbers that lead somewhere are those of a"
            " bill (8575-05 or 8575), of a law (ley 21.000), of a Senate matter (S 2734-14) and of"
            " a sitting with its legislature (39/372)."
        )

    @pytest.mark.parametrize("typed", ["glaciares", "artículo 19", "?"])
    def test_words_that_nothing_has_are_not_taken_for_a_number(self, client, typed):
        soup = page(client, f"/en/buscar/?q={typed}")

        assert text_of(soup.select_one(".empty")).startswith("Nothing has all of these words.")


class TestResults:
    def test_everything_is_found_together(self, client):
        filed = bill()
        take_vote(subject="Votación de glaciares", totals=(3, 2, 0, 0), bill=filed)
        list_item(sitting(7, held_on=date(2026, 11, 3)), "Glaciares en tabla")
        senator("Glaciares Calfún Riffo")
        CommitteeFactory(name="Glaciares y cuencas")
        index_bills(None)

        soup = page(client, "/buscar/?q=glaciares")

        assert titles(soup) == [
            "Glaciares y cuencas",
            "Glaciares Calfún Riffo",
            "Protege los glaciares",
            "Sesión 7/374",
        ]
        assert "Votación de glaciares" in text_of(soup.select_one(".vote-row h3"))
        counts = [text_of(tab) for tab in soup.select(".tabs a .num")]
        assert counts == ["1", "1", "1", "1", "1"]

    def test_everything_shows_the_best_five_of_each_kind_and_where_the_rest_are(self, client):
        session = sitting(7, held_on=date(2026, 11, 3))
        for serial in range(1, 7):
            filed = bill(f"{serial}-01")
            take_vote(subject="Glaciares", totals=(3, 2, 0, 0), bill=filed, session=session)
            list_item(sitting(20 + serial, held_on=date(2026, 11, 4)), "Glaciares en tabla")
            senator(f"Glaciares Calfún {serial}")
            CommitteeFactory(name=f"Glaciares {serial}", slug=f"glaciares-{serial}")
        index_bills(None)

        soup = page(client, "/en/buscar/?q=glaciares")

        kinds = [text_of(kind) for kind in soup.select(".hit__kind")]
        assert {kind: kinds.count(kind) for kind in kinds} == {
            "Committee": 5,
            "Senator": 5,
            "Bill": 5,
            "Sitting": 5,
        }
        assert len(soup.select(".vote-row")) == 5
        assert {text_of(link): link["href"] for link in soup.select(".hits-all a")} == {
            "See the 6 committees": "/en/buscar/?q=glaciares&tipo=comisiones",
            "See the 6 senators": "/en/buscar/?q=glaciares&tipo=senadores",
            "See the 6 bills": "/en/buscar/?q=glaciares&tipo=proyectos",
            "See the 6 votes": "/en/buscar/?q=glaciares&tipo=votaciones",
            "See the 6 sittings": "/en/buscar/?q=glaciares&tipo=sesiones",
        }
        assert soup.select(".pager") == []

    def test_a_sitting_of_a_committee_is_called_by_its_committee_and_day(self, client):
        list_item(
            committee_sitting(CommitteeFactory(name="Salud"), held_on=date(2026, 11, 4)),
            "Glaciares en tabla",
        )

        hit = page(client, "/en/buscar/?q=glaciares&tipo=sesiones").select_one(".hit")

        assert text_of(hit.select_one(".hit__kind")) == "Committee sitting"
        assert text_of(hit.h3) == "Salud, 4 Nov 2026"

    def test_words_are_marked_and_what_is_around_them_is_escaped(self, client):
        bill(title=HOSTILE, summary=HOSTILE)
        index_bills(None)

        response = client.get("/buscar/?q=glaciar")

        html = response.content.decode()
        assert "<img src=x" not in html
        assert (
            "&lt;img src=x onerror=&#34;alert(1)&#34;&gt; &amp; &#34;<mark>glaciares</mark>" in html
        )

    def test_the_question_itself_is_escaped(self, client):
        html = client.get("/buscar/?q=%3Cscript%3Ealert(1)%3C/script%3E").content.decode()

        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html

    def test_what_only_the_text_says_leads_to_its_article(self, client):
        text_with(bill(title="Otra cosa"), "2-informe", "", "Del glaciar y su cuenca")
        index_bills(None)

        link = page(client, "/buscar/?q=glaciares").select_one(".hit__text a")

        assert link["href"] == "/proyectos/8575-05/textos/2-informe/#art_2"

    def test_tabs_show_one_kind_alone(self, client):
        bill()
        take_vote(subject="Votación de glaciares", totals=(3, 2, 0, 0))
        index_bills(None)

        soup = page(client, "/buscar/?q=glaciares&tipo=votaciones")

        assert titles(soup) == []
        assert len(soup.select(".vote-row")) == 1
        assert text_of(soup.select_one(".tabs [aria-current=page]")).endswith("1")
        assert soup.select(".facets") == []

    def test_counts_stop_at_a_thousand_and_say_so(self, client, monkeypatch):
        monkeypatch.setattr(selectors, "COUNTED", 2)
        for serial in range(1, 4):
            bill(f"{serial}-01")
        index_bills(None)

        soup = page(client, "/buscar/?q=glaciares")

        assert text_of(soup.select_one("[role=status]")).startswith("2+ ")
        assert "2+" in text_of(soup.select_one(".tabs"))

    def test_a_misspelt_word_is_put_right(self, client):
        bill()
        index_bills(None)
        rebuild_words()

        soup = page(client, "/buscar/?q=glacaires")

        link = soup.select_one('main a[href="/buscar/?q=glaciares"]')
        assert text_of(link) == "glaciares"

    def test_robots_do_not_keep_results(self, client):
        bill()
        index_bills(None)

        assert (
            page(client, "/buscar/?q=glaciares")
            .select_one("meta[name=robots]")["content"]
            .startswith("noindex")
        )


class TestPages:
    def test_go_on_by_number_and_end(self, client):
        for serial in range(1, 24):
            bill(f"{serial}-01", last_step_on=date(2026, 1, serial))
        index_bills(None)

        first = page(client, "/buscar/?q=glaciares&tipo=proyectos")
        second = page(client, first.select_one(".pager a[rel=next]")["href"])

        assert len(first.select(".hit")) == 20
        assert len(second.select(".hit")) == 3
        assert second.select(".pager a[rel=next]") == []
        assert second.select_one(".pager a[rel=prev]")["href"] == (
            "/buscar/?q=glaciares&tipo=proyectos"
        )
        assert client.get("/buscar/?q=glaciares&tipo=proyectos&pagina=3").status_code == 404

    def test_a_later_page_of_everything_is_now_one_of_the_bills(self, client):
        response = client.get("/buscar/?q=glaciares&anio=2026&pagina=2")

        assert (response.status_code, response.url) == (
            301,
            "/buscar/?q=glaciares&tipo=proyectos&anio=2026&pagina=2",
        )

    @pytest.mark.parametrize(
        "nonsense",
        [
            "pagina=0",
            "pagina=x",
            "pagina=-1",
            "pagina=99999999999",
        ],
    )
    def test_a_page_that_is_no_number_does_not_exist(self, client, nonsense):
        assert client.get(f"/buscar/?q=glaciares&{nonsense}").status_code == 404

    @pytest.mark.parametrize(
        "nonsense",
        [
            "tipo=nada",
            "orden=nada",
            "estado=nada",
            "anio=20",
            "anio=0000",
            "clase=nada",
            "urgencia=nada",
        ],
    )
    def test_what_means_nothing_is_left_out_and_said(self, client, nonsense):
        bill()
        index_bills(None)

        soup = page(client, f"/en/buscar/?q=glaciares&{nonsense}")

        assert titles(soup) == ["Protege los glaciares"]
        assert text_of(soup.select_one(".notice p:last-child")) == (
            f"Left out, because it stands for nothing here: {nonsense}."
        )

    def test_a_search_that_is_understood_says_nothing_of_it(self, client):
        assert page(client, "/buscar/?q=glaciares&tipo=votaciones").select(".notice") == []

    def test_an_author_or_committee_that_does_not_exist_finds_nothing(self, client):
        bill()
        index_bills(None)

        assert titles(page(client, "/buscar/?q=glaciares&autor=nadie")) == []


class TestFacets:
    def three(self) -> None:
        mining = CommitteeFactory(slug="mineria", name="Minería")
        one = bill("1-01", committee=mining, filed_on=date(2020, 1, 1), last_step_on=TODAY)
        bill("2-01", committee=mining, status=Status.PUBLISHED, filed_on=date(2021, 1, 1))
        bill(
            "3-01",
            initiative=Initiative.MESSAGE,
            origin_chamber=Chamber.DEPUTIES,
            filed_on=date(2021, 1, 1),
        )
        BillSubjectFactory(bill=one, subject=SubjectFactory(slug="hielo", name="HIELO"))
        AuthorshipFactory(bill=one, person=PersonFactory(slug="ana"))
        UrgencyFactory(bill=one, kind=UrgencyKind.SUMA, set_on=TODAY, due_on=TODAY)
        index_bills(None)

    def test_each_value_is_a_link_with_its_count(self, client):
        self.three()

        soup = page(client, "/buscar/?q=glaciares")

        links = {li.a["href"]: text_of(li.select_one(".num")) for li in soup.select(".facet li")}
        assert links == {
            "/buscar/?q=glaciares&tipo=proyectos&estado=en-tramitacion": "2",
            "/buscar/?q=glaciares&tipo=proyectos&estado=publicado": "1",
            "/buscar/?q=glaciares&tipo=proyectos&urgencia=suma": "1",
            "/buscar/?q=glaciares&tipo=proyectos&iniciativa=mocion": "2",
            "/buscar/?q=glaciares&tipo=proyectos&iniciativa=mensaje": "1",
            "/buscar/?q=glaciares&tipo=proyectos&origen=senado": "2",
            "/buscar/?q=glaciares&tipo=proyectos&origen=camara": "1",
            "/buscar/?q=glaciares&tipo=proyectos&anio=2021": "2",
            "/buscar/?q=glaciares&tipo=proyectos&anio=2020": "1",
        }

    def test_every_value_leads_to_as_many_bills_as_it_says(self, client):
        self.three()
        soup = page(client, "/buscar/?q=glaciares")

        for item in soup.select(".facet li"):
            found = page(client, item.a["href"])
            assert len(found.select(".hit")) == int(text_of(item.select_one(".num")))

    def test_what_is_chosen_can_be_taken_away_one_by_one_or_all_at_once(self, client):
        self.three()

        soup = page(client, "/buscar/?q=glaciares&anio=2020&comision=mineria&orden=recientes")

        assert titles(soup) == ["Protege los glaciares"]
        chips = {text_of(a): a["href"] for a in soup.select(".chosen a")}
        assert list(chips.values()) == [
            "/buscar/?q=glaciares&anio=2020&orden=recientes",
            "/buscar/?q=glaciares&comision=mineria&orden=recientes",
            "/buscar/?q=glaciares&orden=recientes",
        ]
        assert any("Minería" in said for said in chips)

    def test_a_filter_that_leaves_nothing_can_still_be_taken_away(self, client):
        self.three()

        soup = page(client, "/buscar/?q=glaciares&estado=retirado")

        assert titles(soup) == []
        assert soup.select_one(".chosen a")["href"] == "/buscar/?q=glaciares"

    def test_order_is_part_of_the_address(self, client):
        self.three()

        soup = page(client, "/buscar/?q=glaciares&estado=en-tramitacion")

        orders = [a["href"] for a in soup.select(".viewsw a")]
        assert orders == [
            "/buscar/?q=glaciares&estado=en-tramitacion",
            "/buscar/?q=glaciares&estado=en-tramitacion&orden=recientes",
        ]

    def test_the_feed_is_of_the_same_search_whatever_its_page(self, client):
        self.three()

        soup = page(client, "/en/buscar/?q=glaciares&anio=2021&orden=recientes")

        feed = soup.select_one('link[rel=alternate][type="application/atom+xml"]')
        assert feed["href"] == "/buscar.atom?q=glaciares&anio=2021"


@pytest.mark.parametrize("each", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/buscar/?q=glaciares", 3),
        ("/buscar/?q=glaciares&anio=2026&tipo=proyectos", 3),
        ("/buscar/?q=glaciares&tipo=votaciones", 3),
        ("/buscar/?q=glaciares&tipo=sesiones", 3),
        ("/buscar/?q=glaciares&tipo=senadores", 3),
        ("/buscar/?q=glaciares&tipo=comisiones", 3),
    ],
)
def test_a_search_costs_the_same_for_any_number_of_results(
    client, django_assert_num_queries, address, queries, each
):
    for serial in range(each):
        filed = bill(f"{serial + 1}-01", committee=CommitteeFactory(name=f"Glaciares {serial}"))
        AuthorshipFactory(bill=filed, person=senator(f"Glaciares {serial} Riffo"))
        take_vote(subject="Votación de glaciares", totals=(3, 2, 0, 0), bill=filed)
        list_item(sitting(), "Glaciares en tabla", bill=filed)
    index_bills(None)
    client.get("/buscar/")

    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("typed", ["glacaires", "9999-05", "bolet%C3%ADn+9999", "39/372"])
def test_no_search_costs_more_than_four_queries(client, django_assert_num_queries, typed):
    client.get("/buscar/")

    with django_assert_num_queries(4):
        client.get(f"/buscar/?q={typed}")


def test_the_marks_of_the_search_are_those_that_pages_know():
    assert selectors.HIGHLIGHT_START == formats.HIGHLIGHT_START
    assert selectors.HIGHLIGHT_STOP == formats.HIGHLIGHT_STOP


def test_english_pages_speak_english(client):
    bill()
    index_bills(None)

    soup = page(client, "/en/buscar/?q=glaciares")

    assert text_of(soup.select_one("[role=status]")).startswith("1 result")
    assert soup.select_one(".hit h3 [lang=es]") is not None


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("El proyecto protege los glaciares.", "El proyecto protege los glaciares."),
        ("protege los glaciares.", "… protege los glaciares."),
        ("El proyecto protege los", "El proyecto protege los …"),
        ("los \ue000glaciares\ue001", "… los \ue000glaciares\ue001 …"),
        ("", ""),
    ],
)
def test_a_piece_of_a_text_shows_where_it_was_cut(piece, shown):
    marks = str.maketrans({"\ue000": selectors.HIGHLIGHT_START, "\ue001": selectors.HIGHLIGHT_STOP})

    assert cut_shown(piece.translate(marks)) == shown.translate(marks)
