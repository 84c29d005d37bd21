import pytest
from django.test import RequestFactory
from django.utils import translation

from portals.shared.chrome import Chrome, chrome_of, in_other_language


def chrome(language="es", path="/proyectos/", **more):
    return Chrome(
        language=language,
        path=path,
        path_in_other_language=in_other_language(path),
        canonical_url=f"https://senate.example{path}",
        **more,
    )


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("/", "/en/"),
        ("/proyectos/8575-05/", "/en/proyectos/8575-05/"),
        ("/enmiendas/", "/en/enmiendas/"),
    ],
)
def test_english_is_the_same_address_under_en(spanish, english):
    assert in_other_language(spanish) == english
    assert in_other_language(english) == spanish


def test_addresses_begin_where_the_language_does():
    assert chrome().at("votaciones/") == "/votaciones/"
    assert chrome("en", "/en/proyectos/").at("votaciones/") == "/en/votaciones/"


@pytest.mark.parametrize(("language", "path"), [("es", "/proyectos/"), ("en", "/en/proyectos/")])
def test_both_languages_name_the_same_alternates(language, path):
    assert sorted(chrome(language, path).alternate_urls) == [
        ("en", "https://senate.example/en/proyectos/"),
        ("es-CL", "https://senate.example/proyectos/"),
        ("x-default", "https://senate.example/proyectos/"),
    ]


@pytest.mark.django_db
def test_the_other_language_keeps_the_filters_and_the_canonical_address_drops_them():
    request = RequestFactory().get("/en/buscar/", {"q": "agua & sol"})
    with translation.override("en"):
        found = chrome_of(request, section="search", search_query="agua & sol")
    assert found.language_href == "/buscar/?q=agua+%26+sol"
    assert found.canonical_url == "http://testserver/en/buscar/"
    assert (found.language, found.section, found.search_query) == ("en", "search", "agua & sol")
