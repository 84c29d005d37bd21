"""What every page about a senator begins with: who it is, and the pages there are."""

from dataclasses import dataclass
from datetime import date

from legislation.people.selectors_person import Career
from portals.citizens.pages.senator_words import role_facts, role_of
from portals.citizens.pages.vote_addresses import ATTENDANCE_OF, VOTES_OF, Addresses
from portals.shared.addresses import address_of
from portals.shared.language import gettext as _
from portals.shared.parts import Link, Tab

OVERVIEW, VOTES, ATTENDANCE = "", VOTES_OF, ATTENDANCE_OF


@dataclass(frozen=True)
class SenatorHead:
    """``section`` names the page within the senator's; «» is the overview."""

    name: str
    role: str
    facts: tuple[str, ...]
    crumbs: tuple[Link, ...]
    tabs: tuple[Tab, ...]
    section: str
    address: str


def head_of(career: Career, at: Addresses, *, on: date, current: str = OVERVIEW) -> SenatorHead:
    """The head of one of a senator's pages; ``current`` is its end of the address."""
    person = career.person
    address = at.senator(person.slug)
    names = {
        OVERVIEW: _("Overview"),
        VOTES: _("Votes"),
        ATTENDANCE: _("Attendance"),
    }
    crumbs = [Link(_("Home"), address_of("citizens:home")), Link(_("Senators"), at.senators)]
    if current:
        crumbs += [Link(person.full_name, address), Link(names[current])]
    else:
        crumbs.append(Link(person.full_name))
    return SenatorHead(
        name=person.full_name,
        role=role_of(career, on),
        facts=role_facts(career, on),
        crumbs=tuple(crumbs),
        tabs=tuple(Tab(name, address + end, None, end == current) for end, name in names.items()),
        section=names[current] if current else "",
        address=address,
    )
