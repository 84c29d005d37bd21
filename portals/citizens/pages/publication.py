"""One publication: its exact words, who answers for them, and what became of them."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from markupsafe import Markup

from accounts.roles import Role
from legislation.bills.enums import BillKind
from legislation.procedure.selectors.publications import KINDS
from legislation.publishing.enums import PublicationState
from legislation.publishing.selectors_public import Answerable, Later, Published, get_published
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.publication_addresses import errata_address, publication_address
from portals.shared.addresses import address_of
from portals.shared.formats import long_datetime, plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Download, Fact, Link


@dataclass(frozen=True)
class PublicationPage:
    """``words``, ``facts``, ``data`` and ``sha256`` are empty where nobody may read them now.

    ``notice`` says so, or that there is an erratum: its title and its text, «» where there is
    none of it. ``chain`` are the publications that this one corrects and that correct it.
    """

    title: str
    crumbs: tuple[Link, ...]
    kicker: tuple[str | Markup, ...]
    bill: Link
    bill_title: str | Markup
    is_stone: bool
    notice: tuple[str, str | Markup]
    words: str | Markup
    facts: tuple[Fact, ...]
    answerable: tuple[Fact, ...]
    chain: tuple[Link, ...]
    sha256: str
    data: str
    downloads: tuple[Download, ...]


def build(pk: int) -> PublicationPage:
    """Show a publication, or the stone of one that was withdrawn. Three queries.

    :raises ObjectDoesNotExist: there is none, or it is not public: both alike
    """
    found = get_published(pk)
    is_shown = not found.are_words_withdrawn
    name = _("Publication %(number)d") % {"number": found.id}
    content = found.content
    return PublicationPage(
        title=name,
        crumbs=(
            Link(_("Home"), address_of("citizens:home")),
            Link(_("Errata"), errata_address()),
            Link(name),
        ),
        kicker=(_published_said(found),),
        bill=bill_link(found.object_kind, found.object_key),
        bill_title=in_spanish(str(content.get("title", "")).rstrip(" .")),
        is_stone=not is_shown,
        notice=_notice(found),
        words=in_spanish(str(content.get("description", ""))) if is_shown else "",
        facts=tuple(_facts(content)) if is_shown else (),
        answerable=_answerable(found),
        chain=tuple(_chain(found)),
        sha256=found.content_hash if is_shown else "",
        data=json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) if is_shown else "",
        downloads=other_forms("publication", "json", number=found.id),
    )


def bill_link(object_kind: str, number: str) -> Link:
    """The bill, the matter or the person that a publication is of."""
    if object_kind == "person":
        href = reverse("citizens:senator", kwargs={"slug": number})
        return Link(_("Person of the Senate"), href)
    kind = KINDS.get(object_kind, BillKind.BILL)
    words = _("Matter S %(number)s") if kind == BillKind.MATTER else _("Bill %(number)s")
    return Link(words % {"number": number}, bill_address(number, kind=kind))


def sitting_said(content: dict[str, Any]) -> str:
    """«Sitting 21/374»; «» where the content names none."""
    number, legislature = content.get("session_number"), content.get("legislature_number")
    if not (number and legislature):
        return ""
    return _("Sitting %(number)d/%(legislature)d") % {"number": number, "legislature": legislature}


def _published_said(found: Published) -> str:
    return _("Published on %(moment)s") % {"moment": long_datetime(found.published_at)}


def _facts(content: dict[str, Any]) -> list[Fact]:
    """The day, the sitting and the law, where the content has them."""
    taken_on = content.get("taken_on") or content.get("dated_on")
    facts = []
    if taken_on:
        facts.append(Fact(_("Day"), plain_date(date.fromisoformat(taken_on))))
    if sitting := sitting_said(content):
        facts.append(Fact(_("Sitting"), sitting))
    if citation := content.get("citation"):
        facts.append(Fact(_("Norm"), in_spanish(str(citation))))
    return facts


def _answerable(found: Published) -> tuple[Fact, ...]:
    """The two who answer for it, each with the role and the moment."""
    drafted = (
        _person(found.drafted_by)
        if found.drafted_by
        else _("The system, on the strength of a vote")
    )
    return (
        Fact(_("Drafted by"), f"{drafted}. {long_datetime(found.drafted_at)}"),
        Fact(_("Approved by"), f"{_person(found.approved_by)}. {long_datetime(found.approved_at)}"),
    )


def _person(one: Answerable) -> str:
    """A name and the role; never the address with which somebody signs in."""
    roles = [str(Role(role).label) for role in one.roles]
    return ", ".join(part for part in (one.name, *roles) if part) or _("An official")


def _notice(found: Published) -> tuple[str, str | Markup]:
    if found.is_withdrawn:
        day = plain_date(found.withdrawn_at or found.published_at)
        return _("This publication was withdrawn on %(date)s.") % {"date": day}, found.reason
    if found.are_words_withdrawn:
        return _("These words can no longer be read."), _(
            "What corrected them was withdrawn. The reason is there."
        )
    if found.later:
        return _("This publication was corrected."), _correction_said(found.later[0])
    return "", ""


def _correction_said(later: Later) -> Markup:
    words = _("Publication %(number)d") % {"number": later.id}
    link = Markup('<a href="{}">{}</a>').format(publication_address(later.id), words)
    day = plain_date(later.published_at)
    sentence = Markup("{}").format(_("On %(date)s, by %(publication)s: %(reason)s"))
    return sentence % {"date": day, "publication": link, "reason": in_spanish(later.reason)}


def _chain(found: Published) -> list[Link]:
    """What this corrects and all that corrects it, each at its own address."""
    links = []
    if found.corrects_id is not None:
        words = _("It corrects publication %(number)d") % {"number": found.corrects_id}
        why = "" if found.is_withdrawn else found.reason
        links.append(Link(words, publication_address(found.corrects_id), in_spanish(why)))
    for one in found.later:
        is_gone = one.state == PublicationState.WITHDRAWN
        words = (
            _("Publication %(number)d, of %(date)s, withdrawn since")
            if is_gone
            else _("Corrected by publication %(number)d, of %(date)s")
        )
        said = words % {"number": one.id, "date": plain_date(one.published_at)}
        links.append(Link(said, publication_address(one.id), in_spanish(one.reason)))
    return links
