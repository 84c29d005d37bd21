"""Outsiders take the checkpoints of the ledger from a permanent address, and the key with them."""

import pytest

from accounts.ledger.notes import VerifyingKey, read
from accounts.ledger.services import make_checkpoint
from tests.accounts.ledger.acts import acts
from tests.accounts.ledger.moments import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def checkpoint():
    acts(3)
    return make_checkpoint(at=NOW)


def test_the_latest_checkpoint_is_checked_with_the_key_that_is_published(client, checkpoint):
    note = client.get("/bitacora/checkpoint")
    keys = client.get("/bitacora/clave").content.decode().splitlines()

    signed = read(note.content.decode(), [VerifyingKey.parse(key) for key in keys])
    assert (signed.size, signed.root) == (3, checkpoint.root)
    assert note.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert note.headers["Cache-Control"] == "public, max-age=60"


def test_each_checkpoint_has_an_address_for_ever(client, checkpoint):
    answer = client.get("/bitacora/checkpoints/3")

    assert answer.content.decode() == checkpoint.note
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_one_that_is_known_already_is_not_sent_again(client, checkpoint):
    etag = client.get("/bitacora/checkpoint").headers["ETag"]

    answer = client.get("/bitacora/checkpoint", headers={"If-None-Match": etag})

    assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("path", ["checkpoint", "checkpoints/3", "checkpoints/0", "checkpoints/03"])
def test_what_is_not_there_is_not_found(client, path):
    assert client.get(f"/bitacora/{path}").status_code == 404


def test_a_page_in_memory_does_not_hide_a_new_checkpoint(client, checkpoint):
    client.get("/bitacora/checkpoint")
    acts(1)
    newer = make_checkpoint(at=NOW)

    assert client.get("/bitacora/checkpoint").content.decode() == newer.note


@pytest.mark.parametrize("path", ["checkpoint", "checkpoints/3"])
def test_it_takes_one_statement(client, checkpoint, django_assert_num_queries, path):
    with django_assert_num_queries(1):
        client.get(f"/bitacora/{path}")
