"""The table names every address and no other; and what holds for all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction
from django.urls import resolve

from tests.matrix import account_pages, office_pages
from tests.matrix.document import written
from tests.matrix.notation import CONFIRM, ONWARD, SIGN_IN, Row
from tests.matrix.running import answer_of, ask, every_address, filled, let_go
from tests.matrix.table import ROWS
from tests.matrix.world import World

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
WORK = office_pages.ROWS
PRIVATE = (*WORK, *(row for row in account_pages.ROWS if row.address.startswith("/cuenta/")))
# Machines ask them, with a secret of their own instead of a cookie.
WITHOUT_COOKIES = {"/clave-unica-ficticia/token/", "/clave-unica-ficticia/userinfo/"}
LOOSE = ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "data:", "http:", "*")


def test_every_address_is_declared_and_none_is_gone() -> None:
    declared = {row.address for row in ROWS}
    assert every_address() - declared == set()
    assert declared - every_address() == set()


def test_no_two_rows_are_the_same_case() -> None:
    names = [row.name for row in ROWS]
    assert sorted(names) == sorted(set(names))


def test_the_document_says_what_the_table_says() -> None:
    """Write it anew with ``python -m tests.matrix.document``."""
    assert DOCUMENT.read_text(encoding="utf-8") == written()


@pytest.mark.parametrize("role", ["anonymous", "citizen", "unproved"])
@pytest.mark.parametrize("row", WORK, ids=[row.name for row in WORK])
def test_no_page_of_work_opens_without_a_passkey(row: Row, role: str) -> None:
    answers = {row.answers(method)[role] for method in ("GET", "POST", "PUT", "DELETE")}
    assert answers == {SIGN_IN if role == "anonymous" else 403}


@pytest.mark.django_db
class TestOnTheSmallRecord:
    def test_each_path_is_of_its_address(self, world: World) -> None:
        wrong = {
            row.name: found
            for row in ROWS
            if (found := f"/{resolve(filled(row.path, world).split('?')[0]).route}") != row.address
        }
        assert wrong == {}

    @pytest.mark.parametrize("role", ["anonymous", "floor", "administrator2"])
    def test_every_answer_has_the_headers_that_keep_it_safe(self, world: World, role: str) -> None:
        assert {row.name: found for row in ROWS if (found := loose(world, row, role))} == {}

    def test_no_answer_of_work_or_of_an_account_is_kept(self, world: World) -> None:
        kept = [
            f"{row.name} to {role}"
            for row in PRIVATE
            for role in ("anonymous", "floor", "administrator2", "auditor")
            if "no-store" not in headers(world, row, role).get("Cache-Control", "")
        ]
        assert kept == []

    def test_whatever_acts_refuses_a_form_without_its_token(self, world: World) -> None:
        acting = [(row, role) for row in ROWS if (role := able(row))]
        taken = {}
        for row, role in acting:
            with transaction.atomic():
                answer = ask(world, row, "POST", role, enforces_csrf=True)
                transaction.set_rollback(True)
            if answer.status_code != 403:
                taken[row.name] = answer.status_code
        assert len(acting) > 50
        assert taken == {}


def able(row: Row) -> str:
    """Somebody whose POST does something here, if anybody's does."""
    if row.address in WITHOUT_COOKIES:
        return ""
    does = (200, 422, ONWARD, CONFIRM) if row in WORK else (200, 422, ONWARD)
    return next((role for role in row.asked_by if row.post[role] in does), "")


def headers(world: World, row: Row, role: str) -> dict[str, str]:
    with transaction.atomic():
        response = ask(world, row, "GET", role)
        let_go(response)
        transaction.set_rollback(True)
    assert answer_of(response) == row.get[role]
    return dict(response.headers)


def loose(world: World, row: Row, role: str) -> list[str]:
    """What the answer lacks."""
    found = headers(world, row, role)
    policy = found.get("Content-Security-Policy", "")
    wanted = {
        "default-src 'self'": policy,
        "frame-ancestors 'none'": policy,
        "nosniff": found.get("X-Content-Type-Options", ""),
        "strict-origin-when-cross-origin": found.get("Referrer-Policy", ""),
        "same-origin": found.get("Cross-Origin-Opener-Policy", ""),
        "camera=()": found.get("Permissions-Policy", ""),
        "DENY": found.get("X-Frame-Options", ""),
    }
    return [words for words, value in wanted.items() if words not in value] + [
        words for words in LOOSE if words in policy
    ]
