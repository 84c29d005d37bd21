from datetime import date

import pytest

from portals.shared.drawing.marks import answer, verdict
from portals.shared.parts import Entry, Link, VoteLine
from portals.shared.rows import chron, vote_row
from tests.portals.shared.conftest import drawing

pytestmark = pytest.mark.usefixtures("english")

ON = date(2026, 10, 7)


def vote(**more):
    facts = {"sentence": "A <b> & B", "href": "/v/?a=1&b=2", "outcome": "APPROVED", "on": ON}
    return VoteLine(**{**facts, "counts": {"YES": 31, "NO": 12, "ABSTAIN": 1}, **more})


def test_a_vote_says_its_sentence_its_result_and_its_totals():
    row = vote_row(line=vote(needed=26, seats=50, facts=("Bill 1-07",)))
    tree = drawing(row)
    assert tree.find("div/h3/a").text == "A <b> & B"
    assert tree.find("div/h3/a").get("href") == "/v/?a=1&b=2"
    assert "<span>Approved</span>" in row
    assert "31 yes, 12 no, 1 abstention<" in row
    assert '<span>Bill 1-07</span><time datetime="2026-10-07">7 October 2026</time>' in row


def test_abstentions_are_not_mentioned_when_nobody_abstained():
    assert "41 yes, 0 no<" in vote_row(line=vote(counts={"YES": 41}))


def test_the_heading_takes_its_place_in_the_outline():
    assert "<h2><a" in vote_row(line=vote(), level=2)


@pytest.mark.parametrize(
    ("outcome", "word"),
    [
        ("APPROVED", "Approved"),
        ("REJECTED", "Rejected"),
        ("TIE", "Tie"),
        ("UNRESOLVED", "Unresolved because of abstentions"),
        ("UNKNOWN", "Result not known"),
    ],
)
def test_every_result_has_a_word(outcome, word):
    assert drawing(verdict(outcome=outcome)).find("span").text == word


def test_every_result_and_answer_has_a_shape_of_its_own():
    outcomes = ["APPROVED", "REJECTED", "TIE", "UNRESOLVED", "UNKNOWN"]
    choices = ["YES", "NO", "ABSTAIN", "PAIRED", "RECUSED", "ABSENT", "PENDING"]
    shapes = [drawing(verdict(outcome=o)).find("svg/use").get("href") for o in outcomes]
    assert len(set(shapes)) == 5
    shapes = [drawing(answer(choice=c)).find("svg/use").get("href") for c in choices]
    assert len(set(shapes)) == 7


def test_an_unknown_code_is_refused():
    with pytest.raises(KeyError):
        answer(choice="MAYBE")
    with pytest.raises(KeyError):
        verdict(outcome="WON")


def test_a_label_and_a_note_are_escaped():
    assert answer(choice="YES", label="<x>", note="<y>").endswith(
        '<span>&lt;x&gt;</span></span><span class="ans__note">&lt;y&gt;</span>'
    )


def test_a_timeline_keeps_the_order_given_and_links_what_can_be_opened():
    entries = [
        Entry(ON, "Second <step>", "Body & soul", "/2/", "Floor", (Link("read", "/pdf", "PDF"),)),
        Entry(date(2026, 3, 1), "First", when="Today, 16:31"),
    ]
    markup = chron(entries=entries)
    tree = drawing(markup)
    assert [b.findtext("a") or b.text for b in tree.iter("b")] == ["Second <step>", "First"]
    assert "<p>Body &amp; soul</p>" in markup
    assert '<a href="/pdf">read</a> <span class="muted">(PDF)</span>' in markup
    assert [t.text for t in tree.iter("time")] == ["7 Oct 2026", "Today, 16:31"]
    assert [t.get("datetime") for t in tree.iter("time")] == ["2026-10-07", "2026-03-01"]
