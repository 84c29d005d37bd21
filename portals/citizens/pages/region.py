"""A region: its senators of now and before, and how they answered lately. And its choice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.people.selectors_person import (
    RegionRow,
    TermRow,
    constituencies,
    constituency_by_slug,
    terms_of_region,
)
from legislation.votes.selectors import latest_votes
from legislation.votes.selectors_senators import absent_of, answers_of
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.senator_tables import Cells, answer_or_none, result_of, vote_link
from portals.citizens.pages.senator_words import term_years
from portals.citizens.pages.vote_addresses import REGION_PARAMETER, Addresses, addresses
from portals.citizens.pages.vote_roll import ABSENT
from portals.shared.formats import time_in
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Column, Filter, Link

LATEST_VOTES = 10


@dataclass(frozen=True)
class RegionPage:
    crumbs: tuple[Link, ...]
    name: str | Markup
    short_name: str
    lead: str
    senators: tuple[Link, ...]
    former: tuple[Link, ...]
    votes: tuple[Cells, ...]
    columns: tuple[Column, ...]
    votes_links: tuple[Link, ...]


@dataclass(frozen=True)
class MySenatorsPage:
    crumbs: tuple[Link, ...]
    address: str
    picker: tuple[Filter, ...]
    regions: tuple[Link, ...]


def build(slug: str, *, on: date) -> RegionPage:
    """A region on a day. Four queries, and one more where an answer is missing.

    :raises ObjectDoesNotExist: there is no such region
    """
    region, at = constituency_by_slug(slug), addresses()
    terms = terms_of_region(region.number)
    now = sorted((term for term in terms if term.holds_on(on)), key=lambda term: term.sort_key)
    return RegionPage(
        crumbs=(
            Link(_("Home"), reverse("citizens:home")),
            Link(_("Senators"), at.senators),
            Link(region.short_name),
        ),
        name=in_spanish(region.name),
        short_name=region.short_name,
        lead=_lead(region),
        senators=tuple(_senator(term, at) for term in now),
        former=tuple(
            Link(term.full_name, at.senator(term.slug), term_years(term.since, term.until))
            for term in terms
            if term.until is not None and term.until <= on
        ),
        votes=_votes(now, at, slug) if now else (),
        columns=(
            Column(_("Date")),
            Column(_("What was voted"), "head"),
            *(Column(term.full_name) for term in now),
            Column(_("Result")),
        ),
        votes_links=(Link(_("Every vote"), at.votes),),
    )


def build_choice() -> MySenatorsPage:
    """The choice of a region. One query."""
    regions, at = constituencies(), addresses()
    return MySenatorsPage(
        crumbs=(
            Link(_("Home"), reverse("citizens:home")),
            Link(_("Senators"), at.senators),
            Link(_("My senators")),
        ),
        address=reverse("citizens:my-senators"),
        picker=(
            Filter(
                REGION_PARAMETER,
                _("Your region"),
                "",
                tuple((region.slug, region.short_name) for region in regions),
            ),
        ),
        regions=tuple(
            Link(region.short_name, at.region(region.slug), _seats(region)) for region in regions
        ),
    )


def _lead(region: RegionRow) -> str:
    return _("Senatorial constituency %(number)d. %(seats)s.") % {
        "number": region.number,
        "seats": _seats(region),
    }


def _seats(region: RegionRow) -> str:
    return ngettext("%(n)d seat", "%(n)d seats", region.seats) % {"n": region.seats}


def _senator(term: TermRow, at: Addresses) -> Link:
    said = (term.party or _("no party on record"), term_years(term.since, term.until))
    return Link(term.full_name, at.senator(term.slug), ", ".join(said))


def _votes(now: Sequence[TermRow], at: Addresses, slug: str) -> tuple[Cells, ...]:
    """The latest votes with the answer of each senator of the region."""
    votes = latest_votes(limit=LATEST_VOTES)
    answers = _answers([term.person_id for term in now], [vote.id for vote in votes])
    tongue = language()
    return tuple(
        (
            time_in(vote.taken_on, "short_date", tongue),
            vote_link(vote, at, query=f"?{REGION_PARAMETER}={slug}"),
            *(answer_or_none(answers.get((vote.id, term.person_id), ""), tongue) for term in now),
            result_of(vote, tongue),
        )
        for vote in votes
    )


def _answers(people: Sequence[int], votes: Sequence[int]) -> dict[tuple[int, int], str]:
    """What each answered in each vote, or that they were absent, by vote and person.

    One query, and one more where an answer is missing.
    """
    found = answers_of(people, votes)
    answers = {(given.vote_id, given.person_id): given.choice for given in found}
    silent = {vote for vote in votes for person in people if (vote, person) not in answers}
    return answers | dict.fromkeys(absent_of(people, silent), ABSENT)
