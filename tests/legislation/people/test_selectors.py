from datetime import date

import pytest

from legislation.people.enums import ExclusionReason, HeadcountBasis
from legislation.people.selectors import Headcount, members_in_office, roster_on
from tests.factories.people import (
    CaucusFactory,
    ExclusionFactory,
    PartyFactory,
    PartyMembershipFactory,
    RosterSpanFactory,
    days,
    senator,
)

pytestmark = pytest.mark.django_db

A_DAY = date(2026, 10, 7)
ARTICLE_49 = "Constitución art. 49; Ley 18.700 art. 180"


class TestMembersInOffice:
    def test_are_the_mandates_of_the_day_where_the_roster_is_complete(self):
        RosterSpanFactory()
        for _each in range(3):
            senator()
        senator(during=days(date(2014, 3, 11), date(2022, 3, 11)))

        assert members_in_office(A_DAY) == Headcount(3, HeadcountBasis.ROSTER, 50, ARTICLE_49)

    def test_leave_out_the_suspended_and_those_abroad_with_permission(self):
        RosterSpanFactory()
        present, suspended, abroad = senator(), senator(), senator()
        ExclusionFactory(person=suspended, reason=ExclusionReason.SUSPENDED)
        ExclusionFactory(person=abroad, during=days(date(2026, 10, 1), date(2026, 11, 15)))
        ExclusionFactory(person=present, during=days(date(2026, 1, 1), A_DAY))

        assert members_in_office(A_DAY).number == 1

    def test_count_a_term_from_its_first_day_and_not_on_its_last(self):
        RosterSpanFactory(during=days(date(2014, 3, 11), None))
        senator(during=days(date(2018, 3, 11), date(2026, 3, 11)))

        assert members_in_office(date(2018, 3, 11)).number == 1
        assert members_in_office(date(2026, 3, 10)).number == 1
        assert members_in_office(date(2026, 3, 11)).number == 0

    def test_are_the_elected_seats_where_the_roster_is_not_known(self):
        senator()

        assert members_in_office(A_DAY) == Headcount(50, HeadcountBasis.SEATS, 50, ARTICLE_49)

    def test_are_the_seats_less_the_excluded_where_the_roster_is_not_known(self):
        ExclusionFactory(person=senator(), during=days(A_DAY, date(2026, 10, 8)))
        ExclusionFactory(during=days(date(2026, 1, 1), A_DAY))

        assert members_in_office(A_DAY) == Headcount(49, HeadcountBasis.EXCLUDED, 50, ARTICLE_49)
        assert members_in_office(date(2026, 10, 8)).basis == HeadcountBasis.SEATS

    def test_are_unknown_where_only_the_excluded_are_known(self):
        ExclusionFactory(during=days(date(2000, 1, 1), None))

        assert members_in_office(date(2006, 3, 10)) == Headcount(None, HeadcountBasis.UNKNOWN)

    @pytest.mark.parametrize(
        ("day", "seats"),
        [
            (date(2006, 3, 11), 38),
            (date(2018, 3, 10), 38),
            (date(2018, 3, 11), 43),
            (date(2022, 3, 10), 43),
            (date(2022, 3, 11), 50),
        ],
    )
    def test_follow_the_number_of_seats_of_each_period(self, day, seats):
        assert members_in_office(day).number == seats

    def test_are_unknown_before_every_senator_was_elected(self):
        assert members_in_office(date(2006, 3, 10)) == Headcount(None, HeadcountBasis.UNKNOWN)

    def test_are_known_on_the_days_of_the_roster_only(self):
        RosterSpanFactory(during=days(date(2026, 3, 11), None))
        senator()

        assert members_in_office(date(2026, 3, 10)).basis == HeadcountBasis.SEATS
        assert members_in_office(date(2026, 3, 11)).basis == HeadcountBasis.ROSTER

    def test_cost_one_query(self, django_assert_num_queries):
        RosterSpanFactory()
        with django_assert_num_queries(1):
            members_in_office(A_DAY)


class TestRoster:
    def test_gives_region_party_and_caucus_of_that_day(self):
        old, new, caucus = PartyFactory(name="Viejo"), PartyFactory(name="Nuevo"), CaucusFactory()
        person = senator("Irene Calfún Ovalle", region="la-araucania", caucus=caucus, slug="calfun")
        PartyMembershipFactory(
            person=person, party=old, during=days(date(2022, 3, 11), date(2024, 5, 2))
        )
        PartyMembershipFactory(person=person, party=new, during=days(date(2024, 5, 2), None))

        before, after = roster_on(date(2024, 5, 1)).rows[0], roster_on(date(2024, 5, 2)).rows[0]

        assert (before.party, after.party) == ("Viejo", "Nuevo")
        assert after.full_name == "Irene Calfún Ovalle"
        assert (after.slug, after.region, after.north_to_south) == ("calfun", "La Araucanía", 12)
        assert (after.caucus_id, after.caucus_slug) == (caucus.id, caucus.slug)
        assert after.exclusion == ""

    def test_says_none_where_the_party_of_the_day_is_not_known(self):
        senator()

        row = roster_on(A_DAY).rows[0]

        assert (row.party_id, row.party, row.caucus_id, row.caucus) == (None, None, None, None)

    def test_orders_people_as_spanish_does(self):
        for name in ("Ana Oyarzo A", "Ana Ñancupil A", "Ana Álvarez A", "Ana Nuñez A"):
            senator(name)

        surnames = [row.full_name.split()[1] for row in roster_on(A_DAY).rows]

        assert surnames == ["Álvarez", "Nuñez", "Ñancupil", "Oyarzo"]

    def test_is_complete_only_where_somebody_vouches_for_it(self):
        senator()
        assert roster_on(A_DAY).is_complete is False

        RosterSpanFactory()
        assert roster_on(A_DAY).is_complete is True

    def test_without_any_mandate_is_not_complete(self):
        RosterSpanFactory()

        assert roster_on(date(2031, 1, 1)).rows == ()
        assert roster_on(date(2031, 1, 1)).is_complete is False

    def test_lists_the_excluded_with_the_reason_and_does_not_count_them(self):
        counted, suspended = senator("Ana Abarca A"), senator("Ana Zúñiga A")
        ExclusionFactory(person=suspended, reason=ExclusionReason.SUSPENDED)

        roster = roster_on(A_DAY)

        assert [row.exclusion for row in roster.rows] == ["", "SUSPENDED"]
        assert [row.person_id for row in roster.in_office] == [counted.id]

    @pytest.mark.parametrize("people", [1, 3])
    def test_is_one_query_however_many_they_are(self, people, django_assert_num_queries):
        for _each in range(people):
            senator(party=PartyFactory(), caucus=CaucusFactory())
        with django_assert_num_queries(1):
            assert len(roster_on(A_DAY).rows) == people
