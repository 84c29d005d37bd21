"""Senators, rosters and committees as their sources tell of them."""

from dataclasses import replace
from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from legislation.errors import RuleViolation
from legislation.people.enums import Chamber, CommitteeKind, HeadcountBasis
from legislation.people.models import (
    Committee,
    Mandate,
    PartyMembership,
    Person,
    RosterSpan,
)
from legislation.people.observed import ObservedCommittee, ObservedSenator
from legislation.people.selectors import members_in_office
from legislation.people.services import (
    record_observed_committee,
    record_observed_senator,
    record_roster,
)

pytestmark = pytest.mark.django_db

TERM = (date(2026, 3, 11), date(2034, 3, 11))
COVERS = (date(2026, 3, 11), date(2030, 3, 11))
ANA = ObservedSenator(
    given_names="Ana",
    paternal_surname="Arrayán",
    maternal_surname="Bravo",
    constituency=9,
    mandate=TERM,
    party_slug="ps",
    party_name="Partido de las Plazas",
    party_abbreviation="PP",
    party_since=date(2026, 3, 11),
)
EVA = replace(ANA, given_names="Eva", paternal_surname="Boldo", party_slug="")
NUMBERED = ObservedSenator(
    senate_id=9001,
    given_names="Ana María",
    paternal_surname="Arrayán",
    maternal_surname="Bravo",
    email="ana@senado.example",
)


def test_a_senator_arrives_with_a_seat_a_party_and_a_permanent_address() -> None:
    recorded = record_observed_senator(ANA)

    person = recorded.person
    assert (recorded.created, recorded.changed_rows) == (True, 4)
    assert person.slug == "ana-arrayan-bravo"
    assert Mandate.objects.get().during == DateRange(*TERM)
    assert PartyMembership.objects.get().during == DateRange(date(2026, 3, 11), None)


def test_the_same_senator_again_changes_nothing() -> None:
    record_observed_senator(ANA)

    again = record_observed_senator(ANA)

    assert (again.created, again.changed_rows) == (False, 0)


def test_the_services_own_list_corrects_a_name_and_a_roster_does_not_change_it_back() -> None:
    record_observed_senator(ANA)

    corrected = record_observed_senator(NUMBERED)
    again = record_observed_senator(ANA)

    assert (corrected.created, corrected.changed_rows) == (False, 1)
    assert again.changed_rows == 0
    person = Person.objects.get()
    assert (person.given_names, person.senate_id, person.slug) == (
        "Ana María",
        9001,
        "ana-arrayan-bravo",
    )


def test_another_number_is_another_person_of_the_same_name() -> None:
    record_observed_senator(NUMBERED)

    other = record_observed_senator(replace(NUMBERED, senate_id=9002))

    assert (other.created, other.person.slug) == (True, "ana-maria-arrayan-bravo-2")


def test_what_a_source_leaves_empty_stays() -> None:
    record_observed_senator(replace(NUMBERED, phone="1"))

    assert record_observed_senator(replace(NUMBERED, email="", phone="")).changed_rows == 0

    person = Person.objects.get()
    assert (person.email, person.phone) == ("ana@senado.example", "1")


def test_a_name_that_could_be_two_people_is_refused() -> None:
    record_observed_senator(replace(ANA, given_names="Juan Luis"))
    record_observed_senator(replace(ANA, given_names="Juan Pablo"))

    with pytest.raises(RuleViolation):
        record_observed_senator(replace(ANA, given_names="Juan"))


def test_a_term_that_was_corrected_moves_the_seat_and_leaves_no_second_one() -> None:
    record_observed_senator(ANA)

    shorter = (TERM[0], date(2030, 3, 11))
    assert record_observed_senator(replace(ANA, mandate=shorter)).changed_rows == 1

    assert Mandate.objects.get().during == DateRange(*shorter)


def test_two_seats_at_a_time_are_refused() -> None:
    record_observed_senator(ANA)

    with pytest.raises(RuleViolation):
        record_observed_senator(replace(ANA, constituency=10))


def test_a_later_seat_is_another_seat() -> None:
    record_observed_senator(ANA)

    later = (date(2034, 3, 11), date(2042, 3, 11))
    record_observed_senator(replace(ANA, mandate=later, constituency=10))

    assert Mandate.objects.count() == 2


def test_changing_party_ends_the_earlier_membership_on_that_day() -> None:
    record_observed_senator(ANA)
    moved = replace(ANA, party_slug="pl", party_since=date(2027, 1, 5))

    record_observed_senator(moved)

    assert list(
        PartyMembership.objects.order_by("during").values_list("party__slug", "during")
    ) == [
        ("ps", DateRange(date(2026, 3, 11), date(2027, 1, 5))),
        ("pl", DateRange(date(2027, 1, 5), None)),
    ]
    assert record_observed_senator(ANA).changed_rows == 0
    assert record_observed_senator(moved).changed_rows == 0


def test_an_earlier_party_is_told_up_to_the_one_on_record() -> None:
    record_observed_senator(ANA)

    record_observed_senator(replace(ANA, party_slug="pl", party_since=date(2022, 3, 11)))

    earlier = PartyMembership.objects.get(party__slug="pl")
    assert earlier.during == DateRange(date(2022, 3, 11), date(2026, 3, 11))


def test_a_party_told_otherwise_for_the_same_day_is_corrected() -> None:
    record_observed_senator(ANA)

    record_observed_senator(replace(ANA, party_slug="pl"))

    assert PartyMembership.objects.get().party.slug == "pl"


def test_a_complete_roster_makes_the_number_in_office_known() -> None:
    assert members_in_office(date(2026, 5, 1)).basis == HeadcountBasis.SEATS

    record_roster([ANA, EVA], covers=COVERS)

    headcount = members_in_office(date(2026, 5, 1))
    assert (headcount.number, headcount.basis) == (2, HeadcountBasis.ROSTER)
    assert RosterSpan.objects.get().during == DateRange(*COVERS)


def test_the_same_roster_again_changes_nothing() -> None:
    record_roster([ANA, EVA], covers=COVERS)

    assert record_roster([ANA, EVA], covers=COVERS) == 0


def test_a_roster_that_does_not_vouch_for_itself_covers_no_day() -> None:
    record_roster([ANA, EVA], covers=None)

    assert RosterSpan.objects.count() == 0


def test_a_roster_that_leaves_somebody_out_is_refused() -> None:
    record_observed_senator(EVA)

    with pytest.raises(RuleViolation, match="Eva Boldo Bravo"):
        record_roster([ANA], covers=COVERS)


def test_a_roster_that_names_somebody_twice_is_refused() -> None:
    with pytest.raises(RuleViolation):
        record_roster([ANA, ANA], covers=COVERS)


def test_a_committee_is_known_by_chamber_and_name() -> None:
    seen = ObservedCommittee(name="Hacienda", chamber=Chamber.SENATE, kind=CommitteeKind.UNSTATED)

    first = record_observed_committee(seen)
    again = record_observed_committee(seen)
    other = record_observed_committee(replace(seen, chamber=Chamber.DEPUTIES))

    assert (first.created, first.committee.slug) == (True, "hacienda")
    assert (again.created, again.changed_rows) == (False, 0)
    assert (other.created, other.committee.slug) == (True, "hacienda-camara")


def test_a_committee_known_by_its_number_may_change_its_name_and_keeps_its_address() -> None:
    seen = ObservedCommittee(
        name="Salud", chamber=Chamber.SENATE, kind=CommitteeKind.PERMANENT, senate_id=195
    )
    record_observed_committee(seen)

    renamed = record_observed_committee(replace(seen, name="Salud Pública"))

    assert renamed.changed_rows == 1
    assert (Committee.objects.get().name, renamed.committee.slug) == ("Salud Pública", "salud")


def test_a_source_that_tells_no_kind_leaves_the_kind_on_record() -> None:
    seen = ObservedCommittee(
        name="Salud", chamber=Chamber.SENATE, kind=CommitteeKind.PERMANENT, senate_id=195
    )
    record_observed_committee(seen)

    plain = replace(seen, kind=CommitteeKind.UNSTATED, senate_id=None)

    assert record_observed_committee(plain).changed_rows == 0
    assert Committee.objects.get().kind == CommitteeKind.PERMANENT


def test_two_committees_whose_addresses_would_collide_get_two() -> None:
    one = ObservedCommittee(name="Salud", chamber=Chamber.SENATE, kind=CommitteeKind.UNSTATED)
    two = replace(one, name="¡Salud!")

    assert record_observed_committee(one).committee.slug == "salud"
    assert record_observed_committee(two).committee.slug == "salud-2"
