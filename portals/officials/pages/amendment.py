"""One amendment: its words, what became of it, what may follow, and each deed's form."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from accounts.actors import Actor
from accounts.decisions import Decision
from legislation.amendments import lifecycle, permissions, selectors
from legislation.amendments.enums import (
    Admissibility,
    AmendmentKind,
    Body,
    Deed,
    Ground,
    Outcome,
    SignedAs,
    State,
)
from legislation.amendments.models import Amendment
from portals.officials.pages.amendments import EntryPage, authors, crumbs_of, paper_href
from portals.officials.pages.dossier import Possible
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Fact, Link

# Addresses are Spanish and permanent.
SLUGS: dict[Deed, str] = {
    Deed.ADMIT: "declarar-admisible",
    Deed.REFUSE: "declarar-inadmisible",
    Deed.RECONSIDER: "reconsiderar",
    Deed.APPROVE: "aprobar",
    Deed.MODIFY: "aprobar-con-modificaciones",
    Deed.APPROVE_PARTLY: "aprobar-en-parte",
    Deed.REJECT: "rechazar",
    Deed.RENEW: "renovar",
    Deed.WITHDRAW: "retirar",
    Deed.TAKE_OVER: "hacer-suya",
}
DEEDS = {slug: deed for deed, slug in SLUGS.items()}


@dataclass(frozen=True)
class AmendmentPage:
    number: str
    title: str
    kicker: str
    state: str
    text: str
    outcome_text: str
    facts: tuple[Fact, ...]
    crumbs: tuple[Link, ...]
    possible: tuple[Possible, ...]
    refused: tuple[Possible, ...]


def build(number: str, paper: int, amendment: int, actor: Actor) -> AmendmentPage:
    """:raises Amendment.DoesNotExist: there is none"""
    found = selectors.get_amendment(number, paper, amendment)
    signed = selectors.signatories_of([found.pk]).get(found.pk, {})
    possible = _possible(found, actor)
    return AmendmentPage(
        number=number,
        title=_title(found),
        kicker=f"{number} · {_('No. %(number)s') % {'number': paper}}",
        state=str(_state(found).label),
        text=found.text,
        outcome_text=found.outcome_text,
        facts=_facts(found, signed),
        crumbs=_crumbs(found, is_last=True),
        possible=tuple(one for one in possible if not one.reason),
        refused=tuple(one for one in possible if one.reason),
    )


def build_deed(number: str, paper: int, amendment: int, deed_slug: str, actor: Actor) -> EntryPage:
    """:raises Amendment.DoesNotExist: there is none, or no such deed"""
    deed = DEEDS.get(deed_slug)
    if deed is None:
        raise Amendment.DoesNotExist
    found = selectors.get_amendment(number, paper, amendment)
    reason = permissions.permission_of(deed)(actor, found.paper.dossier).reason
    refusal = lifecycle.refusal_of(deed, _state(found))
    if not reason and refusal is not None:
        reason = f"{_(refusal[0])} ({refusal[1]})"
    return EntryPage(
        title=str(deed.label),
        lead=_title(found),
        kicker=number,
        citation=lifecycle.citation_of(deed),
        reason=reason,
        crumbs=(*_crumbs(found, is_last=False), Link(str(deed.label))),
        back_href=href(found),
        key=found.pk,
        revision=found.revision,
    )


def href(found: Amendment) -> str:
    """Where an amendment is."""
    return reverse(
        "officials:amendment",
        args=[found.paper.dossier.number, found.paper.number, found.number],
    )


def _title(found: Amendment) -> str:
    kind = AmendmentKind(found.kind).label
    named = {"number": found.number, "kind": kind, "article": found.article_label}
    return _("Amendment %(number)s. %(kind)s: %(article)s") % named


def _state(found: Amendment) -> State:
    return lifecycle.state_of(
        Admissibility(found.admissibility),
        Outcome(found.outcome),
        is_renewed=found.renewed_on is not None,
    )


def _crumbs(found: Amendment, *, is_last: bool) -> tuple[Link, ...]:
    number, paper = found.paper.dossier.number, found.paper.number
    return (
        *crumbs_of(number, is_last=False),
        Link(_("No. %(number)s") % {"number": paper}, paper_href(number, paper)),
        Link(
            _("Amendment %(number)s") % {"number": found.number},
            None if is_last else href(found),
        ),
    )


def _possible(found: Amendment, actor: Actor) -> list[Possible]:
    """What has a row from there: each permission is asked once, whatever it answers for."""
    dossier = found.paper.dossier
    answers: dict[permissions.Permission, Decision] = {}
    possible = []
    for deed in lifecycle.deeds_from(_state(found)):
        permission = permissions.permission_of(deed)
        if permission not in answers:
            answers[permission] = permission(actor, dossier)
        possible.append(
            Possible(
                label=str(deed.label),
                href=f"{href(found)}{SLUGS[deed]}/",
                reason=answers[permission].reason,
                citation=lifecycle.citation_of(deed),
            )
        )
    return possible


def _facts(found: Amendment, signed: Mapping[SignedAs, list[str]]) -> tuple[Fact, ...]:
    ground = str(Ground(found.ground).label) if found.ground else ""
    votes = ""
    if found.in_favour is not None:
        votes = _("%(for)s in favour, %(against)s against") % {
            "for": found.in_favour,
            "against": found.against,
        }
    known = (
        (_("It stands"), str(_state(found).label)),
        (_("Of"), authors(found.author, signed)),
        (_("Filed"), plain_date(found.filed_on)),
        (_("Ruled"), _ruled(found)),
        (_("Ground"), ground),
        (_("Outcome"), _dated(str(Outcome(found.outcome).label), found.outcome_on)),
        (_("Votes in committee"), votes),
        (_("Taken over"), plain_date(found.taken_over_on) if found.taken_over_on else ""),
        (_("Renewed"), _renewed(found, signed)),
        (
            _("Entered by"),
            (found.recorded_by.name or found.recorded_by.email) if found.recorded_by else "",
        ),
    )
    return tuple(Fact(term, value) for term, value in known if value)


def _ruled(found: Amendment) -> str:
    if found.ruled_on is None:
        return ""
    said = Admissibility(found.admissibility).label
    return f"{said}. {Body(found.ruled_by).label}, {plain_date(found.ruled_on)}"


def _dated(said: str, on: object) -> str:
    return f"{said}, {plain_date(on)}" if on else ""  # type: ignore[arg-type]


def _renewed(found: Amendment, signed: Mapping[SignedAs, list[str]]) -> str:
    if found.renewed_on is None:
        return ""
    by = "; ".join(signed.get(SignedAs.RENEWER, ()))
    return f"{by or _('President of the Republic')}, {plain_date(found.renewed_on)}"
