"""The Cuenta: the papers of which notice is to be given, in the order that the law gives them."""

from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from legislation.bills.enums import Initiative
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.selectors.dossiers import AwaitingNotice, awaiting_notice
from portals.officials.pages.words import SLUGS
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Column

Row = tuple[str | Markup, ...]


@dataclass(frozen=True)
class Papers:
    """The papers of one sender."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CuentaPage:
    columns: tuple[Column, ...]
    groups: tuple[Papers, ...]
    batch_href: str


def build(_actor: Actor) -> CuentaPage:
    """In the order of article 78 of the standing orders: 1 query."""
    waiting = awaiting_notice()
    senders = (
        ("presidente", _("President of the Republic"), _from_president),
        ("camara", _("Chamber of Deputies"), _from_deputies),
        ("mociones", _("Motions of senators"), _motions),
    )
    groups = [
        Papers(slug, title, tuple(_row(one) for one in waiting if belongs(one)))
        for slug, title, belongs in senders
    ]
    return CuentaPage(
        columns=(
            Column(_("Bill")),
            Column(_("Title"), "head"),
            Column(_("Since"), hide_small=True),
            Column(_("Notice")),
        ),
        groups=tuple(group for group in groups if group.rows),
        batch_href=reverse("officials:batch", kwargs={"act_slug": SLUGS[ActKind.GIVE_NOTICE]}),
    )


def _from_president(one: AwaitingNotice) -> bool:
    return one.standing == Standing.FILED and one.initiative == Initiative.MESSAGE


def _from_deputies(one: AwaitingNotice) -> bool:
    return one.standing != Standing.FILED


def _motions(one: AwaitingNotice) -> bool:
    return one.standing == Standing.FILED and one.initiative == Initiative.MOTION


def _row(one: AwaitingNotice) -> Row:
    """A motion on what is for the President alone gets no notice, but a ruling (LOC 13, RS 80)."""
    act = ActKind.GIVE_NOTICE
    if one.is_exclusive and one.initiative == Initiative.MOTION:
        act = ActKind.DECLARE_INADMISSIBLE
    href = reverse("officials:act", kwargs={"number": one.number, "act_slug": SLUGS[act]})
    dossier = reverse("officials:dossier", kwargs={"number": one.number})
    return (
        Markup('<a href="{}">{}</a>').format(dossier, one.number),
        one.title,
        plain_date(one.since),
        Markup('<a href="{}">{}</a>').format(href, act.label),
    )
