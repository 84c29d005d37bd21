"""Singular and plural, with and without accents, find the same: every pair, both ways."""

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from legislation.search.questions import Question, plain
from legislation.search.selectors import find_bills
from legislation.search.services import index_bills
from legislation.search.wordforms import forms_of, singular
from tests.factories.bills import FILED_ON, BillFactory

pytestmark = pytest.mark.django_db

PAIRS = {
    "constitución": "constituciones",
    "pensión": "pensiones",
    "concesión": "concesiones",
    "institución": "instituciones",
    "inversión": "inversiones",
    "comisión": "comisiones",
    "adopción": "adopciones",
    "votación": "votaciones",
    "donación": "donaciones",
    "elección": "elecciones",
    "sanción": "sanciones",
    "sesión": "sesiones",
    "prisión": "prisiones",
    "jubilación": "jubilaciones",
    "minería": "minerías",
    "pesquería": "pesquerías",
    "categoría": "categorías",
    "garantía": "garantías",
    "energía": "energías",
    "policía": "policías",
    "río": "ríos",
    "niño": "niños",
    "montaña": "montañas",
    "año": "años",
    "órgano": "órganos",
    "árbol": "árboles",
    "joven": "jóvenes",
    "municipalidad": "municipalidades",
    "ley": "leyes",
    "glaciar": "glaciares",
    "agua": "aguas",
    "delito": "delitos",
    "trabajador": "trabajadores",
    "pingüino": "pingüinos",
    "crédito": "créditos",
    "electoral": "electorales",
    "mujer": "mujeres",
    "sociedad": "sociedades",
    "juez": "jueces",
    "matriz": "matrices",
    "avance": "avances",
    "padre": "padres",
    "día": "días",
    "obra": "obras",
    "acto": "actos",
    "hogar": "hogares",
    "deber": "deberes",
    "interés": "intereses",
    "crimen": "crímenes",
    "responsable": "responsables",
    "informe": "informes",
    "país": "países",
    "crisis": "crisis",
    "bosque": "bosques",
}
FORMS = sorted({form for pair in PAIRS.items() for form in pair})
ACCENTS = str.maketrans("áéíóúüñ", "aeiouun")


def match(document: str, question: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT senate_tsvector(%s) @@ websearch_to_tsquery('es_unaccent', es_norm(%s))",
            [document, question],
        )
        return bool(cursor.fetchone()[0])


@pytest.mark.parametrize(("singular", "plural"), PAIRS.items())
def test_singular_and_plural_find_each_other_with_and_without_accents(singular, plural):
    for printed in (singular, plural):
        for asked in (singular, plural):
            for written in (asked, asked.translate(ACCENTS), asked.upper()):
                assert match(printed, written), f"{written!r} does not find {printed!r}"


def test_different_words_stay_apart():
    assert not match("pensión", "pendón")
    assert not match("constitución", "construcción")
    assert not match("minería", "mineral")


@settings(max_examples=60, deadline=None)
@given(
    printed=st.sampled_from(FORMS),
    asked=st.data(),
    around=st.lists(st.sampled_from(FORMS), max_size=3),
)
def test_a_form_is_found_in_any_company_by_any_writing_of_it(printed, asked, around):
    singular = next(s for s, p in PAIRS.items() if printed in (s, p))
    form = asked.draw(st.sampled_from([singular, PAIRS[singular]]))
    written = asked.draw(st.sampled_from([form, form.translate(ACCENTS), form.capitalize()]))

    assert match(" ".join([*around, printed, *around]), written)


@pytest.mark.parametrize("word", FORMS)
def test_marks_are_looked_for_in_every_form_and_read_as_the_database_reads(word):
    written = plain(word)
    other = next(plain({s: p, p: s}[word]) for s, p in PAIRS.items() if word in (s, p))
    with connection.cursor() as cursor:
        cursor.execute("SELECT es_norm(%s)", [word])
        assert singular(written) == cursor.fetchone()[0]

    assert {written, other} <= forms_of(written)


def test_idle_words_ask_for_nothing_with_or_without_accents():
    assert match("plazos de espera", "más plazos también entre algunos")


@pytest.mark.parametrize("asked", ["constitución", "constituciones", "CONSTITUCION"])
def test_every_form_finds_and_marks_the_same_bills(asked):
    BillFactory(number="100-01", title="Reforma la Constitución")
    BillFactory(number="101-01", title="Compara constituciones")
    BillFactory(number="102-01", title="Regula la construcción")
    index_bills(None)

    found = find_bills(Question(words=asked), on=FILED_ON)

    assert {hit.title for hit in found.hits} == {
        "Reforma la \ue000Constitución\ue001",
        "Compara \ue000constituciones\ue001",
    }
