"""Two people at once never fill one seat, or one place on a committee, twice."""

import threading

import pytest
from django.db import connection

from accounts.roles import Role
from legislation import outlets
from legislation.membership.enums import ChangeKind as K
from legislation.membership.models import PersonAct
from legislation.people.models import CommitteeSeat, Mandate
from legislation.procedure.lifecycle import Unlawful
from tests.factories.accounts import actor_with
from tests.factories.people import (
    TERM_END,
    CommitteeFactory,
    CommitteeSeatFactory,
    PersonFactory,
    senator,
)
from tests.legislation.membership.conftest import AT

pytestmark = pytest.mark.django_db(transaction=True)


def approve_at_once(acts: list[PersonAct]) -> list[str]:
    """Each approved by a person of its own at the same moment; how each ended, in order."""
    people = [actor_with(Role.APPROVING_OFFICIAL, confirmed_at=AT) for _act in acts]
    gate, ends = threading.Barrier(len(acts)), []

    def approve(act: PersonAct, who) -> None:
        try:
            gate.wait(10)
            outlets.approve(publication_id=act.publication_id, actor=who, at=AT)
            ends.append("approved")
        except Unlawful as refusal:
            ends.append(refusal.citation)
        finally:
            connection.close()

    running = [
        threading.Thread(target=approve, args=pair) for pair in zip(acts, people, strict=True)
    ]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join(30)
    return sorted(ends)


def test_the_last_seat_of_a_region_is_taken_once(secretariat):
    senator(region="nuble")
    about = {"constituency": 16, "until": TERM_END}
    acts = [secretariat.propose(PersonFactory(), K.SEAT, **about) for _ in range(3)]
    assert approve_at_once(acts) == ["Constitución, art. 49"] * 2 + ["approved"]
    assert Mandate.objects.filter(constituency=16).count() == 2


def test_the_last_place_on_a_committee_is_taken_once(secretariat):
    committee = CommitteeFactory()
    for _ in range(4):
        CommitteeSeatFactory(committee=committee, person=senator())
    acts = [
        secretariat.propose(senator(), K.JOIN_COMMITTEE, committee_id=committee.pk)
        for _ in range(3)
    ]
    assert approve_at_once(acts) == ["Reglamento del Senado, art. 29"] * 2 + ["approved"]
    assert CommitteeSeat.objects.filter(committee=committee).count() == 5
