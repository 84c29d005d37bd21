"""People of the Secretariat, a committee, and a bill on its way."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from accounts import grants
from accounts.actors import Actor
from accounts.models import User
from accounts.roles import Role
from legislation.bills.enums import Initiative
from legislation.procedure import services
from legislation.procedure.details import ActDetails
from legislation.procedure.proposals import Filing, Signature, Step
from legislation.publishing import services as publications
from tests.factories.accounts import actor_with
from tests.factories.people import CommitteeFactory

AT = datetime(2026, 6, 1, 10, 0, tzinfo=ZoneInfo("America/Santiago"))
ON = AT.date()


@pytest.fixture
def drafter(db) -> Actor:
    return actor_with(Role.DRAFTING_OFFICIAL)


@pytest.fixture
def floor(db) -> Actor:
    return actor_with(Role.FLOOR_SECRETARIAT)


@pytest.fixture
def approver(db) -> Actor:
    return actor_with(Role.APPROVING_OFFICIAL, confirmed_at=AT)


@pytest.fixture
def committee(db):
    return CommitteeFactory(name="Hacienda")


@pytest.fixture
def secretary(committee) -> Actor:
    actor = actor_with(Role.COMMITTEE_SECRETARY)
    user = User.objects.get(pk=actor.user_id)
    grants.give(user, grants.SERVE_COMMITTEE, committee)
    return actor


def a_filing(**about) -> Filing:
    return Filing(
        **{
            "title": "Proyecto de ley que fija plazos de espera",
            "initiative": Initiative.MOTION,
            "suffix": 11,
            "filed_on": ON,
            "signatures": [Signature(printed_name="Riffo, Persona")],
            **about,
        }
    )


class Desk:
    """The officials at work on one bill, a day an act."""

    def __init__(self, dossier, drafter, floor, secretary, approver, committee):
        self.dossier, self.committee = dossier, committee
        self.drafter, self.floor, self.secretary = drafter, floor, secretary
        self.approver = approver
        self.day = dossier.filed_on

    def take(self, kind, actor=None, *, days: int = 1, **details):
        """Take the act so many days after the last one, entered by whoever should."""
        self.day += timedelta(days=days)
        return services.take_act(
            dossier_id=self.dossier.pk,
            step=Step(kind=kind, taken_on=self.day, details=ActDetails(**details)),
            actor=actor or self.floor,
            at=AT,
        )

    def publish(self) -> int:
        """Submit and approve everything that was entered; how many acts are public then."""
        for act in self.dossier.acts.filter(publication__published_at=None).order_by("position"):
            author = Actor(act.recorded_by_id, "", frozenset())
            publications.submit(publication_id=act.publication_id, actor=author, at=AT)
            services.approve_act(publication_id=act.publication_id, actor=self.approver, at=AT)
        self.dossier.refresh_from_db()
        return self.dossier.acts.exclude(publication__published_at=None).count()

    @property
    def standing(self) -> str:
        self.dossier.refresh_from_db()
        return self.dossier.standing


@pytest.fixture
def desk(drafter, floor, secretary, approver, committee) -> Desk:
    dossier = services.file_bill(filing=a_filing(), actor=drafter, at=AT)
    return Desk(dossier, drafter, floor, secretary, approver, committee)


def on(day: int, month: int = 6) -> date:
    return date(2026, month, day)
