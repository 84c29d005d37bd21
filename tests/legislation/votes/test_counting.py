from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from legislation.votes.counting import (
    ARTICLE_178,
    ARTICLE_182,
    NextStep,
    Outcome,
    Reason,
    Rule,
    Tally,
    decide,
    decide_attempts,
    has_quorum,
    needed_of,
    quorum_of,
)
from legislation.votes.enums import Base, Result

SIMPLE = Rule("SIMPLE", Base.PRESENT, 1, 2, True, "art. 7", "Simple majority")
QUALIFIED = Rule("QUALIFIED", Base.IN_OFFICE, 1, 2, True, "art. 66", "Qualified quorum")
FOUR_SEVENTHS = Rule("REFORM", Base.IN_OFFICE, 4, 7, False, "art. 127", "Reform")
TWO_THIRDS_PRESENT = Rule("INSIST", Base.PRESENT, 2, 3, False, "art. 73", "Insistence")

counts = st.integers(0, 60)
tallies = st.builds(Tally, counts, counts, counts, counts, counts)
voted = tallies.filter(lambda tally: tally.present > 0)
fractions = st.tuples(st.integers(1, 9), st.integers(2, 10)).filter(lambda f: f[0] < f[1])
rules = st.builds(
    lambda base, fraction, strict: Rule(
        "R", base, fraction[0], fraction[1], strict, "art. 1", "Rule"
    ),
    st.sampled_from([Base.IN_OFFICE, Base.PRESENT]),
    fractions,
    st.booleans(),
)


def summary(outcome: Outcome) -> tuple[str, int | None, int, int | None]:
    return str(outcome.result), outcome.needed, outcome.obtained, outcome.missing


@pytest.mark.parametrize(
    ("rule", "in_office", "needed"),
    [
        (QUALIFIED, 50, 26),
        (QUALIFIED, 49, 25),
        (QUALIFIED, 43, 22),
        (QUALIFIED, 38, 20),
        (FOUR_SEVENTHS, 50, 29),
        (FOUR_SEVENTHS, 49, 28),
        (FOUR_SEVENTHS, 43, 25),
        (replace(FOUR_SEVENTHS, numerator=3, denominator=5), 50, 30),
        (replace(FOUR_SEVENTHS, numerator=3, denominator=5), 38, 23),
        (replace(FOUR_SEVENTHS, numerator=2, denominator=3), 50, 34),
        (replace(FOUR_SEVENTHS, numerator=3, denominator=4), 50, 38),
        (SIMPLE, 39, 20),
        (SIMPLE, 40, 21),
    ],
)
def test_a_majority_needs_the_number_that_the_record_prints(
    rule: Rule, in_office: int, needed: int
) -> None:
    assert needed_of(rule, in_office) == needed


def test_more_yes_than_no_does_not_carry_a_qualified_quorum() -> None:
    outcome = decide(QUALIFIED, Tally(24, 23), 50)

    assert summary(outcome) == ("REJECTED", 26, 24, 2)
    assert outcome.reason == Reason.FELL_SHORT
    assert outcome.next_step == NextStep.NOTHING
    assert outcome.citation == "art. 66"


def test_exactly_the_number_needed_is_enough() -> None:
    assert summary(decide(QUALIFIED, Tally(26, 2, 2), 50)) == ("APPROVED", 26, 26, 0)


def test_fewer_members_in_office_need_fewer_votes() -> None:
    assert decide(QUALIFIED, Tally(25, 4, 1), 49).result == Result.APPROVED
    assert decide(QUALIFIED, Tally(25, 4, 1), 50).result == Result.REJECTED


def test_equal_votes_under_a_qualified_quorum_are_a_rejection_not_a_tie() -> None:
    outcome = decide(QUALIFIED, Tally(17, 17), 50)

    assert (outcome.result, outcome.reason) == (Result.REJECTED, Reason.FELL_SHORT)


def test_abstentions_are_not_added_under_a_qualified_quorum_however_often_it_is_repeated() -> None:
    results = {decide(QUALIFIED, Tally(22, 7, 12), 43, repetition=n).result for n in range(3)}

    assert decide(QUALIFIED, Tally(22, 7, 12), 43).needed == 22
    assert results == {Result.APPROVED}
    reform = replace(FOUR_SEVENTHS, numerator=3, denominator=5)
    lost = [decide(reform, Tally(22, 7, 12), 43, repetition=n) for n in range(3)]
    assert [outcome.result for outcome in lost] == [Result.REJECTED] * 3
    assert lost[0].needed == 26


def test_paired_and_recused_members_are_not_present() -> None:
    tally = Tally(10, 9, 0, paired=4, recused=1)

    assert tally.present == 19
    assert tally.took_part == 24
    assert summary(decide(SIMPLE, tally, 50)) == ("APPROVED", 10, 10, 0)


def test_abstentions_leave_a_simple_majority_open_and_then_join_the_larger_side() -> None:
    first, second = decide_attempts(SIMPLE, [Tally(18, 17, 4), Tally(20, 17, 4)], 50)

    assert summary(first) == ("UNRESOLVED", 20, 18, 2)
    assert (first.reason, first.citation) == (Reason.ABSTENTIONS_DECIDE, ARTICLE_178)
    assert first.next_step == NextStep.REPEAT_NOW
    assert summary(second) == ("APPROVED", 21, 24, 0)
    assert (second.reason, second.citation) == (Reason.ABSTENTIONS_ADDED, ARTICLE_178)
    assert second.next_step == NextStep.NOTHING


def test_abstentions_that_persist_join_those_against_when_they_are_more() -> None:
    outcome = decide(SIMPLE, Tally(17, 18, 4), 50, repetition=1)

    assert summary(outcome) == ("REJECTED", 20, 17, 3)
    assert outcome.reason == Reason.ABSTENTIONS_ADDED


def test_neither_side_holding_a_majority_is_enough_to_repeat() -> None:
    assert decide(SIMPLE, Tally(11, 13, 2, paired=1), 50).reason == Reason.ABSTENTIONS_DECIDE


def test_abstentions_that_decide_nothing_do_not_reopen_the_vote() -> None:
    assert decide(SIMPLE, Tally(14, 12, 1), 50).result == Result.APPROVED
    rejected = decide(SIMPLE, Tally(10, 13, 1), 50)
    assert summary(rejected) == ("REJECTED", 13, 10, 3)
    assert rejected.reason == Reason.OPPOSED


def test_a_tie_is_repeated_at_once_and_a_second_one_waits_for_the_next_sitting() -> None:
    first, second = decide_attempts(SIMPLE, [Tally(23, 23), Tally(23, 23)], 50)

    assert (first.result, first.next_step) == (Result.TIE, NextStep.REPEAT_NOW)
    assert (second.result, second.next_step) == (Result.TIE, NextStep.NEXT_ORDINARY_SITTING)
    assert summary(second) == ("TIE", 24, 23, 1)
    assert second.citation == ARTICLE_182


def test_a_third_tie_is_a_rejection() -> None:
    last = decide_attempts(SIMPLE, [Tally(23, 23)] * 3, 50)[-1]

    assert (last.result, last.reason) == (Result.REJECTED, Reason.TIED_A_THIRD_TIME)


def test_a_second_tie_is_a_rejection_where_it_cannot_wait() -> None:
    outcomes = decide_attempts(SIMPLE, [Tally(2, 2, 1)] * 2, 5, can_wait=False)

    assert [str(outcome.result) for outcome in outcomes] == ["TIE", "REJECTED"]
    assert outcomes[1].reason == Reason.TIED_AND_CANNOT_WAIT


def test_equal_votes_with_abstentions_are_a_tie() -> None:
    assert decide(SIMPLE, Tally(2, 2, 1), 5).reason == Reason.TIED
    assert decide(SIMPLE, Tally(0, 0, 5), 5).reason == Reason.TIED


def test_a_tie_after_a_vote_left_open_is_a_first_tie() -> None:
    attempts = [Tally(18, 17, 4), Tally(19, 19, 1), Tally(20, 19)]

    outcomes = decide_attempts(SIMPLE, attempts, 50)

    assert [str(outcome.reason) for outcome in outcomes] == [
        "ABSTENTIONS_DECIDE",
        "TIED",
        "REACHED",
    ]


def test_nothing_is_voted_again_once_it_is_settled() -> None:
    with pytest.raises(ValueError, match="settled before this attempt"):
        decide_attempts(SIMPLE, [Tally(20, 3), Tally(20, 3)], 50)


@pytest.mark.parametrize("repetition", [-1, 3])
def test_there_are_at_most_two_repetitions(repetition: int) -> None:
    with pytest.raises(ValueError, match="at most twice"):
        decide(SIMPLE, Tally(23, 23), 50, repetition=repetition)


def test_two_thirds_of_those_present_fall_short_without_a_repetition() -> None:
    assert summary(decide(TWO_THIRDS_PRESENT, Tally(20, 5, 6), 50)) == ("REJECTED", 21, 20, 1)
    assert decide(TWO_THIRDS_PRESENT, Tally(21, 5, 5), 50).result == Result.APPROVED


def test_an_unknown_number_in_office_is_said_and_not_guessed() -> None:
    outcome = decide(QUALIFIED, Tally(31, 0), None)

    assert summary(outcome) == ("UNKNOWN", None, 31, None)
    assert (outcome.reason, outcome.base) == (Reason.IN_OFFICE_UNKNOWN, None)
    assert decide(QUALIFIED, Tally(24, 23), None).result == Result.UNKNOWN


def test_too_few_votes_for_any_possible_number_in_office_are_a_rejection() -> None:
    outcome = decide(QUALIFIED, Tally(17, 17), None)

    assert summary(outcome) == ("REJECTED", None, 17, None)
    assert outcome.reason == Reason.OUT_OF_REACH
    assert decide(QUALIFIED, Tally(0, 3), None).reason == Reason.OUT_OF_REACH


def test_the_simple_majority_never_asks_who_is_in_office() -> None:
    assert decide(SIMPLE, Tally(10, 9), None) == decide(SIMPLE, Tally(10, 9), 50)


def test_more_voters_than_members_make_the_result_unknown() -> None:
    outcome = decide(QUALIFIED, Tally(30, 9), 38)

    assert (outcome.result, outcome.reason) == (Result.UNKNOWN, Reason.IN_OFFICE_CONTRADICTED)


def test_an_unknown_rule_makes_the_result_unknown() -> None:
    outcome = decide(None, Tally(30, 9), 50)

    assert (outcome.result, outcome.reason) == (Result.UNKNOWN, Reason.RULE_UNKNOWN)
    assert outcome.citation == ""


def test_a_vote_without_votes_has_no_result() -> None:
    assert decide(SIMPLE, Tally(0, 0, 0, paired=2), 50).reason == Reason.NO_VOTES
    assert decide(QUALIFIED, Tally(0, 0), 50).result == Result.UNKNOWN


def test_a_rule_read_from_the_record_as_plain_text_decides_the_same() -> None:
    stored = replace(QUALIFIED, base=Base("IN_OFFICE"))

    assert decide(stored, Tally(24, 23), 50) == decide(QUALIFIED, Tally(24, 23), 50)


def test_a_third_of_the_members_may_sit_and_decide() -> None:
    assert [quorum_of(members) for members in (1, 38, 43, 48, 49, 50)] == [1, 13, 15, 16, 17, 17]
    assert has_quorum(Tally(10, 5, 2), 50) is True
    assert has_quorum(Tally(10, 5, 1, paired=9), 50) is False
    assert has_quorum(Tally(10, 5), None) is None
    with pytest.raises(ValueError, match="no quorum"):
        quorum_of(0)


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 2), (3, 2), (-1, 2)])
def test_a_majority_outside_nothing_and_everybody_is_refused(
    numerator: int, denominator: int
) -> None:
    with pytest.raises(ValueError, match="fraction above 0"):
        replace(SIMPLE, numerator=numerator, denominator=denominator)


def test_more_than_everybody_is_refused() -> None:
    with pytest.raises(ValueError, match="more votes than everybody"):
        replace(SIMPLE, numerator=1, denominator=1)


def test_negative_votes_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer than none"):
        Tally(1, -1)


@given(rules, st.integers(1, 200))
def test_the_number_needed_is_the_least_that_satisfies_the_fraction(
    rule: Rule, members: int
) -> None:
    def satisfies(votes: int) -> bool:
        left, right = votes * rule.denominator, members * rule.numerator
        return left > right if rule.strict else left >= right

    needed = needed_of(rule, members)

    assert satisfies(needed)
    assert not satisfies(needed - 1)
    assert 1 <= needed <= members


def rank(outcome: Outcome) -> int:
    """Rejected, open, approved."""
    return {Result.REJECTED: 0, Result.APPROVED: 2}.get(outcome.result, 1)


@given(rules, voted, st.integers(0, 200))
def test_one_more_vote_in_favour_never_harms_the_question(
    rule: Rule, tally: Tally, vacancies: int
) -> None:
    in_office = tally.took_part + 1 + vacancies
    gained = replace(tally, yes=tally.yes + 1)

    assert rank(decide(rule, gained, in_office)) >= rank(decide(rule, tally, in_office))


@given(rules, voted, st.integers(0, 200))
def test_a_vote_changed_from_against_to_in_favour_never_harms_the_question(
    rule: Rule, tally: Tally, vacancies: int
) -> None:
    tally = replace(tally, no=tally.no + 1)
    changed = replace(tally, yes=tally.yes + 1, no=tally.no - 1)
    in_office = tally.took_part + vacancies

    assert rank(decide(rule, changed, in_office)) >= rank(decide(rule, tally, in_office))


@given(rules, voted, st.integers(0, 200))
def test_pairs_recusals_and_absences_change_nothing(
    rule: Rule, tally: Tally, vacancies: int
) -> None:
    in_office = tally.took_part + vacancies
    alone = replace(tally, paired=0, recused=0)

    assert decide(rule, tally, in_office) == decide(rule, alone, in_office)
    assert decide(rule, replace(tally, absent=9), in_office) == decide(rule, tally, in_office)


@given(voted, st.integers(0, 2))
def test_swapping_the_sides_of_a_simple_majority_swaps_its_result(
    tally: Tally, repetition: int
) -> None:
    opposite = {Result.APPROVED: Result.REJECTED, Result.REJECTED: Result.APPROVED}
    assume(tally.yes != tally.no)

    result = decide(SIMPLE, tally, None, repetition=repetition).result
    swapped = replace(tally, yes=tally.no, no=tally.yes)

    expected = opposite.get(result, result)
    assert decide(SIMPLE, swapped, None, repetition=repetition).result == expected


@given(voted)
def test_the_last_attempt_of_a_simple_majority_is_always_final(tally: Tally) -> None:
    assert decide(SIMPLE, tally, None, repetition=2).is_final


@given(rules, voted, st.integers(0, 200), st.integers(0, 2))
def test_the_numbers_of_an_outcome_bear_out_its_result(
    rule: Rule, tally: Tally, vacancies: int, repetition: int
) -> None:
    outcome = decide(rule, tally, tally.took_part + vacancies, repetition=repetition)

    assert outcome.base is not None
    assert outcome.needed == needed_of(rule, outcome.base)
    assert outcome.missing == max(0, outcome.needed - outcome.obtained)
    assert (outcome.missing == 0) == (outcome.result == Result.APPROVED)
    assert outcome.citation


@given(rules, voted, st.integers(0, 200))
def test_what_is_said_without_the_number_in_office_holds_for_every_number(
    rule: Rule, tally: Tally, vacancies: int
) -> None:
    unaware = decide(rule, tally, None)
    assume(unaware.result != Result.UNKNOWN)

    assert decide(rule, tally, tally.took_part + vacancies).result == unaware.result


@given(rules, tallies)
def test_unknown_without_the_number_in_office_means_that_it_could_go_either_way(
    rule: Rule, tally: Tally
) -> None:
    rule = replace(rule, base=Base.IN_OFFICE)
    tally = replace(tally, yes=tally.took_part * rule.denominator + 1)
    fewest, many = tally.took_part, tally.yes * rule.denominator + 1

    assert decide(rule, tally, None).result == Result.UNKNOWN
    assert decide(rule, tally, fewest).result == Result.APPROVED
    assert decide(rule, tally, many).result == Result.REJECTED
