"""A senator: term, party, offices, committees, the last votes and bills, and fair figures."""

from dataclasses import dataclass
from datetime import date, datetime

from legislation.bills.selectors.signed import signed_bills
from legislation.people.selectors_person import (
    Career,
    HoldingKind,
    PersonRow,
    Span,
    career_of,
    within,
)
from legislation.votes.selectors_attendance import legislatures_of, sittings_of
from legislation.votes.selectors_senators import latest_answers, participation_of
from portals.citizens.pages import senator_tables as tables
from portals.citizens.pages import senator_words as words
from portals.citizens.pages.bill_head import bill_address
from portals.citizens.pages.bill_words import in_spanish, status_name
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.senator_head import SenatorHead, head_of
from portals.citizens.pages.vote_addresses import ATTENDANCE_OF, VOTES_OF, addresses
from portals.shared import structured_data
from portals.shared.addresses import address_of
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Download, Fact, Link
from portals.shared.remembering import remembered

# Counted over a year, so kept while the record does not change.
_years = remembered(legislatures_of)
_sittings = remembered(sittings_of)
_participation = remembered(participation_of)

LATEST_VOTES = 10
LATEST_BILLS = 5
COMPARE_WITH_PARAMETER = "a"


@dataclass(frozen=True)
class Figures:
    """Attendance and participation of one legislative year, or of what there has been of it."""

    legislature: int
    period: str
    attendance: words.Measure
    participation: words.Measure


@dataclass(frozen=True)
class SenatorPage:
    """``figures`` is None where no term is on record: then nothing can be counted."""

    head: SenatorHead
    contact: tuple[Fact, ...]
    career: tuple[tables.Cells, ...]
    career_columns: tuple[Column, ...]
    committees: tuple[tables.Cells, ...]
    committee_columns: tuple[Column, ...]
    figures: Figures | None
    caveat: words.Caveat
    votes: tuple[tables.Cells, ...]
    vote_columns: tuple[Column, ...]
    votes_links: tuple[Link, ...]
    attendance_links: tuple[Link, ...]
    bills: tuple[Link, ...]
    bills_links: tuple[Link, ...]
    compare: Link
    sources: tuple[str, ...]
    downloads: tuple[Download, ...]
    json_ld: dict[str, object]
    updated_at: datetime | None


def build(slug: str, *, on: date) -> SenatorPage:
    """The page of a senator on a day. Six queries.

    :raises ObjectDoesNotExist: nobody has that address
    """
    career, at = career_of(slug), addresses()
    person, address = career.person, at.senator(slug)
    latest = latest_answers(person.id, limit=LATEST_VOTES)
    return SenatorPage(
        head=head_of(career, at, on=on),
        contact=_contact(person),
        career=tables.career_rows(career, at, on),
        career_columns=tables.career_columns(),
        committees=tables.committee_rows(career.of(HoldingKind.COMMITTEE), at, on),
        committee_columns=tables.committee_columns(),
        figures=_latest_figures(career, on),
        caveat=words.attendance_caveat(),
        votes=tables.answered_rows(latest, at),
        vote_columns=tables.answered_columns(),
        votes_links=(Link(_("Every vote"), address + VOTES_OF),),
        attendance_links=(Link(_("Sitting by sitting"), address + ATTENDANCE_OF),),
        bills=_bills(person.id),
        bills_links=(
            Link(_("Every bill signed"), f"{address_of('citizens:bill-list')}?autor={slug}"),
        ),
        compare=Link(
            _("Compare with somebody else"),
            f"{address_of('citizens:senator-choose-comparison')}?{COMPARE_WITH_PARAMETER}={slug}",
        ),
        sources=_sources(person),
        downloads=other_forms("senator", "json", "atom", slug=slug),
        json_ld=_json_ld(career, on),
        updated_at=person.source_read_at,
    )


def _latest_figures(career: Career, on: date) -> Figures | None:
    """The figures of the last legislative year in office: this one, for those in office."""
    in_office = career.in_office_up_to(on)
    years = _years(in_office)
    if not years:
        return None
    year = years[0]
    days = within(in_office, Span(year.since, year.until))
    return Figures(
        legislature=year.number,
        period=words.period_of(days),
        attendance=words.attendance_measure(_sittings(career.person.id, days)),
        participation=words.participation_measure(_participation(career.person.id, days)),
    )


def _contact(person: PersonRow) -> tuple[Fact, ...]:
    facts = []
    if person.email:
        facts.append(Fact(_("E-mail"), person.email, f"mailto:{person.email}"))
    if person.phone:
        facts.append(Fact(_("Telephone"), person.phone))
    if curriculum := _curriculum(person):
        facts.append(Fact(_("Curriculum"), _("On the Senate's site"), curriculum))
    return tuple(facts)


def _curriculum(person: PersonRow) -> str:
    is_address = person.curriculum_url.startswith(("https://", "http://"))
    return person.curriculum_url if is_address else ""


def _bills(person_id: int) -> tuple[Link, ...]:
    """The bills signed that moved last, with how they stand."""
    rows = signed_bills(person_id, limit=LATEST_BILLS)
    return tuple(
        Link(
            in_spanish(row.plain_title or row.title),
            bill_address(row.number),
            _("%(number)s, %(status)s, filed on %(date)s")
            % {
                "number": row.number,
                "status": status_name(row.status),
                "date": plain_date(row.filed_on),
            },
        )
        for row in rows
    )


def _sources(person: PersonRow) -> tuple[str, ...]:
    if person.source_name is None or person.source_read_at is None:
        return (_("Recorded here."),)
    return (
        _("Source: %(name)s, read on %(date)s.")
        % {"name": person.source_name, "date": plain_date(person.source_read_at)},
    )


def _json_ld(career: Career, on: date) -> dict[str, object]:
    """The person as schema.org describes one, as of a day; the template adds the address."""
    person = career.person
    seat = career.current(HoldingKind.MANDATE, on)
    party = career.current(HoldingKind.PARTY, on)
    curriculum = _curriculum(person)
    return structured_data.person(
        name=person.full_name,
        job=words.job_of(seat) if seat else "",
        region=seat.detail if seat else "",
        party=party.name if party else "",
        email=person.email,
        pages=[curriculum] if curriculum else [],
    )
