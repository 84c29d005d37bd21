"""Officials signed in, a committee, and a bill that was filed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import grants
from accounts.actors import Actor
from accounts.models import User
from accounts.roles import Role
from accounts.selectors import actor_for
from legislation.procedure import services
from legislation.procedure.models import Dossier
from tests.accounts.signing_in import person, sign_in
from tests.factories.people import CommitteeFactory
from tests.legislation.procedure.conftest import a_filing

HOME = "/portal/funcionarios/"

Enter = Callable[..., Client]


@pytest.fixture
def enter(db) -> Enter:
    """Sign in somebody who holds these roles, proved by a passkey a moment ago."""

    def entered(name: str, *roles: Role, minutes_ago: int = 1) -> Client:
        now = timezone.now()
        user = person(name, *roles, since=now - timedelta(days=100))
        client = sign_in(Client(), user, passkey_at=now - timedelta(minutes=minutes_ago))
        client.user = user
        return client

    return entered


@pytest.fixture
def drafter(enter) -> Client:
    return enter("ana", Role.DRAFTING_OFFICIAL)


@pytest.fixture
def approver(enter) -> Client:
    return enter("berta", Role.APPROVING_OFFICIAL)


@pytest.fixture
def floor(enter) -> Client:
    return enter("carlos", Role.FLOOR_SECRETARIAT)


@pytest.fixture
def committee(db):
    return CommitteeFactory(name="Hacienda")


@pytest.fixture
def secretary(enter, committee) -> Client:
    client = enter("dario", Role.COMMITTEE_SECRETARY)
    grants.give(client.user, grants.SERVE_COMMITTEE, committee)
    return client


def actor(client: Client) -> Actor:
    return actor_for(User.objects.get(pk=client.user.pk), at=timezone.now())


@pytest.fixture
def dossier(drafter) -> Dossier:
    return file_one(drafter)


def file_one(client: Client, **about) -> Dossier:
    on = timezone.localdate()
    return services.file_bill(
        filing=a_filing(filed_on=on, **about), actor=actor(client), at=timezone.now()
    )
