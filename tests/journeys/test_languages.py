"""Spanish at its address, English at /en/ and the same address, and neither mixed with the other."""

import pytest

from tests.journeys.addresses import EVERYTHING, NOT_FOUND, in_english
from tests.journeys.pages import fetch
from tests.journeys.wording import english_only, language_of, spanish_only, spoken

# Sentences of the record, in Spanish whatever the language of the page around them.
RECORDED = (
    "Ingreso de proyecto",
    "Pasa a Comisión de Salud",
    "Toda persona inscrita",
    "El prestador informará",
    "La Superintendencia sancionará",
    "Establece plazos máximos",
    "Modifica el Código Civil",
    "Crea el registro nacional",
    "Propuesta de nombramiento",
    "Petición de aplazar",
    "inciso segundo",
    "Fija cuánto puede esperar",
    "Proyectos sobre prestadores",
    "Acta de la sesión",
    "Licencia médica",
)


@pytest.fixture(scope="module", params=(*EVERYTHING, *NOT_FOUND))
def both(request, reader):
    """A page in Spanish and in English."""
    return fetch(reader, request.param), fetch(reader, in_english(request.param))


def test_a_page_says_its_language(both):
    assert [page.soup.html["lang"] for page in both] == ["es-CL", "en"]
    assert [page.response.headers["Content-Language"] for page in both] == ["es", "en"]


def test_both_languages_of_a_page_know_each_other(both):
    spanish, english = both
    expected = {
        "es-CL": spanish.canonical,
        "en": english.canonical,
        "x-default": spanish.canonical,
    }
    for page in both:
        links = page.soup.head.find_all("link", hreflang=True)
        assert {link["hreflang"]: link["href"] for link in links} == expected


def test_the_language_switch_leads_to_the_same_page(both):
    spanish, english = both
    assert spanish.soup.select_one(".langsw")["href"] == english.address
    assert english.soup.select_one(".langsw")["href"] == spanish.address


def test_a_spanish_page_speaks_no_english(both):
    assert said(both[0], "es", english_only(), but_not=spanish_only()) == set()


def test_an_english_page_speaks_no_spanish(both):
    assert said(both[1], "en", spanish_only(), but_not=english_only()) == set()


def said(page, language, sentences, *, but_not):
    return {
        text
        for text in spoken(page.soup, language)
        if sentences.fullmatch(text) and not but_not.fullmatch(text)
    }


def test_the_words_of_the_record_are_marked_as_spanish_on_an_english_page(both):
    """WCAG 3.1.2. A window's title, an attribute and a citation to copy cannot be marked."""
    unmarked = {
        " ".join(node.split())
        for node in both[1].soup.body.find_all(string=True)
        if any(sentence in node for sentence in RECORDED)
        and language_of(node.parent) == "en"
        and node.find_parent(class_="cite") is None
    }
    assert unmarked == set()
