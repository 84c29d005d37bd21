"""The pages that mend something: each a form, or why it cannot be."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from accounts.actors import Actor
from accounts.decisions import ALLOWED, Decision, denied
from legislation.procedure import permissions as procedure
from legislation.procedure.enums import ActKind
from legislation.procedure.selectors.dossiers import get_dossier
from legislation.procedure.selectors.effective import effective_acts
from legislation.publishing import permissions
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.models import Publication
from legislation.publishing.selectors import get_publication
from portals.shared.language import gettext as _
from portals.shared.parts import Link

OPENING = (ActKind.FILE, ActKind.RECEIVE)


@dataclass(frozen=True)
class CorrectionPage:
    """``reason`` says why not; ``confirm_href`` asks for a passkey first."""

    title: str
    lead: str
    words: str
    reason: str
    confirm_href: str
    back_href: str
    crumbs: tuple[Link, ...]
    initial: dict[str, Any] = field(default_factory=dict)
    dossier_id: int = 0


def rewording(pk: int, actor: Actor) -> CorrectionPage:
    """:raises Publication.DoesNotExist: there is none, or it is public"""
    found = get_publication(pk)
    under_way = (PublicationState.DRAFT, PublicationState.IN_REVIEW, PublicationState.APPROVED)
    if found.state not in under_way or found.kind != PublicationKind.ACT:
        raise Publication.DoesNotExist
    return _of(
        found,
        _("Put it in other words"),
        permissions.can_edit(actor, found),
        initial={"description": found.content["description"], "revision": found.revision},
    )


def erratum(pk: int, actor: Actor) -> CorrectionPage:
    """:raises Publication.DoesNotExist: there is none, or it is not public"""
    found = _published_act(pk)
    content = found.content
    return _of(
        found,
        _("Propose an erratum"),
        procedure.can_correct(actor),
        initial={
            "description": content["description"],
            "taken_on": date.fromisoformat(content["taken_on"]),
            "session_number": content["session_number"],
            "legislature_number": content["legislature_number"],
        },
    )


def withdrawal(pk: int, actor: Actor, *, at: datetime, confirm_href: str) -> CorrectionPage:
    """:raises Publication.DoesNotExist: there is none, or it is not public"""
    found = get_publication(pk)
    if found.state != PublicationState.PUBLISHED:
        raise Publication.DoesNotExist
    decision = permissions.can_withdraw(actor, found, at)
    return _of(found, _("Withdraw it"), decision, confirm_href=confirm_href)


def undoing(number: str, actor: Actor, *, on: date) -> CorrectionPage:
    """:raises Dossier.DoesNotExist: there is none"""
    dossier = get_dossier(number)
    acts = effective_acts(dossier)
    last = acts[-1] if acts and acts[-1].kind not in OPENING else None
    decision = (
        procedure.can_take(actor, ActKind(last.kind), dossier)
        if last
        else denied(_("There is no act to leave without effect."))
    )
    back = reverse("officials:dossier", kwargs={"number": number})
    title = _("Leave the last act without effect")
    return CorrectionPage(
        title=title,
        lead=_("The act stays in the dossier and in the ledger: its undoing is another act."),
        words=last.description if last else "",
        reason=decision.reason,
        confirm_href="",
        back_href=back,
        crumbs=(Link(_("Bills"), reverse("officials:bills")), Link(number, back), Link(title)),
        initial={"on": on, "revision": dossier.revision},
        dossier_id=dossier.pk,
    )


def _published_act(pk: int) -> Publication:
    found = get_publication(pk)
    if found.state != PublicationState.PUBLISHED or found.kind != PublicationKind.ACT:
        raise Publication.DoesNotExist
    return found


def _of(
    found: Publication,
    title: str,
    decision: Decision = ALLOWED,
    *,
    initial: dict[str, Any] | None = None,
    confirm_href: str = "",
) -> CorrectionPage:
    back = reverse("officials:publication", kwargs={"pk": found.pk})
    return CorrectionPage(
        title=title,
        lead=_("What was published keeps its address, beside what corrects it.")
        if found.published_at
        else _("Whoever approved it must approve it again."),
        words=found.content.get("description") or found.content.get("title", ""),
        reason=decision.reason,
        confirm_href=confirm_href if decision.needs_confirmation else "",
        back_href=back,
        crumbs=(
            Link(_("To be published"), reverse("officials:publications")),
            Link(found.object_key, back),
            Link(title),
        ),
        initial=initial or {},
    )
