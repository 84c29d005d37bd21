"""Votes as they were taken, and the rule that decides them."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value

from legislation.bills.enums import Stage
from legislation.bills.models import Bill
from legislation.people.enums import HeadcountBasis
from legislation.people.models import Caucus, Constituency, Party, Person
from legislation.provenance.models import Sourced
from legislation.sessions.models import Session
from legislation.votes.enums import Base, Choice, DebateKind, Result


class MajorityRule(models.Model):
    """What a matter needs to be approved, for a span of days, with its legal source."""

    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=160)
    during = DateRangeField()
    base = models.CharField(max_length=12, choices=Base)
    numerator = models.PositiveSmallIntegerField()
    denominator = models.PositiveSmallIntegerField()
    is_strict = models.BooleanField(
        help_text="More than the fraction, as in an absolute majority; else at least it."
    )
    citation = models.CharField(max_length=200)
    confidence = models.CharField(max_length=1, default="A")

    class Meta:
        constraints: ClassVar = [
            ExclusionConstraint(
                name="a_matter_has_one_majority_at_a_time",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(numerator__gte=1) & Q(numerator__lt=F("denominator")),
                name="a_majority_is_a_proper_fraction",
            ),
            models.CheckConstraint(
                condition=Q(during__isempty=False), name="a_majority_rule_has_days"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Vote(Sourced):
    """One vote of the floor: what was asked, under which rule, and how it came out.

    Published totals and totals counted from the ballots are both kept. The outcome is
    computed by ``counting``; ``stated_result`` is what the source itself says.
    """

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="votes")
    position = models.PositiveSmallIntegerField(help_text="Order within the session, from 1.")
    bill = models.ForeignKey(
        Bill, null=True, blank=True, on_delete=models.PROTECT, related_name="votes"
    )
    taken_on = models.DateField()
    taken_at = models.DateTimeField(null=True, blank=True)
    subject = models.TextField()
    kind = models.CharField(max_length=16, choices=DebateKind, default=DebateKind.UNSTATED)
    kind_text = models.CharField(max_length=80, blank=True)
    stage = models.CharField(max_length=32, choices=Stage, blank=True)
    stage_text = models.CharField(max_length=200, blank=True)
    quorum_text = models.CharField(max_length=80, blank=True)
    rule = models.ForeignKey(
        MajorityRule, null=True, blank=True, on_delete=models.PROTECT, related_name="votes"
    )
    in_office = models.PositiveSmallIntegerField(null=True, blank=True)
    in_office_basis = models.CharField(
        max_length=8, choices=HeadcountBasis, default=HeadcountBasis.UNKNOWN
    )
    attempt = models.PositiveSmallIntegerField(
        default=1, help_text="2 and 3 are the repetitions of RS 178 and RS 182."
    )
    published_yes = models.PositiveSmallIntegerField(null=True, blank=True)
    published_no = models.PositiveSmallIntegerField(null=True, blank=True)
    published_abstain = models.PositiveSmallIntegerField(null=True, blank=True)
    published_paired = models.PositiveSmallIntegerField(null=True, blank=True)
    yes = models.PositiveSmallIntegerField(default=0)
    no = models.PositiveSmallIntegerField(default=0)
    abstain = models.PositiveSmallIntegerField(default=0)
    paired = models.PositiveSmallIntegerField(default=0)
    recused = models.PositiveSmallIntegerField(default=0)
    totals_agree = models.GeneratedField(
        expression=(
            # The stubs do not know that a condition is an expression.
            (Q(published_yes__isnull=True) | Q(published_yes=F("yes")))  # type: ignore[arg-type]
            & (Q(published_no__isnull=True) | Q(published_no=F("no")))
            & (Q(published_abstain__isnull=True) | Q(published_abstain=F("abstain")))
            & (Q(published_paired__isnull=True) | Q(published_paired=F("paired")))
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    stated_result = models.CharField(max_length=12, choices=Result, blank=True)
    result = models.CharField(max_length=12, choices=Result, default=Result.UNKNOWN)
    needed = models.PositiveSmallIntegerField(null=True, blank=True)
    missing = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=40, blank=True)
    search_vector = models.GeneratedField(
        expression=Func(F("subject"), function="senate_tsvector"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "position"], name="a_session_orders_its_votes"
            ),
            models.CheckConstraint(
                condition=Q(result__in=Result.values), name="a_result_is_known_or_said_unknown"
            ),
            models.CheckConstraint(
                condition=Q(in_office__isnull=False) | Q(in_office_basis=HeadcountBasis.UNKNOWN),
                name="a_headcount_has_a_basis",
            ),
        ]
        indexes: ClassVar = [
            models.Index(F("taken_on").desc(), F("id").desc(), name="vote_by_day"),
            models.Index(F("bill_id"), F("taken_on").desc(), F("id").desc(), name="vote_by_bill"),
            GinIndex(fields=["search_vector"], name="vote_by_words"),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}/{self.position}"


class Ballot(models.Model):
    """One senator's answer in one vote, with the bench and region of that day."""

    # Both keys lead an index below already; a million rows need no second one.
    vote = models.ForeignKey(Vote, on_delete=models.PROTECT, related_name="ballots", db_index=False)
    person = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="ballots",
        db_index=False,
    )
    printed_name = models.CharField(max_length=120)
    choice = models.CharField(max_length=8, choices=Choice)
    party = models.ForeignKey(
        Party, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    caucus = models.ForeignKey(
        Caucus, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    constituency = models.ForeignKey(
        Constituency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["vote", "person"],
                condition=Q(person__isnull=False),
                name="one_ballot_per_senator",
            ),
            models.UniqueConstraint(
                fields=["vote", "printed_name"], name="one_ballot_per_printed_name"
            ),
            models.CheckConstraint(
                condition=Q(choice__in=Choice.values), name="a_ballot_is_one_of_five_answers"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                F("person_id"),
                F("vote_id").desc(),
                name="ballot_by_senator",
                include=["choice"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.printed_name}: {self.choice}"


def _alone(key: str) -> Func:
    return Func(
        F(key), F(key), Value("[]"), function="int8range", output_field=BigIntegerRangeField()
    )


def both(one: str, other: str) -> Func:
    """Two keys as one set, for a constraint to compare whichever column holds a key."""
    return Func(
        _alone(one),
        _alone(other),
        function="int8multirange",
        output_field=BigIntegerRangeField(),
    )


class Pair(Sourced):
    """Two senators who agreed not to vote, for a fixed term (RS 9)."""

    one = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    during = DateRangeField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(one=F("other")), name="nobody_is_paired_with_themselves"
            ),
            models.CheckConstraint(condition=Q(during__isempty=False), name="a_pair_has_days"),
            ExclusionConstraint(
                name="a_senator_is_in_one_pair_at_a_time",
                expressions=[
                    (both("one", "other"), RangeOperators.OVERLAPS),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} · {self.other_id}"
