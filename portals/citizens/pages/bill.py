"""A bill's dossier: where it stands, its route, its urgency and every step it took."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.http import Http404
from markupsafe import Markup

from legislation.bills.enums import BillKind, Initiative, Status
from legislation.bills.selectors import Dossier, StepLine, get_dossier, papers_of, steps_of
from legislation.sessions.selectors_of_bills import (
    NextSitting,
    floor_sittings_of,
    next_sitting_of,
)
from legislation.votes.enums import Base
from legislation.votes.majorities import rule_for
from legislation.votes.selectors import VoteRow
from legislation.votes.selectors_of_bills import results_of_bill
from legislation.votes.selectors_outcome import outcome_of, tally_of
from legislation.votes.sentences import fraction, headline
from portals.citizens.pages.bill_as_of import Journey
from portals.citizens.pages.bill_head import (
    PROCEDURE,
    TEXTS,
    VOTES,
    BillHead,
    bill_address,
    head_of,
)
from portals.citizens.pages.bill_progress import progress_sentence
from portals.citizens.pages.bill_route import Route, route_of
from portals.citizens.pages.bill_sentences import (
    StateSentence,
    dotted,
    law_name,
    standing_of,
    state_sentence,
)
from portals.citizens.pages.bill_steps import StepGroup, Surroundings, groups_of, kinds_present
from portals.citizens.pages.bill_then import DAY_PARAMETER, Then, journey_at, then_of
from portals.citizens.pages.bill_urgency import UrgencyTerm, is_worth_a_clock, term_of
from portals.citizens.pages.bill_words import filled, in_spanish, initiative_name, stage_name
from portals.citizens.pages.other_forms import other_forms
from portals.citizens.pages.publication_addresses import errata_address
from portals.citizens.pages.vote_addresses import Addresses, addresses
from portals.citizens.pages.vote_lines import counts_of, question_of_its_bill
from portals.shared.formats import clock, long_date, plain_date
from portals.shared.formats import number as written
from portals.shared.language import gettext as _
from portals.shared.parts import Download, Fact, Link, Tab, VoteLine

LAW_LIBRARY = "https://www.bcn.cl/leychile/navegar?idLey={number}"
STEP_KIND_PARAMETER = "tipo"
LONGEST_QUESTION = 110


class LastVote(NamedTuple):
    """What was asked, and how it came out."""

    question: str | Markup
    line: VoteLine


@dataclass(frozen=True)
class BillPage:
    """``clock`` is None where no urgency runs; ``last_vote`` where the floor never voted.

    ``errata_href`` is «» where no step was corrected or withdrawn.
    """

    head: BillHead
    then: Then
    state: StateSentence
    progress: str
    clock: UrgencyTerm | None
    route: Route
    step_kinds: tuple[Tab, ...]
    steps: tuple[StepGroup, ...]
    step_count: int
    errata_href: str
    last_vote: LastVote | None
    summary: str | Markup
    next_sitting: Link | None
    authors: tuple[Link, ...]
    facts: tuple[Fact, ...]
    merged_with: tuple[Link, ...]
    law: Link | None
    actions: tuple[Link, ...]
    citation: str
    mail_href: str
    sources: tuple[str, ...]
    downloads: tuple[Download, ...]
    json_ld: dict[str, object] | None
    updated_at: datetime | None


def build(
    number: str, *, kind: BillKind, on: date, step_kind: str = "", as_of: str = ""
) -> BillPage:
    """Build the dossier of a bill, or of a matter of the Senate. Six queries; seven for the past.

    :param on: today
    :param step_kind: show only these steps («» for all)
    :param as_of: the day that the address asks for («» for today)
    :raises Http404: there is no such kind of step
    :raises ObjectDoesNotExist: there is no such bill
    """
    bill = get_dossier(number, kind=kind)
    address = bill_address(bill.number, kind=bill.kind)
    then = then_of(as_of, bill, address=address, today=on)
    if then.on is not None:
        past = journey_at(bill, then.on)
        return _page(past, then, on=then.on, step_kind=step_kind, sitting=None)
    today = Journey(bill, steps_of(bill.id), results_of_bill(bill.id), papers_of(bill.id), (), ())
    sitting = next_sitting_of(bill.id, since=on)
    return _page(today, then, on=on, step_kind=step_kind, sitting=sitting)


def _page(
    journey: Journey, then: Then, *, on: date, step_kind: str, sitting: NextSitting | None
) -> BillPage:
    """The page of what is known of a bill on a day, today or before."""
    bill, steps, votes, is_past = journey.bill, journey.steps, journey.votes, bool(then.on)
    head = head_of(bill, current=PROCEDURE, vote_count=len(votes), on=then.on)
    at = addresses()
    around = Surroundings(
        papers=journey.papers,
        votes=votes,
        sittings=floor_sittings_of(bill.id),
        at=at,
        votes_address=head.address + VOTES + then.query,
        on=then.on,
    )
    return BillPage(
        head=head,
        then=then,
        state=state_sentence(standing_of(bill)),
        progress=progress_sentence(bill, steps),
        clock=_clock(bill, on),
        route=route_of(bill),
        step_kinds=_step_kinds(steps, head.address, step_kind, then),
        steps=tuple(groups_of(steps, kind=step_kind, around=around)),
        step_count=len(steps),
        errata_href=errata_address() if any(step.corrected_on for step in steps) else "",
        last_vote=_last_vote(votes[0], at) if votes else None,
        summary=in_spanish(bill.summary) if bill.summary else "",
        next_sitting=_next_sitting(sitting, at),
        authors=_authors(bill, at),
        facts=_facts(bill, at, on),
        merged_with=_merged(bill),
        law=_law(bill),
        actions=_actions(bill, head, then),
        citation=_citation(bill, head, on),
        mail_href=_mail(head),
        sources=_sources(bill),
        downloads=() if is_past else _downloads(bill),
        json_ld=None if is_past else _json_ld(bill),
        updated_at=bill.source_read_at,
    )


def _last_vote(vote: VoteRow, at: Addresses) -> LastVote:
    outcome, tally = outcome_of(vote), tally_of(vote)
    line = VoteLine(
        sentence=headline(outcome, tally),
        href=at.vote(vote),
        outcome=outcome.result.value,
        counts=counts_of(tally),
        on=vote.taken_on,
        needed=outcome.needed,
        seats=vote.in_office,
    )
    return LastVote(question_of_its_bill(vote, longest=LONGEST_QUESTION), line)


def _step_kinds(
    steps: Sequence[StepLine], address: str, chosen: str, then: Then
) -> tuple[Tab, ...]:
    present = kinds_present(steps)
    if chosen and chosen not in {kind.code for kind in present}:
        raise Http404(_("There is no such kind of step."))
    kept = {DAY_PARAMETER: then.value} if then.on else {}
    every = Tab(_("All steps"), address + then.query, len(steps), not chosen)
    return every, *(
        Tab(
            f"{kind.label} ({written(kind.count)})",
            f"{address}?{urlencode({**kept, STEP_KIND_PARAMETER: kind.code})}",
            kind.count,
            kind.code == chosen,
        )
        for kind in present
    )


def _clock(bill: Dossier, on: date) -> UrgencyTerm | None:
    urgency = bill.open_urgency
    if urgency is None or bill.status != Status.IN_PROGRESS:
        return None
    term = term_of(kind=urgency.kind, set_on=urgency.set_on, due_on=urgency.due_on, on=on)
    return term if is_worth_a_clock(term, set_on=urgency.set_on, on=on) else None


def _next_sitting(sitting: NextSitting | None, at: Addresses) -> Link | None:
    """When it is dealt with next: the body, the day and the hour, where they are known."""
    if sitting is None:
        return None
    when = long_date(sitting.held_on)
    if sitting.starts_at is not None:
        when = f"{when}, {clock(sitting.starts_at)}"
    if sitting.committee:
        words = _("Committee: %(committee)s") % {"committee": sitting.committee}
        return Link(words, at.committee(sitting.committee_slug), when)
    words = _("Sitting %(number)d/%(legislature)d")
    name = words % {"number": sitting.number, "legislature": sitting.legislature}
    return Link(name, at.sitting(sitting.legislature, sitting.number), when)


def _authors(bill: Dossier, at: Addresses) -> tuple[Link, ...]:
    return tuple(
        Link(author.full_name, at.senator(author.slug))
        if author.slug
        else Link(author.printed_name)
        for author in bill.authors
    )


def _facts(bill: Dossier, at: Addresses, on: date) -> tuple[Fact, ...]:
    facts = [
        Fact(_("Initiative"), initiative_name(bill.initiative)),
        Fact(_("Filed on"), plain_date(bill.filed_on)),
        Fact(_("Last movement"), plain_date(bill.last_step_on)),
    ]
    if bill.committee:
        address = at.committee(bill.committee_slug) if bill.committee_slug else None
        facts.insert(1, Fact(_("Committee in charge"), in_spanish(bill.committee), address))
    if bill.quorum_matter:
        facts += _majority(bill.quorum_matter, on)
    facts += [Fact(_("Stage as published"), in_spanish(text)) for text in _printed_stage(bill)]
    return tuple(facts)


def _majority(matter: str, on: date) -> list[Fact]:
    """What the bill needs to be approved, by the rule in force; nothing where none is known."""
    rule = rule_for(matter, on)
    if rule is None or rule.base is not Base.IN_OFFICE:
        return []
    needed = _("%(matter)s: %(fraction)s of the members in office (%(citation)s)") % {
        "matter": _(rule.name),
        "fraction": fraction(rule),
        "citation": rule.citation,
    }
    return [Fact(_("Votes it needs"), needed)]


def _printed_stage(bill: Dossier) -> list[str]:
    """The Senate's own words for the stage, where ours are not enough."""
    detail = " / ".join(part for part in (bill.stage_text, bill.step_text) if part)
    return [detail] if detail and detail != stage_name(bill.stage) else []


def _merged(bill: Dossier) -> tuple[Link, ...]:
    """Each bill debated with this one; a link where we hold it. The lead one says so."""
    links = []
    for other in bill.merged_with:
        if other.number == bill.number:
            continue
        title = other.plain_title or other.title
        note = _("leads the debate") if other.is_lead else ""
        label = filled("%(number)s: %(title)s", number=other.number, title=in_spanish(title))
        label = label if title else other.number
        links.append(Link(label, bill_address(other.number) if title else None, note))
    return tuple(links)


def _law(bill: Dossier) -> Link | None:
    if bill.law_number is None:
        return None
    name = law_name(bill.law_number, bill.law_text)
    return Link(name, LAW_LIBRARY.format(number=bill.law_number), _("Library of Congress"))


def _actions(bill: Dossier, head: BillHead, then: Then) -> tuple[Link, ...]:
    links = [Link(_("Cite"), "#citar"), Link(_("Share"), "#compartir")]
    if bill.text_count:
        links.insert(0, Link(_("Read the text"), head.address + TEXTS + then.query))
    elif bill.filed_text_url:
        links.insert(0, Link(_("Read it as filed"), bill.filed_text_url))
    return tuple(links)


def _citation(bill: Dossier, head: BillHead, on: date) -> str:
    return _("Senate of Chile, %(name)s, «%(title)s», consulted on %(date)s.") % {
        "name": head.name,
        "title": bill.title.rstrip(" ."),
        "date": plain_date(on),
    }


def _mail(head: BillHead) -> str:
    """A letter about the bill, to which the template adds the address."""
    return f"mailto:?subject={quote(f'{head.name}: {head.plain_title}')}&body="


def _sources(bill: Dossier) -> tuple[str, ...]:
    if bill.source_read_at is None:
        return ()
    return (
        _("Source: the Senate's own service, file %(file)s, read on %(date)s.")
        % {"file": bill.source_name, "date": plain_date(bill.source_read_at)},
    )


def _downloads(bill: Dossier) -> tuple[Download, ...]:
    name = "matter" if bill.kind == BillKind.MATTER else "bill"
    return other_forms(name, "json", "atom", number=bill.number)


def _json_ld(bill: Dossier) -> dict[str, object]:
    """The bill as schema.org describes legislation; the template adds its absolute address."""
    authors = [author.full_name or author.printed_name for author in bill.authors]
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": bill.shown_title,
        "legislationIdentifier": bill.number,
        "legislationType": "Proyecto de ley" if bill.kind == BillKind.BILL else "Asunto",
        "legislationJurisdiction": "CL",
        "inLanguage": "es",
        "dateCreated": bill.filed_on.isoformat(),
        "dateModified": bill.last_step_on.isoformat(),
        "isAccessibleForFree": True,
    }
    if bill.plain_title:
        described["alternateName"] = bill.title
    if bill.summary:
        described["abstract"] = bill.summary
    if authors:
        described["author"] = [{"@type": "Person", "name": name} for name in authors]
    elif bill.initiative == Initiative.MESSAGE:
        described["author"] = {
            "@type": "GovernmentOrganization",
            "name": "Presidencia de la República de Chile",
        }
    if bill.subjects:
        described["about"] = [subject.name for subject in bill.subjects]
    if bill.law_number is not None:
        described["workExample"] = {
            "@type": "Legislation",
            "name": f"Ley {dotted(bill.law_number)}",
            "legislationIdentifier": str(bill.law_number),
            "url": LAW_LIBRARY.format(number=bill.law_number),
        }
    return described
