"""Corrects and withdraws what is public: the old words stay at their address beside the new."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.errors import RuleViolation
from legislation.events.services import record
from legislation.procedure.models import Act, AttachedFile, Dossier
from legislation.procedure.permissions import can_correct
from legislation.procedure.proposals import Correction
from legislation.procedure.selectors.publications import act_of, dossier_of
from legislation.procedure.services.document_record import put_document_stone
from legislation.procedure.services.public_record import put_stone
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationKind
from legislation.publishing.events import PublicationWithdrawn
from legislation.publishing.models import Publication


@transaction.atomic
def propose_erratum(
    *, publication_id: int, correction: Correction, actor: Actor, at: datetime
) -> Publication:
    """Draft other words, or another day, for a published act, and ask a second person for them.

    What was published stays as it was, at its own address; once the erratum is out, the public
    record shows the new words and says since when, and where the old ones are.

    :raises NotPermitted: the actor does not draft what is published
    :raises RuleViolation: it is not public, is corrected already, changes nothing, or no reason
        is given
    """
    dossier = _locked(publication_id)
    wrong = publications.locked(publication_id)
    can_correct(actor).require()
    if wrong.kind != PublicationKind.ACT:
        raise RuleViolation(_("A document is corrected by a further version of it."))
    content = corrected(wrong, correction)
    if content == wrong.content:
        raise RuleViolation(_("The erratum changes nothing."))
    if publications.is_being_corrected(wrong):
        raise RuleViolation(_("It has an erratum already: correct that one."))
    _check_day(dossier, act_of(wrong), correction)
    found = publications.draft(
        kind=PublicationKind.ACT,
        object_kind=wrong.object_kind,
        object_key=wrong.object_key,
        content=content,
        actor=actor,
        at=at,
        corrects=wrong,
        reason=correction.reason.strip(),
    )
    return publications.submit(publication_id=found.pk, actor=actor, at=at)


@transaction.atomic
def withdraw_publication(
    *, publication_id: int, reason: str, actor: Actor, at: datetime
) -> Publication:
    """Take back what is public and leave a stone with the reason in its place.

    :raises ConfirmationNeeded: no passkey of the last five minutes
    :raises NotPermitted: the actor drafted it, or is not one who approves
    :raises RuleViolation: no reason is given, or it is not what the public reads now
    """
    _locked(publication_id)
    found = publications.locked(publication_id)
    made = AttachedFile.objects.select_related("shown_as").filter(publication=found).first()
    # What corrects a document stands beside it, and either may have to go.
    if made is None and publications.is_being_corrected(found):
        raise RuleViolation(_("It has an erratum: withdraw that one."))
    publications.take_back(found, reason=reason, actor=actor, at=at)
    if made is None:
        put_stone(found, on=localtime(at).date())
    else:
        put_document_stone(made, found, at=at)
    record(
        PublicationWithdrawn(found.pk, reason.strip()),
        actor=actor,
        object_kind=found.object_kind,
        object_key=found.object_key,
    )
    return found


def corrected(wrong: Publication, correction: Correction) -> dict[str, object]:
    """The content with the correction in it."""
    return {
        **wrong.content,
        "description": correction.description.strip() or wrong.content["description"],
        "taken_on": correction.taken_on.isoformat(),
        "session_number": correction.session_number,
        "legislature_number": correction.legislature_number,
    }


def _locked(publication_id: int) -> Dossier:
    return dossier_of(publication_id, lock=True)


def _check_day(dossier: Dossier, act: Act, correction: Correction) -> None:
    """The corrected day lies between those of the acts before and after."""
    days = dict(dossier.acts.values_list("position", "taken_on"))
    before = days.get(act.position - 1, date.min)
    after = days.get(act.position + 1, date.max)
    if not before <= correction.taken_on <= after:
        raise RuleViolation(_("That day is not between those of the acts before and after it."))
