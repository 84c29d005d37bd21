"""The floor secretariat, whoever approves, and changes entered and approved."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from accounts.actors import Actor
from accounts.roles import Role
from legislation import outlets
from legislation.membership import services
from legislation.membership.enums import ChangeKind
from legislation.membership.models import PersonAct
from legislation.membership.proposals import Change
from legislation.people.models import Person
from tests.factories.accounts import actor_with

AT = datetime(2026, 6, 1, 10, 0, tzinfo=ZoneInfo("America/Santiago"))
ON = AT.date()
WHY = "Acuerdo de la Sala."
PAPER = "Sesión 20/374"


def day(number: int, month: int = 6) -> date:
    return date(2026, month, number)


def a_change(kind: ChangeKind, **about) -> Change:
    return Change(**{"kind": kind, "since": ON, "reason": WHY, "paper": PAPER, **about})


class Secretariat:
    """Whoever enters changes of people, and the second person who approves them."""

    def __init__(self, floor: Actor, approver: Actor) -> None:
        self.floor, self.approver = floor, approver

    def propose(
        self, person: Person | None, kind: ChangeKind, actor: Actor | None = None, **about
    ) -> PersonAct:
        return services.propose_change(
            person_id=person.pk if person else None,
            change=a_change(kind, **about),
            actor=actor or self.floor,
            at=AT,
            submits=True,
        )

    def approve(self, act: PersonAct, **about):
        return outlets.approve(
            publication_id=act.publication_id, actor=self.approver, at=AT, **about
        )

    def make(self, person: Person | None, kind: ChangeKind, **about) -> PersonAct:
        act = self.propose(person, kind, **about)
        self.approve(act)
        return act


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Refusals are read here by their English sentence."""
    with override("en"):
        yield


@pytest.fixture
def secretariat(db) -> Secretariat:
    return Secretariat(
        actor_with(Role.FLOOR_SECRETARIAT),
        actor_with(Role.APPROVING_OFFICIAL, confirmed_at=AT),
    )
