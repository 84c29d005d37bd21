import pytest

from legislation.search.questions import (
    BillNumber,
    LawNumber,
    LooseNumber,
    SessionNumber,
    cleaned,
    plain,
    read_number,
    words_of,
)


@pytest.mark.parametrize(
    "typed",
    ["8575-05", "8.575-05", "boletín 8575-05", "Boletin N° 8.575-05", "08575-05", "8575 - 5"],
)
def test_a_whole_number_is_a_bill_in_every_way_of_writing_it(typed):
    assert read_number(typed) == BillNumber("8575-05")


@pytest.mark.parametrize("typed", ["S 2734-14", "s2.734-14", "asunto 2734-14"])
def test_an_s_before_the_number_is_a_matter_of_the_senate(typed):
    assert read_number(typed) == BillNumber("2734-14", is_matter=True)


@pytest.mark.parametrize(
    "typed", ["ley 20.641", "Ley N° 20641", "ley n.° 20.641", "law 20.641", "LEY Nº20.641"]
)
def test_a_law_is_named_by_its_number(typed):
    assert read_number(typed) == LawNumber(20641)


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("8575", LooseNumber(8575)),
        ("8.575", LooseNumber(8575)),
        ("20.641", LooseNumber(20641)),
        ("boletín 8575", LooseNumber(8575, is_bill=True)),
        ("proyecto de ley 8.575", LooseNumber(8575, is_bill=True)),
    ],
)
def test_a_number_alone_may_be_a_bill_or_a_law(typed, named):
    assert read_number(typed) == named


@pytest.mark.parametrize(
    "typed",
    [
        "39/372",
        "sesión 39/372",
        "39ª/372",
        "Sesión 39ª, en legislatura 372ª",
        "sesion 39 de la legislatura 372",
        "session 39 of legislature 372",
    ],
)
def test_a_session_is_named_by_number_and_legislature(typed):
    assert read_number(typed) == SessionNumber(39, 372)


@pytest.mark.parametrize(
    "typed", ["", "pensiones", "8575-05 pensiones", "ley 20.641 pensiones", "1234567", "39/37"]
)
def test_anything_else_is_words(typed):
    assert read_number(typed) is None


def test_a_question_is_one_line_without_what_cannot_be_seen():
    assert cleaned("  ley\x00 de\n\taguas\ue000 ") == "ley de aguas"


def test_a_question_is_at_most_two_hundred_characters_long():
    assert cleaned("a" * 201) == "a" * 200


def test_plain_text_has_neither_capitals_nor_accents():
    assert plain("Ñuble, ÁRBOL, pingüino") == "nuble, arbol, pinguino"


def test_the_words_of_a_question_leave_out_what_it_refuses_and_what_every_question_has():
    assert words_of('senador Juan Pérez y la "Comisión de Salud" -pesca -"aguas libres" a') == [
        "juan",
        "perez",
        "salud",
    ]
