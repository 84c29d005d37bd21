from datetime import date

import pytest

from legislation.people.enums import CommitteeRole, OfficeKind
from legislation.people.models import Constituency, Party, Person
from legislation.people.selectors_person import (
    HoldingKind,
    Span,
    career_of,
    constituencies,
    constituency_by_slug,
    last_terms,
    memberships_of_party,
    party_by_slug,
    terms_of_region,
    within,
    without,
)
from tests.factories.people import (
    CaucusFactory,
    CommitteeFactory,
    CommitteeSeatFactory,
    ExclusionFactory,
    MandateFactory,
    OfficeFactory,
    PartyFactory,
    PartyMembershipFactory,
    PersonFactory,
    constituency,
    days,
    senator,
)

A_DAY = date(2026, 10, 7)


class TestDaysTakenOut:
    def test_in_the_middle_leave_two_spans(self):
        span = Span(date(2026, 1, 1), date(2026, 12, 31))

        assert without(span, date(2026, 5, 1), date(2026, 6, 1)) == [
            Span(date(2026, 1, 1), date(2026, 5, 1)),
            Span(date(2026, 6, 1), date(2026, 12, 31)),
        ]

    def test_that_cover_the_span_leave_nothing(self):
        assert without(Span(date(2026, 1, 1), date(2026, 2, 1)), date(2025, 1, 1), None) == []

    def test_elsewhere_change_nothing(self):
        span = Span(date(2026, 1, 1), date(2026, 2, 1))

        assert without(span, date(2026, 2, 1), date(2026, 3, 1)) == [span]

    def test_from_a_span_without_end_leave_it_without_end(self):
        assert without(Span(date(2026, 1, 1), None), date(2026, 2, 1), date(2026, 3, 1)) == [
            Span(date(2026, 1, 1), date(2026, 2, 1)),
            Span(date(2026, 3, 1), None),
        ]


def test_spans_within_another_are_cut_to_it():
    spans = [
        Span(None, date(2020, 1, 1)),
        Span(date(2022, 3, 11), date(2030, 3, 11)),
    ]
    frame = Span(date(2025, 3, 11), date(2026, 3, 11))

    assert within(spans, frame) == (frame,)
    assert within(spans, Span(date(2019, 3, 11), date(2022, 3, 12))) == (
        Span(date(2019, 3, 11), date(2020, 1, 1)),
        Span(date(2022, 3, 11), date(2022, 3, 12)),
    )


@pytest.mark.django_db
class TestCareer:
    def test_tells_everything_held_newest_first(self):
        party = PartyFactory(slug="frente", name="Frente del Litoral", abbreviation="FL")
        person = senator("Irene Calfún Ovalle", region="la-araucania", party=party, slug="calfun")
        committee = CommitteeFactory(slug="salud", name="Salud")
        CommitteeSeatFactory(
            committee=committee,
            person=person,
            role=CommitteeRole.CHAIR,
            during=days(date(2026, 3, 18), None),
        )
        OfficeFactory(
            person=person,
            kind=OfficeKind.VICE_PRESIDENT,
            during=days(date(2024, 3, 11), date(2025, 3, 11)),
        )

        career = career_of("calfun")

        assert career.person.full_name == "Irene Calfún Ovalle"
        told = [(h.kind, h.name, h.slug, h.detail, h.since, h.until) for h in career.holdings]
        term = (date(2022, 3, 11), date(2030, 3, 11))
        assert told == [
            ("COMMITTEE", "Salud", "salud", "CHAIR", date(2026, 3, 18), None),
            ("OFFICE", "", "", "VICE_PRESIDENT", date(2024, 3, 11), date(2025, 3, 11)),
            ("MANDATE", "La Araucanía", "la-araucania", "Región de La Araucanía", *term),
            ("PARTY", "Frente del Litoral", "frente", "FL", *term),
        ]

    def test_says_what_is_held_on_a_day_and_what_is_not(self):
        person = senator(during=days(date(2018, 3, 11), date(2026, 3, 11)), slug="uno")
        caucus = CaucusFactory()
        person.caucus_memberships.create(caucus=caucus, during=days(date(2018, 3, 11), None))

        career = career_of("uno")

        assert career.current(HoldingKind.MANDATE, date(2026, 3, 10)).name == "Maule"
        assert career.current(HoldingKind.MANDATE, date(2026, 3, 11)) is None
        assert career.current(HoldingKind.CAUCUS, A_DAY).slug == caucus.slug
        assert career.current(HoldingKind.PARTY, A_DAY) is None

    def test_counts_as_in_office_neither_gaps_between_terms_nor_exclusions(self):
        person = senator(slug="uno", during=days(date(2014, 3, 11), date(2022, 3, 11)))
        MandateFactory(person=person, during=days(date(2026, 3, 11), date(2034, 3, 11)))
        ExclusionFactory(person=person, during=days(date(2020, 1, 1), date(2020, 2, 1)))

        assert career_of("uno").in_office == (
            Span(date(2014, 3, 11), date(2020, 1, 1)),
            Span(date(2020, 2, 1), date(2022, 3, 11)),
            Span(date(2026, 3, 11), date(2034, 3, 11)),
        )

    def test_of_somebody_who_held_nothing_is_empty(self):
        PersonFactory(slug="nadie")

        assert career_of("nadie").holdings == ()
        assert career_of("nadie").in_office == ()

    def test_of_an_unknown_address_does_not_exist(self):
        with pytest.raises(Person.DoesNotExist):
            career_of("nadie")

    @pytest.mark.parametrize("seats", [1, 3])
    def test_costs_one_query(self, seats, django_assert_num_queries):
        person = senator(slug="uno")
        for _each in range(seats):
            CommitteeSeatFactory(person=person)
        with django_assert_num_queries(1):
            assert len(career_of("uno").of(HoldingKind.COMMITTEE)) == seats


@pytest.mark.django_db
class TestFormerSenators:
    def test_are_those_without_a_seat_that_day_with_their_last_one(self):
        party = PartyFactory(slug="frente", name="Frente")
        senator("Ana Abarca Soto")
        gone = senator(
            "Luis Zúñiga Paz",
            region="nuble",
            during=days(date(2006, 3, 11), date(2014, 3, 11)),
            slug="luis",
        )
        MandateFactory(
            person=gone,
            constituency=constituency("biobio"),
            during=days(date(2014, 3, 11), date(2022, 3, 11)),
        )
        PartyMembershipFactory(
            person=gone, party=party, during=days(date(2010, 1, 1), date(2023, 1, 1))
        )

        rows = last_terms(without_seat_on=A_DAY)

        assert [(r.slug, r.region_slug, r.party_slug, r.until) for r in rows] == [
            ("luis", "biobio", "frente", date(2022, 3, 11))
        ]

    @pytest.mark.parametrize("people", [1, 3])
    def test_are_one_query(self, people, django_assert_num_queries):
        for _each in range(people):
            senator(during=days(date(2014, 3, 11), date(2022, 3, 11)))
        with django_assert_num_queries(1):
            assert len(last_terms(without_seat_on=A_DAY)) == people


@pytest.mark.django_db
class TestRegionsAndParties:
    def test_regions_go_from_north_to_south(self):
        names = [region.short_name for region in constituencies()]

        assert len(names) == 16
        assert (names[0], names[9], names[15]) == ("Arica y Parinacota", "Ñuble", "Magallanes")

    def test_a_region_tells_every_seat_ever_held_the_newest_first(self):
        senator("Ana Abarca Soto", region="nuble")
        senator("Luis Paz Soto", region="nuble", during=days(date(2014, 3, 11), date(2022, 3, 11)))
        senator("Eva Lillo Soto", region="maule")

        rows = terms_of_region(constituency_by_slug("nuble").number)

        assert [row.full_name for row in rows] == ["Ana Abarca Soto", "Luis Paz Soto"]

    def test_a_party_tells_who_is_and_was_in_it(self):
        party = PartyFactory(slug="frente")
        stays, left = senator("Ana Abarca Soto"), senator("Luis Paz Soto")
        PartyMembershipFactory(person=left, party=party, during=days(until=date(2024, 1, 1)))
        PartyMembershipFactory(person=stays, party=party, during=days(until=None))

        rows = memberships_of_party(party_by_slug("frente").id)

        assert [(row.full_name, row.until) for row in rows] == [
            ("Ana Abarca Soto", None),
            ("Luis Paz Soto", date(2024, 1, 1)),
        ]

    def test_unknown_addresses_do_not_exist(self):
        with pytest.raises(Constituency.DoesNotExist):
            constituency_by_slug("atlantida")
        with pytest.raises(Party.DoesNotExist):
            party_by_slug("ninguno")
