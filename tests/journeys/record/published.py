"""A step that was published here and corrected since: a publication and its erratum."""

from datetime import datetime, timedelta

from accounts.roles import Role
from legislation.bills.models import Bill
from legislation.publishing.content import content_hash
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.models import Publication
from tests.factories.accounts import user_with

CORRECTED_STEP = 3


def publish(bill: Bill, now: datetime) -> None:
    """Publication 1 said another sitting; publication 2 corrects it."""
    step = bill.steps.get(position=CORRECTED_STEP)
    content = {
        "number": bill.number,
        "title": bill.title,
        "position": CORRECTED_STEP,
        "description": step.description,
        "taken_on": step.taken_on.isoformat(),
        "session_number": 54,
        "legislature_number": 374,
    }
    old = _publication(1, bill, content, now - timedelta(days=80))
    right = content | {"session_number": 45}
    new = _publication(
        2, bill, right, now - timedelta(days=70), corrects=old, reason="La sesión fue la 45."
    )
    step.publication, step.corrected_on = new, new.published_at.date()
    step.session_number, step.legislature_number, step.session_text = 45, 374, "45/374"
    step.save()


def _publication(
    pk: int, bill: Bill, content: dict[str, object], at: datetime, **fields: object
) -> Publication:
    drafter, approver = user_with(Role.FLOOR_SECRETARIAT), user_with(Role.APPROVING_OFFICIAL)
    return Publication.objects.create(
        pk=pk,
        kind=PublicationKind.ACT,
        object_kind="bill",
        object_key=bill.number,
        content=content,
        content_hash=content_hash(content),
        state=PublicationState.PUBLISHED,
        drafted_by=drafter,
        drafted_at=at,
        approved_by=approver,
        approved_at=at,
        approved_hash=content_hash(content),
        published_at=at,
        **fields,
    )
