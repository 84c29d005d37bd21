"""Enters what goes out and what comes in, and links answers to what they answer."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.bills.enums import BillKind
from legislation.errors import Overtaken, RuleViolation
from legislation.events.catalogue import Event
from legislation.events.services import record
from legislation.letters import guards, permissions
from legislation.letters.enums import Direction
from legislation.letters.events import LetterAnswered, LetterReceived, LetterSent
from legislation.letters.models import Letter
from legislation.letters.proposals import Draft
from legislation.letters.services.content import content_of
from legislation.letters.services.numbering import next_number, reference_of
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.models import Dossier
from legislation.publishing.enums import PublicationKind
from legislation.publishing.services import draft as draft_publication
from legislation.publishing.services import submit


@transaction.atomic
def send_letter(*, draft: Draft, actor: Actor, at: datetime, submits: bool = False) -> Letter:
    """Enter a letter that goes out; it gets the next number of its year.

    One that belongs to a bill is drafted for publication.

    :param submits: ask a second person to approve its publication in the same breath
    :raises NotPermitted: the actor enters no letters
    :raises RuleViolation: there is no such bill here; it says neither what nor to whom
    :raises Unlawful: senators ask and are not named, or are named and do not ask (LOC 9)
    """
    return _entered(Direction.OUT, draft, None, actor, at, submits=submits)


@transaction.atomic
def receive_letter(*, draft: Draft, actor: Actor, at: datetime, submits: bool = False) -> Letter:
    """Enter a letter that came in, under its sender's reference and a number of ours.

    :param submits: ask a second person to approve its publication in the same breath
    :raises NotPermitted: the actor enters no letters
    :raises RuleViolation: there is no such bill here; it says neither what nor from whom, or
        has no reference
    :raises Unlawful: it is dated after today, or is given a term to be answered
    """
    return _entered(Direction.IN, draft, None, actor, at, submits=submits)


@transaction.atomic
def answer(
    *,
    letter_id: int,
    draft: Draft,
    actor: Actor,
    at: datetime,
    expected_revision: int | None = None,
    submits: bool = False,
) -> Letter:
    """Enter the letter that answers another: received, if that was sent; sent, if received.

    It is of the same bill. The first answer ends the term; later ones are only linked.

    :returns: the answer
    :raises Letter.DoesNotExist: there is no such letter
    :raises NotPermitted: the actor enters no letters
    :raises Overtaken: the letter changed since
    :raises Unlawful: the answer is dated before the letter
    """
    asked = Letter.objects.select_for_update().get(pk=letter_id)
    if expected_revision not in (None, asked.revision):
        raise Overtaken(_("Somebody changed it while you were looking at it."))
    back = Direction.IN if asked.direction == Direction.OUT else Direction.OUT
    bill = asked.dossier.number if asked.dossier else ""
    of_same_bill = replace(draft, bill=draft.bill or bill)
    made = _entered(back, of_same_bill, asked, actor, at, submits=submits)
    if asked.answered_on is None:
        asked.answered_on = made.dated_on
        asked.revision += 1
        asked.save(update_fields=["answered_on", "revision"])
        event = LetterAnswered(asked.reference, made.reference, made.dated_on.isoformat())
        _tell(event, asked, actor)
    return made


def _entered(
    direction: Direction,
    draft: Draft,
    answers: Letter | None,
    actor: Actor,
    at: datetime,
    *,
    submits: bool,
) -> Letter:
    permissions.can_keep_letters(actor).require()
    _check(direction, draft, answers, at)
    letter = _written(direction, draft, answers, actor, at)
    if letter.dossier is not None:
        letter.publication = draft_publication(
            kind=PublicationKind.DOCUMENT,
            object_kind="bill",
            object_key=letter.dossier.number,
            content=content_of(letter),
            actor=actor,
            at=at,
        )
    letter.save()
    _tell(_event_of(letter), letter, actor)
    if submits and letter.publication_id is not None:
        submit(publication_id=letter.publication_id, actor=actor, at=at)
    return letter


def _check(direction: Direction, draft: Draft, answers: Letter | None, at: datetime) -> None:
    if not (draft.subject.strip() and draft.correspondent.strip()):
        raise RuleViolation(_("Say what the letter is about, and with whom."))
    if direction == Direction.IN and not draft.reference.strip():
        raise RuleViolation(_("A letter received keeps its sender's number: give it."))
    facts = guards.Facts(
        direction=direction,
        kind=draft.kind,
        dated_on=draft.dated_on,
        today=timezone.localdate(at),
        names_senators=any(name.strip() for name in draft.senators),
        asks_answer=draft.answer_days is not None,
        answers=Direction(answers.direction) if answers else None,
        answered_is_dated_on=answers.dated_on if answers else None,
    )
    try:
        guards.check(facts)
    except Unlawful as refusal:
        raise Unlawful(_(refusal.sentence), refusal.citation) from refusal


def _written(
    direction: Direction, draft: Draft, answers: Letter | None, actor: Actor, at: datetime
) -> Letter:
    year = draft.dated_on.year if direction == Direction.OUT else timezone.localdate(at).year
    number = next_number(direction, year)
    is_ours = direction == Direction.OUT
    days = draft.answer_days
    return Letter(
        direction=direction,
        year=year,
        number=number,
        reference=reference_of(number, year) if is_ours else draft.reference.strip(),
        kind=draft.kind,
        dated_on=draft.dated_on,
        correspondent=draft.correspondent.strip(),
        senators="\n".join(name.strip() for name in draft.senators if name.strip()),
        subject=draft.subject.strip(),
        dossier=_dossier(draft.bill.strip()),
        answers=answers,
        answer_due_on=draft.dated_on + timedelta(days=days) if days else None,
        recorded_by_id=actor.user_id,
        recorded_at=at,
    )


def _dossier(number: str) -> Dossier | None:
    if not number:
        return None
    found = Dossier.objects.filter(kind=BillKind.BILL, number=number).first()
    if found is None:
        raise RuleViolation(_("No bill kept here has the number %(number)s.") % {"number": number})
    return found


def _event_of(letter: Letter) -> Event:
    bill = letter.dossier.number if letter.dossier else ""
    dated = letter.dated_on.isoformat()
    if letter.direction == Direction.IN:
        return LetterReceived(letter.reference, letter.kind, bill, dated, letter.publication_id)
    due = letter.answer_due_on.isoformat() if letter.answer_due_on else ""
    return LetterSent(letter.reference, letter.kind, bill, dated, due, letter.publication_id)


def _tell(event: Event, letter: Letter, actor: Actor) -> None:
    others = [("bill", letter.dossier.number)] if letter.dossier else []
    record(
        event,
        actor=actor,
        object_kind="letter",
        object_key=f"{letter.direction}:{letter.year}:{letter.number}",
        others=others,
    )
