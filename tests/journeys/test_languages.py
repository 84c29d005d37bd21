"""Spanish at its address, English at /en/ and the same address, and neither mixed with the other."""

import pytest
from bs4 import BeautifulSoup

from tests.journeys.addresses import EVERYTHING, NOT_FOUND, in_both_languages, in_english
from tests.journeys.wording import english_only, spanish_only, spoken

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
    "Fija cuánto puede esperar",
    "Proyectos sobre prestadores",
    "Acta de la sesión",
)


def page(reader, address):
    return BeautifulSoup(reader.get(address).content, "html.parser")


@pytest.mark.parametrize("address", (*EVERYTHING, *NOT_FOUND))
def test_a_page_says_its_language(reader, address):
    assert page(reader, address).html["lang"] == "es-CL"
    assert page(reader, in_english(address)).html["lang"] == "en"


@pytest.mark.parametrize("address", EVERYTHING)
def test_both_languages_of_a_page_know_each_other(reader, address):
    path = address.partition("?")[0]
    pairs = [
        {
            link["hreflang"]: link["href"]
            for link in page(reader, each).head.find_all("link", hreflang=True)
        }
        for each in (address, in_english(address))
    ]
    spanish, english = f"http://testserver{path}", f"http://testserver{in_english(path)}"
    # The order of the seats is another view of the same page.
    spanish, english = (each.removesuffix("por-respuesta/") for each in (spanish, english))
    pairs = [
        {tongue: href.removesuffix("por-respuesta/") for tongue, href in pair.items()}
        for pair in pairs
    ]
    assert pairs == [{"es-CL": spanish, "en": english, "x-default": spanish}] * 2


@pytest.mark.parametrize("address", EVERYTHING)
def test_the_language_switch_leads_to_the_same_page(reader, address):
    assert page(reader, address).select_one(".langsw")["href"] == in_english(address)
    assert page(reader, in_english(address)).select_one(".langsw")["href"] == address


@pytest.mark.parametrize("address", (*EVERYTHING, *NOT_FOUND))
def test_a_spanish_page_speaks_no_english(reader, address):
    english, spanish = english_only(), spanish_only()
    said = {text for text in spoken(page(reader, address), "es") if english.fullmatch(text)}
    assert {text for text in said if not spanish.fullmatch(text)} == set()


@pytest.mark.parametrize("address", (*EVERYTHING, *NOT_FOUND))
def test_an_english_page_speaks_no_spanish(reader, address):
    english, spanish = english_only(), spanish_only()
    said = {
        text
        for text in spoken(page(reader, in_english(address)), "en")
        if spanish.fullmatch(text)
    }
    assert {text for text in said if not english.fullmatch(text)} == set()


@pytest.mark.parametrize("address", EVERYTHING)
def test_the_words_of_the_record_are_marked_as_spanish_on_an_english_page(reader, address):
    """WCAG 3.1.2. A window's title, an attribute and a citation to copy cannot be marked."""
    soup = page(reader, in_english(address))
    for bare in soup.select("head, .cite"):
        bare.decompose()
    said = {text for node in soup.find_all(string=True) for text in unmarked(node)}
    assert said == set()


def unmarked(node):
    words = " ".join(node.split())
    language = node.find_parent(lang=True)["lang"] if node.find_parent(lang=True) else ""
    if language == "en" and any(sentence in words for sentence in RECORDED):
        yield words


def test_addresses_are_tested_in_both_languages():
    assert in_both_languages("/", "/datos/") == ("/", "/en/", "/datos/", "/en/datos/")
