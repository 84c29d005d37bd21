"""Each page of error says what happened and what to do next."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template import loader
from django.test import Client, RequestFactory

from portals.shared import errors
from portals.shared.pagination import InvalidCursor

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def get(path="/proyectos/99999-99/"):
    return RequestFactory().get(path)


def test_not_found_offers_to_search_for_what_the_address_named():
    response = errors.page_not_found(get(), Http404())
    text = response.content.decode()
    assert response.status_code == 404
    assert "<h1>There is nothing at this address</h1>" in text
    assert 'name="q" type="search" value="99999-99"' in text
    assert 'action="/en/buscar/"' in text


def test_a_page_of_a_list_that_is_gone_leads_to_its_beginning():
    text = errors.page_not_found(get("/votaciones/?pagina=x"), InvalidCursor()).content.decode()
    assert "<h1>This page of the list does not exist</h1>" in text
    assert '<a class="btn" href="/votaciones/">' in text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/senadores/calfun-ovalle-irene/", "calfun ovalle irene"),
        ("/en/proyectos/8575-05/", "8575-05"),
        ("/comisiones/", ""),
        ("/" + "x" * 500 + "/", "x" * 80),
    ],
)
def test_the_search_is_filled_with_the_name_in_the_address(path, words):
    text = errors.page_not_found(get(path), Http404()).content.decode()
    assert f'type="search" value="{words}"' in text


def test_an_address_cannot_write_into_the_page():
    text = errors.page_not_found(get('/x"><script>alert(1)</script>/'), Http404()).content.decode()
    assert "<script>alert" not in text


def test_a_refusal_gives_the_reason_that_the_rule_gave():
    response = errors.permission_denied(get(), PermissionDenied("Only the <secretary> moves it."))
    assert response.status_code == 403
    assert "Only the &lt;secretary&gt; moves it." in response.content.decode()


def test_a_refusal_without_a_reason_still_says_what_to_do():
    text = errors.permission_denied(get(), PermissionDenied()).content.decode()
    assert "Nothing was changed." in text
    assert "go back, reload the page and send it again" in text


def test_a_bad_request_says_that_nothing_was_done():
    response = errors.bad_request(get("/en/proyectos/99999-99/"), Exception())
    assert response.status_code == 400
    assert "nothing was done" in response.content.decode()


@pytest.mark.parametrize(
    "machine",
    [
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "a b"},
        {"HTTP_HOST": ""},
        {"SERVER_NAME": "0.0.0.0"},  # noqa: S104 (no Host: the server's own name is taken)
    ],
)
@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/proyectos/", "No se pudo entender la solicitud"),
        ("/en/proyectos/", "The request could not be understood"),
    ],
)
def test_a_request_for_a_site_that_is_not_ours_is_a_bad_one(
    path, said, machine, django_assert_num_queries
):
    with django_assert_num_queries(0):
        response = Client(raise_request_exception=False).get(path, **machine)
    assert response.status_code == 400
    assert f"<h1>{said}</h1>" in response.content.decode()


def test_a_request_for_another_site_is_refused_before_it_is_sent_to_a_safe_address(settings):
    """That is before the language is known."""
    settings.SECURE_SSL_REDIRECT = True
    response = Client(raise_request_exception=False).get("/proyectos/", HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert 'lang="es-CL"' in response.content.decode()


def test_a_failure_of_ours_says_so_and_asks_no_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        response = errors.server_error(get())
    assert response.status_code == 500
    assert "<h1>Something failed on our side</h1>" in response.content.decode()


def test_a_failure_of_the_templates_themselves_still_answers(monkeypatch):
    def fail(*_asked):
        raise RuntimeError

    monkeypatch.setattr(errors.loader, "render_to_string", fail)
    response = errors.server_error(get())
    assert response.status_code == 500
    assert "Vuelva a intentarlo" in response.content.decode()


@pytest.mark.parametrize("name", ["400", "403", "404", "422", "500"])
def test_every_error_page_comes_out_even_with_nothing_given(name):
    text = loader.render_to_string(f"{name}.html")
    assert text.count("<h1>") == 1
    assert 'href="/"' in text
