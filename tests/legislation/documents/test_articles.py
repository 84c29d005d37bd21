"""Articles and headings are recognised where a line begins with their name, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legislation.documents.articles import MOST_PARTS, recognise

LAW = """PROYECTO DE LEY:

TÍTULO I
Disposiciones generales

Artículo 1°.- Objeto. La presente ley fija plazos.
Lo dispuesto en el artículo 5 de esta ley rige siempre.

ARTÍCULO 2 bis.- Modifícase la ley:
“Artículo 7.- Uno.
Artículo 8.- Dos.”

Título II
Capítulo 1: De los registros
Artículo 3 A.- Tercero.
Capítulo 2
Artículo 4. Cuarto.

DISPOSICIONES TRANSITORIAS

Artículo primero.- Rige al publicarse.
Artículo vigésimo primero.- Fin.
"""


def test_a_law_is_taken_apart_into_headings_and_articles():
    assert [(part.eid, part.label, part.heading, part.body) for part in recognise(LAW)] == [
        ("preamble", "Encabezado", "", "PROYECTO DE LEY:"),
        ("tit_i", "TÍTULO I", "Disposiciones generales", ""),
        (
            "art_1",
            "Artículo 1°",
            "",
            "Objeto. La presente ley fija plazos.\n"
            "Lo dispuesto en el artículo 5 de esta ley rige siempre.",
        ),
        (
            "art_2_bis",
            "ARTÍCULO 2 bis",
            "",
            "Modifícase la ley:\n“Artículo 7.- Uno.\nArtículo 8.- Dos.”",
        ),
        ("tit_ii", "Título II", "", ""),
        ("tit_ii__cap_1", "Capítulo 1", "De los registros", ""),
        ("art_3_a", "Artículo 3 A", "", "Tercero."),
        ("tit_ii__cap_2", "Capítulo 2", "", ""),
        ("art_4", "Artículo 4", "", "Cuarto."),
        ("transitorias", "DISPOSICIONES TRANSITORIAS", "", ""),
        ("trans_1", "Artículo primero", "", "Rige al publicarse."),
        ("trans_21", "Artículo vigésimo primero", "", "Fin."),
    ]


@pytest.mark.parametrize(
    ("line", "eid", "label"),
    [
        ("Artículo único.- Uno.", "art_unico", "Artículo único"),
        ("Artículo 1.- Uno.", "art_1", "Artículo 1"),
        ("Artículo 1º.- Uno.", "art_1", "Artículo 1º"),
        ("Artículo 1.º Uno.", "art_1", "Artículo 1.º"),
        ("  ARTICULO 12 ter.- Uno.", "art_12_ter", "ARTICULO 12 ter"),
        ("Artículo 5° B.- Uno.", "art_5_b", "Artículo 5° B"),
        ("Artículo primero transitorio.- Uno.", "trans_1", "Artículo primero transitorio"),
        ("Art. 3°.- Uno.", "art_3", "Art. 3°"),
        ("Artículo décimo.– Uno.", "art_10", "Artículo décimo"),
    ],
)
def test_an_article_is_known_by_every_usual_name(line: str, eid: str, label: str):
    [part] = recognise(line)

    assert (part.eid, part.label, part.body) == (eid, label, "Uno.")


@pytest.mark.parametrize(
    "line",
    [
        "El artículo 1.- no empieza la línea.",
        "artículo 5 de esta ley",
        "Artículo 5 de la ley",
        "Artículos 1 y 2.-",
        "Artículo.- Sin número.",
        "“Artículo 1.- Citado.”",
    ],
)
def test_words_about_an_article_begin_none(line: str):
    assert [part.eid for part in recognise(line)] == ["preamble"]


def test_an_article_named_twice_has_two_addresses():
    assert [part.eid for part in recognise("Artículo 1.- A\nArtículo 1.- B\nArtículo 1.- C")] == [
        "art_1",
        "art_1__2",
        "art_1__3",
    ]


def test_where_quotes_do_not_pair_nothing_is_taken_to_be_quoted():
    text = "Artículo 1.- Sea “lo que sea.\nArtículo 2.- Dos."

    assert [part.eid for part in recognise(text)] == ["art_1", "art_2"]


def test_an_empty_text_has_no_parts():
    assert recognise("") == []


def test_a_text_of_a_million_articles_ends_in_one_long_part():
    parts = recognise("Artículo 1.- A\n" * (MOST_PARTS * 3))

    assert len(parts) == MOST_PARTS
    assert parts[-1].body.count("Artículo 1.-") == MOST_PARTS * 2


PIECES = st.sampled_from(
    [
        *(
            "Artículo 1.- ",
            "ARTÍCULO 2 bis.- ",
            "Artículo único.- ",
            "Artículo primero transitorio.-",
        ),
        *("Título I\n", "TÍTULO II. De algo\n", "Capítulo 3\n", "Párrafo 1°\n", "LIBRO FINAL\n"),
        *("DISPOSICIONES TRANSITORIAS\n", "\n", "\n\n", " ", "\t", "“", "”", "«", "»", "texto. "),
        *("\r\n", "\u2028", "a" * 400),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=40).map("".join)


@given(TEXTS)
def test_the_parts_joined_are_the_text(text: str):
    parts = recognise(text)

    assert "".join(part.raw for part in parts) == text


@given(TEXTS)
def test_every_part_can_be_kept(text: str):
    parts = recognise(text)

    assert len({part.eid for part in parts}) == len(parts)
    for part in parts:
        assert 0 < len(part.eid) <= 60
        assert 0 < len(part.label) <= 80
        assert len(part.heading) <= 300
        assert part.body in part.raw
        assert part.heading in part.raw


@given(TEXTS)
def test_no_word_of_a_part_is_said_nowhere(text: str):
    for part in recognise(text):
        kept = "".join((part.label, part.heading, part.body)).split()
        stops = ".-–—: \t\r\n\u2028\x1c\x1d\x1e\x1f\x85"
        left = "".join(part.raw.split()).translate(dict.fromkeys(map(ord, stops)))
        told = "".join(kept).translate(dict.fromkeys(map(ord, stops)))
        if part.label != "Encabezado":
            assert told == left
        else:
            assert told == f"Encabezado{left}"
