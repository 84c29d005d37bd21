import pytest
from bs4 import BeautifulSoup

from legislation.bills.enums import TextKind
from legislation.bills.models import Bill
from tests.factories.bills import BillFactory, text_with

pytestmark = pytest.mark.django_db

ADDRESS = "/en/proyectos/17345-11/comparar/1-mocion..2-informe/"


@pytest.fixture
def bill() -> Bill:
    """Two texts: one article stays, one changes, one goes and one comes."""
    bill = BillFactory(number="17345-11")
    text_with(
        bill,
        "1-mocion",
        "Esta ley fija plazos máximos de atención.",
        "Toda persona será atendida dentro de ciento ochenta días corridos.",
        "El Servicio podrá eximirse por razones presupuestarias.",
        position=1,
        kind=TextKind.FILED,
    )
    text_with(
        bill,
        "2-informe",
        "Esta ley fija plazos máximos de atención.",
        "Toda persona será atendida dentro de noventa días corridos.",
        "",
        "Un registro público contendrá cada lista y sus cifras semanales.",
        position=2,
        kind=TextKind.FIRST_REPORT,
    )
    return bill


def main_of(response: object) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser").main


def runs(element: BeautifulSoup, tag: str) -> list[str]:
    return [mark.select_one(".t").get_text() for mark in element.find_all(tag)]


def articles(main: BeautifulSoup) -> dict[str, BeautifulSoup]:
    return {article.h2.get_text(): article for article in main.select(".diff__art")}


def test_what_was_removed_stands_on_one_side_and_what_was_added_on_the_other(client, bill):
    changed = articles(main_of(client.get(ADDRESS)))["Artículo 2"]

    old, new = changed.select(".law")
    assert (runs(old, "del"), runs(old, "ins")) == (["ciento ochenta"], [])
    assert (runs(new, "del"), runs(new, "ins")) == ([], ["noventa"])
    assert "[removed]" in old.get_text()
    assert "[added]" in new.get_text()


def test_a_single_text_holds_both(client, bill):
    changed = articles(main_of(client.get(f"{ADDRESS}?vista=uno")))["Artículo 2"]

    (law,) = changed.select(".law")
    assert (runs(law, "del"), runs(law, "ins")) == (["ciento ochenta"], ["noventa"])


def test_every_article_says_what_happens_to_it(client, bill):
    said = {
        heading: article.select_one(".tag").get_text()
        for heading, article in articles(main_of(client.get(ADDRESS))).items()
    }

    assert said == {"Artículo 2": "Changes", "Artículo 3": "Removed", "Artículo 4": "Added"}


def test_a_sentence_counts_the_changes(client, bill):
    assert main_of(client.get(ADDRESS)).select_one(".lead").get_text() == (
        "The earlier text has 3 articles: 1 changes, 1 is added, 1 is removed."
    )


def test_what_stays_is_folded_or_left_out(client, bill):
    whole = main_of(client.get(ADDRESS))
    only_changes = main_of(client.get(f"{ADDRESS}?solo=cambios"))

    assert [fold.summary.get_text() for fold in whole.select("details")] == [
        "Artículo 1: no changes. Show the text"
    ]
    assert only_changes.select("details") == []
    assert list(articles(only_changes)) == list(articles(whole))


def test_the_ways_of_seeing_keep_each_other(client, bill):
    main = main_of(client.get(f"{ADDRESS}?vista=uno&solo=cambios"))

    addresses = [link["href"] for link in main.select(".viewsw a")]
    current = [link.get_text() for link in main.select(".viewsw [aria-current]")]
    assert addresses == [
        f"{ADDRESS}?solo=cambios",
        f"{ADDRESS}?vista=uno&solo=cambios",
        f"{ADDRESS}?vista=uno",
        f"{ADDRESS}?vista=uno&solo=cambios",
    ]
    assert current == ["A single text", "Only changes"]


def test_texts_can_be_compared_backwards_and_with_themselves(client, bill):
    backwards = main_of(client.get("/en/proyectos/17345-11/comparar/2-informe..1-mocion/"))
    alone = main_of(client.get("/en/proyectos/17345-11/comparar/1-mocion..1-mocion/"))

    assert runs(articles(backwards)["Artículo 2"], "ins") == ["ciento ochenta"]
    assert alone.select_one(".lead").get_text() == "Both texts say the same."


def test_the_form_leads_to_the_address_of_a_comparison(client, bill):
    chosen = client.get("/proyectos/17345-11/comparar/?de=1-mocion&a=2-informe")
    nothing = client.get("/proyectos/17345-11/comparar/")

    assert (chosen.status_code, chosen.headers["Location"]) == (
        302,
        "/proyectos/17345-11/comparar/1-mocion..2-informe/",
    )
    assert nothing.headers["Location"] == "/proyectos/17345-11/textos/"


@pytest.mark.parametrize("query", ["vista=dos", "solo=nada"])
def test_a_view_that_does_not_exist_is_not_found(client, bill, query):
    assert client.get(f"{ADDRESS}?{query}").status_code == 404


def test_hostile_words_of_a_text_are_text(client):
    bill = BillFactory(number="17345-11")
    text_with(bill, "1-mocion", "Uno dos tres.", position=1)
    text_with(bill, "2-informe", "Uno <script>alert(1)</script> tres.", position=2)

    main = main_of(client.get(ADDRESS))

    assert main.select("script") == []
    assert "<script>alert(1)</script>" in "".join(runs(main, "ins"))
