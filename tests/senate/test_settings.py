from __future__ import annotations

import ast
import warnings

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation
from django.utils.formats import number_format

from senate.embedded.places import BROKER_DATABASES, RECORDS
from tests.senate.machine import CHECKOUT, Machine

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "senate.settings.prod",
    "SECRET_KEY": "only-for-this-test-0123456789-abcdefghijklmnopqrstuvwxyz",
    "DATABASE_URL": "postgresql://nobody@nowhere/none",
    "REDIS_URL": "redis://nowhere",
    "ALLOWED_HOSTS": "senado.example",
    "LEDGER_SIGNING_KEY": "Zm9yIHRlc3RzIG9ubHksIGFuZCB0aGV5IGFyZSAzMiE=",
}


@pytest.mark.parametrize(
    "secret", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS", "LEDGER_SIGNING_KEY"]
)
def test_production_refuses_to_start_without_its_secrets(machine: Machine, secret: str) -> None:
    done = machine.run("check", **{**PRODUCTION, secret: ""})

    assert done.returncode == 1
    assert f"Set {secret}: without them this system does not start." in done.stderr


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("change-me", "is the one of an example, which everybody knows"),
        ("change-me-" * 6, "is the one of an example, which everybody knows"),
        (
            "for the demonstration only, and of no use anywhere else",
            "is the one of an example, which everybody knows",
        ),
        ("s3cr3t-but-sh0rt", "has 16 characters, and must have 50 at least"),
    ],
)
def test_production_refuses_a_key_that_can_be_guessed(
    machine: Machine, key: str, said: str
) -> None:
    done = machine.run("check", **{**PRODUCTION, "SECRET_KEY": key})

    assert done.returncode == 1
    assert f"SECRET_KEY {said}. Make one with: python -c" in done.stderr
    assert key not in done.stderr


def test_production_refuses_a_ledger_key_that_is_none(machine: Machine) -> None:
    done = machine.run("check", **{**PRODUCTION, "LEDGER_SIGNING_KEY": "change-me"})

    assert done.returncode == 1
    assert "LEDGER_SIGNING_KEY must be 32 bytes in base64" in done.stderr
    assert "change-me" not in done.stderr


def test_production_passes_the_deployment_check_and_starts_no_server(machine: Machine) -> None:
    done = machine.run("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"
    assert not machine.var.exists()


def test_it_is_told_how_many_proxies_stand_before_it(machine: Machine) -> None:
    told = machine.run("diffsettings", **PRODUCTION, SENATE_PROXIES="2")
    refused = machine.run("check", **PRODUCTION, SENATE_PROXIES="-1")

    assert "'NUM_PROXIES': 2" in told.stdout
    assert "SENATE_PROXIES is -1; it must lie between 0 and None." in refused.stderr


def test_the_environment_is_read_in_one_module() -> None:
    packages = ("accounts", "legislation", "metrics", "portals", "senate")
    readers = {
        path.relative_to(CHECKOUT).as_posix()
        for package in packages
        for path in (CHECKOUT / package).rglob("*.py")
        if reads_environment(ast.parse(path.read_text()))
    }

    assert readers == {"senate/settings/env.py"}


def reads_environment(tree: ast.Module) -> bool:
    """os.environ.get(…), os.environ[…] and os.getenv(…); passing it on or adding is no reading."""
    for node in ast.walk(tree):
        text = ast.unparse(node) if isinstance(node, ast.Call | ast.Subscript) else ""
        if text.startswith(("os.environ.get(", "os.getenv(", "os.environ[")):
            return True
    return False


def test_the_fictional_and_the_real_record_share_nothing() -> None:
    assert len(set(RECORDS.values())) == len(set(BROKER_DATABASES.values())) == len(RECORDS) == 2


@pytest.mark.parametrize(("language", "written"), [("es", "1.234.567,5"), ("en", "1,234,567.5")])
def test_numbers_are_grouped_as_the_country_writes_them(language: str, written: str) -> None:
    with translation.override(language):
        assert number_format(1234567.5, force_grouping=True) == written


def test_numbers_are_not_grouped_unasked() -> None:
    assert number_format(20250) == "20250"


def test_the_content_policy_allows_nothing_from_elsewhere_and_nothing_inline(
    client: Client,
) -> None:
    policy = client.get("/healthz").headers["Content-Security-Policy"]

    sources = {
        source for part in policy.split("; ") for source in part.partition(" ")[2].split(" ")
    }
    assert sources == {"'self'", "'none'"}
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def test_no_public_answer_sets_a_cookie_or_varies_by_one(client: Client) -> None:
    answer = client.get("/healthz")

    assert (dict(answer.cookies), answer.headers.get("Vary")) == ({}, None)


def test_tests_are_strict() -> None:
    assert (settings.DEBUG, settings.CELERY_TASK_ALWAYS_EAGER) == (False, True)
    with pytest.raises(UserWarning, match="heard"):
        warnings.warn("heard", UserWarning, stacklevel=1)
