"""Brings approved letters into the public record of their bills."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, Q

from accounts.actors import SYSTEM, Actor
from legislation.bills.enums import PaperKind
from legislation.bills.journey import BillPaper
from legislation.bills.models import Bill
from legislation.events.services import record
from legislation.letters.enums import Direction, LetterKind
from legislation.letters.models import Letter
from legislation.people.enums import Chamber
from legislation.procedure.models import Dossier
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationState
from legislation.publishing.events import ContentPublished
from legislation.publishing.models import Publication


@transaction.atomic
def approve_letter(
    *,
    publication_id: int,
    actor: Actor,
    at: datetime,
    due_at: datetime | None = None,
    expected_revision: int | None = None,
) -> Publication:
    """Approve a letter of a bill and, unless it waits for its hour, publish it.

    It also waits for its bill, if nothing of that is public yet.

    :param due_at: not to be published before it; None at once
    :raises Letter.DoesNotExist: that publication is of no letter
    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises OutOfPlace: it is not in review
    """
    letter, dossier = _letter_of(publication_id)
    found = publications.approve(
        publication_id=publication_id,
        actor=actor,
        at=at,
        due_at=due_at,
        expected_revision=expected_revision,
    )
    _publish_if_ready(letter, dossier, found, actor=actor, at=at)
    return found


def publish_due(*, at: datetime) -> int:
    """Publish every approved letter whose hour has come and whose bill is public.

    :returns: how many came out
    """
    waiting = Letter.objects.filter(
        Q(publication__due_at__isnull=True) | Q(publication__due_at__lte=at),
        publication__state=PublicationState.APPROVED,
        dossier__bill__isnull=False,
    )
    done = 0
    for pk in waiting.order_by("pk").values_list("publication_id", flat=True):
        with transaction.atomic():
            letter, dossier = _letter_of(pk)
            found = publications.locked(pk)
            done += _publish_if_ready(letter, dossier, found, actor=SYSTEM, at=at)
    return done


def _letter_of(publication_id: int) -> tuple[Letter, Dossier]:
    """The letter and its dossier, locked before its publication: always in this order."""
    letter = Letter.objects.get(publication=publication_id)
    dossier = Dossier.objects.select_for_update().get(letters=letter)
    return letter, dossier


def _publish_if_ready(
    letter: Letter, dossier: Dossier, found: Publication, *, actor: Actor, at: datetime
) -> bool:
    is_due = found.due_at is None or found.due_at <= at
    if found.state != PublicationState.APPROVED or not is_due or dossier.bill_id is None:
        return False
    publications.bring_out(found, at=at)
    _write(Bill.objects.select_for_update().get(pk=dossier.bill_id), letter, found)
    record(
        ContentPublished(found.pk, found.content_hash, corrects=found.corrects_id),
        actor=actor,
        object_kind=found.object_kind,
        object_key=found.object_key,
        authority="" if actor.user_id else f"account:{found.approved_by_id}",
    )
    return True


def _write(bill: Bill, letter: Letter, found: Publication) -> None:
    """Only the publication's content is read: what a second person saw is what comes out."""
    content = found.content
    last = bill.papers.filter(kind=PaperKind.LETTER).aggregate(last=Max("position"))["last"]
    BillPaper.objects.create(
        bill=bill,
        kind=PaperKind.LETTER,
        position=(last or 0) + 1,
        dated_on=date.fromisoformat(content["dated_on"]),
        number=content["reference"],
        title=content["subject"],
        description=_said(content),
        letter_type=content["letter_type"],
        stage=bill.stage,
        chamber=_issuer(letter),
    )


def _said(content: dict[str, object]) -> str:
    way = "A" if content["direction"] == Direction.OUT else "De"
    senators = content["senators"]
    asked = ""
    if isinstance(senators, list) and senators:
        asked = f" Solicitado por {'; '.join(map(str, senators))}."
    return f"{way} {content['correspondent']}. {content['subject']}{asked}"


def _issuer(letter: Letter) -> str:
    if letter.direction == Direction.OUT:
        return Chamber.SENATE
    return Chamber.DEPUTIES if letter.kind == LetterKind.OTHER_CHAMBER else ""
