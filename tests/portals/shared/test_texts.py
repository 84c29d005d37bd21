import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portals.shared.parts import Change
from portals.shared.texts import diff_inline, diff_new, diff_old, json_ld, law_text
from tests.portals.shared.conftest import drawing

pytestmark = pytest.mark.usefixtures("english")

CHANGES = [
    Change("equal", "Within "),
    Change("delete", "180 days"),
    Change("insert", "120 days"),
    Change("equal", ", from the date."),
    Change("insert", "\nThe offer is made in writing."),
]


def said(paragraphs, tag):
    tree = drawing(f"<div>{paragraphs}</div>")
    return [
        "".join(span.text for span in node.findall("span[@class='t']")) for node in tree.iter(tag)
    ]


def test_the_old_text_marks_what_was_removed_and_leaves_out_what_was_added():
    old = diff_old(changes=CHANGES)
    assert said(old, "del") == ["180 days"]
    assert said(old, "ins") == []
    assert "120 days" not in old


def test_the_new_text_marks_what_was_added_and_leaves_out_what_was_removed():
    new = diff_new(changes=CHANGES)
    assert said(new, "ins") == ["120 days", "The offer is made in writing."]
    assert "180 days" not in new


def test_one_text_shows_both_in_order_and_in_paragraphs():
    both = diff_inline(changes=CHANGES)
    assert both.index("<del>") < both.index("<ins>")
    assert both.count("<p>") == 2


def test_a_change_is_announced_to_those_who_listen():
    assert (
        '<del><span class="vh">[removed] </span><span class="t">180 days</span>'
        '<span class="vh"> [end of what was removed]</span></del>'
    ) in diff_old(changes=CHANGES)


def test_a_mark_never_crosses_the_end_of_a_paragraph():
    new = diff_new(changes=[Change("insert", "one\ntwo"), Change("equal", " three")])
    assert said(new, "ins") == ["one", "two"]
    assert [p.find("ins") is not None for p in drawing(f"<div>{new}</div>")] == [True, True]


def test_blanks_around_a_change_stay_outside_its_brackets():
    assert diff_new(changes=[Change("insert", " new "), Change("equal", "text")]).startswith(
        "<p> <ins>"
    )


def test_texts_are_escaped():
    assert "&lt;script&gt;" in diff_inline(changes=[Change("insert", "<script>")])
    assert law_text(text="a < b\n\n  c  ") == "<p>a &lt; b</p><p>c</p>"


def test_an_unknown_operation_is_refused():
    with pytest.raises(ValueError, match="replace"):
        diff_inline(changes=[Change("replace", "x")])


words = st.text(alphabet="ab <&\n", max_size=12)


@given(st.lists(st.builds(Change, st.sampled_from(["equal", "insert", "delete"]), words)))
def test_whatever_the_changes_the_markup_is_well_formed(changes):
    for write in (diff_old, diff_new, diff_inline):
        drawing(f"<div>{write(changes=changes)}</div>")


def test_a_description_for_machines_cannot_close_its_script():
    markup = json_ld(data={"name": "</script><b>&"})
    assert markup.count("<") == 2
    inner = markup.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert json.loads(inner) == {"name": "</script><b>&"}
