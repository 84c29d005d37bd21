from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import translation

from portals.shared.language import LanguageFromPath, language, reading_in


def ask(path: str, **headers: str) -> tuple[str, HttpRequest, HttpResponse]:
    spoken = []

    def view(_request: HttpRequest) -> HttpResponse:
        spoken.append(translation.get_language())
        return HttpResponse()

    request = RequestFactory(headers=headers).get(path)
    response = LanguageFromPath(view)(request)
    return spoken[0], request, response


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/", "es"),
        ("/proyectos/8575-05/", "es"),
        ("/en", "en"),
        ("/en/", "en"),
        ("/en/proyectos/8575-05/", "en"),
        ("/energia/", "es"),
        ("/english/", "es"),
        ("/es/", "es"),
    ],
)
def test_the_path_alone_says_the_language(path: str, language: str) -> None:
    spoken, request, response = ask(path)

    told = (request.LANGUAGE_CODE, response.headers["Content-Language"])
    assert (spoken, *told) == (language, language, language)


def test_neither_header_nor_cookie_is_asked_so_nothing_varies() -> None:
    spoken, _request, response = ask(
        "/", **{"Accept-Language": "en", "Cookie": "django_language=en"}
    )

    assert spoken == "es"
    assert "Vary" not in response.headers


def test_a_view_may_name_another_language_for_what_it_sends() -> None:
    answer = HttpResponse(headers={"Content-Language": "arn"})

    response = LanguageFromPath(lambda _request: answer)(RequestFactory().get("/"))

    assert response.headers["Content-Language"] == "arn"


def test_one_request_does_not_leave_its_language_to_the_next() -> None:
    assert [ask(path)[0] for path in ("/en/", "/", "/en/", "/")] == ["en", "es", "en", "es"]


def test_pages_are_written_in_the_language_of_their_address() -> None:
    written: list[str] = []

    def view(_request: HttpRequest) -> HttpResponse:
        written.append(language())
        return HttpResponse()

    for path in ("/en/", "/", "/en/"):
        LanguageFromPath(view)(RequestFactory().get(path))

    assert written == ["en", "es", "en"]


def test_outside_a_request_what_is_active_counts() -> None:
    LanguageFromPath(lambda _request: HttpResponse())(RequestFactory().get("/en/"))

    with translation.override("es-cl"):
        in_spanish = language()
    with translation.override("en"):
        in_english = language()
    with translation.override(None):
        in_none = language()

    assert (in_spanish, in_english, in_none) == ("es", "en", "en")


def test_a_part_of_a_request_may_be_written_in_another_language() -> None:
    written = []

    def view(_request: HttpRequest) -> HttpResponse:
        with reading_in("en"):
            written.append((language(), translation.get_language()))
        written.append((language(), translation.get_language()))
        return HttpResponse()

    LanguageFromPath(view)(RequestFactory().get("/"))

    assert written == [("en", "en"), ("es", "es")]


def test_a_view_that_fails_leaves_no_language_behind() -> None:
    def view(_request: HttpRequest) -> HttpResponse:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        LanguageFromPath(view)(RequestFactory().get("/"))
    with translation.override("en"):
        assert language() == "en"
