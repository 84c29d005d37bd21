"""One bill as the officials hold it: where it stands, what may be done, what was done."""

from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from legislation.people.enums import Chamber
from legislation.procedure import lifecycle, permissions
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.models import Dossier
from legislation.procedure.selectors.dossiers import (
    ActRow,
    acts_of,
    get_dossier,
    running_urgency_of,
    signatories_of,
)
from legislation.publishing.enums import PublicationState
from portals.officials.pages.words import SLUGS
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Fact, Link

OPENING = (ActKind.FILE, ActKind.RECEIVE)


@dataclass(frozen=True)
class Possible:
    """An act that the law lets follow here: where it is done, or why this person may not."""

    label: str
    href: str
    reason: str
    citation: str


@dataclass(frozen=True)
class DossierPage:
    number: str
    title: str
    standing: str
    facts: tuple[Fact, ...]
    crumbs: tuple[Link, ...]
    possible: tuple[Possible, ...]
    refused: tuple[Possible, ...]
    columns: tuple[Column, ...]
    acts: tuple[tuple[str | Markup, ...], ...]
    public_href: str
    documents_href: str


def build(number: str, actor: Actor) -> DossierPage:
    """:raises Dossier.DoesNotExist: there is none"""
    dossier = get_dossier(number)
    acts = acts_of(dossier)
    possible = [_possible(dossier, act, actor) for act in _open_acts(dossier)]
    return DossierPage(
        number=dossier.number,
        title=dossier.title,
        standing=str(Standing(dossier.standing).label),
        facts=_facts(dossier),
        crumbs=(Link(_("Bills"), reverse("officials:bills")), Link(dossier.number)),
        possible=tuple(one for one in possible if not one.reason),
        refused=tuple(one for one in possible if one.reason),
        columns=(
            Column(_("Day")),
            Column(_("What was done"), "head"),
            Column(_("Entered by"), hide_small=True),
            Column(_("Publication")),
        ),
        acts=tuple(_line(act) for act in acts),
        public_href=_public_href(dossier),
        documents_href=reverse("officials:documents", kwargs={"number": dossier.number}),
    )


def _open_acts(dossier: Dossier) -> list[ActKind]:
    acts = lifecycle.acts_from(Standing(dossier.standing), Chamber(dossier.origin_chamber))
    return [act for act in acts if act not in OPENING]


def _possible(dossier: Dossier, act: ActKind, actor: Actor) -> Possible:
    decision = permissions.can_take(actor, act, dossier)
    return Possible(
        label=str(act.label),
        href=reverse("officials:act", kwargs={"number": dossier.number, "act_slug": SLUGS[act]}),
        reason=decision.reason,
        citation=lifecycle.citation_from(
            act, Standing(dossier.standing), Chamber(dossier.origin_chamber)
        ),
    )


def _facts(dossier: Dossier) -> tuple[Fact, ...]:
    urgency = running_urgency_of(dossier)
    authors = "; ".join(signatories_of(dossier))
    known = (
        (_("It stands"), str(Standing(dossier.standing).label)),
        (_("Since"), plain_date(dossier.stands_since)),
        (_("Filed"), plain_date(dossier.filed_on)),
        (_("Kind"), str(dossier.get_initiative_display())),
        (_("Began in"), str(dossier.get_origin_chamber_display())),
        (_("Authors"), authors),
        (_("Committee"), dossier.committee.name if dossier.committee else ""),
        (
            _("Urgency"),
            _("due on %(day)s") % {"day": plain_date(urgency.due_on)} if urgency else "",
        ),
    )
    return tuple(Fact(term, value) for term, value in known if value)


def _line(act: ActRow) -> tuple[str | Markup, ...]:
    sitting = ""
    if act.session_number and act.legislature_number:
        sitting = f" · {act.session_number}/{act.legislature_number}"
    told = Markup('{} <span class="muted">{}</span>').format(act.description, act.citation)
    href = reverse("officials:publication", kwargs={"pk": act.publication_id})
    state = PublicationState(act.publication_state).label
    return (
        plain_date(act.taken_on) + sitting,
        told,
        act.recorded_by or _("The system"),
        Markup('<a href="{}">{}</a>').format(href, state),
    )


def _public_href(dossier: Dossier) -> str:
    if dossier.bill_id is None:
        return ""
    return reverse("citizens:bill", kwargs={"number": dossier.number})
