"""The gallery shows every component, asks nothing of the database, and obeys the page's policy."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from django.utils import translation
from jinja2 import nodes

from portals.shared import samples, stylesheet, ui
from portals.shared.chrome import Chrome
from portals.shared.gallery import Gallery, urlpatterns
from portals.shared.jinja import TemplateComponent


def chrome(language="es", **more):
    return Chrome(
        language=language,
        path="/galeria/",
        path_in_other_language="/en/galeria/",
        canonical_url="https://senate.example/galeria/",
        **more,
    )


def gallery(templates, language="es", **more):
    with translation.override(language):
        template = templates.get_template("gallery.html")
        return template.render(page=samples.gallery_page(), chrome=chrome(language, **more))


@pytest.fixture(scope="module")
def shown(templates):
    return BeautifulSoup(gallery(templates), "html.parser")


def calls(templates, path):
    source, *_rest = templates.loader.get_source(templates, path)
    return {
        call.node.name
        for call in templates.parse(source).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name)
    }


def test_every_component_is_shown(templates):
    components = set(ui.COMPONENTS) | {
        name for name, c in templates.globals.items() if isinstance(c, TemplateComponent)
    }
    layouts = calls(templates, "layouts/base.html") | calls(templates, "layouts/citizens.html")
    assert components - calls(templates, "gallery.html") - layouts == set()


def test_it_costs_no_query(templates, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        gallery(templates)


def test_it_is_a_page_like_any_other(db):
    response = Gallery.as_view()(RequestFactory().get("/galeria/"))
    assert response.status_code == 200
    assert not response.cookies
    assert [(p.name, str(p.pattern)) for p in urlpatterns] == [("gallery", "galeria/")]


def test_there_is_no_inline_style_script_or_handler(shown):
    assert [tag.name for tag in shown.find_all(style=True)] == []
    assert shown.find_all("style") == []
    assert [s for s in shown.find_all("script") if s.get("type") != "application/ld+json"] == []
    handlers = [tag for tag in shown.find_all(True) if any(a.startswith("on") for a in tag.attrs)]
    assert handlers == []


def test_every_id_is_unique_and_every_reference_is_answered(shown):
    ids = [tag["id"] for tag in shown.find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))
    names = ("aria-labelledby", "aria-describedby", "for", "popovertarget")
    asked = {word for tag in shown.find_all(True) for n in names for word in tag.get(n, "").split()}
    assert asked - set(ids) == set()
    marks = {use["href"].removeprefix("#") for use in shown.find_all("use")}
    assert marks - set(ids) == set()


def test_every_drawing_speaks_or_is_silent_on_purpose(shown):
    mute = [
        svg
        for svg in shown.find_all("svg")
        if svg.get("aria-hidden") != "true"
        and not (svg.get("role") == "img" and (svg.get("aria-label") or svg.get("aria-labelledby")))
    ]
    assert mute == []


def test_every_control_has_a_label(shown):
    labelled = {label["for"] for label in shown.find_all("label", attrs={"for": True})}
    controls = shown.find_all(["input", "select", "textarea"])
    assert [c for c in controls if c.get("type") != "hidden" and c["id"] not in labelled] == []


def test_the_language_of_the_document_and_of_the_switch(templates):
    spanish = BeautifulSoup(gallery(templates, "es"), "html.parser")
    english = BeautifulSoup(gallery(templates, "en"), "html.parser")
    assert (spanish.html["lang"], english.html["lang"]) == ("es-CL", "en")
    assert spanish.find(class_="langsw").text == "English"
    assert english.find(class_="langsw").text == "Español"


def test_the_head_names_the_canonical_page_its_languages_its_search_and_its_feed(shown):
    links = [
        (link["rel"][0], link.get("hreflang"), link["href"]) for link in shown.head.find_all("link")
    ]
    assert ("canonical", None, "https://senate.example/galeria/") in links
    assert ("alternate", "en", "https://senate.example/en/galeria/") in links
    assert ("alternate", "es-CL", "https://senate.example/galeria/") in links
    assert ("alternate", "x-default", "https://senate.example/galeria/") in links
    assert ("search", None, "/opensearch.xml") in links
    assert shown.head.find("link", type="application/atom+xml")["title"] == "Feed"


def test_the_ribbon_is_drawn_only_when_the_record_is_fictional(templates, shown):
    assert shown.find(class_="ribbon") is None
    assert 'class="ribbon"' in gallery(templates, is_fictional=True)


def test_one_can_skip_to_the_content(shown):
    assert shown.body.find("a")["href"] == "#contenido"
    assert shown.find(id="contenido").name == "main"


def test_headings_never_skip_a_level_downwards(shown):
    levels = [int(h.name[1]) for h in shown.main.find_all(re.compile("^h[1-6]$"))]
    assert [b for a, b in pairwise(levels) if b > a + 1] == []


def test_every_class_in_use_has_a_rule(shown):
    ruled = set(re.findall(r"\.([a-zA-Z][\w-]*)", stylesheet.bundled()))
    used = {name for tag in shown.find_all(class_=True) for name in tag["class"]}
    assert used - ruled == set()
