"""One vote of the floor: what was decided and why, seat by seat, and by whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from legislation.people.selectors import roster_on
from legislation.people.selectors_person import constituency_by_slug
from legislation.votes.counting import Outcome, Tally
from legislation.votes.selectors import (
    VoteDetail,
    VoteRow,
    attempts_at,
    attendance_of_absent,
    ballots_of,
    pairs_on,
    vote_detail,
)
from legislation.votes.selectors_outcome import outcome_of, tally_of
from legislation.votes.sentences import headline, why
from portals.citizens.pages import vote_tables as tables
from portals.citizens.pages import vote_words as words
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.bill_words import in_spanish
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.vote_addresses import (
    BY_ANSWER,
    REGION_PARAMETER,
    Addresses,
    addresses,
)
from portals.citizens.pages.vote_lines import (
    bill_name,
    counts_of,
    kind_name,
    question,
    sitting_name,
    vote_name,
)
from portals.citizens.pages.vote_roll import ABSENT, Roll, roll_of
from portals.shared import structured_data
from portals.shared.addresses import address_of
from portals.shared.formats import clock, long_date, plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import (
    Ballot,
    Column,
    Download,
    Fact,
    Filter,
    GroupCounts,
    Link,
    Seat,
    Tab,
)
from portals.shared.phrases import shown_choices
from portals.shared.remembering import remembered

# The votes of a day share it.
_roster = remembered(roster_on)


@dataclass(frozen=True)
class Chamber:
    """The hemicycle and its words. ``needed`` draws the line, by answer only."""

    seats: tuple[Seat, ...]
    title: str
    description: str
    figure: str
    figure_note: str
    legend: tuple[str, ...]
    views: tuple[Tab, ...]
    is_by_answer: bool
    needed: int | None


@dataclass(frozen=True)
class Mine:
    """The senators of the reader's region, first of all."""

    region: str
    links: tuple[Link, ...]
    columns: tuple[Column, ...]
    answers: tuple[tuple[str | Markup, ...], ...]


@dataclass(frozen=True)
class Decision:
    """Why it came out so: the majority, the votes it needed, and what does not agree.

    ``totals`` is empty where the published totals and the roll call agree.
    """

    title: str
    why: str
    quorum: str
    counts: Mapping[str, int]
    needed: int | None
    seats: int | None
    facts: tuple[Fact, ...]
    notices: tuple[words.Notice, ...]
    totals: tuple[tuple[str, int | None, int], ...]
    totals_columns: tuple[Column, ...]


@dataclass(frozen=True)
class People:
    """Who answered what, in tables. ``note`` says why nobody is called absent, if so.

    With ``has_caucuses`` the seats go by caucus, and the tables by party.
    """

    region_filter: Filter | None
    has_caucuses: bool
    parties: tuple[GroupCounts, ...]
    regions: tuple[GroupCounts, ...]
    roll: tuple[Ballot, ...]
    note: str
    excluded: tuple[Link, ...]


@dataclass(frozen=True)
class VotePage:
    """``chamber`` and ``people`` are None where there is no roll call."""

    crumbs: tuple[Link, ...]
    name: str
    question: str
    outcome: str
    kicker: tuple[str, ...]
    title: str | Markup
    headline: str
    subject: str | Markup
    bill: str | Markup
    decision: Decision
    attempts: tuple[Link, ...]
    mine: Mine | None
    chamber: Chamber | None
    people: People | None
    address: str
    sitting: Link
    downloads: tuple[Download, ...]
    json_ld: dict[str, object]
    citation: str
    sources: tuple[str, ...]
    canonical_path: str
    updated_at: datetime | None


def build(
    address: tuple[int, int, int], *, on: date, is_by_answer: bool = False, region: str = ""
) -> VotePage:
    """Build the page of a vote. Three queries; up to four more where there is what to ask.

    :param address: legislature, number of the sitting and position in it
    :param on: today, for the citation
    :param region: the address of the reader's region, «» for none
    :raises ObjectDoesNotExist: there is no such vote, or no such region
    """
    legislature, session, position = address
    detail = vote_detail(legislature=legislature, session_number=session, position=position)
    row, at, roll = detail.row, addresses(), _roll(detail)
    outcome, tally = outcome_of(row), tally_of(row)
    decision, chain = _decision(detail, outcome, tally, roll), attempts_at(detail)
    return VotePage(
        crumbs=_crumbs(row, at),
        name=vote_name(row),
        question=question(row),
        outcome=outcome.result.value,
        kicker=(kind_name(row.kind), _when(row), _attempt(row, chain)),
        title=words.title(row, outcome, tally),
        headline=headline(outcome, tally),
        subject=in_spanish(row.subject),
        bill=_bill(row),
        decision=decision,
        attempts=_attempts(row, chain, at),
        mine=_mine(row, roll, region, at),
        chamber=_chamber(outcome, roll, decision, _views(row, at, is_by_answer)),
        people=_people(roll, region, at),
        address=at.vote(row) + (BY_ANSWER if is_by_answer else ""),
        sitting=Link(sitting_name(row), at.sitting(row.legislature, row.session_number)),
        downloads=_downloads(row),
        json_ld=_json_ld(row, headline(outcome, tally)),
        citation=_citation(row, on),
        sources=_sources(detail),
        canonical_path=at.vote(row),
        updated_at=detail.source_read_at,
    )


def _decision(detail: VoteDetail, outcome: Outcome, tally: Tally, roll: Roll) -> Decision:
    row = detail.row
    counts = roll.choices if roll.members else counts_of(tally)
    return Decision(
        title=words.why_title(outcome),
        why=why(outcome, tally),
        quorum=words.quorum_sentence(outcome),
        counts=counts,
        needed=outcome.needed,
        seats=row.in_office,
        facts=words.rule_facts(detail),
        notices=_notices(row, outcome, tally, roll),
        totals=() if row.totals_agree else tables.totals_rows(row, counts),
        totals_columns=tables.totals_columns(),
    )


def _people(roll: Roll, region: str, at: Addresses) -> People | None:
    if not roll.members:
        return None
    return People(
        region_filter=_region_filter(roll, region),
        has_caucuses=tables.has_caucuses(roll.members),
        parties=tables.by_party(roll, at),
        regions=tables.by_region(roll, at),
        roll=tables.roll_lines(roll.members, at),
        note=words.absence_notice(roll.unrecognised, roll.knows_absent),
        excluded=_excluded(roll, at),
    )


def _roll(detail: VoteDetail) -> Roll:
    """Everybody in the vote; reasons and pairs are asked for only where somebody has them."""
    day = detail.row.taken_on
    roll = roll_of(ballots_of(detail.row.id), _roster(day))
    absent, paired = roll.ids(ABSENT), roll.ids("PAIRED")
    absences = attendance_of_absent(detail.session_id, absent) if detail.has_attendance else {}
    return roll.explained(absences, pairs_on(day, paired))


def _crumbs(row: VoteRow, at: Addresses) -> tuple[Link, ...]:
    return (
        Link(_("Home"), address_of("citizens:home")),
        Link(_("Votes"), at.votes),
        Link(sitting_name(row), at.sitting(row.legislature, row.session_number)),
        Link(_("Vote %(position)d") % {"position": row.position}),
    )


def _bill(row: VoteRow) -> str | Markup:
    """The bill's number, leading to it, and its title."""
    if row.bill_number is None:
        return ""
    return Markup('<a href="{}">{}</a>: {}').format(
        bill_address(row.bill_number, kind=row.bill_kind or ""),
        bill_name(row),
        in_spanish(row.bill_plain_title or row.bill_title or ""),
    )


def _when(row: VoteRow) -> str:
    if row.taken_at is None:
        return long_date(row.taken_on)
    values = {"date": long_date(row.taken_on), "time": clock(row.taken_at)}
    return _("%(date)s, %(time)s") % values


def _attempt(row: VoteRow, chain: Sequence[VoteRow]) -> str:
    return words.attempt_name(row, _before(row, chain)) if row.attempt > 1 else ""


def _before(row: VoteRow, chain: Sequence[VoteRow]) -> VoteRow | None:
    return next((one for one in chain if one.attempt == row.attempt - 1), None)


def _attempts(row: VoteRow, chain: Sequence[VoteRow], at: Addresses) -> tuple[Link, ...]:
    """Every vote on the same question, where there was more than one; this one has no link."""
    if len(chain) == 1:
        return ()
    return tuple(
        Link(
            _("%(attempt)s. %(result)s")
            % {
                "attempt": words.attempt_name(one, _before(one, chain)),
                "result": headline(outcome_of(one), tally_of(one)),
            },
            at.vote(one) if one.id != row.id else None,
            plain_date(one.taken_on),
        )
        for one in chain
    )


def _notices(row: VoteRow, outcome: Outcome, tally: Tally, roll: Roll) -> tuple[words.Notice, ...]:
    found = [words.stated_notice(row, outcome), words.quorum_notice(row, tally)]
    if not row.totals_agree:
        found.append(words.totals_notice())
    if not roll.members:
        found.append(words.no_roll_call_notice())
    return tuple(notice for notice in found if notice)


def _chamber(
    outcome: Outcome, roll: Roll, decision: Decision, views: tuple[Tab, ...]
) -> Chamber | None:
    if not roll.members:
        return None
    counts = decision.counts
    return Chamber(
        seats=tables.hemicycle_seats(roll.members),
        title=_("How each seat voted"),
        description=words.hemicycle_words(counts, decision.quorum),
        figure=str(counts["YES"]),
        figure_note=words.out_of(outcome),
        legend=tuple(choice for choice in shown_choices(counts) if counts[choice]),
        views=views,
        is_by_answer=views[-1].is_current,
        needed=outcome.needed,
    )


def _views(row: VoteRow, at: Addresses, is_by_answer: bool) -> tuple[Tab, ...]:
    address = at.vote(row)
    return (
        Tab(_("By bench"), f"{address}#sala", None, not is_by_answer),
        Tab(_("By answer"), f"{address}{BY_ANSWER}#sala", None, is_by_answer),
    )


def _region_filter(roll: Roll, region: str) -> Filter | None:
    choices = tables.region_choices(roll)
    return Filter(REGION_PARAMETER, _("Your region"), region, choices) if choices else None


def _mine(row: VoteRow, roll: Roll, region: str, at: Addresses) -> Mine | None:
    if not region:
        return None
    constituency = constituency_by_slug(region)
    members = [member for member in roll.members if member.region_slug == region]
    return Mine(
        region=constituency.short_name,
        links=(
            Link(_("All about this region"), at.region(region)),
            Link(_("Choose another region"), f"{at.vote(row)}#region"),
        ),
        columns=tables.answer_columns(),
        answers=tables.answer_rows(members, at),
    )


def _excluded(roll: Roll, at: Addresses) -> tuple[Link, ...]:
    return tuple(
        Link(row.full_name, at.senator(row.slug), words.exclusion_words(row.exclusion))
        for row in roll.excluded
    )


def _downloads(row: VoteRow) -> tuple[Download, ...]:
    """The same vote for machines: the page's address with another ending."""
    return other_forms(
        "vote",
        "csv",
        "json",
        legislature=row.legislature,
        session=row.session_number,
        position=row.position,
    )


def _json_ld(row: VoteRow, result: str) -> dict[str, object]:
    """The vote as schema.org describes it; the template adds its absolute address."""
    return structured_data.vote(
        name=vote_name(row),
        subject=row.subject,
        taken=row.taken_at or row.taken_on,
        result=result,
        bill_number=row.bill_number or "",
        bill_title=row.bill_plain_title or row.bill_title or "",
    )


def _citation(row: VoteRow, on: date) -> str:
    name = vote_name(row)
    return _("Senate of Chile, %(name)s, %(taken)s, consulted on %(date)s.") % {
        "name": name[:1].lower() + name[1:],
        "taken": plain_date(row.taken_on),
        "date": plain_date(on),
    }


def _sources(detail: VoteDetail) -> tuple[str, ...]:
    if detail.source_name is None or detail.source_read_at is None:
        return (_("Recorded here."),)
    return (
        _("Source: %(name)s, read on %(date)s.")
        % {"name": detail.source_name, "date": plain_date(detail.source_read_at)},
    )
