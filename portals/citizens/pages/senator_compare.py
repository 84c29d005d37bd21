"""Two senators side by side: the votes that both answered, and how. No score, no ranking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.urls import reverse
from django.utils.translation import ngettext

from legislation.people.selectors import roster_on
from legislation.people.selectors_person import Career, career_of, last_terms
from legislation.votes.selectors import NEWEST_FIRST
from legislation.votes.selectors_senators import SharedVotes, shared_vote_rows, shared_votes
from portals.citizens.pages import senator_tables as tables
from portals.citizens.pages.senator_words import Caveat, Measure, role_of
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.shared.addresses import address_of
from portals.shared.drawing.marks import answer_in
from portals.shared.formats import number, time_in
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.pagination import PageLinks, keyset_page, page_links
from portals.shared.parts import Column, Filter, Link, Tab

PAGE_SIZE = 50
VIEW_PARAMETER = "ver"
ONE_PARAMETER, OTHER_PARAMETER = "a", "b"
ALIKE: Mapping[str, bool | None] = {"": None, "iguales": True, "distintas": False}


@dataclass(frozen=True)
class ComparePage:
    crumbs: tuple[Link, ...]
    title: str
    people: tuple[Link, ...]
    measure: Measure
    caveat: Caveat
    views: tuple[Tab, ...]
    votes: tuple[tables.Cells, ...]
    columns: tuple[Column, ...]
    pages: PageLinks
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ChoosePage:
    crumbs: tuple[Link, ...]
    address: str
    pickers: tuple[Filter, ...]


def build(
    one_slug: str, other_slug: str, view: str, *, on: date, cursor: str | None = None
) -> ComparePage:
    """Compare two senators. Four queries.

    :param view: «» for every shared vote, «iguales» or «distintas» for some of them
    :raises ObjectDoesNotExist: there is no such senator, or no such view
    :raises InvalidCursor: the cursor is not one of this list
    """
    if view not in ALIKE:
        raise ObjectDoesNotExist(view)
    one, other, at = career_of(one_slug), career_of(other_slug), addresses()
    ids = one.person.id, other.person.id
    shared = shared_votes(*ids)
    rows = shared_vote_rows(*ids, alike=ALIKE[view])
    page = keyset_page(rows, order=NEWEST_FIRST, size=PAGE_SIZE, cursor=cursor)
    address = comparison_address(one_slug, other_slug)
    return ComparePage(
        crumbs=(*_crumbs(at), Link(_("Compare"))),
        title=_("%(one)s and %(other)s")
        % {"one": one.person.full_name, "other": other.person.full_name},
        people=tuple(_person(career, at, on) for career in (one, other)),
        measure=_measure(shared),
        caveat=_caveat(),
        views=_views(shared, address, view),
        votes=_rows(page.items, at),
        columns=(
            Column(_("Date")),
            Column(_("What was voted"), "head"),
            Column(one.person.full_name),
            Column(other.person.full_name),
        ),
        pages=page_links(page, path=address, params={VIEW_PARAMETER: view} if view else {}),
        links=(Link(_("Choose others"), address_of("citizens:senator-choose-comparison")),),
    )


def _rows(items: Sequence[Any], at: Addresses) -> tuple[tables.Cells, ...]:
    tongue = language()
    return tuple(
        (
            time_in(row.taken_on, "short_date", tongue),
            tables.vote_link(row, at),
            answer_in(row.one_choice, tongue),
            answer_in(row.other_choice, tongue),
        )
        for row in items
    )


def build_choice(one_slug: str, *, on: date) -> ChoosePage:
    """The form that chooses two senators, of now or of before. Two queries."""
    in_office = tuple((row.slug, row.full_name) for row in roster_on(on).rows)
    former = tuple((row.slug, row.full_name) for row in last_terms(without_seat_on=on))
    choices = in_office + former
    return ChoosePage(
        crumbs=(*_crumbs(addresses()), Link(_("Compare"))),
        address=address_of("citizens:senator-choose-comparison"),
        pickers=(
            Filter(ONE_PARAMETER, _("Senator"), one_slug, choices),
            Filter(OTHER_PARAMETER, _("And this other"), "", choices),
        ),
    )


def comparison_address(one_slug: str, other_slug: str) -> str:
    """Where two senators are compared: in alphabetical order, so that there is one address."""
    first, second = sorted((one_slug, other_slug))
    return reverse("citizens:senator-compare", kwargs={"one": first, "other": second})


def _crumbs(at: Addresses) -> tuple[Link, ...]:
    return Link(_("Home"), address_of("citizens:home")), Link(_("Senators"), at.senators)


def _person(career: Career, at: Addresses, on: date) -> Link:
    person = career.person
    return Link(person.full_name, at.senator(person.slug), role_of(career, on))


def _measure(shared: SharedVotes) -> Measure:
    differing = shared.shared - shared.same
    text = ngettext(
        "In %(n)s vote they answered differently. Votes in which either was paired, recused or"
        " silent are not counted.",
        "In %(n)s votes they answered differently. Votes in which either was paired, recused or"
        " silent are not counted.",
        differing,
    )
    return Measure(
        value=shared.same,
        total=shared.shared,
        unit=ngettext("shared vote", "shared votes", shared.shared),
        title=_("Answered the same"),
        explanation=text % {"n": number(differing)},
    )


def _caveat() -> Caveat:
    return Caveat(
        _("How to read it."),
        _(
            "Many votes are nearly unanimous, so that most pairs of senators coincide often. The"
            " same answer may have different reasons. This is not a measure of affinity."
        ),
    )


def _views(shared: SharedVotes, address: str, chosen: str) -> tuple[Tab, ...]:
    names = {
        "": (_("All shared votes"), shared.shared),
        "iguales": (_("Answered alike"), shared.same),
        "distintas": (_("Answered differently"), shared.shared - shared.same),
    }
    return tuple(
        Tab(
            name,
            f"{address}?{VIEW_PARAMETER}={view}" if view else address,
            count,
            view == chosen,
        )
        for view, (name, count) in names.items()
    )
