import pytest
from markupsafe import Markup

from portals.shared.parts import Ballot, Column, GroupCounts
from portals.shared.tables import data_table, roll_call, tally, tally_table
from tests.portals.shared.conftest import drawing

pytestmark = pytest.mark.usefixtures("english")

COLUMNS = (Column("Name", "head"), Column("Role"), Column("Times", "number"))


def test_the_first_cell_is_the_heading_of_its_row():
    table = drawing(data_table(caption="Roles", columns=COLUMNS, rows=[("Ana", "Chair", 3)]))
    assert [cell.tag for cell in table.find("tbody/tr")] == ["th", "td", "td"]
    assert table.find("tbody/tr/th").get("scope") == "row"
    assert [th.get("scope") for th in table.find("thead/tr")] == ["col"] * 3
    assert table.find("caption").text == "Roles"


def test_every_value_of_a_stacked_table_carries_the_name_of_its_column():
    table = data_table(caption="x", columns=COLUMNS, rows=[("Ana", "Chair", 3)], variant="stack")
    assert '<td data-l="Role">Chair</td><td class="n" data-l="Times">3</td>' in table


def test_values_are_escaped_and_markup_is_let_through():
    rows = [("<i>", 'a & "b"', Markup("<b>3</b>"))]
    table = data_table(caption="<x>", columns=COLUMNS, rows=rows)
    assert '<th scope="row">&lt;i&gt;</th>' in table
    assert "a &amp; &#34;b&#34;</td>" in table
    assert "<b>3</b></td>" in table
    assert "&lt;x&gt;</caption>" in table


def test_thousands_are_written_zero_is_grey_and_nothing_is_no_data():
    rows = [("a", None, 1234), ("b", "", 0)]
    table = data_table(caption="x", columns=COLUMNS, rows=rows)
    assert '<span class="muted">No data</span>' in table
    assert '<td class="n" data-l="Times">1,234</td>' in table
    assert '<td class="n zero" data-l="Times">0</td>' in table


def test_a_row_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="argument 2"):
        data_table(caption="x", columns=COLUMNS, rows=[("a", "b")])


def test_an_unknown_variant_is_refused():
    with pytest.raises(ValueError, match="fancy"):
        data_table(caption="x", columns=COLUMNS, rows=[], variant="fancy")


def test_a_tally_shows_the_four_answers_even_when_nobody_gave_them():
    terms = [span.text for span in drawing(tally(counts={"YES": 3})).iter("span") if span.text]
    assert terms == ["Yes", "No", "Abstention", "Paired"]


def test_absences_appear_when_the_roll_is_known_and_recusals_when_there_are_any():
    known = {"YES": 3, "ABSENT": 0, "RECUSED": 1}
    terms = [span.text for span in drawing(tally(counts=known)).iter("span") if span.text]
    assert terms == ["Yes", "No", "Abstention", "Paired", "Recused", "Absent"]


def test_the_table_of_parties_adds_up():
    groups = [
        GroupCounts("Left", {"YES": 3, "NO": 1}, "L", "/l/"),
        GroupCounts("Right", {"YES": 2, "NO": 4, "ABSTAIN": 1}, "R"),
    ]
    table = drawing(tally_table(caption="By party", head="Party", groups=groups))
    figures = [[td.text for td in row.findall("td") if td.text] for row in table.iter("tr")]
    assert figures[1:] == [["3", "1", "0", "0"], ["2", "4", "1", "0"], ["5", "5", "1", "0"]]


def test_the_roll_call_is_gathered_by_answer_and_counts_each():
    ballots = [
        Ballot("Ana & Co", "NO", "L", "Ñuble", "/ana/"),
        Ballot("Bea", "YES", "R", "Aysén"),
        Ballot("Carla", "ABSENT", "R", "", None, "with leave"),
        Ballot("Dora", "YES", "", ""),
    ]
    table = roll_call(caption="Roll", ballots=ballots)
    tree = drawing(table)
    heads = [tr.find("th") for tr in tree.iter("tr") if tr.get("class") == "tbl-group"]
    assert [(head.text.strip(), head.find("span").text) for head in heads] == [
        ("In favour", "2"),
        ("Against", "1"),
        ("Absent", "1"),
    ]
    assert '<a href="/ana/">Ana &amp; Co</a>' in table
    assert '<span class="ans__note">with leave</span>' in table
    assert [body.get("id") for body in tree.iter("tbody")] == ["yes", "no", "absent"]
