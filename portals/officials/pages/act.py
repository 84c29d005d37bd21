"""One act about to be entered: whether it may be, and the form for it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from accounts.actors import Actor
from legislation.people.enums import Chamber
from legislation.people.selectors_committees import list_committees
from legislation.procedure import lifecycle, permissions
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.models import Dossier
from legislation.procedure.selectors.dossiers import get_dossier
from portals.officials.pages.words import ACTS, SLUGS
from portals.shared.language import gettext as _
from portals.shared.parts import Link

# One letter of the President sets or withdraws the urgency of twenty bills; one Cuenta gives
# notice of many.
SEVERAL_AT_ONCE = (
    ActKind.SET_URGENCY,
    ActKind.WITHDRAW_URGENCY,
    ActKind.GIVE_NOTICE,
    ActKind.REFER,
    ActKind.SHELVE,
)


@dataclass(frozen=True)
class ActPage:
    """``reason`` says why it cannot be entered now, empty if it can."""

    number: str
    title: str
    standing: str
    label: str
    citation: str
    leads_to: str
    reason: str
    crumbs: tuple[Link, ...]
    back_href: str
    dossier_id: int
    revision: int


def build(number: str, slug: str, actor: Actor) -> ActPage:
    """:raises Dossier.DoesNotExist: there is no such dossier, or no such act"""
    act = ACTS.get(slug)
    if act is None:
        raise Dossier.DoesNotExist
    dossier = get_dossier(number)
    back = reverse("officials:dossier", kwargs={"number": number})
    return ActPage(
        number=number,
        title=dossier.title,
        standing=str(Standing(dossier.standing).label),
        label=str(act.label),
        citation=lifecycle.citation_from(
            act, Standing(dossier.standing), Chamber(dossier.origin_chamber)
        ),
        leads_to=_leads_to(dossier, act),
        reason=_reason(dossier, act, actor),
        crumbs=(
            Link(_("Bills"), reverse("officials:bills")),
            Link(number, back),
            Link(str(act.label)),
        ),
        back_href=back,
        dossier_id=dossier.pk,
        revision=dossier.revision,
    )


@dataclass(frozen=True)
class BatchPage:
    """The same act for several bills."""

    title: str
    lead: str
    choices: tuple[Link, ...]
    crumbs: tuple[Link, ...]


def build_batch(slug: str) -> BatchPage:
    """:raises Dossier.DoesNotExist: that act is not taken with several at once"""
    act = ACTS.get(slug)
    if slug and act not in SEVERAL_AT_ONCE:
        raise Dossier.DoesNotExist
    title = str(act.label) if act else _("The same act for several bills")
    home = reverse("officials:bills")
    return BatchPage(
        title=title,
        lead=_("With all of them or, if one is refused, with none."),
        choices=tuple(
            Link(str(one.label), reverse("officials:batch", kwargs={"act_slug": SLUGS[one]}))
            for one in SEVERAL_AT_ONCE
        ),
        crumbs=(Link(_("Bills"), home), Link(title)),
    )


def committees() -> tuple[tuple[str, str], ...]:
    """The committees of the Senate and the conference committees, to choose from."""
    rows = list_committees(on=timezone.localdate())
    return tuple((row.slug, row.name) for row in rows if row.chamber != Chamber.DEPUTIES)


def _leads_to(dossier: Dossier, act: ActKind) -> str:
    origin = Chamber(dossier.origin_chamber)
    edge = next(lifecycle.edges_of(act, Standing(dossier.standing), origin), None)
    end = edge.end if edge else None
    if edge and end is None and dossier.resumes_as:
        end = Standing(dossier.resumes_as)
    return str(end.label) if end and end != dossier.standing else ""


def _reason(dossier: Dossier, act: ActKind, actor: Actor) -> str:
    decision = permissions.can_take(actor, act, dossier)
    if not decision:
        return decision.reason
    origin = Chamber(dossier.origin_chamber)
    if act in lifecycle.acts_from(Standing(dossier.standing), origin):
        return ""
    starts = ", ".join(f"«{one.label}»" for one in lifecycle.starts_of(act))
    return _("It follows only from: %(starts)s.") % {"starts": starts}
