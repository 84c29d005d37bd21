"""The fictional bills: in every stage there is, in good Spanish, on a lawful journey."""

from __future__ import annotations

from collections import Counter
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
)
from legislation.bills.observed import ObservedBill, ObservedText
from legislation.people.enums import Chamber
from senate.demonstration.days import Calendar
from senate.demonstration.numbering import FIRST_BILL, FIRST_LAW
from tests.senate.demonstration_stories import (
    DAYS,
    MONDAY,
    of_kind,
    plot_of,
    story_of,
    tell_anew,
)

ONWARD: dict[Stage, set[Stage]] = {
    Stage.FIRST: {
        Stage.SECOND, Stage.FIRST_INSISTED, Stage.FINISHED, Stage.ARCHIVED,
        Stage.CONFERENCE_BUDGET, Stage.UNRECOGNISED,
    },
    Stage.SECOND: {Stage.COMPLETION, Stage.THIRD, Stage.CONFERENCE_IDEA, Stage.ARCHIVED},
    Stage.THIRD: {Stage.COMPLETION, Stage.CONFERENCE_CHANGES},
    Stage.CONFERENCE_CHANGES: {Stage.CONFERENCE_REPORT_ORIGIN},
    Stage.CONFERENCE_IDEA: {Stage.CONFERENCE_REPORT_ORIGIN},
    Stage.CONFERENCE_REPORT_ORIGIN: {Stage.CONFERENCE_REPORT_REVISING},
    Stage.CONFERENCE_REPORT_REVISING: {Stage.COMPLETION},
    Stage.COMPLETION: {Stage.PRESIDENT},
    Stage.PRESIDENT: {Stage.COURT, Stage.VETO_ORIGIN, Stage.FINISHED},
    Stage.VETO_ORIGIN: {Stage.VETO_REVISING},
    Stage.VETO_REVISING: {Stage.PRESIDENT, Stage.INSISTENCE},
    Stage.INSISTENCE: {Stage.PRESIDENT},
    Stage.COURT: {Stage.FINISHED},
    Stage.ARCHIVED: {Stage.FIRST},
}  # fmt: skip
MARKS = ("{", "}", "‹", "›", "|", "  ", " ,", " .")


def digest(told: object) -> str:
    return sha256(repr(told).encode()).hexdigest()


# --- The whole ---------------------------------------------------------------------------------


def test_the_same_seed_and_day_tell_the_same_story() -> None:
    assert digest(tell_anew(plot_of.__wrapped__(MONDAY))) == digest(story_of(MONDAY))


def test_another_seed_tells_another_story() -> None:
    assert digest(story_of(MONDAY, 7)) != digest(story_of(MONDAY))


@pytest.mark.parametrize("day", [date(2026, 3, 10), date(2034, 2, 21)])
def test_a_day_beyond_the_demonstration_is_refused(day: date) -> None:
    with pytest.raises(ValueError, match="tells of days from 2026-03-11 to 2034-02-20"):
        plot_of(day)


@pytest.mark.parametrize("day", DAYS)
def test_bills_stand_in_every_stage_and_every_status(day: date) -> None:
    bills = of_kind(day, BillKind.BILL)

    assert len(bills) == 345
    assert {bill.stage for bill in bills} == set(Stage)
    assert {bill.status for bill in bills} == set(Status) - {Status.FINISHED}  # of matters
    assert {bill.initiative for bill in bills} == set(Initiative)
    assert {bill.origin_chamber for bill in bills} == {Chamber.SENATE, Chamber.DEPUTIES}
    assert len(of_kind(day, BillKind.MATTER)) == 30


def test_two_matters_bear_the_numbers_of_two_bills() -> None:
    bills = {bill.number for bill in of_kind(MONDAY, BillKind.BILL)}
    matters = [bill.number for bill in of_kind(MONDAY, BillKind.MATTER)]

    assert len(bills) == 345
    assert len(set(matters)) == 30
    assert len(bills & set(matters)) == 2


def test_numbers_lie_beyond_the_real_series_and_follow_the_dates() -> None:
    bills = sorted(of_kind(MONDAY, BillKind.BILL), key=lambda bill: bill.number)
    laws = [bill for bill in bills if bill.law_number is not None]
    laws.sort(key=lambda bill: bill.law_number or 0)

    assert bills[0].number.startswith(str(FIRST_BILL))
    assert all(before.filed_on <= after.filed_on for before, after in pairwise(bills))
    assert laws[0].law_number == FIRST_LAW
    assert all(
        (before.law_published_on or MONDAY) <= (after.law_published_on or MONDAY)
        for before, after in pairwise(laws)
    )


@pytest.mark.parametrize("day", DAYS)
def test_a_matter_ends_as_the_senate_decided_and_not_in_the_archive(day: date) -> None:
    matters = of_kind(day, BillKind.MATTER)
    ended = [one for one in matters if one.stage is Stage.FINISHED]

    assert Counter(one.status for one in ended) == {Status.FINISHED: 18, Status.REJECTED: 8}
    assert {one.status for one in matters if one not in ended} == {Status.IN_PROGRESS}
    for one in ended:
        said = [step.description for step in one.steps]
        assert ("Discusión única . Aprobado" in said) == (one.status is Status.FINISHED)
        assert not any("archiva" in words for words in said)


# --- Words -------------------------------------------------------------------------------------


def test_titles_are_unique_and_plain_titles_short() -> None:
    bills = of_kind(MONDAY, BillKind.BILL)

    assert len({bill.title for bill in bills}) == 345
    assert len({bill.plain_title for bill in bills}) == 345
    assert all(0 < len(bill.plain_title) <= 100 for bill in bills)
    assert all(len(bill.title) <= 250 for bill in bills)


def test_most_bills_are_summed_up_in_five_lines() -> None:
    lines = Counter(len(bill.summary.splitlines()) for bill in of_kind(MONDAY, BillKind.BILL))

    assert set(lines) == {0, 5}
    assert lines[5] > 300


def test_no_mark_of_a_template_is_left_anywhere() -> None:
    story = story_of(MONDAY)
    words = [part for bill in story.bills for part in _words_of(bill)]
    words += [vote.subject for _, vote in story.votes]
    words += [line.heading for session in story.sessions for line in session.agenda]

    ours = [text for text in words if any(mark in text for mark in MARKS[:5])]
    assert ours == []


def test_a_special_committee_is_a_special_committee_of_something() -> None:
    told = repr(story_of(MONDAY))

    assert "omisión de Especial" not in told
    assert "Pasa a Comisión Especial de Zonas Extremas" in told
    assert "Primer informe de comisión Especial de Zonas Extremas" in told
    assert "Pasa a Comisión de Hacienda" in told


@pytest.mark.parametrize("mark", MARKS)
def test_articles_and_summaries_are_well_spaced(mark: str) -> None:
    bills = of_kind(MONDAY, BillKind.BILL)
    words = [bill.summary for bill in bills]
    words += [one.body for bill in bills for text in bill.texts for one in text.articles]

    assert [text for text in words if mark in text] == []


def test_every_bill_has_a_text_and_forty_have_three_at_least() -> None:
    bills = of_kind(MONDAY, BillKind.BILL)
    counts = [len(bill.texts) for bill in bills]

    assert min(counts) == 1
    assert sum(count >= 3 for count in counts) >= 40
    assert {text.kind for bill in bills for text in bill.texts} == set(TextKind)


@pytest.mark.parametrize("day", DAYS)
def test_a_text_differs_from_the_one_before_unless_it_only_leaves_congress(day: date) -> None:
    repeated = {TextKind.DISPATCHED, TextKind.LAW}
    for bill in of_kind(day, BillKind.BILL):
        is_vetoed = _was_amended_by_veto(bill)
        for before, after in pairwise(bill.texts):
            is_same = _bodies(before) == _bodies(after)
            may_differ = after.kind not in repeated or is_vetoed
            assert is_same != may_differ, f"{bill.number}: {after.slug}"


def test_articles_are_numbered_without_gaps_in_every_text() -> None:
    for bill in of_kind(MONDAY, BillKind.BILL):
        for text in bill.texts:
            permanent = [one for one in text.articles if one.eid.startswith("art")]
            wanted = [f"art_{place}" for place in range(1, len(permanent) + 1)]
            assert [one.eid for one in permanent] in (wanted, ["art_unico"])
            assert all(one.body and one.label for one in text.articles)
            assert len({one.eid for one in text.articles}) == len(text.articles)


def test_articles_are_added_removed_and_renumbered_between_texts() -> None:
    sizes = Counter(
        len(after.articles) - len(before.articles)
        for bill in of_kind(MONDAY, BillKind.BILL)
        for before, after in pairwise(bill.texts)
    )

    assert sizes[1] > 20
    assert sizes[-1] > 20
    assert sizes[0] > 20


# --- Journeys ----------------------------------------------------------------------------------


@pytest.mark.parametrize("day", DAYS)
def test_stages_follow_each_other_as_the_constitution_has_them(day: date) -> None:
    for bill in of_kind(day, BillKind.BILL):
        stages = [entry.stage for entry in bill.stages]
        assert stages[0] is Stage.FIRST
        assert stages[-1] is bill.stage
        for before, after in pairwise(stages):
            assert after in ONWARD[before], f"{bill.number}: {before} → {after}"


@pytest.mark.parametrize("day", DAYS)
def test_nothing_happens_before_a_bill_is_filed_or_after_today(day: date) -> None:
    for bill in story_of(day).bills:
        days = [step.taken_on for step in bill.steps]
        assert days == sorted(days)
        assert days[0] == bill.filed_on == bill.stages[0].entered_on
        assert days[-1] < day
        entered = [entry.entered_on for entry in bill.stages]
        assert entered == sorted(entered)
        assert all(bill.filed_on <= text.dated_on <= days[-1] for text in bill.texts)
        assert all(paper.dated_on and bill.filed_on <= paper.dated_on for paper in bill.papers)


@pytest.mark.parametrize("day", DAYS)
def test_steps_on_the_floor_cite_the_sitting_of_their_day(day: date) -> None:
    calendar = Calendar(day)
    for bill in story_of(day).bills:
        for step in bill.steps:
            if step.session_number is None:
                assert step.session_text == ""
                continue
            sitting = calendar.sitting(Chamber(step.chamber), step.taken_on)
            assert step.session_text == f"{sitting.number}/{sitting.legislature}"


@pytest.mark.parametrize("day", DAYS)
def test_motions_of_senators_have_one_to_five_signatures_of_the_day(day: date) -> None:
    found, story = plot_of(day), story_of(day)
    office = {member.key: place for place, member in enumerate(found.members.everyone, start=1)}
    for bill in of_kind(day, BillKind.BILL):
        if bill.initiative is Initiative.MESSAGE:
            assert bill.authors == ()
        elif bill.origin_chamber == Chamber.DEPUTIES:
            assert 1 <= len(bill.authors) <= 10
            assert {author.person_id for author in bill.authors} == {None}
        else:
            able = {office[one.key] for one in found.members.in_office(bill.filed_on)}
            assert 1 <= len(bill.authors) <= 5
            assert {author.person_id for author in bill.authors} <= able
    assert len(story.bills) == 375


def test_spending_is_proposed_by_the_president_alone() -> None:
    funds = [
        bill
        for bill in of_kind(MONDAY, BillKind.BILL)
        if bill.title.startswith(("Crea el Fondo", "Autoriza un programa piloto"))
    ]

    assert len(funds) == 42
    assert {bill.initiative for bill in funds} == {Initiative.MESSAGE}


def test_papers_of_every_kind_are_issued() -> None:
    kinds = Counter(paper.kind for bill in story_of(MONDAY).bills for paper in bill.papers)

    # What is none of these comes in by the officials' desk alone.
    assert set(kinds) == set(PaperKind) - {PaperKind.OTHER}


def test_groups_of_bills_are_merged_under_the_oldest() -> None:
    merged = [bill for bill in story_of(MONDAY).bills if bill.merged_with]

    assert Counter(len(bill.merged_with) for bill in merged) == {1: 6, 2: 3}
    assert {bill.stage for bill in merged} == {Stage.FIRST}
    for bill in merged:
        everyone = [bill.number, *(other.number for other in bill.merged_with)]
        lead = [other.number for other in bill.merged_with if other.is_lead] or [bill.number]
        assert lead == [min(everyone)]


def test_bills_amend_laws_that_were_published_before() -> None:
    laws = {bill.law_number: bill for bill in of_kind(MONDAY, BillKind.BILL) if bill.law_number}
    amending = [
        bill
        for bill in of_kind(MONDAY, BillKind.BILL)
        if bill.title.startswith("Modifica la ley N°")
    ]

    assert len(amending) == 8
    for bill in amending:
        law = laws[int(bill.title.split()[4].strip(",").replace(".", ""))]
        assert (law.law_published_on or MONDAY) < bill.filed_on


def _was_amended_by_veto(bill: ObservedBill) -> bool:
    """Whether the observations of the President were approved by both chambers."""
    return any(step.description == "Cuenta oficio aprobación veto ." for step in bill.steps)


def _bodies(text: ObservedText) -> list[tuple[str, str]]:
    return [(one.label, one.body) for one in text.articles]


def _words_of(bill: ObservedBill) -> list[str]:
    return [
        bill.title,
        bill.plain_title,
        bill.summary,
        bill.step_text,
        *(step.description for step in bill.steps),
        *(paper.title for paper in bill.papers),
        *(text.title for text in bill.texts),
    ]
