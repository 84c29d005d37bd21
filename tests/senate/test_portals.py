"""Each portal may be a process of its own: it serves its addresses, knows the others', and no more."""

import sys
from types import ModuleType

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import clear_url_caches, reverse

from senate import urls
from senate.settings import env
from senate.settings.base import PORTALS

ROOT = {
    "citizens": "/proyectos/",
    "open_data": "/proyectos.json",
    "accounts": "/cuenta/entrar/",
    "senators": "/portal/senadores/",
    "officials": "/portal/funcionarios/",
}
SERVED = {
    "citizens": {"citizens"},
    "open_data": {"open_data"},
    "accounts": {"accounts"},
    "senators": {"senators", "accounts"},
    "officials": {"officials", "accounts"},
}


@pytest.fixture(params=sorted(PORTALS))
def alone(request, settings, monkeypatch, db):
    """A process that serves one portal."""
    module = ModuleType("alone_urls")
    module.urlpatterns = urls.addresses(frozenset({request.param}))
    for name in ("handler400", "handler403", "handler404", "handler500"):
        setattr(module, name, getattr(urls, name))
    monkeypatch.setitem(sys.modules, "alone_urls", module)
    settings.ROOT_URLCONF = "alone_urls"
    clear_url_caches()
    yield request.param
    clear_url_caches()


def test_a_portal_alone_serves_what_is_its_own_and_nothing_else(alone):
    client = Client()
    found = {
        name for name, address in ROOT.items() if client.get(address).status_code in (200, 302)
    }
    assert found == SERVED[alone]


def test_what_is_elsewhere_is_not_found_in_words_and_in_english_too(alone):
    elsewhere = next(name for name in ROOT if name not in SERVED[alone] | {"open_data"})
    answer = Client().get(f"/en{ROOT[elsewhere]}")
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


def test_a_portal_alone_knows_the_addresses_of_the_others(alone):
    assert reverse("citizens:bill", kwargs={"number": "1-01"}) == "/proyectos/1-01/"
    assert reverse("officials:desk") == ROOT["officials"]
    assert reverse("senators:desk") == ROOT["senators"]
    assert reverse("account_login") == ROOT["accounts"]
    assert reverse("open_data:api-docs") == "/api/"


def test_a_portal_alone_says_that_it_is_alive(alone):
    assert Client().get("/healthz").status_code == 200


def test_all_of_them_are_served_unless_it_is_said(monkeypatch):
    monkeypatch.delenv("SENATE_PORTALS", raising=False)
    assert env.some_of("SENATE_PORTALS", PORTALS) == frozenset(PORTALS)
    monkeypatch.setenv("SENATE_PORTALS", "officials, accounts")
    assert env.some_of("SENATE_PORTALS", PORTALS) == {"officials", "accounts"}


def test_a_portal_that_there_is_not_is_refused(monkeypatch):
    monkeypatch.setenv("SENATE_PORTALS", "officials,press")
    with pytest.raises(ImproperlyConfigured, match="SENATE_PORTALS names press; choose among"):
        env.some_of("SENATE_PORTALS", PORTALS)
