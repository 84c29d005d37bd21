"""The law of amendments: nothing unlawful can be reached, and every refusal names its article."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legislation.amendments import lifecycle
from legislation.amendments.edges import EDGES
from legislation.amendments.enums import (
    Admissibility,
    Author,
    Body,
    Deed,
    Outcome,
    PaperState,
    State,
)
from legislation.amendments.facts import Facts
from legislation.procedure.enums import Requester, Standing
from legislation.procedure.lifecycle import Unlawful

DAY = date(2026, 6, 10)
ARTICLE = re.compile(r"arts?\. \d+")
AMENDING = Standing.FIRST_SECOND_REPORT
LAWFUL = Facts(
    on=DAY,
    standing=AMENDING,
    opened_on=DAY - timedelta(days=3),
    deadline_on=DAY + timedelta(days=3),
    senators=2,
    by=Body.COMMITTEE,
    requester=Requester.AUTHOR,
)
DECIDED = {State.APPROVED, State.MODIFIED, State.PARTLY, State.REJECTED}

# Read from the standing orders (arts. 118 to 132) and the organic law (24 and 25), without
# looking at the table under test.
NEXT = {
    None: {State.FILED},
    State.FILED: {State.ADMISSIBLE, State.INADMISSIBLE, State.WITHDRAWN},
    State.ADMISSIBLE: DECIDED | {State.INADMISSIBLE, State.WITHDRAWN},
    State.INADMISSIBLE: {State.ADMISSIBLE},
    State.WITHDRAWN: {State.FILED, State.ADMISSIBLE},
    State.REJECTED: {State.RENEWED},
    State.APPROVED: set(),
    State.MODIFIED: set(),
    State.PARTLY: set(),
    State.RENEWED: set(),
}


@st.composite
def circumstances(draw):
    """Anything that may be true when something is done with an amendment."""
    votes = draw(st.sampled_from([(None, None), (3, 2), (2, 3), (2, 2), (3, None)]))
    return {
        "standing": draw(st.sampled_from([AMENDING, Standing.FIRST_DETAIL, *Standing])),
        "is_treaty": draw(st.booleans()),
        "is_at_once": draw(st.booleans()),
        "paper_is_open": draw(st.booleans()),
        "requester": draw(st.sampled_from(["", *Requester])),
        "senators": draw(st.integers(0, 12)),
        "is_exclusive": draw(st.booleans()),
        "author": draw(st.sampled_from(Author)),
        "has_ground": draw(st.booleans()),
        "has_outcome_text": draw(st.booleans()),
        "by": draw(st.sampled_from(["", *Body])),
        "in_favour": votes[0],
        "against": votes[1],
    }


walks = st.lists(st.tuples(st.integers(0, 1_000), circumstances()), max_size=30)


class Journey:
    """An amendment walked by its deeds, as the services walk it."""

    def __init__(self):
        self.state, self.is_admissible, self.ruled_by = None, False, ""
        self.history, self.refusals = [], []

    def attempt(self, deed, about):
        facts = replace(LAWFUL, ruled_by=self.ruled_by, ruled_on=DAY, **about)
        try:
            edge = lifecycle.check(deed, self.state, facts)
        except Unlawful as refusal:
            self.refusals.append(refusal)
            return
        end = edge.end or (State.ADMISSIBLE if self.is_admissible else State.FILED)
        self.history.append((deed, self.state, end, facts))
        if deed in (Deed.ADMIT, Deed.REFUSE, Deed.RECONSIDER):
            self.is_admissible, self.ruled_by = end == State.ADMISSIBLE, facts.by
        self.state = end


def walk(steps):
    journey = Journey()
    deeds = [one for one in Deed if one not in (Deed.OPEN, Deed.CLOSE)]
    for pick, about in steps:
        here = lifecycle.deeds_from(journey.state) if journey.state else [Deed.FILE]
        choices = here if here and pick % 7 else deeds
        journey.attempt(choices[pick % len(choices)], about)
    return journey


@given(walks)
def test_every_refusal_names_an_article_and_says_why(steps):
    for refusal in walk(steps).refusals:
        assert ARTICLE.search(refusal.citation)
        assert refusal.sentence.endswith(".")


@given(walks)
def test_an_amendment_goes_only_where_the_law_lets_it(steps):
    for deed, start, end, facts in walk(steps).history:
        assert end in NEXT[start]
        if deed != Deed.RENEW:
            assert facts.standing in (AMENDING, Standing.SECOND_SECOND_REPORT) or (
                facts.is_at_once
                and facts.standing in (Standing.FIRST_COMMITTEE, Standing.SECOND_COMMITTEE)
            )


@given(walks)
def test_only_the_president_or_ten_senators_renew_and_only_what_was_rejected(steps):
    for deed, start, _end, facts in walk(steps).history:
        if deed == Deed.RENEW:
            assert start == State.REJECTED
            by_president = facts.requester == Requester.PRESIDENT and facts.senators == 0
            assert by_president or (facts.requester == Requester.SENATOR and facts.senators >= 10)


@given(walks)
def test_no_senator_proposes_or_takes_over_what_is_for_the_president_alone(steps):
    for deed, _start, _end, facts in walk(steps).history:
        if deed == Deed.TAKE_OVER:
            assert not facts.is_exclusive
        if deed == Deed.FILE and facts.is_exclusive:
            assert facts.author == Author.PRESIDENT
        if deed == Deed.FILE:
            assert not facts.is_treaty


@pytest.mark.parametrize(
    ("deed", "start", "about", "article"),
    [
        (Deed.OPEN, None, {"is_treaty": True}, "54 N° 1"),
        (Deed.OPEN, None, {"standing": Standing.FIRST_COMMITTEE}, "118"),
        (Deed.OPEN, None, {"has_open_paper": True}, "118"),
        (Deed.OPEN, None, {"deadline_on": DAY - timedelta(days=1)}, "118"),
        (Deed.CLOSE, PaperState.OPEN, {}, "118"),
        (Deed.FILE, None, {"senators": 6}, "118"),
        (Deed.FILE, None, {"senators": 0}, "118"),
        (Deed.FILE, None, {"author": Author.PRESIDENT}, "118"),
        (Deed.FILE, None, {"deadline_on": DAY - timedelta(days=1)}, "118"),
        (Deed.FILE, None, {"paper_is_open": False}, "118"),
        (Deed.FILE, None, {"is_exclusive": True}, "24"),
        (Deed.FILE, None, {"has_text": False}, "118"),
        (Deed.FILE, None, {"names_article": False}, "118"),
        (Deed.REFUSE, State.FILED, {}, "24"),
        (Deed.ADMIT, State.FILED, {"by": ""}, "25"),
        (Deed.ADMIT, State.FILED, {"last_on": DAY + timedelta(days=1)}, "118"),
        (Deed.APPROVE, State.ADMISSIBLE, {}, "121"),
        (Deed.APPROVE, State.FILED, {}, "121"),
        (
            Deed.APPROVE,
            State.ADMISSIBLE,
            {"paper_is_open": False, "in_favour": 2, "against": 3},
            "35",
        ),
        (
            Deed.REJECT,
            State.ADMISSIBLE,
            {"paper_is_open": False, "in_favour": 3, "against": 2},
            "35",
        ),
        (Deed.MODIFY, State.ADMISSIBLE, {"paper_is_open": False}, "121"),
        (Deed.RENEW, State.INADMISSIBLE, {}, "124"),
        (Deed.RENEW, State.APPROVED, {}, "124"),
        (Deed.RENEW, State.REJECTED, {}, "124"),
        (
            Deed.RENEW,
            State.REJECTED,
            {
                "standing": Standing.FIRST_DETAIL,
                "requester": Requester.SENATOR,
                "senators": 9,
            },
            "124",
        ),
        (Deed.WITHDRAW, State.REJECTED, {}, "132"),
        (Deed.WITHDRAW, State.FILED, {"requester": Requester.SENATOR}, "132"),
        (Deed.TAKE_OVER, State.WITHDRAWN, {"is_exclusive": True}, "132"),
        (Deed.TAKE_OVER, State.FILED, {}, "132"),
        (Deed.TAKE_OVER, State.WITHDRAWN, {"senators": 6}, "132"),
    ],
)
def test_what_is_unlawful_is_refused_with_its_article(deed, start, about, article):
    with pytest.raises(Unlawful) as refusal:
        lifecycle.check(deed, start, replace(LAWFUL, **about))
    assert article in refusal.value.citation


@pytest.mark.parametrize(
    ("ruled_by", "by", "on", "sentence"),
    [
        (Body.FLOOR, Body.COMMITTEE, DAY, "The floor has decided on it"),
        (Body.COMMITTEE, Body.FLOOR, DAY, "Only the body"),
        (Body.COMMITTEE, Body.COMMITTEE, DAY - timedelta(days=1), "at once"),
    ],
)
def test_a_ruling_is_reconsidered_at_once_by_the_body_that_gave_it(ruled_by, by, on, sentence):
    facts = replace(LAWFUL, ruled_by=ruled_by, by=by, ruled_on=on)
    with pytest.raises(Unlawful, match=sentence) as refusal:
        lifecycle.check(Deed.RECONSIDER, State.INADMISSIBLE, facts)
    assert refusal.value.citation == "Ley 18.918, art. 25"


def test_every_row_names_its_article():
    assert [edge for edge in EDGES if not ARTICLE.search(edge.citation)] == []


@pytest.mark.parametrize(
    ("admissibility", "outcome", "is_renewed", "state"),
    [
        (Admissibility.PENDING, Outcome.PENDING, False, State.FILED),
        (Admissibility.INADMISSIBLE, Outcome.PENDING, False, State.INADMISSIBLE),
        (Admissibility.ADMISSIBLE, Outcome.PARTLY, False, State.PARTLY),
        (Admissibility.PENDING, Outcome.WITHDRAWN, False, State.WITHDRAWN),
        (Admissibility.ADMISSIBLE, Outcome.REJECTED, True, State.RENEWED),
    ],
)
def test_where_it_stands_follows_from_its_ruling_outcome_and_renewal(
    admissibility, outcome, is_renewed, state
):
    assert lifecycle.state_of(admissibility, outcome, is_renewed=is_renewed) == state
