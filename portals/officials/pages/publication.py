"""One thing on its way to be public: its exact words, who answers for it, what comes next."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from accounts.actors import Actor
from accounts.decisions import Decision
from legislation.publishing import permissions
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.models import Publication
from legislation.publishing.selectors import get_publication
from portals.officials.pages.publication_told import told_of
from portals.shared.formats import long_datetime
from portals.shared.language import gettext as _
from portals.shared.parts import Fact, Link


@dataclass(frozen=True)
class Choice:
    """Something to do with it: possible, or why not. ``confirm_href`` asks for a passkey first."""

    is_open: bool
    reason: str
    confirm_href: str = ""


@dataclass(frozen=True)
class PublicationPage:
    pk: int
    title: str
    state: str
    is_draft: bool
    is_in_review: bool
    is_approved: bool
    is_published: bool
    is_act: bool
    words: str
    facts: tuple[Fact, ...]
    more: tuple[Link, ...]
    answers: tuple[Fact, ...]
    content_hash: str
    reason: str
    revision: int
    submit: Choice
    approve: Choice
    send_back: Choice
    crumbs: tuple[Link, ...]
    dossier_href: str
    public_href: str


def build(pk: int, actor: Actor, *, at: datetime, confirm_href: str) -> PublicationPage:
    """:raises Publication.DoesNotExist: there is none"""
    found = get_publication(pk)
    told = told_of(found)
    dossier = _desk_address(found)
    published = found.state == PublicationState.PUBLISHED
    return PublicationPage(
        pk=found.pk,
        title=f"{found.object_key}: {told.label}",
        state=str(PublicationState(found.state).label),
        is_draft=found.state == PublicationState.DRAFT,
        is_in_review=found.state == PublicationState.IN_REVIEW,
        is_approved=found.state == PublicationState.APPROVED,
        is_published=published,
        is_act=found.kind == PublicationKind.ACT,
        words=found.content["description"],
        facts=told.facts,
        more=told.more,
        answers=_answers(found),
        content_hash=found.content_hash,
        reason=found.reason,
        revision=found.revision,
        submit=_submit(found, actor),
        approve=Choice(is_open=False, reason=told.waits)
        if told.waits
        else _approve(found, actor, at, confirm_href),
        send_back=_choice(permissions.can_review(actor, found), ""),
        crumbs=(
            Link(_("To be published"), reverse("officials:publications")),
            Link(found.object_key, dossier),
            Link(told.label),
        ),
        dossier_href=dossier,
        public_href=_public_address(found) if published else "",
    )


def _desk_address(found: Publication) -> str:
    if found.object_kind == "person":
        return reverse("officials:person", kwargs={"slug": found.object_key})
    return reverse("officials:dossier", kwargs={"number": found.object_key})


def _public_address(found: Publication) -> str:
    if found.object_kind == "person":
        return reverse("citizens:senator", kwargs={"slug": found.object_key})
    return reverse("citizens:bill", kwargs={"number": found.object_key})


def _submit(found: Publication, actor: Actor) -> Choice:
    return _choice(permissions.can_edit(actor, found), "")


def _approve(found: Publication, actor: Actor, at: datetime, confirm_href: str) -> Choice:
    return _choice(permissions.can_approve(actor, found, at), confirm_href)


def _choice(decision: Decision, confirm_href: str) -> Choice:
    href = confirm_href if decision.needs_confirmation else ""
    return Choice(bool(decision), decision.reason, href)


def _answers(found: Publication) -> tuple[Fact, ...]:
    known = (
        (_("Drafted by"), found.drafted_by, found.drafted_at),
        (_("Approved by"), found.approved_by, found.approved_at),
    )
    who = [
        Fact(term, f"{person.name or person.email}, {_hour(moment)}")
        for term, person, moment in known
        if person and moment
    ]
    if found.due_at and found.published_at is None:
        who.append(Fact(_("Not before"), _hour(found.due_at)))
    if found.published_at:
        who.append(Fact(_("Published"), _hour(found.published_at)))
    return tuple(who)


def _hour(moment: datetime) -> str:
    return long_datetime(timezone.localtime(moment))
