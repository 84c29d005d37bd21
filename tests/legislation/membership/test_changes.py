"""What may be changed of a person, with the articles that forbid the rest."""

import json
from datetime import date

import pytest

from accounts import grants
from accounts.decisions import ConfirmationNeeded, NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.models import User
from accounts.roles import Role
from legislation.errors import Overtaken, RuleViolation
from legislation.membership import services
from legislation.membership.enums import ChangeKind as K
from legislation.membership.enums import EndCause, RowKind
from legislation.membership.models import PersonAct
from legislation.people.enums import CommitteeKind, CommitteeRole, ExclusionReason, OfficeKind
from legislation.people.models import (
    CaucusMembership,
    CommitteeSeat,
    ExclusionFromOffice,
    Mandate,
    Office,
    PartyMembership,
    Person,
    Substitution,
)
from legislation.procedure.lifecycle import Unlawful
from legislation.provenance.services import record_source
from tests.factories.accounts import actor_with
from tests.factories.people import (
    TERM_END,
    CaucusFactory,
    CommitteeFactory,
    CommitteeSeatFactory,
    OfficeFactory,
    PartyFactory,
    PersonFactory,
    days,
    senator,
)
from tests.legislation.membership.conftest import AT, ON, a_change, day

pytestmark = pytest.mark.django_db

NUBLE = 16  # two seats


def ends(row) -> date | None:
    row.refresh_from_db()
    return row.during.upper


class TestSeats:
    def test_somebody_new_is_entered_and_then_takes_a_seat(self, secretariat):
        names = {"given_names": "Elisa", "paternal_surname": "Riffo", "maternal_surname": "Soto"}
        secretariat.make(None, K.REGISTER, **names)
        person = Person.objects.get(slug="elisa-riffo-soto")
        secretariat.make(person, K.SEAT, constituency=NUBLE, until=TERM_END)
        mandate = Mandate.objects.get(person=person)
        assert (mandate.constituency_id, mandate.during.lower, mandate.during.upper) == (
            NUBLE,
            ON,
            TERM_END,
        )

    def test_nobody_is_entered_twice(self, secretariat):
        PersonFactory(slug="elisa-riffo", given_names="Elisa", paternal_surname="Riffo")
        with pytest.raises(RuleViolation, match="in the record already"):
            secretariat.propose(None, K.REGISTER, given_names="Elisa", paternal_surname="Riffo")

    def test_a_region_has_no_more_senators_than_it_elects(self, secretariat):
        senator(region="nuble"), senator(region="nuble")
        person = PersonFactory()
        with pytest.raises(Unlawful, match="elects 2 senators") as refused:
            secretariat.propose(person, K.SEAT, constituency=NUBLE, until=TERM_END)
        assert refused.value.citation == "Constitución, art. 49"
        assert (Mandate.objects.count(), PersonAct.objects.count()) == (2, 0)

    def test_the_last_seat_is_taken_by_whom_is_approved_first(self, secretariat):
        senator(region="nuble")
        first, second = PersonFactory(), PersonFactory()
        acts = [
            secretariat.propose(one, K.SEAT, constituency=NUBLE, until=TERM_END)
            for one in (first, second)
        ]
        secretariat.approve(acts[0])
        with pytest.raises(Unlawful, match="elects 2 senators"):
            secretariat.approve(acts[1])
        acts[1].publication.refresh_from_db()
        assert acts[1].publication.state == "IN_REVIEW"
        assert not Mandate.objects.filter(person=second).exists()

    def test_what_is_held_as_a_senator_ends_with_the_seat_and_the_party_does_not(self, secretariat):
        person = senator(party=PartyFactory(), caucus=CaucusFactory())
        seat = CommitteeSeatFactory(person=person)
        office = OfficeFactory(person=person)
        secretariat.make(person, K.END_SEAT, since=day(10), cause=EndCause.RESIGNATION)
        caucus = CaucusMembership.objects.get(person=person)
        mandate = Mandate.objects.get(person=person)
        assert [ends(row) for row in (mandate, seat, office, caucus)] == [day(10)] * 4
        assert ends(PartyMembership.objects.get(person=person)) == TERM_END

    def test_a_seat_is_left_for_a_cause_and_by_a_document(self, secretariat):
        person = senator()
        with pytest.raises(RuleViolation, match="why the seat is left"):
            secretariat.propose(person, K.END_SEAT)
        with pytest.raises(RuleViolation, match="by what document"):
            secretariat.propose(person, K.END_SEAT, cause=EndCause.DEATH, paper="")
        with pytest.raises(RuleViolation, match="gives its reason"):
            secretariat.propose(person, K.END_SEAT, cause=EndCause.DEATH, reason=" ")
        assert ends(Mandate.objects.get()) == TERM_END

    def test_whoever_holds_none_leaves_none(self, secretariat):
        with pytest.raises(Unlawful, match="hold no seat") as refused:
            secretariat.propose(PersonFactory(), K.END_SEAT, cause=EndCause.DEATH)
        assert refused.value.citation == "Constitución, art. 60"


class TestVacancies:
    @pytest.fixture
    def party(self):
        return PartyFactory()

    def vacate(self, secretariat, person):
        secretariat.make(person, K.END_SEAT, since=day(1), cause=EndCause.DEATH)

    def test_the_party_of_the_elected_names_who_serves_the_rest_of_the_term(
        self, secretariat, party
    ):
        gone, person = senator(party=party, region="nuble"), PersonFactory()
        self.vacate(secretariat, gone)
        secretariat.make(person, K.REPLACE, since=day(20), other_id=gone.pk, party_id=party.pk)
        seat = Mandate.objects.get(person=person)
        assert (seat.constituency_id, seat.during.lower, seat.during.upper) == (
            NUBLE,
            day(20),
            TERM_END,
        )

    def test_another_party_names_nobody(self, secretariat, party):
        gone = senator(party=party)
        self.vacate(secretariat, gone)
        with pytest.raises(Unlawful, match="when elected names") as refused:
            secretariat.propose(
                PersonFactory(), K.REPLACE, other_id=gone.pk, party_id=PartyFactory().pk
            )
        assert refused.value.citation == "Constitución, art. 51"

    def test_an_independent_elected_alone_is_not_replaced(self, secretariat, party):
        gone = senator()
        self.vacate(secretariat, gone)
        with pytest.raises(Unlawful, match="elected alone is not replaced") as refused:
            secretariat.propose(PersonFactory(), K.REPLACE, other_id=gone.pk, party_id=party.pk)
        assert refused.value.citation == "Constitución, art. 51"
        assert Mandate.objects.count() == 1

    def test_an_independent_of_a_list_is_replaced_by_the_party_declared(self, secretariat, party):
        gone, person = senator(), PersonFactory()
        self.vacate(secretariat, gone)
        secretariat.make(person, K.REPLACE, other_id=gone.pk, party_id=party.pk, ran_in_list=True)
        assert Mandate.objects.filter(person=person).count() == 1

    def test_nobody_replaces_whoever_still_sits(self, secretariat, party):
        sitting = senator(party=party)
        with pytest.raises(Unlawful, match="is vacant"):
            secretariat.propose(PersonFactory(), K.REPLACE, other_id=sitting.pk, party_id=party.pk)

    def test_a_vacancy_is_filled_once(self, secretariat, party):
        other = senator(region="nuble")
        gone = senator(party=party, region="nuble")
        self.vacate(secretariat, gone)
        named = {"other_id": gone.pk, "party_id": party.pk}
        secretariat.make(PersonFactory(), K.REPLACE, **named)
        with pytest.raises(Unlawful, match="elects 2 senators"):
            secretariat.propose(PersonFactory(), K.REPLACE, **named)
        assert ends(Mandate.objects.get(person=other)) == TERM_END


class TestPartiesAndCaucuses:
    def test_a_party_is_left_and_another_joined(self, secretariat):
        person, other = senator(party=PartyFactory()), PartyFactory()
        secretariat.make(person, K.LEAVE_PARTY, since=day(5))
        secretariat.make(person, K.JOIN_PARTY, since=day(5), party_id=other.pk)
        first, second = PartyMembership.objects.filter(person=person).order_by("pk")
        assert (first.during.upper, second.party, second.during.lower) == (day(5), other, day(5))

    def test_nobody_is_of_two_parties(self, secretariat):
        person = senator(party=PartyFactory())
        with pytest.raises(RuleViolation, match="belong to a party on that day"):
            secretariat.propose(person, K.JOIN_PARTY, party_id=PartyFactory().pk)

    def test_a_party_that_is_joined_later_is_not_covered(self, secretariat):
        """The constraint says it: no rule looks that far."""
        person = senator()
        secretariat.make(person, K.JOIN_PARTY, since=day(20), party_id=PartyFactory().pk)
        with pytest.raises(RuleViolation, match="another party on some of those days"):
            secretariat.propose(person, K.JOIN_PARTY, since=day(1), party_id=PartyFactory().pk)

    def test_a_caucus_is_joined_by_senators_alone(self, secretariat):
        caucus = CaucusFactory()
        with pytest.raises(Unlawful, match="hold no seat"):
            secretariat.propose(PersonFactory(), K.JOIN_CAUCUS, caucus_id=caucus.pk)
        person = senator()
        secretariat.make(person, K.JOIN_CAUCUS, caucus_id=caucus.pk)
        secretariat.make(person, K.LEAVE_CAUCUS, since=day(9))
        assert ends(CaucusMembership.objects.get()) == day(9)


class TestCommittees:
    @pytest.fixture
    def full(self):
        """A permanent committee with its five senators, the first of whom chairs it."""
        committee = CommitteeFactory(name="Hacienda")
        for number in range(5):
            role = CommitteeRole.MEMBER if number else CommitteeRole.CHAIR
            CommitteeSeatFactory(
                committee=committee, person=senator(region="maule"), role=role, during=days()
            )
        return committee

    def test_a_permanent_committee_has_no_sixth_member(self, secretariat, full):
        with pytest.raises(Unlawful, match="has 5 senators") as refused:
            secretariat.propose(senator(), K.JOIN_COMMITTEE, committee_id=full.pk)
        assert refused.value.citation == "Reglamento del Senado, art. 29"
        assert CommitteeSeat.objects.count() == 5

    def test_a_special_one_may(self, secretariat, full):
        full.kind = CommitteeKind.SPECIAL
        full.save()
        secretariat.make(senator(), K.JOIN_COMMITTEE, committee_id=full.pk)
        assert CommitteeSeat.objects.count() == 6

    def test_a_place_is_left_and_taken(self, secretariat, full):
        gone = full.seats.last().person
        secretariat.make(gone, K.LEAVE_COMMITTEE, since=day(8), committee_id=full.pk)
        secretariat.make(senator(), K.JOIN_COMMITTEE, since=day(8), committee_id=full.pk)
        assert full.seats.filter(during__contains=day(8)).count() == 5
        assert full.seats.count() == 6

    def test_whoever_chaired_stays_as_a_member(self, secretariat, full):
        old, new = full.seats.get(role="CHAIR").person, full.seats.last().person
        secretariat.make(new, K.CHAIR_COMMITTEE, since=day(8), committee_id=full.pk)
        now = full.seats.filter(during__contains=day(8))
        assert now.get(role=CommitteeRole.CHAIR).person == new
        assert now.get(person=old).role == CommitteeRole.MEMBER
        assert full.seats.get(role=CommitteeRole.CHAIR, person=old).during.upper == day(8)
        assert now.count() == 5

    def test_its_own_secretary_enters_its_members_and_nothing_else(self, secretariat, full):
        secretary = actor_with(Role.COMMITTEE_SECRETARY)
        grants.give(User.objects.get(pk=secretary.user_id), grants.SERVE_COMMITTEE, full)
        member = full.seats.last().person
        about = {"since": day(8), "actor": secretary}
        assert secretariat.propose(member, K.LEAVE_COMMITTEE, committee_id=full.pk, **about)
        other = CommitteeFactory()
        CommitteeSeatFactory(committee=other, person=member)
        for kind, of in ((K.LEAVE_COMMITTEE, other), (K.LEAVE_CAUCUS, full)):
            with pytest.raises(NotPermitted):
                secretariat.propose(member, kind, committee_id=of.pk, **about)
        assert PersonAct.objects.count() == 1

    def test_a_senator_stands_in_for_a_member_for_some_days(self, secretariat, full):
        member, person = full.seats.last().person, senator()
        named = {"committee_id": full.pk, "other_id": member.pk}
        secretariat.make(person, K.SUBSTITUTE, since=day(8), until=day(20), **named)
        made = Substitution.objects.get()
        assert (made.member, made.substitute, made.during.lower, made.during.upper) == (
            member,
            person,
            day(8),
            day(20),
        )
        with pytest.raises(RuleViolation, match="another substitute on some of those days"):
            secretariat.propose(senator(), K.SUBSTITUTE, since=day(19), until=day(30), **named)

    def test_a_substitute_is_in_office_and_no_member(self, secretariat, full):
        member, another = (seat.person for seat in full.seats.order_by("pk")[1:3])
        named = {"committee_id": full.pk, "other_id": member.pk, "until": day(20)}
        with pytest.raises(RuleViolation, match="stands in for nobody"):
            secretariat.propose(another, K.SUBSTITUTE, **named)
        leaving = senator(during=days(until=day(10)))
        with pytest.raises(RuleViolation, match="Both must be in office"):
            secretariat.propose(leaving, K.SUBSTITUTE, **named)
        with pytest.raises(RuleViolation, match="no member of the committee"):
            secretariat.propose(senator(), K.SUBSTITUTE, **{**named, "other_id": senator().pk})


class TestOffices:
    def test_the_next_president_takes_over_on_the_day(self, secretariat):
        old, new = senator(), senator()
        OfficeFactory(person=old, during=days(until=None))
        secretariat.make(new, K.TAKE_OFFICE, since=day(3), office=OfficeKind.PRESIDENT)
        assert ends(Office.objects.get(person=old)) == day(3)
        assert Office.objects.get(person=new).during.lower == day(3)

    def test_only_a_senator_presides_and_no_senator_is_secretary(self, secretariat):
        with pytest.raises(Unlawful, match="Only a senator"):
            secretariat.propose(PersonFactory(), K.TAKE_OFFICE, office=OfficeKind.PRESIDENT)
        with pytest.raises(Unlawful, match="of an official"):
            secretariat.propose(senator(), K.TAKE_OFFICE, office=OfficeKind.SECRETARY_GENERAL)


class TestOutOfOffice:
    def test_a_suspension_lasts_until_the_return(self, secretariat):
        person = senator()
        secretariat.make(person, K.SUSPEND, since=day(2))
        row = ExclusionFromOffice.objects.get()
        assert (row.reason, row.citation, row.during.upper) == (
            ExclusionReason.SUSPENDED,
            "Sesión 20/374",
            None,
        )
        secretariat.make(person, K.RETURN, since=day(20))
        assert ends(row) == day(20)

    def test_thirty_days_abroad_need_no_permission(self, secretariat):
        person = senator()
        with pytest.raises(Unlawful, match="Up to 30 days") as refused:
            secretariat.propose(person, K.PERMIT_ABSENCE, since=day(1), until=day(1, 7))
        assert refused.value.citation == "Reglamento del Senado, art. 7"
        secretariat.make(person, K.PERMIT_ABSENCE, since=day(1), until=day(2, 7))
        assert ExclusionFromOffice.objects.get().reason == ExclusionReason.ABROAD

    def test_nobody_is_out_twice(self, secretariat):
        person = senator()
        secretariat.make(person, K.PERMIT_ABSENCE, since=day(10), until=day(30, 7))
        with pytest.raises(RuleViolation, match="already out of office"):
            secretariat.propose(person, K.SUSPEND, since=day(1))
        assert ExclusionFromOffice.objects.count() == 1


class TestCorrections:
    def test_wrong_days_are_put_right_and_the_ledger_keeps_what_they_were(self, secretariat):
        person = senator()
        seat = Mandate.objects.get()
        act = secretariat.make(
            person,
            K.CORRECT,
            row_kind=RowKind.MANDATE,
            row_id=seat.pk,
            since=date(2022, 3, 12),
            until=TERM_END,
        )
        seat.refresh_from_db()
        assert seat.during.lower == date(2022, 3, 12)
        told = json.loads(LedgerEntry.objects.get(act="person.row_corrected").payload)
        assert told["before"] == {f"mandate:{seat.pk}": ["2022-03-11", "2030-03-11"]}
        assert told["after"] == {f"mandate:{seat.pk}": ["2022-03-12", "2030-03-11"]}
        assert told["data"]["reason"] == act.reason

    def test_what_was_observed_is_ended_but_not_rewritten(self, secretariat):
        person = senator(party=PartyFactory())
        row = PartyMembership.objects.get()
        row.source = record_source(name="senadores.xml", url="", content=b"x", at=AT)
        row.save()
        about = {"row_kind": RowKind.PARTY, "row_id": row.pk, "since": day(1)}
        with pytest.raises(RuleViolation, match="ended, not rewritten"):
            secretariat.propose(person, K.CORRECT, **about)
        secretariat.make(person, K.LEAVE_PARTY, since=day(5))
        assert ends(row) == day(5)

    def test_what_is_of_another_person_is_not_touched(self, secretariat):
        senator()
        row = Mandate.objects.get()
        with pytest.raises(RuleViolation, match="which of the things"):
            secretariat.propose(
                senator(), K.CORRECT, row_kind=RowKind.MANDATE, row_id=row.pk, since=day(1)
            )

    def test_what_began_that_day_is_not_ended(self, secretariat):
        person = senator()
        secretariat.make(person, K.JOIN_PARTY, since=day(5), party_id=PartyFactory().pk)
        with pytest.raises(RuleViolation, match="began that very day"):
            secretariat.propose(person, K.LEAVE_PARTY, since=day(5))


class TestFourEyes:
    def test_the_record_stays_as_it_is_until_a_second_person_approves(self, secretariat):
        person = senator()
        act = secretariat.propose(person, K.SUSPEND)
        assert ExclusionFromOffice.objects.count() == 0
        with pytest.raises(NotPermitted):
            services.approve_change(
                publication_id=act.publication_id, actor=secretariat.floor, at=AT
            )
        assert ExclusionFromOffice.objects.count() == 0
        secretariat.approve(act)
        assert ExclusionFromOffice.objects.count() == 1

    def test_an_old_passkey_applies_nothing(self, secretariat):
        act = secretariat.propose(senator(), K.SUSPEND)
        late = actor_with(Role.APPROVING_OFFICIAL)
        with pytest.raises(ConfirmationNeeded):
            services.approve_change(publication_id=act.publication_id, actor=late, at=AT)
        assert ExclusionFromOffice.objects.count() == 0

    @pytest.mark.parametrize("role", [Role.DRAFTING_OFFICIAL, Role.AUDITOR, Role.SENATOR])
    def test_others_enter_nothing(self, secretariat, role):
        with pytest.raises(NotPermitted):
            secretariat.propose(senator(), K.SUSPEND, actor=actor_with(role))
        assert PersonAct.objects.count() == 0

    def test_the_second_of_two_people_is_told(self, secretariat):
        person = senator()
        secretariat.propose(person, K.JOIN_PARTY, party_id=PartyFactory().pk)
        with pytest.raises(Overtaken):
            services.propose_change(
                person_id=person.pk,
                change=a_change(K.SUSPEND),
                actor=secretariat.floor,
                at=AT,
                expected_acts=0,
            )
        assert PersonAct.objects.count() == 1

    def test_it_waits_for_its_hour(self, secretariat):
        act = secretariat.propose(senator(), K.SUSPEND)
        hour = AT.replace(hour=18)
        secretariat.approve(act, due_at=hour)
        assert services.publish_due(at=AT) == 0
        assert services.publish_due(at=hour) == 1
        assert services.publish_due(at=hour) == 0
        assert ExclusionFromOffice.objects.count() == 1

    def test_what_the_record_no_longer_allows_at_its_hour_holds_up_nobody(self, secretariat):
        person, hour = senator(), AT.replace(hour=18)
        stale = secretariat.propose(person, K.SUSPEND)
        other = secretariat.propose(senator(), K.SUSPEND)
        for act in (stale, other):
            secretariat.approve(act, due_at=hour)
        secretariat.make(person, K.END_SEAT, cause=EndCause.DEATH)
        assert services.publish_due(at=hour) == 1
        stale.publication.refresh_from_db()
        assert stale.publication.state == "APPROVED"
        assert ExclusionFromOffice.objects.get().person == other.person

    def test_the_ledger_has_it_proposed_approved_changed_and_published(self, secretariat):
        act = secretariat.make(senator(slug="elisa-riffo"), K.SUSPEND)
        rows = LedgerEntry.objects.order_by("sequence").values_list("act", "object_key")
        assert list(rows) == [
            (name, "elisa-riffo")
            for name in (
                "person.change_proposed",
                "publication.submitted",
                "publication.approved",
                "person.changed",
                "publication.published",
            )
        ]
        assert act.description.startswith(str(act.person))
        assert act.description.endswith(
            "queda en suspenso por desafuero desde el 1 de junio de 2026."
        )
