"""Officials at work on one fictional bill, as the tests of what the public sees of it need them."""

from datetime import timedelta

from accounts import grants
from accounts.models import User
from accounts.roles import Role
from legislation.procedure import services
from legislation.procedure.enums import ActKind
from legislation.procedure.models import Act
from legislation.procedure.proposals import Correction
from legislation.publishing.models import Publication
from tests.factories.accounts import actor_with
from tests.factories.people import CommitteeFactory
from tests.legislation.procedure.conftest import AT, Desk, a_filing

REASON = "La sesión fue la 21."


def a_desk(*, committee_name: str = "Hacienda", **filing) -> Desk:
    committee = CommitteeFactory(name=committee_name)
    secretary = actor_with(Role.COMMITTEE_SECRETARY)
    grants.give(User.objects.get(pk=secretary.user_id), grants.SERVE_COMMITTEE, committee)
    drafter, floor = actor_with(Role.DRAFTING_OFFICIAL), actor_with(Role.FLOOR_SECRETARIAT)
    approver = actor_with(Role.APPROVING_OFFICIAL, confirmed_at=AT)
    dossier = services.file_bill(filing=a_filing(**filing), actor=drafter, at=AT)
    return Desk(dossier, drafter, floor, secretary, approver, committee)


def give_notice(desk: Desk) -> Act:
    """A published act: notice of the bill, on 2 June 2026, the day after its filing."""
    act = desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
    desk.publish()
    act.refresh_from_db()
    return act


def propose(desk: Desk, publication_id: int, act: Act, **about) -> Publication:
    correction = Correction(
        **{
            "reason": REASON,
            "taken_on": act.taken_on,
            "session_number": 21,
            "legislature_number": 374,
            **about,
        }
    )
    return services.propose_erratum(
        publication_id=publication_id, correction=correction, actor=desk.drafter, at=AT
    )


def correct(desk: Desk, publication_id: int, act: Act, *, days: int = 8, **about) -> Publication:
    """An erratum, published so many days after the filing."""
    found = propose(desk, publication_id, act, **about)
    at = AT + timedelta(days=days)
    approver = actor_with(Role.APPROVING_OFFICIAL, confirmed_at=at)
    return services.approve_act(publication_id=found.pk, actor=approver, at=at)


def withdraw(desk: Desk, publication_id: int, reason: str = "Nombraba a un menor.") -> Publication:
    return services.withdraw_publication(
        publication_id=publication_id, reason=reason, actor=desk.approver, at=AT
    )
