"""The law of the journey: nothing unlawful can be reached, and every refusal names its article."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legislation.bills.enums import Initiative, Stage, Status
from legislation.people.enums import Chamber
from legislation.procedure import lifecycle
from legislation.procedure.edges import EDGES, ENDED, WHERE_IT_WAS
from legislation.procedure.enums import ActKind, Requester, Standing
from legislation.procedure.facts import Facts
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.places import PLACES

DAY = date(2026, 6, 1)
ARTICLE = re.compile(r"arts?\. \d+")
REMEMBER = {Standing.SHELVED, Standing.WITHDRAWN, Standing.COURT}
ORIGINS = (Chamber.SENATE, Chamber.DEPUTIES)
OPENS = {Chamber.SENATE: ActKind.FILE, Chamber.DEPUTIES: ActKind.RECEIVE}

# Read from the Constitution (arts. 65 to 75 and 93), without looking at the table under test:
# from each stage of the public record, the stages that may come next.
NEXT_STAGE = {
    Stage.FIRST: {Stage.SECOND, Stage.FIRST_INSISTED, Stage.ARCHIVED, Stage.FINISHED},
    Stage.FIRST_INSISTED: {Stage.FIRST, Stage.FINISHED},
    Stage.SECOND: {Stage.THIRD, Stage.CONFERENCE_IDEA, Stage.COMPLETION, Stage.ARCHIVED},
    Stage.THIRD: {Stage.COMPLETION, Stage.CONFERENCE_CHANGES},
    Stage.CONFERENCE_IDEA: {Stage.CONFERENCE_REPORT_ORIGIN, Stage.INSISTENCE, Stage.FINISHED},
    Stage.CONFERENCE_CHANGES: {
        Stage.CONFERENCE_REPORT_ORIGIN,
        Stage.INSISTENCE,
        Stage.COMPLETION,
        Stage.FINISHED,
    },
    Stage.CONFERENCE_REPORT_ORIGIN: {
        Stage.CONFERENCE_REPORT_REVISING,
        Stage.CONFERENCE_IDEA,
        Stage.CONFERENCE_CHANGES,
    },
    Stage.CONFERENCE_REPORT_REVISING: {
        Stage.COMPLETION,
        Stage.CONFERENCE_IDEA,
        Stage.CONFERENCE_CHANGES,
    },
    Stage.INSISTENCE: {Stage.COMPLETION, Stage.FINISHED},
    Stage.COMPLETION: {Stage.PRESIDENT},
    Stage.PRESIDENT: {Stage.VETO_ORIGIN, Stage.COURT, Stage.FINISHED},
    Stage.VETO_ORIGIN: {Stage.VETO_REVISING},
    Stage.VETO_REVISING: {Stage.PRESIDENT, Stage.FINISHED},
    Stage.COURT: {Stage.PRESIDENT, Stage.FINISHED},
    Stage.ARCHIVED: {Stage.FIRST, Stage.SECOND},
    Stage.FINISHED: {Stage.FIRST},  # a motion taken over after its author withdrew it
}


@st.composite
def bills(draw):
    """Somebody's bill: where it began, who started it, what it is."""
    initiative = draw(st.sampled_from(Initiative))
    return {
        "origin": draw(st.sampled_from(ORIGINS)),
        "initiative": initiative,
        "is_treaty": initiative == Initiative.MESSAGE and draw(st.booleans()),
        "is_exclusive": draw(st.booleans()),
        "needs_court_control": draw(st.booleans()),
    }


@st.composite
def circumstances(draw):
    """Anything that may be true of an act."""
    present = draw(st.integers(0, 50))
    in_favour = draw(st.integers(0, present))
    counted = draw(st.booleans())
    observations = draw(st.integers(0, 3))
    return {
        "has_open_question": draw(st.booleans()),
        "has_pending_amendments": draw(st.booleans()),
        "has_running_urgency": draw(st.booleans()),
        "names_committee": draw(st.booleans()),
        "has_ground": draw(st.booleans()),
        "requester": draw(st.sampled_from(["", *Requester])),
        "other_chamber_agrees": draw(st.booleans()),
        "in_favour": in_favour if counted else None,
        "against": draw(st.integers(0, present - in_favour)) if counted else None,
        "present": present if counted else None,
        "in_committee_since": draw(st.sampled_from([None, DAY - timedelta(days=900)])),
        "with_president_since": draw(
            st.sampled_from([None, DAY - timedelta(days=10), DAY - timedelta(days=40)])
        ),
        "observations": observations,
        "observations_decided": draw(st.integers(0, observations)),
        "law_number": draw(st.sampled_from([None, 21_900])),
        "merges_with": draw(st.sampled_from([(), ("18000-07",)])),
    }


class Journey:
    """A bill walked by its acts, as the services walk it."""

    def __init__(self, bill):
        self.bill, self.standing, self.resumes_as = bill, None, None
        self.history = []

    def attempt(self, act, about):
        ruled = ActKind.RULE_CONFORM in self.acts
        facts = Facts(taken_on=DAY, court_has_ruled=ruled, **self.bill, **about)
        edge = lifecycle.check(act, self.standing, facts)
        end = self.resumes_as if edge.end is WHERE_IT_WAS else edge.end
        if end in REMEMBER:
            self.resumes_as = self.standing
        self.history.append((act, self.standing, end, facts))
        self.standing = end

    @property
    def acts(self):
        return [act for act, *_rest in self.history]

    def index(self, *acts):
        return next((n for n, act in enumerate(self.acts) if act in acts), None)


walks = st.lists(st.tuples(st.integers(0, 1_000), circumstances()), max_size=40)


def walk(bill, steps):
    """Attempt acts: mostly those that have a row here, now and then any other."""
    journey, refusals = Journey(bill), []
    journey.attempt(OPENS[bill["origin"]], {})
    for pick, about in steps:
        here = lifecycle.acts_from(journey.standing, bill["origin"])
        choices = here if here and pick % 7 else list(ActKind)
        act = choices[pick % len(choices)]
        try:
            journey.attempt(act, about)
        except Unlawful as refusal:
            refusals.append(refusal)
    return journey, refusals


@given(bills(), walks)
def test_every_refusal_names_an_article_and_says_why(bill, steps):
    _journey, refusals = walk(bill, steps)
    for refusal in refusals:
        assert ARTICLE.search(refusal.citation)
        assert refusal.sentence.endswith(".")


@given(bills(), walks)
def test_no_bill_goes_where_the_constitution_does_not_lead(bill, steps):
    journey, _refusals = walk(bill, steps)
    for _act, start, end, _facts in journey.history[1:]:
        before, after = PLACES[start].stage, PLACES[end].stage
        assert after == before or after in NEXT_STAGE[before], (start, end)


@given(bills(), walks)
def test_a_law_was_agreed_by_both_chambers_and_passed_by_the_president(bill, steps):
    journey, _refusals = walk(bill, steps)
    if journey.standing != Standing.LAW:
        return
    visited = {end for _act, _start, end, _facts in journey.history}
    assert PLACES[Standing.SECOND_NOTICE].stage in {PLACES[one].stage for one in visited}
    assert Standing.PRESIDENT in visited
    assert Standing.ENACTED in visited


@given(bills(), walks)
def test_what_the_court_must_review_is_not_enacted_before_it_has(bill, steps):
    journey, _refusals = walk(bill, steps)
    enacted = journey.index(ActKind.PROMULGATE)
    if bill["needs_court_control"] and enacted is not None:
        assert ActKind.RULE_CONFORM in journey.acts[:enacted]


@given(bills(), walks)
def test_a_treaty_is_never_changed(bill, steps):
    journey, _refusals = walk(bill, steps)
    if bill["is_treaty"]:
        stages = {PLACES[end].stage for _act, _start, end, _facts in journey.history}
        assert stages.isdisjoint({Stage.THIRD, Stage.CONFERENCE_CHANGES})
        assert ActKind.APPROVE_GENERAL not in journey.acts


@given(bills(), walks)
def test_a_bill_that_was_voted_on_is_not_withdrawn(bill, steps):
    journey, _refusals = walk(bill, steps)
    withdrawn = journey.index(ActKind.WITHDRAW)
    if withdrawn is not None:
        votes = {ActKind.APPROVE_GENERAL, ActKind.APPROVE, ActKind.APPROVE_UNCHANGED}
        assert votes.isdisjoint(journey.acts[:withdrawn])
        assert not journey.history[withdrawn][3].has_open_question


@given(bills(), walks)
def test_an_insistence_has_two_thirds_of_those_present(bill, steps):
    journey, _refusals = walk(bill, steps)
    for act, _start, _end, facts in journey.history:
        if act == ActKind.INSIST:
            assert 3 * facts.in_favour >= 2 * facts.present > 0
        if act == ActKind.CONFIRM_REJECTION:
            assert 3 * facts.against >= 2 * facts.present > 0


@given(bills(), walks)
def test_only_a_message_has_a_second_chance_after_a_rejection_in_general(bill, steps):
    journey, _refusals = walk(bill, steps)
    if bill["initiative"] == Initiative.MOTION:
        assert ActKind.TAKE_TO_OTHER_CHAMBER not in journey.acts


def test_every_standing_is_reached_from_one_of_the_two_openings():
    reached, waiting = set(), [Standing.FILED, Standing.SECOND_NOTICE]
    while waiting:
        here = waiting.pop()
        if here in reached:
            continue
        reached.add(here)
        waiting += [edge.end for edge in EDGES if edge.start == here and edge.end]
    # Bills of the other chamber are taken up there only, or come back there by article 68.
    assert set(Standing) - reached == set()


def test_what_has_ended_moves_only_as_the_law_revives_it():
    moves = {(edge.start, edge.act) for edge in EDGES if edge.start in ENDED}
    assert moves == {
        (Standing.INADMISSIBLE, ActKind.RECONSIDER_ADMISSIBILITY),
        (Standing.REJECTED_GENERAL, ActKind.TAKE_TO_OTHER_CHAMBER),
        (Standing.SHELVED, ActKind.UNSHELVE),
        (Standing.WITHDRAWN, ActKind.TAKE_OVER),
    }


def test_every_standing_has_a_place_in_the_public_record():
    assert set(PLACES) == set(Standing)


def test_what_has_ended_is_not_in_progress_in_the_public_record():
    ended = {standing for standing, place in PLACES.items() if place.status != Status.IN_PROGRESS}
    assert ended == ENDED


def test_an_act_leads_to_one_place_alone_from_each_standing():
    for origin in ORIGINS:
        rows = [(e.act, e.start) for e in EDGES if e.origin in (None, origin)]
        assert len(rows) == len(set(rows))


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: f"{edge.act}-{edge.start}")
def test_every_row_and_its_conditions_name_an_article(edge):
    assert ARTICLE.search(edge.citation)
    for guard in edge.guards:
        assert ARTICLE.search(guard.citation), guard.sentence


def facts(**about):
    return Facts(
        **{
            "origin": Chamber.SENATE,
            "initiative": Initiative.MOTION,
            "taken_on": DAY,
            **about,
        }
    )


@pytest.mark.parametrize(
    ("act", "start", "about", "article"),
    [
        (ActKind.GIVE_NOTICE, Standing.FILED, {}, "art. 78"),
        (ActKind.GIVE_NOTICE, Standing.FILED, {"is_exclusive": True}, "art. 65"),
        (ActKind.REPORT, Standing.FILED, {}, "art. 17"),
        (ActKind.APPROVE_GENERAL, Standing.FIRST_FLOOR, {"is_treaty": True}, "art. 54"),
        (
            ActKind.APPROVE_GENERAL,
            Standing.FIRST_FLOOR,
            {"in_favour": 10, "against": 20, "present": 30},
            "art. 7",
        ),
        (
            ActKind.APPROVE_GENERAL,
            Standing.FIRST_FLOOR,
            {"in_favour": 30, "against": 20, "present": 30},
            "art. 7",
        ),
        (
            ActKind.APPROVE,
            Standing.FIRST_SECOND_REPORT,
            {"has_pending_amendments": True},
            "art. 120",
        ),
        (
            ActKind.INSIST,
            Standing.INSISTENCE_ORIGIN_IDEA,
            {"in_favour": 25, "against": 13, "present": 38},
            "arts. 68",
        ),
        (ActKind.ASSENT, Standing.PRESIDENT, {"with_president_since": date(2026, 5, 1)}, "art"),
        (ActKind.DEEM_APPROVED, Standing.PRESIDENT, {"with_president_since": DAY}, "art. 75"),
        (ActKind.PROMULGATE, Standing.PROMULGATION, {"needs_court_control": True}, "art. 93"),
        (ActKind.WITHDRAW, Standing.FIRST_COMMITTEE, {"has_open_question": True}, "art. 132"),
        (ActKind.WITHDRAW, Standing.FIRST_DETAIL, {"requester": Requester.AUTHOR}, "art. 132"),
        (
            ActKind.SHELVE,
            Standing.FIRST_COMMITTEE,
            {"in_committee_since": date(2024, 6, 2)},
            "art. 36 bis",
        ),
        (
            ActKind.SHELVE,
            Standing.SECOND_COMMITTEE,
            {"in_committee_since": date(2024, 6, 1), "origin": Chamber.DEPUTIES},
            "art. 36 bis",
        ),
        (ActKind.SET_URGENCY, Standing.FIRST_FLOOR, {"requester": Requester.SENATOR}, "art"),
    ],
)
def test_what_the_law_forbids_is_refused_with_its_article(act, start, about, article):
    with pytest.raises(Unlawful) as refusal:
        lifecycle.check(act, start, facts(**about))
    assert article in refusal.value.citation


def test_a_bill_is_shelved_on_the_very_day_of_two_years():
    edge = lifecycle.check(
        ActKind.SHELVE, Standing.FIRST_COMMITTEE, facts(in_committee_since=date(2024, 6, 1))
    )
    assert edge.end == Standing.SHELVED


def test_two_thirds_are_counted_of_those_present():
    edge = lifecycle.check(
        ActKind.INSIST,
        Standing.INSISTENCE_ORIGIN_IDEA,
        facts(in_favour=26, against=13, present=39),
    )
    assert edge.end == Standing.INSISTENCE_REVISING_IDEA


@pytest.mark.parametrize(
    "edge", [edge for edge in EDGES if edge.start and edge.end], ids=lambda e: f"{e.act}-{e.start}"
)
def test_every_row_leads_where_the_constitution_leads(edge):
    before, after = PLACES[edge.start].stage, PLACES[edge.end].stage
    assert after == before or after in NEXT_STAGE[before]
