"""Other people's pages inside our frame, and the few words that we write in them."""

from __future__ import annotations

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory

from portals.shared.framing import browser, plain


@pytest.mark.parametrize(
    ("description", "words"),
    [
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156 Safari/537.36",
            "Chrome · Linux",
        ),
        (
            "Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0",
            "Firefox · Windows",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) Safari/604.1", "Safari · iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/156 Safari/537.36 Edg/156", "Edge · Windows"),
        ("curl/8.0", "curl/8.0"),
        ("x" * 200, "x" * 60),
        ("", ""),
    ],
)
def test_a_browser_is_named_in_a_word(description: str, words: str) -> None:
    assert browser(description) == words


def test_a_control_loses_the_words_that_repeat_its_label() -> None:
    class Asked(forms.Form):
        email = forms.EmailField(widget=forms.EmailInput(attrs={"placeholder": "Correo"}))

    written = plain(Asked()["email"])

    assert "placeholder" not in written
    assert 'name="email"' in written


@pytest.mark.django_db
def test_what_is_framed_is_escaped_once_and_stands_between_masthead_and_footer() -> None:
    source = "{% load framing %}{% framed %}{{ title }}{% main %}<p>{{ words }}</p>{% endframed %}"
    template = engines["django"].from_string(source)

    request = RequestFactory().get("/cuenta/")
    request.user = AnonymousUser()

    page = template.render({"title": "A & B", "words": "<b>"}, request)

    assert "<title>A &amp; B · " in page
    assert page.index("masthead") < page.index("<p>&lt;b&gt;</p>") < page.index("<footer")
