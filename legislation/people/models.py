"""Persons and everything they hold, dated."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Func, Q

from legislation.people.enums import (
    Chamber,
    CommitteeKind,
    CommitteeRole,
    ExclusionReason,
    OfficeKind,
)
from legislation.provenance.models import Sourced


class SortKey(Func):
    """Spanish alphabetical order without ICU: the same everywhere, and immutable."""

    function = "senate_sort_key"
    output_field = models.TextField()


def never_overlaps(name: str, *equal: str) -> ExclusionConstraint:
    """The same holder never holds the same thing twice on one day."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            *((field, RangeOperators.EQUAL) for field in equal),
            ("during", RangeOperators.OVERLAPS),
        ],
    )


def not_empty(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(during__isempty=False), name=name)


class Constituency(models.Model):
    """A senatorial constituency (circunscripción): one per region, numbered 1 to 16."""

    number = models.PositiveSmallIntegerField(primary_key=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=60, unique=True)
    seats = models.PositiveSmallIntegerField()
    north_to_south = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(number__range=(1, 16)), name="a_constituency_is_numbered_1_to_16"
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1), name="a_constituency_elects_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.short_name


class SeatTotal(models.Model):
    """How many senators were elected for a span of days, with its legal source."""

    during = DateRangeField()
    seats = models.PositiveSmallIntegerField()
    citation = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_day_has_one_seat_total"),
            not_empty("a_seat_total_has_days"),
        ]

    def __str__(self) -> str:
        return str(self.seats)


class Party(Sourced):
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    abbreviation = models.CharField(max_length=16)

    def __str__(self) -> str:
        return self.name


class Caucus(Sourced):
    """A party caucus (Comité parlamentario), which is not a committee (RS 11)."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    abbreviation = models.CharField(max_length=16)

    def __str__(self) -> str:
        return self.name


class Person(Sourced):
    """Somebody who holds or held a seat, known by name, with a permanent address."""

    slug = models.SlugField(max_length=120, unique=True)
    given_names = models.CharField(max_length=120)
    paternal_surname = models.CharField(max_length=80)
    maternal_surname = models.CharField(max_length=80, blank=True)
    full_name = models.GeneratedField(
        expression=Func(
            F("given_names"),
            F("paternal_surname"),
            F("maternal_surname"),
            function="senate_join_names",
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    sort_key = models.GeneratedField(
        expression=SortKey(
            Func(
                F("paternal_surname"),
                F("maternal_surname"),
                F("given_names"),
                function="senate_join_names",
            )
        ),
        output_field=models.TextField(),
        db_persist=True,
    )
    senate_id = models.PositiveIntegerField(
        null=True, blank=True, unique=True, help_text="PARLID in the Senate's own service."
    )
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    curriculum_url = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["sort_key"], name="person_in_spanish_order")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(given_names="") & ~Q(paternal_surname=""),
                name="a_person_has_a_name_and_a_surname",
            )
        ]
        permissions: ClassVar = [("advise_senator", "Works for this senator")]

    def __str__(self) -> str:
        return str(self.full_name)


class Mandate(Sourced):
    """A senator's seat: person, constituency and the days it was held."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mandates")
    constituency = models.ForeignKey(
        Constituency, on_delete=models.PROTECT, related_name="mandates"
    )
    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_person_holds_one_seat_at_a_time", "person"),
            not_empty("a_mandate_has_days"),
        ]
        indexes: ClassVar = [GistIndex(fields=["during"], name="mandate_by_day")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.during}"


class RosterSpan(Sourced):
    """Days for which the mandates on record are complete."""

    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_day_is_covered_by_one_roster"),
            not_empty("a_roster_covers_days"),
        ]

    def __str__(self) -> str:
        return str(self.during)


class ExclusionFromOffice(Sourced):
    """Days on which a senator is not counted as in office."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="exclusions")
    during = DateRangeField()
    reason = models.CharField(max_length=16, choices=ExclusionReason)
    citation = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_senator_is_excluded_once_at_a_time", "person"),
            not_empty("an_exclusion_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.reason}"


class PartyMembership(Sourced):
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="party_memberships")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="memberships")
    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_person_is_in_one_party_at_a_time", "person"),
            not_empty("a_party_membership_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.party_id}"


class CaucusMembership(Sourced):
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="caucus_memberships")
    caucus = models.ForeignKey(Caucus, on_delete=models.PROTECT, related_name="memberships")
    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_person_is_in_one_caucus_at_a_time", "person"),
            not_empty("a_caucus_membership_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.caucus_id}"


class Committee(Sourced):
    slug = models.SlugField(max_length=160, unique=True)
    name = models.CharField(max_length=250)
    kind = models.CharField(max_length=16, choices=CommitteeKind, default=CommitteeKind.UNSTATED)
    chamber = models.CharField(max_length=16, choices=Chamber)
    senate_id = models.PositiveIntegerField(null=True, blank=True, unique=True)
    remit = models.TextField(blank=True)
    sort_key = models.GeneratedField(
        expression=SortKey("name"), output_field=models.TextField(), db_persist=True
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["chamber", "name"], name="a_chamber_names_its_committees_apart"
            )
        ]
        permissions: ClassVar = [("serve_committee", "Is the secretary of this committee")]

    def __str__(self) -> str:
        return self.name


class CommitteeSeat(Sourced):
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="committee_seats")
    role = models.CharField(max_length=16, choices=CommitteeRole, default=CommitteeRole.MEMBER)
    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_person_sits_once_on_a_committee", "committee", "person"),
            ExclusionConstraint(
                name="a_committee_has_one_chair_at_a_time",
                expressions=[
                    ("committee", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(role=CommitteeRole.CHAIR),
            ),
            not_empty("a_committee_seat_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.person_id}"


class Substitution(models.Model):
    """Days on which another senator stands in for a member of a committee."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="substitutions")
    member = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="substituted_by")
    substitute = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="substitutions")
    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            never_overlaps("a_member_has_one_substitute_at_a_time", "committee", "member"),
            never_overlaps("a_substitute_stands_in_for_one_member", "committee", "substitute"),
            models.CheckConstraint(
                condition=~Q(member=F("substitute")), name="nobody_stands_in_for_themselves"
            ),
            not_empty("a_substitution_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.committee_id} {self.member_id}: {self.substitute_id}"


class Office(Sourced):
    """An office of the Senate, such as its President, held for a span of days."""

    kind = models.CharField(max_length=24, choices=OfficeKind)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices")
    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            never_overlaps("an_office_has_one_holder_at_a_time", "kind"),
            not_empty("an_office_has_days"),
        ]

    def __str__(self) -> str:
        return self.kind
