"""What a senator holds, held and voted, as tables take it."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils.translation import pgettext
from markupsafe import Markup

from legislation.people.selectors_person import Career, Holding, HoldingKind
from legislation.votes.selectors import VoteRow
from legislation.votes.selectors_outcome import outcome_of, tally_of
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.senator_words import (
    committee_role,
    days_held,
    exclusion_name,
    office_name,
    term_years,
)
from portals.citizens.pages.vote_addresses import Addresses
from portals.citizens.pages.vote_lines import bill_name, question_said
from portals.shared.drawing.marks import answer_in
from portals.shared.formats import time_in
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Column
from portals.shared.phrases import OUTCOME_LABELS

# A result of one word stands on one line with its score.
LONGEST_ON_A_LINE = 12
_UNDER = Markup('<br><span class="small muted">%s</span>')

Cells = tuple[str | int | Markup | None, ...]


def committee_columns() -> tuple[Column, ...]:
    return Column(_("Committee"), "head"), Column(_("Role")), Column(_("Days"))


def committee_rows(seats: Iterable[Holding], at: Addresses, on: date) -> tuple[Cells, ...]:
    """Each seat on a committee: those held today, then those to come, then those before."""
    ordered = sorted(seats, key=lambda seat: (not seat.holds_on(on), _has_ended(seat, on)))
    return tuple(
        (
            _link(at.committee(seat.slug), in_spanish(seat.name)),
            committee_role(seat),
            days_held(seat.since, seat.until, on),
        )
        for seat in ordered
    )


def _has_ended(held: Holding, on: date) -> bool:
    return held.until is not None and held.until <= on


def career_columns() -> tuple[Column, ...]:
    return Column(_("What is held"), "head"), Column(_("Which one")), Column(_("Days"))


def career_rows(career: Career, at: Addresses, on: date) -> tuple[Cells, ...]:
    """Terms, parties, caucuses, offices and days out of office, the newest first."""
    rows: list[Cells] = [
        (
            _("Seat in the Senate"),
            _link(at.region(held.slug), in_spanish(held.detail)),
            term_years(held.since, held.until),
        )
        for held in career.of(HoldingKind.MANDATE)
    ]
    rows += [
        (_("Office"), office_name(held), days_held(held.since, held.until, on))
        for held in career.of(HoldingKind.OFFICE)
    ]
    rows += [
        (
            _("Party"),
            _link(at.party(held.slug), in_spanish(held.name)),
            days_held(held.since, held.until, on),
        )
        for held in career.of(HoldingKind.PARTY)
    ]
    rows += [
        (_("Caucus"), in_spanish(held.name), days_held(held.since, held.until, on))
        for held in career.of(HoldingKind.CAUCUS)
    ]
    rows += [
        (
            _("Not counted as in office"),
            exclusion_name(held),
            days_held(held.since, held.until, on),
        )
        for held in career.of(HoldingKind.EXCLUSION)
    ]
    return tuple(rows)


def answered_columns() -> tuple[Column, ...]:
    return (
        Column(_("Date")),
        Column(_("What was voted"), "head"),
        Column(pgettext("of a senator", "Vote")),
        Column(_("Result")),
    )


def answered_rows(answers: Iterable[tuple[VoteRow, str]], at: Addresses) -> tuple[Cells, ...]:
    """Votes, each with somebody's own answer, «» where none is on record."""
    tongue = language()
    return tuple(
        (
            time_in(row.taken_on, "short_date", tongue),
            vote_link(row, at),
            answer_or_none(choice, tongue),
            result_of(row, tongue),
        )
        for row, choice in answers
    )


def answer_or_none(choice: str, tongue: str) -> Markup | str:
    """An answer, or in words that there is none."""
    return answer_in(choice, tongue) if choice else _("No answer on record")


def vote_link(row: VoteRow, at: Addresses, *, query: str = "") -> Markup:
    """What was put to the vote, leading to it, and under it the bill that it is about."""
    asked = _link(at.vote(row) + query, question_said(row))
    return asked + _UNDER % bill_name(row) if row.bill_number else asked


def result_of(row: VoteRow, tongue: str) -> Markup:
    """«Approved, 31 to 12»: the result with its yes and no."""
    tally = tally_of(row)
    return _result_said(outcome_of(row).result.value, tally.yes, tally.no, tongue)


@lru_cache(maxsize=4096)
def _result_said(result: str, yes: int, no: int, tongue: str) -> Markup:
    """The same in a language: a list says the same few results dozens of times."""
    label = str(OUTCOME_LABELS[result])
    score = _("%(yes)d to %(no)d") % {"yes": yes, "no": no}
    if len(label) > LONGEST_ON_A_LINE:
        return Markup('{}, <span class="nowrap">{}</span>').format(label, score)
    return Markup('<span class="nowrap">{}, {}</span>').format(label, score)


def _link(href: str, label: str | Markup) -> Markup:
    return Markup('<a href="{}">{}</a>').format(href, label)
