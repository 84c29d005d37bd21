"""Components take what they declare, by name, and nothing else."""

import inspect
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from jinja2 import UndefinedError, nodes
from markupsafe import Markup

from portals.shared import ui
from portals.shared.jinja import TemplateComponent
from portals.shared.pagination import PageLinks
from portals.shared.parts import Column, Facet, FieldError, Filter, Link, Option, Stage, Tab
from tests.portals.shared.conftest import drawing

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def write(templates):
    """Render a line of template with the names given."""

    def render(source, **names):
        return templates.from_string(source).render(**names)

    return render


def macros(templates):
    return {n: c for n, c in templates.globals.items() if isinstance(c, TemplateComponent)}


def test_every_component_in_python_takes_only_named_arguments():
    for name, component in ui.COMPONENTS.items():
        kinds = {p.kind for p in inspect.signature(component).parameters.values()}
        assert kinds <= {inspect.Parameter.KEYWORD_ONLY}, name


def test_every_component_in_python_says_what_it_is():
    assert [name for name, component in ui.COMPONENTS.items() if not component.__doc__] == []


def test_every_macro_says_what_it_is_and_is_short(templates):
    undescribed = {}
    for name, component in macros(templates).items():
        source, *_rest = templates.loader.get_source(templates, f"components/{name}.html")
        assert source.startswith("{# "), name
        assert len(source.splitlines()) <= 40, name
        described = set(re.findall(r"\w+", source[: source.index("#}")]))
        undescribed[name] = (component.required | component.optional) - described - OBVIOUS
    assert {name: left for name, left in undescribed.items() if left} == {}


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        ("caveat(title='a', text='b', colour='c')", r"caveat\(\) does not declare colour"),
        ("caveat(title='a')", r"caveat\(\) needs text"),
        ("rubric(id='a', title='b')", r"rubric\(\) needs content"),
        ("tally(counts={}, colour='c')", "unexpected keyword argument 'colour'"),
        ("tally()", "missing 1 required keyword-only argument: 'counts'"),
        ("caveat('a', 'b')", "positional argument"),
        ("tally({})", "positional argument"),
    ],
)
def test_a_call_that_is_not_as_declared_is_an_error(write, call, complaint):
    with pytest.raises(TypeError, match=complaint):
        write("{{ " + call + " }}")


def test_content_given_to_a_component_that_takes_none_is_an_error(write):
    with pytest.raises(TypeError, match="takes no content"):
        write("{% call caveat(title='a', text='b') %}x{% endcall %}")


def test_a_name_that_was_not_given_is_an_error(write):
    with pytest.raises(UndefinedError):
        write("{{ nothing_of_the_kind }}")


def test_what_is_put_into_a_message_is_escaped(write):
    source = '{{ _("Due on %(date)s", date=value) }}|{{ _("Menu") }}|{{ ngettext("%(num)d abstention", "%(num)d abstentions", 2) }}'
    assert write(source, value="<b>") == "Due on &lt;b&gt;|Menu|2 abstentions"


def test_a_translated_block_counts_and_escapes(write):
    source = "{% trans n=3, who=who %}{{ n }} day for {{ who }}{% pluralize n %}{{ n }} days for {{ who }}{% endtrans %}"
    assert write(source, who="<A>") == "3 days for &lt;A&gt;"


# Arguments whose name says everything.
OBVIOUS = {"href", "title", "text", "label", "name", "value", "action", "clear_href", "report_href"}

HOSTILE = "<i>&\"'"


@pytest.mark.parametrize(
    "call",
    [
        "crumbs(items=[link, link])",
        "kicker(items=[bad, bad])",
        "page_head(title=bad, kicker_items=[bad], lead=bad, official=bad)",
        "band(title=bad, kicker=bad, facts=[bad], links=[link])",
        "tabs(label=bad, items=[tab])",
        "deflist(items=[link])",
        "link_list(items=[link])",
        "notice(title=bad, text=bad)",
        "search_result(kind=bad, title=bad, href=bad, excerpt=bad, facts=[bad])",
        "search_box(action=bad, id='q', query=bad, variant='big', label=bad, hint=bad)",
        "person_head(name=bad, role=bad, facts=[bad])",
        "field(id='f', name=bad, label=bad, value=bad, hint=bad, error=bad)",
        "field(id='f', name=bad, label=bad, value=bad, choices=[(bad, bad)])",
        "field(id='f', name=bad, label=bad, value=bad, kind='textarea')",
        "filters(action=bad, items=[filter], hidden=[(bad, bad)], clear_href=bad)",
        "error_summary(errors=[error], title=bad)",
        "empty(text=bad, links=[link])",
        "colophon(items=[bad])",
        "ribbon(text=bad, note=bad)",
    ],
)
def test_no_component_lets_a_text_write_markup(write, call):
    markup = write(
        "{{ " + call + " }}",
        bad=HOSTILE,
        link=Link(HOSTILE, "/" + HOSTILE, HOSTILE),
        tab=Tab(HOSTILE, HOSTILE, 3),
        filter=Filter(HOSTILE, HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),)),
        error=FieldError("f", HOSTILE),
    )
    assert "<i>" not in markup
    assert '&"' not in markup
    assert "&lt;i&gt;&amp;&#34;&#39;" in markup


def test_markup_made_by_the_page_is_let_through(write):
    assert "<em>x</em>" in write("{{ notice(title='a', text=text) }}", text=Markup("<em>x</em>"))


def test_the_last_crumb_is_where_one_is(write):
    markup = write("{{ crumbs(items=items) }}", items=[Link("Home", "/"), Link("Bill 1-07")])
    assert '<a href="/">Home</a>' in markup
    assert '<span aria-current="page">Bill 1-07</span>' in markup


def test_a_tab_counts_in_the_language_of_the_page(write):
    items = [Tab("Texts", "/t/", 1022), Tab("Votes", "/v/", is_current=True)]
    markup = write("{{ tabs(label='Bill', items=items) }}", items=items)
    assert 'Texts <span class="num">1,022</span>' in markup
    assert '<a href="/v/" aria-current="page">Votes</a>' in markup


def test_the_route_marks_where_the_bill_is_and_says_every_state(write):
    stages = [
        Stage("First", "done", 1, "Lower house", "Approved", date(2026, 8, 12)),
        Stage("Second", "now", 2),
        Stage("Mixed", "maybe", 0),
        Stage("Law", "next", 0),
    ]
    tree = drawing(
        write("{{ route(label='Route', lanes=['A', 'B'], stages=stages) }}", stages=stages)
    )
    steps = [li for li in tree if "stage" in li.get("class").split()]
    assert [li.get("aria-current") for li in steps] == [None, "step", None, None]
    assert [li.find("span").text for li in steps] == [
        "Done: ", "The bill is here: ", "Only in some cases: ", "Still to come: ",
    ]  # fmt: skip
    assert [li.get("class") for li in steps] == [
        "stage stage--done stage--r1 k1",
        "stage stage--now stage--r2 k2",
        "stage stage--maybe stage--r0 k3",
        "stage stage--next stage--r0 k4",
    ]


@pytest.mark.parametrize(
    ("day", "words", "is_red"),
    [
        (11, ["Day 11", "of 15", "Due on Saturday 28 November 2026"], False),
        (14, ["Day 14", "Due on"], True),
        (16, ["Expired", "It was due on Saturday 28 November 2026"], True),
    ],
)
def test_the_clock_of_an_urgency_says_the_day_and_when_it_is_due(write, day, words, is_red):
    source = "{{ urgency_clock(kind='Suma', day=day, total=15, due_on=due) }}"
    markup = write(source, day=day, due=date(2026, 11, 28))
    assert [word for word in words if word not in markup] == []
    assert ("due--red" in markup) is is_red


def test_a_measure_shows_its_denominator_its_share_and_the_median(write):
    source = "{{ measure(value=412, total=438, unit='votes', title='Voted', median=91) }}"
    markup = write(source)
    assert "412 <small>of 438 votes</small>" in markup
    assert "94%" in markup
    assert "Median of the Senate: 91%." in markup


def test_with_too_few_cases_there_is_a_count_and_no_percentage(write):
    markup = write("{{ measure(value=7, total=8, unit='sittings', title='Attended') }}")
    assert "7 <small>of 8 sittings</small>" in markup
    assert "%" not in markup
    assert "<svg" not in markup


def test_a_facet_links_each_value_with_its_count_and_says_which_is_chosen(write):
    facet = Facet("State", [Option("Law", "?e=law", 1402), Option("Shelved", "?", 3, True)], "?")
    markup = write("{{ facets(items=[facet]) }}", facet=facet)
    assert '<a href="?e=law">Law</a> <span class="num">1,402</span>' in markup
    assert '<a href="?" aria-current="true">Shelved<span class="vh">' in markup


def test_filters_are_folded_and_say_how_many_are_in_use(write):
    lists = [
        Filter("estado", "State", "publicado", (("publicado", "Law"),)),
        Filter("anio", "Year", "", (("2026", "2026"),)),
    ]
    call = "{{ filters(action='/', items=items, hidden=hidden) }}"

    used, unused = (
        BeautifulSoup(write(call, items=items, hidden=hidden), "html.parser")
        for items, hidden in ((lists, [("autor", "ana")]), (lists[1:], []))
    )

    assert " ".join(used.summary.get_text().split()) == "Filter the list 2 in use"
    assert " ".join(unused.summary.get_text().split()) == "Filter the list"
    assert used.details.form["action"] == "/"
    assert "open" not in used.details.attrs


def test_a_list_without_neighbours_has_no_pager(write):
    assert write("{{ pager(links=links) }}", links=PageLinks(None, None)).strip() == ""
    markup = write("{{ pager(links=links) }}", links=PageLinks(None, "?pagina=x&y"))
    assert 'rel="next" href="?pagina=x&amp;y">Older</a>' in markup
    assert 'rel="prev"' not in markup


def test_a_field_in_error_points_to_its_message_and_its_hint(write):
    markup = write("{{ field(id='m', name='mail', label='Mail', hint='h', error='e') }}")
    assert 'aria-describedby="m-hint m-err"' in markup
    assert 'aria-invalid="true"' in markup
    assert '<p class="field__err" id="m-err">e</p>' in markup


def test_the_summary_of_errors_leads_to_each_field_and_is_absent_when_there_are_none(write):
    assert write("{{ error_summary(errors=[]) }}").strip() == ""
    markup = write("{{ error_summary(errors=errors) }}", errors=[FieldError("m", "Wrong")])
    assert '<li><a href="#m">Wrong</a></li>' in markup


def test_the_navigation_is_kept_for_each_language_and_section(templates):
    bills = templates.globals["site_nav"](root="/", section="bills")
    assert templates.globals["site_nav"](root="/", section="bills") is bills
    votes = templates.globals["site_nav"](root="/en/", section="votes")
    assert '<a href="/proyectos/" aria-current="true">' in bills
    assert '<a href="/en/votaciones/" aria-current="true">' in votes


def test_a_table_within_a_template_is_markup(write):
    markup = write("{{ data_table(caption='c', columns=cols, rows=[['a']]) }}", cols=[Column("A")])
    assert markup.startswith('<table class="table">')


def test_every_call_of_a_component_in_every_template_is_as_declared(templates):
    declared = {
        name: (
            {p.name for p in inspect.signature(c).parameters.values()},
            {
                p.name
                for p in inspect.signature(c).parameters.values()
                if p.default is inspect.Parameter.empty
            },
        )
        for name, c in ui.COMPONENTS.items()
    } | {name: (c.required | c.optional, c.required) for name, c in macros(templates).items()}
    wrong = []
    for path in templates.list_templates(filter_func=lambda path: path.endswith(".html")):
        if path.startswith("django/"):
            continue
        source, *_rest = templates.loader.get_source(templates, path)
        tree = templates.parse(source)
        own = {node.name for node in tree.find_all(nodes.Macro)}
        for call in tree.find_all(nodes.Call):
            name = getattr(call.node, "name", None)
            if name not in declared or name in own or call.dyn_kwargs:
                continue
            given = {argument.key for argument in call.kwargs}
            known, needed = declared[name]
            if call.args or given - known or needed - given:
                wrong.append(f"{path}:{call.lineno} {name}({', '.join(sorted(given))})")
    assert wrong == []
