"""Whether the law lets a change be made, asked of the record twice: proposed and applied."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from legislation.errors import RuleViolation
from legislation.membership import guards
from legislation.membership.counting import most_at_once
from legislation.membership.enums import ChangeKind as K
from legislation.membership.models import PersonAct
from legislation.membership.proposals import Change
from legislation.membership.selectors import facts_on, held_by
from legislation.people.enums import CommitteeKind, OfficeKind
from legislation.people.models import (
    Committee,
    CommitteeSeat,
    Constituency,
    ExclusionFromOffice,
    Mandate,
    PartyMembership,
    Person,
)
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.selectors.terms import number_on
from legislation.procedure.terms import Term
from legislation.publishing.enums import PublicationState

SENATORS_OFFICES = (OfficeKind.PRESIDENT, OfficeKind.VICE_PRESIDENT)


def check(change: Change, person: Person) -> None:
    """Whether the change may be made to this person as the record is now.

    :raises Unlawful: the law does not allow it; names the article
    :raises RuleViolation: the record does not allow it
    """
    try:
        guards.check(change.kind, facts_on(change.since, held_by(person)))
    except Unlawful as refusal:
        raise Unlawful(_(refusal.sentence), refusal.citation) from refusal
    further = FURTHER.get(change.kind)
    if further is not None:
        further(change, person)


def check_seats(
    constituency: int, since: date | None, until: date | None, *, but: int | None = None
) -> None:
    """One more seat of the constituency is free on all these days.

    :param but: the mandate not to be counted, as it is the one that changes
    :raises Unlawful: all are taken on some of them (CPR 49)
    """
    region = Constituency.objects.get(pk=constituency)
    held = Mandate.objects.filter(constituency=region).exclude(pk=but or 0).values_list("during")
    taken = most_at_once([(one.lower, one.upper) for (one,) in held], (since, until))
    if taken >= region.seats:
        raise Unlawful(
            _("%(region)s elects %(seats)s senators, and all those seats are held.")
            % {"region": region.short_name, "seats": region.seats},
            guards.CITATIONS[K.SEAT],
        )


def check_committee(
    committee_id: int, since: date | None, until: date | None, *, but: int | None = None
) -> None:
    """A permanent committee has room for one more on all these days.

    :raises Unlawful: it is full on some of them (RS 29)
    """
    committee = Committee.objects.get(pk=committee_id)
    if committee.kind != CommitteeKind.PERMANENT:
        return
    size = number_on(Term.SENATORS_OF_A_COMMITTEE, since or date.min)
    held = (
        CommitteeSeat.objects.filter(committee=committee).exclude(pk=but or 0).values_list("during")
    )
    if most_at_once([(one.lower, one.upper) for (one,) in held], (since, until)) >= size.number:
        raise Unlawful(
            _("A permanent committee has %(number)s senators, and it has them all.")
            % {"number": size.number},
            size.citation,
        )


def vacancy_of(senator_id: int) -> PersonAct | None:
    """The published act by which this senator's seat became vacant last, if it did."""
    return (
        PersonAct.objects.filter(
            kind=K.END_SEAT, person=senator_id, publication__state=PublicationState.PUBLISHED
        )
        .order_by("-pk")
        .first()
    )


def _check_seat(change: Change, _person: Person) -> None:
    if change.constituency is None or change.until is None:
        raise RuleViolation(_("Say for which region, and when the term ends."))
    check_seats(change.constituency, change.since, change.until)


def _check_replacement(change: Change, person: Person) -> None:
    """The party to which they belonged when elected names the replacement (CPR 51)."""
    citation = guards.CITATIONS[K.REPLACE]
    vacancy = vacancy_of(change.other_id) if change.other_id else None
    if vacancy is None:
        raise Unlawful(
            _("No seat of that senator is vacant: enter first why it was left."), citation
        )
    if change.since < vacancy.taken_on:
        raise Unlawful(_("The seat was not vacant yet on that day."), citation)
    elected_in = _party_when_elected(vacancy)
    if elected_in is None and not change.ran_in_list:
        raise Unlawful(_("An independent who was elected alone is not replaced."), citation)
    if change.party_id is None or elected_in not in (None, change.party_id):
        raise Unlawful(
            _("The party to which they belonged when elected names the replacement."), citation
        )
    _check_seat(change, person)


def _party_when_elected(vacancy: PersonAct) -> int | None:
    ended = Mandate.objects.filter(person=vacancy.person_id, during__endswith=vacancy.taken_on)
    first_day = ended.get().during.lower or vacancy.taken_on
    parties = PartyMembership.objects.filter(
        person=vacancy.person_id, during__contains=first_day
    ).values_list("party", flat=True)
    return parties.first()


def _check_committee_seat(change: Change, person: Person) -> None:
    _ask_committee(change)
    held = CommitteeSeat.objects.filter(committee=change.committee_id, person=person)
    if held.filter(during__contains=change.since).exists():
        raise RuleViolation(_("They sit on that committee already on some of those days."))
    check_committee(change.committee_id or 0, change.since, change.until)


def _check_substitution(change: Change, person: Person) -> None:
    _ask_committee(change)
    if change.until is None or change.other_id is None:
        raise RuleViolation(_("Say for whom they stand in, and until when."))
    seats = CommitteeSeat.objects.filter(committee=change.committee_id)
    days = (change.since, change.until)
    if not seats.filter(person=change.other_id, during__contains=days).exists():
        raise RuleViolation(_("That senator is no member of the committee on all those days."))
    if seats.filter(person=person, during__overlap=days).exists():
        raise RuleViolation(_("A member of the committee stands in for nobody on it."))
    for one in (person.pk, change.other_id):
        _ask_in_office(one, days)


def _ask_in_office(person_id: int, days: tuple[date, date]) -> None:
    seated = Mandate.objects.filter(person=person_id, during__contains=days).exists()
    out = ExclusionFromOffice.objects.filter(person=person_id, during__overlap=days).exists()
    if out or not seated:
        raise RuleViolation(_("Both must be in office on all those days."))


def _check_office(change: Change, person: Person) -> None:
    if change.office is None:
        raise RuleViolation(_("Say which office."))
    seated = Mandate.objects.filter(person=person, during__contains=change.since).exists()
    if change.office in SENATORS_OFFICES and not seated:
        raise Unlawful(_("Only a senator holds that office."), guards.OFFICES)
    if change.office not in SENATORS_OFFICES and seated:
        raise Unlawful(_("That office is of an official, not of a senator."), guards.OFFICES)


def _check_absence(change: Change, person: Person) -> None:
    if change.until is None:
        raise RuleViolation(_("Say until when the permission holds."))
    most = number_on(Term.DAYS_ABROAD_WITHOUT_PERMISSION, change.since)
    if (change.until - change.since).days <= most.number:
        raise Unlawful(
            _("Up to %(days)s days abroad need no permission.") % {"days": most.number},
            most.citation,
        )
    _ask_not_excluded(ExclusionFromOffice.objects.filter(person=person), change)


def _check_suspension(change: Change, person: Person) -> None:
    _ask_not_excluded(ExclusionFromOffice.objects.filter(person=person), change)


def _ask_not_excluded(rows: QuerySet[ExclusionFromOffice], change: Change) -> None:
    if rows.filter(during__overlap=(change.since, change.until)).exists():
        raise RuleViolation(_("They are already out of office on some of those days."))


def _ask_committee(change: Change, _person: Person | None = None) -> None:
    if change.committee_id is None:
        raise RuleViolation(_("Say which committee."))


def _ask_party(change: Change, _person: Person) -> None:
    if change.party_id is None:
        raise RuleViolation(_("Say which party."))


def _ask_caucus(change: Change, _person: Person) -> None:
    if change.caucus_id is None:
        raise RuleViolation(_("Say which party caucus."))


def _ask_cause(change: Change, _person: Person) -> None:
    if change.cause is None:
        raise RuleViolation(_("Say why the seat is left."))


FURTHER = {
    K.SEAT: _check_seat,
    K.END_SEAT: _ask_cause,
    K.REPLACE: _check_replacement,
    K.JOIN_PARTY: _ask_party,
    K.JOIN_CAUCUS: _ask_caucus,
    K.JOIN_COMMITTEE: _check_committee_seat,
    K.LEAVE_COMMITTEE: _ask_committee,
    K.CHAIR_COMMITTEE: _ask_committee,
    K.SUBSTITUTE: _check_substitution,
    K.TAKE_OFFICE: _check_office,
    K.SUSPEND: _check_suspension,
    K.PERMIT_ABSENCE: _check_absence,
}
