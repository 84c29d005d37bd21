"""The first page of the senators' portal."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import grants
from accounts.models import User
from accounts.roles import Role
from tests.accounts.signing_in import person, sign_in
from tests.factories.people import senator

HOME = "/portal/senadores/"
SIGN_IN = "/cuenta/entrar/?next=%2Fportal%2Fsenadores%2F"


def enter(*roles: Role, with_passkey: bool = True) -> tuple[Client, User]:
    now = timezone.now()
    user = person("irene", *roles, since=now - timedelta(days=9), name="Irene Calfún")
    return sign_in(Client(), user, passkey_at=now if with_passkey else None), user


@pytest.mark.django_db
class TestTheDesk:
    def test_says_who_they_are_and_leads_to_the_record_and_to_their_account(self):
        page = enter(Role.SENATOR)[0].get(HOME)
        assert page.status_code == 200
        words = page.content.decode()
        assert "Irene Calfún" in words
        for address in ("/proyectos/", "/votaciones/", "/agenda/", "/comisiones/", "/cuenta/"):
            assert f'href="{address}"' in words

    def test_says_for_whom_an_adviser_works(self, django_assert_num_queries):
        client, user = enter(Role.ADVISER)
        grants.give(user, grants.ADVISE_SENATOR, senator("Celia Ñancupil", slug="celia"))
        client.get(HOME)
        with django_assert_num_queries(6):
            assert "Celia Ñancupil" in client.get(HOME).content.decode()

    def test_is_in_english_too(self):
        assert "/en/proyectos/" in enter(Role.SENATOR)[0].get(f"/en{HOME}").content.decode()

    def test_is_closed_without_a_passkey_and_to_other_roles(self):
        assert enter(Role.SENATOR, with_passkey=False)[0].get(HOME).status_code == 403

    def test_is_closed_to_officials(self):
        assert enter(Role.DRAFTING_OFFICIAL)[0].get(HOME).status_code == 403

    def test_asks_whoever_has_not_signed_in_to_do_so(self):
        answer = Client().get(HOME)
        assert (answer.status_code, answer.url) == (302, SIGN_IN)
