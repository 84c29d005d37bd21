"""Votes as their sources tell of them, decided by the rules of their day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from legislation.people.enums import HeadcountBasis
from legislation.provenance.services import record_source
from legislation.sessions.enums import SessionKind
from legislation.sessions.models import Session
from legislation.votes.enums import Choice, Result
from legislation.votes.models import Ballot, Vote
from legislation.votes.observed import ObservedBallot, ObservedVote
from legislation.votes.services import record_observed_votes
from tests.factories.bills import BillFactory
from tests.factories.people import (
    CaucusFactory,
    PartyFactory,
    PersonFactory,
    RosterSpanFactory,
    senator,
)
from tests.factories.votes import sitting

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 5)


def ballots(yes: int, no: int = 0, abstain: int = 0, paired: int = 0) -> tuple[ObservedBallot, ...]:
    given = [Choice.YES] * yes + [Choice.NO] * no
    given += [Choice.ABSTAIN] * abstain + [Choice.PAIRED] * paired
    return tuple(
        ObservedBallot(printed_name=f"Persona {n}", choice=choice) for n, choice in enumerate(given)
    )


VOTE = ObservedVote(
    subject="Proyecto de ley sobre plazas",
    taken_on=DAY,
    legislature_number=374,
    session_number=12,
    quorum_text="Mayoría simple",
    rule_code="SIMPLE",
    ballots=ballots(3, 1),
)


def decided(seen: ObservedVote) -> tuple[str, int | None, int | None]:
    (vote,) = record_observed_votes([seen]).votes
    return vote.result, vote.needed, vote.missing


def test_a_vote_arrives_with_its_sitting_its_counts_and_its_outcome() -> None:
    recorded = record_observed_votes([VOTE])

    vote = Vote.objects.get()
    assert (recorded.created, recorded.votes) == (1, (vote,))
    assert recorded.changed_rows == 6  # the sitting, the vote, four ballots
    assert Session.objects.get().held_on == DAY
    assert (vote.yes, vote.no, vote.abstain, vote.paired) == (3, 1, 0, 0)
    assert (vote.result, vote.needed, vote.missing) == (Result.APPROVED, 3, 0)


def test_the_same_votes_again_change_nothing() -> None:
    record_observed_votes([VOTE, replace(VOTE, subject="Artículo 2")])

    again = record_observed_votes([VOTE, replace(VOTE, subject="Artículo 2")])

    assert (again.created, again.changed_rows) == (0, 0)


def test_addresses_never_move_whatever_comes_first() -> None:
    one, two = replace(VOTE, subject="Artículo 1"), replace(VOTE, subject="Artículo 2")
    record_observed_votes([one])
    record_observed_votes([two])

    record_observed_votes([replace(VOTE, subject="Artículo 0"), two, one])

    assert list(Vote.objects.order_by("position").values_list("position", "subject")) == [
        (1, "Artículo 1"),
        (2, "Artículo 2"),
        (3, "Artículo 0"),
    ]


def test_a_corrected_total_is_the_same_vote() -> None:
    record_observed_votes([replace(VOTE, published_yes=4)])

    recorded = record_observed_votes([replace(VOTE, published_yes=3)])

    assert (recorded.created, recorded.changed_rows) == (0, 1)
    assert Vote.objects.get().published_yes == 3


def test_a_corrected_answer_is_the_same_ballot() -> None:
    record_observed_votes([VOTE])
    changed = (*VOTE.ballots[:3], replace(VOTE.ballots[3], choice=Choice.ABSTAIN))

    recorded = record_observed_votes([replace(VOTE, ballots=changed)])

    assert (recorded.created, recorded.changed_rows) == (0, 2)  # the counts, the ballot
    assert Ballot.objects.filter(choice=Choice.ABSTAIN).count() == 1


def test_repetitions_share_their_subject_and_stay_apart() -> None:
    first = replace(VOTE, ballots=ballots(3, 2, 1))
    second = replace(VOTE, ballots=ballots(4, 2), attempt=2)
    record_observed_votes([first, second])

    again = record_observed_votes([first, second])

    assert again.changed_rows == 0
    assert list(Vote.objects.order_by("position").values_list("attempt", "result")) == [
        (1, Result.UNRESOLVED),
        (2, Result.APPROVED),
    ]


@pytest.mark.parametrize(
    ("first", "second", "reasons"),
    [
        ((23, 23), (22, 21, 3), ["TIED", "ABSTENTIONS_DECIDE"]),
        ((20, 19, 3), (21, 21), ["ABSTENTIONS_DECIDE", "TIED"]),
        ((23, 23), (23, 23), ["TIED", "TIED_AGAIN"]),
        ((18, 17, 4), (20, 17, 4), ["ABSTENTIONS_DECIDE", "ABSTENTIONS_ADDED"]),
    ],
)
def test_a_repetition_is_decided_after_how_the_vote_before_it_ended(
    first: tuple[int, ...], second: tuple[int, ...], reasons: list[str]
) -> None:
    seen = [replace(VOTE, ballots=ballots(*first)), replace(VOTE, subject="Otra")]
    seen.append(replace(VOTE, ballots=ballots(*second), attempt=2))

    votes = record_observed_votes(seen).votes

    assert [votes[0].reason, votes[2].reason] == reasons


def test_a_repetition_alone_is_decided_after_what_its_source_says_of_the_earlier() -> None:
    seen = replace(VOTE, ballots=ballots(22, 21, 3), attempt=2)

    (after_a_tie,) = record_observed_votes([replace(seen, earlier=(Result.TIE,))]).votes
    (of_unknown_history,) = record_observed_votes([seen]).votes

    assert (after_a_tie.result, after_a_tie.reason) == (Result.UNRESOLVED, "ABSTENTIONS_DECIDE")
    assert of_unknown_history.reason == "ABSTENTIONS_ADDED"


def deferred(session: Session) -> tuple[int, str]:
    """Attempt and result of a third vote on what tied twice on DAY, taken in this sitting."""
    tied = replace(VOTE, ballots=ballots(23, 23))
    later = replace(tied, session_number=session.number, taken_on=session.held_on, attempt=3)
    votes = record_observed_votes([tied, replace(tied, attempt=2), later]).votes
    return votes[2].attempt, votes[2].reason


def test_a_deferred_tie_is_taken_up_in_the_next_ordinary_sitting() -> None:
    sitting(13, held_on=date(2026, 5, 6), kind=SessionKind.SPECIAL)
    ordinary = sitting(14, held_on=date(2026, 5, 6), kind=SessionKind.ORDINARY)

    assert deferred(ordinary) == (3, "TIED_A_THIRD_TIME")


def test_a_vote_in_a_special_sitting_is_not_the_one_that_a_deferred_tie_waits_for() -> None:
    assert deferred(sitting(13, held_on=date(2026, 5, 6), kind=SessionKind.SPECIAL)) == (1, "TIED")


def test_a_vote_after_an_ordinary_sitting_is_not_the_one_that_a_deferred_tie_waits_for() -> None:
    sitting(13, held_on=date(2026, 5, 6), kind=SessionKind.ORDINARY)

    assert deferred(sitting(14, held_on=date(2026, 5, 12))) == (1, "TIED")


def test_votes_of_two_bills_with_one_subject_are_two() -> None:
    one, other = BillFactory(), BillFactory()

    record_observed_votes([replace(VOTE, bill_id=one.pk)])
    record_observed_votes([replace(VOTE, bill_id=other.pk)])

    assert Vote.objects.count() == 2


def test_a_vote_whose_bill_becomes_known_is_the_same_vote() -> None:
    bill = BillFactory()
    record_observed_votes([VOTE])

    recorded = record_observed_votes([replace(VOTE, bill_id=bill.pk)])
    again = record_observed_votes([VOTE])

    assert (recorded.created, recorded.changed_rows) == (0, 1)
    assert (again.changed_rows, Vote.objects.get().bill) == (0, bill)


def test_votes_that_are_not_listed_any_longer_stay() -> None:
    record_observed_votes([VOTE, replace(VOTE, subject="Artículo 2")])

    record_observed_votes([VOTE])

    assert Vote.objects.count() == 2


def test_trap_1_a_plurality_is_no_qualified_quorum() -> None:
    seen = replace(VOTE, rule_code="QUALIFIED_QUORUM", ballots=ballots(24, 23))

    assert decided(seen) == (Result.REJECTED, 26, 2)


def test_trap_4_paired_senators_are_not_present_and_a_zero_total_is_kept_beside_them() -> None:
    seen = replace(VOTE, ballots=ballots(2, 1, paired=2), published_paired=0)

    (vote,) = record_observed_votes([seen]).votes

    vote.refresh_from_db()
    assert (vote.result, vote.needed) == (Result.APPROVED, 2)
    assert (vote.paired, vote.published_paired, vote.totals_agree) == (2, 0, False)


def test_trap_5_the_number_in_office_is_that_of_the_day_and_not_50() -> None:
    RosterSpanFactory()
    for _ in range(5):
        senator()
    seen = replace(VOTE, rule_code="QUALIFIED_QUORUM", ballots=ballots(3, 1))

    (vote,) = record_observed_votes([seen]).votes

    assert (vote.in_office, vote.in_office_basis) == (5, HeadcountBasis.ROSTER)
    assert (vote.result, vote.needed) == (Result.APPROVED, 3)


@pytest.mark.parametrize(
    ("day", "in_office"), [(date(2012, 11, 23), 38), (date(2020, 1, 22), 43), (DAY, 50)]
)
def test_without_a_roster_the_seats_of_the_day_are_counted(day: date, in_office: int) -> None:
    (vote,) = record_observed_votes([replace(VOTE, taken_on=day)]).votes

    assert (vote.in_office, vote.in_office_basis) == (in_office, HeadcountBasis.SEATS)


def test_where_the_number_in_office_is_unknown_so_is_the_result() -> None:
    seen = replace(
        VOTE, taken_on=date(1999, 5, 5), rule_code="QUALIFIED_QUORUM", ballots=ballots(24, 10)
    )

    (vote,) = record_observed_votes([seen]).votes

    assert (vote.result, vote.in_office) == (Result.UNKNOWN, None)


@pytest.mark.parametrize(
    ("code", "day", "numerator", "denominator"),
    [
        ("CONSTITUTIONAL_REFORM", date(2022, 8, 22), 3, 5),
        ("CONSTITUTIONAL_REFORM", date(2022, 8, 23), 4, 7),
        ("ORGANIC", date(2023, 1, 26), 4, 7),
        ("ORGANIC", date(2023, 1, 27), 1, 2),
    ],
)
def test_trap_15_the_majority_is_the_one_of_the_day(
    code: str, day: date, numerator: int, denominator: int
) -> None:
    (vote,) = record_observed_votes([replace(VOTE, rule_code=code, taken_on=day)]).votes

    assert vote.rule is not None
    assert (vote.rule.numerator, vote.rule.denominator) == (numerator, denominator)


def test_an_unknown_rule_leaves_the_result_unknown() -> None:
    assert decided(replace(VOTE, rule_code="")) == (Result.UNKNOWN, None, None)


def test_totals_without_ballots_are_counted_because_they_are_all_there_is() -> None:
    seen = replace(VOTE, ballots=(), published_yes=20, published_no=3, published_abstain=1)

    (vote,) = record_observed_votes([seen]).votes

    vote.refresh_from_db()
    assert (vote.yes, vote.no, vote.abstain) == (20, 3, 1)
    assert (vote.result, vote.totals_agree) == (Result.APPROVED, True)


def test_ballots_take_the_bench_and_region_of_the_day() -> None:
    party, caucus = PartyFactory(), CaucusFactory()
    person = senator(region="nuble", party=party, caucus=caucus)
    stranger = PersonFactory()
    given = (
        ObservedBallot(printed_name="A", choice=Choice.YES, person_id=person.pk),
        ObservedBallot(printed_name="B", choice=Choice.YES, person_id=stranger.pk),
        ObservedBallot(printed_name="C", choice=Choice.NO),
    )

    record_observed_votes([replace(VOTE, ballots=given)])

    rows = Ballot.objects.order_by("printed_name")
    assert list(rows.values_list("person", "party", "caucus", "constituency")) == [
        (person.pk, party.pk, caucus.pk, 16),
        (stranger.pk, None, None, None),
        (None, None, None, None),
    ]


def test_a_sitting_on_record_keeps_its_day() -> None:
    record_observed_votes([VOTE])

    record_observed_votes([replace(VOTE, subject="Artículo 2", taken_on=date(2026, 5, 6))])

    assert Session.objects.get().held_on == DAY


def test_a_vote_knows_where_it_was_seen() -> None:
    source = record_source("a.xml", content=b"a", at=datetime(2026, 9, 1, tzinfo=UTC))

    (vote,) = record_observed_votes([VOTE], source=source).votes

    assert vote.source == source


def test_a_fourth_attempt_does_not_exist() -> None:
    with pytest.raises(ValueError, match="twice"):
        record_observed_votes([replace(VOTE, attempt=4)])
