import random
from itertools import combinations, pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legislation.documents.comparing import (
    Article,
    ArticleComparison,
    Change,
    Op,
    Piece,
    compare_articles,
    compare_words,
    sides,
)

WORDS = ["el", "plazo", "de", "diez", "días\n", ".", ";", ",", "la", "Ñandú", "3°", "«bis»"]
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(["a", "b", " ", ".", "\n"]), max_size=60).map("".join),
)
articles = st.lists(
    st.builds(Article, st.sampled_from(["art_1", "art_2", "art_3", ""]), st.just("Art."), texts),
    max_size=8,
)


def joined(pieces: tuple[Piece, ...], *ops: Op) -> str:
    return "".join(piece.text for piece in pieces if piece.op in ops)


def article(number: int, text: str) -> Article:
    return Article(f"art_{number}", f"Artículo {number}", text)


def shape(comparisons: tuple[ArticleComparison, ...]) -> list[tuple[str, str, str, bool]]:
    return [
        (
            str(one.change),
            one.old.eid if one.old else "",
            one.new.eid if one.new else "",
            one.moved,
        )
        for one in comparisons
    ]


def test_words_that_changed_are_told_from_those_that_did_not() -> None:
    old = "El plazo será de diez días, contado desde hoy."
    new = "El plazo será de quince días hábiles, contado desde hoy."

    assert compare_words(old, new) == (
        (Op.EQUAL, "El plazo será de "),
        (Op.DELETE, "diez"),
        (Op.INSERT, "quince"),
        (Op.EQUAL, " días"),
        (Op.INSERT, " hábiles"),
        (Op.EQUAL, ", contado desde hoy."),
    )


def test_a_phrase_replaced_word_by_word_is_shown_as_one_replacement() -> None:
    pieces = compare_words("Rige la ley antigua, vigente hoy.", "Rige otra norma, vigente hoy.")

    assert pieces == (
        (Op.EQUAL, "Rige "),
        (Op.DELETE, "la ley antigua"),
        (Op.INSERT, "otra norma"),
        (Op.EQUAL, ", vigente hoy."),
    )


def test_words_that_stay_part_the_replacements_around_them() -> None:
    assert compare_words("diez días hábiles", "quince días corridos") == (
        (Op.DELETE, "diez"),
        (Op.INSERT, "quince"),
        (Op.EQUAL, " días "),
        (Op.DELETE, "hábiles"),
        (Op.INSERT, "corridos"),
    )


def test_replaced_lines_stay_lines_of_their_own() -> None:
    assert compare_words("uno\ndos", "tres\ncuatro") == (
        (Op.DELETE, "uno"),
        (Op.INSERT, "tres"),
        (Op.EQUAL, "\n"),
        (Op.DELETE, "dos"),
        (Op.INSERT, "cuatro"),
    )


def test_a_mark_between_two_additions_is_not_shown_as_changed() -> None:
    assert compare_words("multas, penas", "multas leves, otras penas") == (
        (Op.EQUAL, "multas"),
        (Op.INSERT, " leves"),
        (Op.EQUAL, ","),
        (Op.INSERT, " otras"),
        (Op.EQUAL, " penas"),
    )


def test_sentences_repeated_throughout_do_not_confuse_the_comparison() -> None:
    same = "Se aplicará lo dispuesto en el artículo anterior. "
    old = f"La multa será de diez. {same}El plazo será de seis. {same}La pena será de tres."
    new = old.replace("diez", "veinte").replace("seis", "ocho").replace("tres", "cinco")

    changed = [piece for piece in compare_words(old, new) if piece.op != Op.EQUAL]

    assert changed == [
        (Op.DELETE, "diez"),
        (Op.INSERT, "veinte"),
        (Op.DELETE, "seis"),
        (Op.INSERT, "ocho"),
        (Op.DELETE, "tres"),
        (Op.INSERT, "cinco"),
    ]


def test_blanks_line_breaks_and_marks_are_changes_too() -> None:
    assert compare_words("uno dos", "uno\n dos") == (
        (Op.EQUAL, "uno"),
        (Op.DELETE, " "),
        (Op.INSERT, "\n "),
        (Op.EQUAL, "dos"),
    )
    assert compare_words("a; b", "a, b") == (
        (Op.EQUAL, "a"),
        (Op.DELETE, ";"),
        (Op.INSERT, ","),
        (Op.EQUAL, " b"),
    )


def test_equal_texts_are_one_piece_and_no_text_is_none() -> None:
    assert compare_words("Igual. Todo.", "Igual. Todo.") == ((Op.EQUAL, "Igual. Todo."),)
    assert compare_words("", "") == ()
    assert compare_words("", "nuevo texto") == ((Op.INSERT, "nuevo texto"),)


def test_two_columns_hold_the_old_and_the_new_text() -> None:
    old, new = sides(compare_words("diez días", "quince días"))

    assert old == ((Op.DELETE, "diez"), (Op.EQUAL, " días"))
    assert new == ((Op.INSERT, "quince"), (Op.EQUAL, " días"))


def test_an_article_inserted_before_others_renumbers_them_and_moves_none() -> None:
    first, second = "Créase el servicio que indica.", "Sus funciones serán las siguientes."
    old = [article(1, first), article(2, second)]
    new = [
        article(1, "Para esta ley se entenderá por organismo."),
        article(2, first),
        article(3, second),
    ]

    comparisons = compare_articles(old, new)

    assert shape(comparisons) == [
        ("ADDED", "", "art_1", False),
        ("UNCHANGED", "art_1", "art_2", False),
        ("UNCHANGED", "art_2", "art_3", False),
    ]
    assert [one.renumbered for one in comparisons] == [False, True, True]


def test_a_removed_article_stays_where_it_was() -> None:
    texts = ["Uno es el primero.", "Dos es el segundo.", "Tres es el tercero."]
    old = [article(n, text) for n, text in enumerate(texts, 1)]

    assert shape(compare_articles(old, [old[0], old[2]])) == [
        ("UNCHANGED", "art_1", "art_1", False),
        ("REMOVED", "art_2", "", False),
        ("UNCHANGED", "art_3", "art_3", False),
    ]
    assert shape(compare_articles(old, [old[2]]))[:2] == [
        ("REMOVED", "art_1", "", False),
        ("REMOVED", "art_2", "", False),
    ]


def test_an_article_that_changed_places_is_moved() -> None:
    old = [
        article(1, "De la vigencia de esta ley."),
        article(2, "De las multas que indica."),
        article(3, "De los recursos y plazos."),
    ]

    comparisons = compare_articles(old, [old[2], old[0], old[1]])

    assert [(one.new.eid, one.moved) for one in comparisons if one.new] == [
        ("art_3", True),
        ("art_1", False),
        ("art_2", False),
    ]


def test_an_edited_article_is_found_under_its_new_number() -> None:
    fines = "La infracción será sancionada con multa de una a diez unidades tributarias mensuales."
    old = [article(1, fines), article(2, "Derógase el decreto que indica.")]
    new = [
        article(1, "Créase un registro público de sanciones a cargo del ministerio."),
        article(2, fines.replace("diez", "veinte")),
    ]

    assert shape(compare_articles(old, new)) == [
        ("ADDED", "", "art_1", False),
        ("CHANGED", "art_1", "art_2", False),
        ("REMOVED", "art_2", "", False),
    ]


def test_two_alike_articles_do_not_become_the_same_one() -> None:
    fine = "La infracción será sancionada con multa de una unidad tributaria."
    old = [article(1, fine), article(2, f"{fine} Y cierre.")]

    assert shape(compare_articles(old, [article(9, f"{fine} Y nada más.")])) == [
        ("REMOVED", "art_1", "", False),
        ("CHANGED", "art_2", "art_9", False),
    ]


def test_of_two_articles_as_much_alike_the_one_with_the_same_address_is_kept() -> None:
    fine = "La infracción será sancionada con multa de una unidad tributaria"
    old = [article(1, f"{fine} anual."), article(2, f"{fine} mensual.")]

    assert shape(compare_articles(old, [article(2, f"{fine} diaria.")])) == [
        ("REMOVED", "art_1", "", False),
        ("CHANGED", "art_2", "art_2", False),
    ]


@given(st.permutations(range(6)))
def test_as_few_articles_as_possible_are_said_to_have_moved(order: list[int]) -> None:
    old = [article(number, f"Texto propio número {number}.") for number in range(6)]

    comparisons = compare_articles(old, [old[number] for number in order])

    rising = max(
        size
        for size in range(1, 7)
        for kept in combinations(order, size)
        if list(kept) == sorted(kept)
    )
    assert sum(one.moved for one in comparisons) == 6 - rising


def test_an_article_wholly_rewritten_is_still_that_article() -> None:
    comparisons = compare_articles([article(1, "Texto antiguo.")], [article(1, "Otra cosa.")])

    assert shape(comparisons) == [("CHANGED", "art_1", "art_1", False)]


def test_articles_without_an_address_are_paired_by_their_label() -> None:
    old, new = Article("", "Artículo  1", "Antes."), Article("", "artículo 1", "Después.")

    assert [one.change for one in compare_articles([old], [new])] == [Change.CHANGED]


@given(texts, texts)
def test_what_is_equal_and_deleted_is_the_old_text(old: str, new: str) -> None:
    assert joined(compare_words(old, new), Op.EQUAL, Op.DELETE) == old


@given(texts, texts)
def test_what_is_equal_and_inserted_is_the_new_text(old: str, new: str) -> None:
    assert joined(compare_words(old, new), Op.EQUAL, Op.INSERT) == new


@given(texts, texts)
def test_pieces_are_never_empty_and_deletions_come_before_insertions(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    order = list(pairwise(pieces))

    assert all(piece.text for piece in pieces)
    assert all(one.op != other.op for one, other in order)
    assert not any(one.op == Op.INSERT and other.op == Op.DELETE for one, other in order)


@given(texts)
def test_a_text_compared_with_itself_has_no_change(text: str) -> None:
    assert all(piece.op == Op.EQUAL for piece in compare_words(text, text))


@given(articles, articles)
def test_every_article_of_both_texts_appears_once(old: list[Article], new: list[Article]) -> None:
    comparisons = compare_articles(old, new)

    assert [one.new for one in comparisons if one.new] == new
    assert sorted(one.old.text for one in comparisons if one.old) == sorted(one.text for one in old)
    assert all(
        joined(one.pieces, Op.EQUAL, Op.DELETE) == one.old.text for one in comparisons if one.old
    )
    assert all(
        joined(one.pieces, Op.EQUAL, Op.INSERT) == one.new.text for one in comparisons if one.new
    )


@given(articles)
def test_a_law_compared_with_itself_has_no_change(law: list[Article]) -> None:
    comparisons = compare_articles(law, law)

    assert {one.change for one in comparisons} <= {Change.UNCHANGED}
    assert not any(one.moved or one.renumbered for one in comparisons)


@pytest.mark.parametrize("edited", [0.1, 1.0])
def test_a_hundred_long_articles_are_compared_within_a_second(edited: float) -> None:
    chance = random.Random(7)  # noqa: S311
    vocabulary = [f"palabra{n}" for n in range(800)] + ["de", "la", "el", "que", "en"] * 80

    def sentence() -> str:
        return " ".join(chance.choice(vocabulary) for _ in range(25)) + ". "

    old = [article(n, "".join(sentence() for _ in range(10))) for n in range(100)]
    new = [
        article(n + 1, one.text.replace(" de ", " del ") if chance.random() < edited else one.text)
        for n, one in enumerate(old)
    ]

    start = process_time()
    comparisons = compare_articles(old, new)

    assert process_time() - start < 1
    assert [one.old for one in comparisons] == old
