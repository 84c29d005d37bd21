"""Each of our own checks fails without what it is there for, and only then."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import connection
from django.db.utils import ConnectionHandler
from django.test import override_settings

from senate import checks
from senate.embedded.places import APPLICATION
from senate.settings import base
from tests.senate.machine import Machine
from tests.senate.test_settings import PRODUCTION

# What production's settings say, as far as our checks look.
AS_IN_PRODUCTION: dict[str, Any] = {
    "PRODUCTION": True,
    "DEMONSTRATION_ENTERING": False,
    "CLAVE_UNICA_IS_FAKE": False,
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": False,
    "SESSION_COOKIE_NAME": "__Host-sesion",
    "CSRF_COOKIE_NAME": "__Host-csrf",
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_HSTS_SECONDS": 365 * 24 * 3600,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
}


@pytest.fixture(autouse=True)
def nothing_pretended(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if no test before had loaded what production never does."""
    for name in [one for one in sys.modules if one.startswith(checks.NEVER_IN_PRODUCTION)]:
        monkeypatch.delitem(sys.modules, name)
    with override_settings(**AS_IN_PRODUCTION):
        yield


def complaints() -> list[str]:
    found = run_checks(include_deployment_checks=True)
    return [one.id for one in found if one.id and one.id.startswith("senado.")]


def test_nothing_is_complained_of_as_production_is() -> None:
    assert complaints() == []


def policy(**directives: list[str]) -> dict[str, Any]:
    named = {name.replace("_", "-"): sources for name, sources in directives.items()}
    return {"DIRECTIVES": {**base.CONTENT_SECURITY_POLICY["DIRECTIVES"], **named}}


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"CONTENT_SECURITY_POLICY": policy(script_src=["'self'", "'unsafe-inline'"])}, "E001"),
        ({"CONTENT_SECURITY_POLICY": policy(img_src=["data:"])}, "E001"),
        ({"CONTENT_SECURITY_POLICY": {"DIRECTIVES": {"default-src": ["'self'"]}}}, "E001"),
        *(
            ({"MIDDLEWARE": [one for one in base.MIDDLEWARE if one != guard]}, "E002")
            for guard in checks.GUARDS
        ),
        ({"MIDDLEWARE": base.MIDDLEWARE[::-1]}, "E002"),
        ({"AUTHENTICATION_BACKENDS": base.AUTHENTICATION_BACKENDS[1:]}, "E003"),
        ({"SESSION_SERIALIZER": "somebody.PickleSerializer"}, "E004"),
        ({"SESSION_ENGINE": "django.contrib.sessions.backends.signed_cookies"}, "E005"),
        ({"DATA_UPLOAD_MAX_MEMORY_SIZE": None}, "E006"),
        ({"DATA_UPLOAD_MAX_MEMORY_SIZE": 10_000_001}, "E006"),
        ({"DATA_UPLOAD_MAX_NUMBER_FIELDS": None}, "E006"),
        ({"DATA_UPLOAD_MAX_NUMBER_FILES": None}, "E006"),
        (
            {"PERMISSIONS_POLICY": {**base.PERMISSIONS_POLICY, "publickey-credentials-get": []}},
            "E007",
        ),
        ({"SESSION_COOKIE_NAME": "sesion"}, "E008"),
        ({"CSRF_COOKIE_NAME": "csrf"}, "E008"),
        ({"SESSION_COOKIE_SECURE": False}, "E008"),
        ({"CSRF_COOKIE_HTTPONLY": False}, "E008"),
        ({"SESSION_COOKIE_DOMAIN": "senado.example"}, "E008"),
        ({"SECURE_HSTS_SECONDS": 3600}, "E009"),
        ({"SECURE_HSTS_INCLUDE_SUBDOMAINS": False}, "E009"),
        ({"PRODUCTION": False}, "E010"),
        ({"DEMONSTRATION_ENTERING": True}, "E010"),
        ({"CLAVE_UNICA_IS_FAKE": True}, "E010"),
        ({"MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": True}, "E010"),
        ({"CLAVE_UNICA_CLIENT_ID": "senado", "CLAVE_UNICA_SECRET": "secreto"}, "E011"),
        (
            {
                "CLAVE_UNICA_CLIENT_ID": "senado",
                "CLAVE_UNICA_SECRET": "secreto",
                "CLAVE_UNICA_KEY": "x" * 31,
            },
            "E011",
        ),
        ({"CLAVE_UNICA_CLIENT_ID": "senado", "CLAVE_UNICA_KEY": "x" * 32}, "E011"),
    ],
)
def test_it_complains_without_what_it_asks_for(changed: dict[str, Any], complaint: str) -> None:
    with override_settings(**changed):
        assert complaints() == [f"senado.{complaint}"]


@pytest.mark.parametrize("name", checks.NEVER_IN_PRODUCTION)
def test_it_complains_where_what_is_pretended_was_loaded(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(sys.modules, name, ModuleType(name))

    assert complaints() == ["senado.E010"]


@pytest.mark.parametrize("name", checks.NEVER_IN_PRODUCTION)
def test_production_cannot_load_what_is_pretended(machine: Machine, name: str) -> None:
    done = machine.run("shell", "-v", "0", "-c", f"import {name}", **PRODUCTION)

    assert done.returncode == 1
    assert "ImproperlyConfigured" in done.stderr


def test_demonstration_settings_do_not_pass_for_deployment(machine: Machine) -> None:
    demo = {
        "DJANGO_SETTINGS_MODULE": "senate.settings.demo",
        "DATABASE_URL": PRODUCTION["DATABASE_URL"],
    }
    done = machine.run("check", "--deploy", **demo, REDIS_URL="redis://nowhere")

    assert done.returncode == 1
    assert "senado.E010" in done.stderr


@pytest.mark.django_db
def test_it_complains_of_a_role_that_owns_the_tables() -> None:
    assert [one.id for one in checks.application_owns_nothing(None, ["default"])] == ["senado.E012"]


@pytest.mark.django_db
def test_it_does_not_complain_of_the_application_s_role() -> None:
    others = ConnectionHandler({"default": {**connection.settings_dict, "USER": APPLICATION}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "connections", others)
        try:
            assert list(checks.application_owns_nothing(None, ["default"])) == []
        finally:
            others["default"].close()
