"""Fictional people and what they hold. Constituencies and seat totals are real rows that
the migrations leave."""

from datetime import date

import factory
from django.db.backends.postgresql.psycopg_any import DateRange

from legislation.people.enums import Chamber, CommitteeKind, ExclusionReason, OfficeKind
from legislation.people.models import (
    Caucus,
    CaucusMembership,
    Committee,
    CommitteeSeat,
    Constituency,
    ExclusionFromOffice,
    Mandate,
    Office,
    Party,
    PartyMembership,
    Person,
    RosterSpan,
)

TERM_START = date(2022, 3, 11)
TERM_END = date(2030, 3, 11)

SURNAMES = (
    "Calfún", "Pellero", "Lillo", "Riffo", "Cárcamo", "Bahamonde", "Ñancupil", "Orellana",
    "Tapia", "Uribe", "Vásquez", "Zúñiga", "Abarca", "Escobar", "Fuentealba", "Inostroza",
)  # fmt: skip


def days(since: date = TERM_START, until: date | None = TERM_END) -> DateRange:
    """From ``since`` up to, and not including, ``until``; None leaves the end open."""
    return DateRange(since, until)


def constituency(slug: str) -> Constituency:
    """A real region, by its address: «maule», «nuble»."""
    return Constituency.objects.get(slug=slug)


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    slug = factory.Sequence(lambda n: f"persona-{n}")
    given_names = factory.Sequence(lambda n: f"Persona {n}")
    paternal_surname = factory.Sequence(lambda n: SURNAMES[n % len(SURNAMES)])
    maternal_surname = factory.Sequence(lambda n: SURNAMES[(n * 5 + 3) % len(SURNAMES)])


class PartyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Party

    slug = factory.Sequence(lambda n: f"partido-{n}")
    name = factory.Sequence(lambda n: f"Partido {n}")
    abbreviation = factory.Sequence(lambda n: f"P{n}")


class CaucusFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Caucus

    slug = factory.Sequence(lambda n: f"bancada-{n}")
    name = factory.Sequence(lambda n: f"Bancada {n}")
    abbreviation = factory.Sequence(lambda n: f"B{n}")


class MandateFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Mandate

    person = factory.SubFactory(PersonFactory)
    constituency = factory.LazyFunction(lambda: constituency("maule"))
    during = factory.LazyFunction(days)


class PartyMembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PartyMembership

    person = factory.SubFactory(PersonFactory)
    party = factory.SubFactory(PartyFactory)
    during = factory.LazyFunction(days)


class CaucusMembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CaucusMembership

    person = factory.SubFactory(PersonFactory)
    caucus = factory.SubFactory(CaucusFactory)
    during = factory.LazyFunction(days)


class RosterSpanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = RosterSpan

    during = factory.LazyFunction(days)


class ExclusionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ExclusionFromOffice

    person = factory.SubFactory(PersonFactory)
    during = factory.LazyFunction(days)
    reason = ExclusionReason.ABROAD


class CommitteeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Committee

    slug = factory.Sequence(lambda n: f"comision-{n}")
    name = factory.Sequence(lambda n: f"Comisión {n}")
    kind = CommitteeKind.PERMANENT
    chamber = Chamber.SENATE


class CommitteeSeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CommitteeSeat

    committee = factory.SubFactory(CommitteeFactory)
    person = factory.SubFactory(PersonFactory)
    during = factory.LazyFunction(days)


class OfficeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Office

    kind = OfficeKind.PRESIDENT
    person = factory.SubFactory(PersonFactory)
    during = factory.LazyFunction(days)


def senator(
    name: str = "",
    *,
    region: str = "maule",
    party: Party | None = None,
    caucus: Caucus | None = None,
    during: DateRange | None = None,
    **person: object,
) -> Person:
    """Somebody with a seat for ``during`` (the usual term), and perhaps a party and a caucus.

    ``name`` is «Given Paternal Maternal»; without it one is made up.
    """
    if name:
        given, paternal, *maternal = name.split(" ")
        person |= {
            "given_names": given,
            "paternal_surname": paternal,
            "maternal_surname": " ".join(maternal),
        }
    holder = PersonFactory(**person)
    span = during or days()
    MandateFactory(person=holder, constituency=constituency(region), during=span)
    if party:
        PartyMembershipFactory(person=holder, party=party, during=span)
    if caucus:
        CaucusMembershipFactory(person=holder, caucus=caucus, during=span)
    return holder
