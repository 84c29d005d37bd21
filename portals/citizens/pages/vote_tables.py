"""The members of a vote as drawings and tables take them: seats, parties, regions, roll call."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from legislation.votes.selectors import VoteRow
from portals.citizens.pages.vote_addresses import Addresses
from portals.citizens.pages.vote_roll import ABSENT, Member, Roll
from portals.shared.drawing.marks import answer
from portals.shared.language import gettext as _
from portals.shared.parts import Ballot, Column, GroupCounts, Seat
from portals.shared.phrases import CHOICE_LABELS, shown_choices

# After every name: those whose group is not known keep the last seats.
_LAST = "\U0010ffff"


def has_caucuses(members: Sequence[Member]) -> bool:
    """Whether the record knows the caucus of anybody: benches are of caucuses then."""
    return any(member.caucus_short for member in members)


def hemicycle_seats(members: Sequence[Member]) -> tuple[Seat, ...]:
    """Everybody's seat, from left to right: by bench, then from north to south, then by name.

    The bench is the caucus, or the party where the record knows no caucus of anybody. The
    order is alphabetical and does not depend on what anybody answered: a seat is fixed.
    """
    by_caucus = has_caucuses(members)

    def bench(member: Member) -> str:
        return member.caucus_short if by_caucus else member.party_short

    # Members come in Spanish order, which a stable sort keeps within each bench and region.
    placed = sorted(
        members,
        key=lambda member: (
            member.person_id is None,
            bench(member).casefold() or _LAST,
            member.place,
        ),
    )
    return tuple(Seat(member.name, bench(member), member.choice) for member in placed)


def by_party(roll: Roll, at: Addresses) -> tuple[GroupCounts, ...]:
    """The answers of each party, by name; those of whom no party is known come last."""
    groups: dict[str, list[Member]] = {}
    for member in roll.members:
        groups.setdefault(member.party_slug, []).append(member)
    ordered = sorted(groups.values(), key=lambda found: found[0].party.casefold() or _LAST)
    return tuple(
        GroupCounts(
            name=found[0].party or _("No party on record"),
            counts=_counts(found, roll),
            short=found[0].party_short,
            href=at.party(found[0].party_slug) if found[0].party_slug else None,
        )
        for found in ordered
    )


def by_region(roll: Roll, at: Addresses) -> tuple[GroupCounts, ...]:
    """The answers of each region, from north to south; the unknown come last."""
    groups: dict[str, list[Member]] = {}
    for member in sorted(roll.members, key=lambda member: member.place):
        groups.setdefault(member.region_slug, []).append(member)
    return tuple(
        GroupCounts(
            name=found[0].region or _("No region on record"),
            counts=_counts(found, roll),
            href=at.region(slug) if slug else None,
        )
        for slug, found in groups.items()
    )


def region_choices(roll: Roll) -> tuple[tuple[str, str], ...]:
    """The regions of those in the vote, from north to south, as (address, name)."""
    found = {
        member.region_slug: member.region
        for member in sorted(roll.members, key=lambda member: member.place)
        if member.region_slug
    }
    return tuple(found.items())


def roll_lines(members: Sequence[Member], at: Addresses) -> tuple[Ballot, ...]:
    """The roll call, with a link and a party for everybody who was recognised."""
    no_party = _("No party on record")
    return tuple(
        Ballot(
            name=member.name,
            choice=member.choice,
            group=member.party_short or member.party or (no_party if member.slug else ""),
            region=member.region,
            href=at.senator(member.slug) if member.slug else None,
            note=member.note,
        )
        for member in members
    )


def answer_columns() -> tuple[Column, ...]:
    return Column(_("Senator"), "head"), Column(_("Party")), Column(_("Answer"))


def answer_rows(members: Sequence[Member], at: Addresses) -> tuple[tuple[str | Markup, ...], ...]:
    """A few members with their party and their answer."""
    return tuple(
        (
            Markup('<a href="{}">{}</a>').format(at.senator(member.slug or ""), member.name),
            member.party or _("No party on record"),
            answer(choice=member.choice, note=member.note),
        )
        for member in members
    )


def totals_columns() -> tuple[Column, ...]:
    return (
        Column(_("Answer"), "head"),
        Column(_("Published total"), "number"),
        Column(_("In the roll call"), "number"),
    )


def totals_rows(row: VoteRow, counts: Mapping[str, int]) -> tuple[tuple[str, int | None, int], ...]:
    """Each answer with the total that the source publishes and the roll call's own."""
    published = {
        "YES": row.published_yes,
        "NO": row.published_no,
        "ABSTAIN": row.published_abstain,
        "PAIRED": row.published_paired,
    }
    return tuple(
        (str(CHOICE_LABELS[choice]), published.get(choice), counts.get(choice, 0))
        for choice in shown_choices(counts)
        if choice != ABSENT
    )


def _counts(members: Sequence[Member], roll: Roll) -> dict[str, int]:
    counts = {ABSENT: 0} if roll.knows_absent else {}
    for member in members:
        counts[member.choice] = counts.get(member.choice, 0) + 1
    return counts
