"""Votes of the floor, with everybody's answer."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from legislation.bills.enums import Stage
from legislation.people.enums import HeadcountBasis
from legislation.sessions.enums import AttendanceState
from legislation.votes.enums import Base, Choice, DebateKind, Result
from portals.open_data.base.addresses import bill_id, session_id, vote_id
from portals.open_data.serializers.base import (
    Address,
    Code,
    Identifier,
    Part,
    SenatorRefSerializer,
    SourceSerializer,
    Text,
    column,
)


def _place(row: Any) -> tuple[int, int, int]:
    return column(row, "legislature"), column(row, "session_number"), column(row, "position")


def _sitting(row: Any) -> tuple[int, int, None]:
    return column(row, "legislature"), column(row, "session_number"), None


class CountsSerializer(serializers.Serializer):
    """How many gave each answer: by the ballots or, where none are kept, as published."""

    yes = serializers.IntegerField()
    no = serializers.IntegerField()
    abstain = serializers.IntegerField()
    paired = serializers.IntegerField()
    recused = serializers.IntegerField()


class PublishedCountsSerializer(serializers.Serializer):
    """The totals that the source prints; null where it prints none."""

    yes = serializers.IntegerField(source="published_yes", allow_null=True)
    no = serializers.IntegerField(source="published_no", allow_null=True)
    abstain = serializers.IntegerField(source="published_abstain", allow_null=True)
    paired = serializers.IntegerField(source="published_paired", allow_null=True)


class RuleSerializer(Part):
    """The majority that was needed. Null where the record does not know it."""

    key = "rule_code"

    code = serializers.CharField(source="rule_code")
    base = Code(Base, source="rule_base")
    numerator = serializers.IntegerField(source="rule_numerator")
    denominator = serializers.IntegerField(source="rule_denominator")
    is_strict = serializers.BooleanField(
        source="rule_is_strict", help_text=_("More than the fraction, not at least it.")
    )
    citation = serializers.CharField(source="rule_citation", help_text=_("The law that says so."))


class VoteBillSerializer(Part):
    """The bill, or matter of the Senate, that was voted on. Null where there was none."""

    key = "bill_number"

    id = Identifier(lambda row: bill_id(column(row, "bill_kind"), column(row, "bill_number")))
    number = serializers.CharField(source="bill_number")
    title = serializers.CharField(source="bill_title")
    plain_title = Text(source="bill_plain_title")
    url = Address(lambda at, row: at.bill(column(row, "bill_kind"), column(row, "bill_number")))
    page = Address(
        lambda at, row: at.bill_page(column(row, "bill_kind"), column(row, "bill_number"))
    )


class BallotSenatorSerializer(SenatorRefSerializer):
    senate_id = serializers.IntegerField(
        allow_null=True, help_text=_("Number in the Senate's own service, where it has one.")
    )


class PartyOfDaySerializer(Part):
    """The party of that day. Null where the record knows none."""

    key = "party_slug"

    slug = serializers.CharField(source="party_slug")
    name = serializers.CharField(source="party")
    abbreviation = serializers.CharField(source="party_abbreviation")


class CaucusOfDaySerializer(Part):
    """The caucus of that day. Null where the record knows none."""

    key = "caucus_slug"

    slug = serializers.CharField(source="caucus_slug")
    name = serializers.CharField(source="caucus")
    abbreviation = serializers.CharField(source="caucus_abbreviation")


class RegionOfDaySerializer(Part):
    """The region that the senator held a seat for that day. Null where not known."""

    key = "region_slug"

    slug = serializers.CharField(source="region_slug")
    name = serializers.CharField(source="region")


class BallotSerializer(serializers.Serializer):
    """One answer. Party, caucus and region are those of that day."""

    senator = BallotSenatorSerializer(
        help_text=_("Null where nobody was recognised in the printed name.")
    )
    printed_name = serializers.CharField()
    choice = Code(Choice)
    party = PartyOfDaySerializer()
    caucus = CaucusOfDaySerializer()
    region = RegionOfDaySerializer()


class AbsenceSerializer(serializers.Serializer):
    """Somebody in office who gave no answer, and what the sitting's attendance says of it."""

    senator = SenatorRefSerializer()
    party = PartyOfDaySerializer()
    caucus = CaucusOfDaySerializer()
    region = RegionOfDaySerializer()
    attendance = Code(AttendanceState, allow_null=True)
    reason = Text()


class VoteSummarySerializer(serializers.Serializer):
    """A vote, in one line."""

    id = Identifier(lambda row: vote_id(*_place(row)))
    url = Address(lambda at, row: at.vote(*_place(row)))
    page = Address(lambda at, row: at.vote_page(*_place(row)))
    taken_on = serializers.DateField()
    subject = Text(help_text=_("What was put to the vote, as published."))
    kind = Code(DebateKind)
    attempt = serializers.IntegerField(
        help_text=_("From 2 on, repetitions of the same question (RS 178, RS 182).")
    )
    result = Code(Result)
    result_sentence = serializers.CharField(help_text=_("The result and its numbers, in words."))
    counts = CountsSerializer()


class VoteSerializer(VoteSummarySerializer):
    """A vote of the floor. ``ballots`` and ``absent`` come with one vote, or where asked for."""

    legislature = serializers.IntegerField()
    session_number = serializers.IntegerField()
    position = serializers.IntegerField(help_text=_("Order within the sitting, from 1."))
    session = Identifier(
        lambda row: session_id(*_sitting(row)), help_text=_("Identifier of the sitting.")
    )
    session_url = Address(lambda at, row: at.session(*_sitting(row)))
    taken_at = serializers.DateTimeField(allow_null=True)
    bill = VoteBillSerializer()
    kind_text = Text(help_text=_("As the source prints it."))
    stage = Code(Stage, allow_null=True)
    stage_text = Text(help_text=_("As the source prints it."))
    published_counts = PublishedCountsSerializer(source="*")
    totals_agree = serializers.BooleanField(
        help_text=_("Whether the published totals are those of the ballots.")
    )
    reason = serializers.CharField(help_text=_("Why it came out so, by code."))
    why = serializers.CharField(help_text=_("Why it came out so, in words, with the law."))
    stated_result = Code(
        Result, allow_null=True, help_text=_("What the source itself says, where it says so.")
    )
    needed = serializers.IntegerField(allow_null=True, help_text=_("Votes in favour needed."))
    missing = serializers.IntegerField(allow_null=True)
    in_office = serializers.IntegerField(
        allow_null=True, help_text=_("Members in office that day; null where not known.")
    )
    in_office_basis = Code(HeadcountBasis)
    quorum_text = Text(help_text=_("As the source prints it."))
    rule = RuleSerializer()
    source = SourceSerializer()  # type: ignore[assignment] # the framework takes it out of the class
    ballots = BallotSerializer(many=True, required=False)
    knows_absent = serializers.BooleanField(
        required=False,
        help_text=_(
            "Whether it can be told who was absent: the roster of the day is complete, and every name of the roll call was recognised."
        ),
    )
    absent = AbsenceSerializer(many=True, required=False)
