import pytest

from legislation.search.corrections import Known, corrected, distance, doubtful_words, shapes_of

VOCABULARY = [
    Known("constitución", "constitucion", 40),
    Known("minería", "mineria", 30),
    Known("minera", "minera", 5),
    Known("pesca", "pesca", 9),
    Known("pensión", "pension", 12),
    Known("pensiones", "pensiones", 20),
]


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("pesca", "pesca", 0),
        ("pseca", "pesca", 1),
        ("pesa", "pesca", 1),
        ("pescca", "pesca", 1),
        ("pexca", "pesca", 1),
        ("peacs", "pesca", 2),
        ("", "pesca", 5),
    ],
)
def test_distance_counts_slips_and_an_exchange_is_one(one, other, slips):
    assert distance(one, other) == slips
    assert distance(other, one) == slips


def test_the_shapes_of_a_short_word_lack_one_letter():
    assert shapes_of("agua") == {"agua", "gua", "aua", "aga", "agu"}


def test_the_shapes_of_a_long_word_also_lack_two():
    assert "constucion" in shapes_of("constitucion")
    assert "mneia" not in shapes_of("mineria")


@pytest.mark.parametrize("typo", ["minreia", "mneria", "mineriia", "mimeria"])
def test_any_slip_shares_a_shape_with_the_right_word(typo):
    assert shapes_of(typo) & shapes_of("mineria")


def test_short_words_and_numbers_are_not_worth_correcting():
    assert doubtful_words("ley 20641 agua de riego riego") == ["agua", "riego"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("minreia", "minería"),
        ("constitusion", "constitución"),
        ("constitcuoin", "constitución"),
        ("la minreia y la pezca", "la minería y la pesca"),
        ('"Constituccion" -pesca', '"constitución" -pesca'),
    ],
)
def test_misspelt_words_are_replaced_where_they_stand(typed, meant):
    assert corrected(typed, VOCABULARY) == meant


def test_the_nearest_word_wins_over_the_most_frequent():
    assert corrected("mineera", VOCABULARY) == "minera"


def test_of_two_words_as_near_the_one_in_most_records_wins():
    assert corrected("minerra", VOCABULARY) == "minería"


def test_known_words_are_left_alone_with_or_without_accents():
    assert corrected("mineria Pesca", VOCABULARY) is None


def test_a_word_like_no_other_is_left_alone():
    assert corrected("zzzzzz", VOCABULARY) is None
