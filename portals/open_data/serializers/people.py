"""Senators, and everything they hold or held; committees, and who sits on them."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from legislation.people.enums import (
    Chamber,
    CommitteeKind,
    CommitteeRole,
    ExclusionReason,
    OfficeKind,
)
from portals.open_data.base.addresses import committee_id, senator_id
from portals.open_data.serializers.base import (
    Address,
    Code,
    Identifier,
    SenatorRefSerializer,
    SourceSerializer,
    SpanSerializer,
    Text,
    column,
)
from portals.open_data.serializers.sessions import SessionSerializer


class NamedSpanSerializer(SpanSerializer):
    """Something held for some days."""

    slug = serializers.CharField()
    name = serializers.CharField()


class OfficeSerializer(SpanSerializer):
    kind = Code(OfficeKind, source="detail")


class ExclusionSerializer(SpanSerializer):
    """Days on which the senator is not counted as in office (LOC 7)."""

    reason = Code(ExclusionReason, source="detail")


class CommitteeHeldSerializer(NamedSpanSerializer):
    role = Code(CommitteeRole, source="detail")


class ParticipationSerializer(serializers.Serializer):
    """Votes while in office. Pairs, recusals, absences with leave and votes whose roll call has
    unrecognised names are not counted against anybody."""

    votes = serializers.IntegerField()
    answered = serializers.IntegerField(help_text=_("Yes, no or abstention."))
    paired = serializers.IntegerField()
    recused = serializers.IntegerField()
    with_leave = serializers.IntegerField()
    unrecognised = serializers.IntegerField()
    counted = serializers.IntegerField(help_text=_("The fair denominator."))
    unanswered = serializers.IntegerField()


class AttendanceFiguresSerializer(serializers.Serializer):
    """Sittings of the floor whose attendance was published, while in office."""

    sittings = serializers.IntegerField()
    attended = serializers.IntegerField()
    with_leave = serializers.IntegerField()
    unmentioned = serializers.IntegerField()
    counted = serializers.IntegerField(help_text=_("The fair denominator."))
    missed = serializers.IntegerField()


class SenatorSerializer(serializers.Serializer):
    """Somebody of the record. The parts after the source come with one senator only."""

    id = Identifier(lambda row: senator_id(column(row, "slug")))
    url = Address(lambda at, row: at.senator(column(row, "slug")))
    page = Address(lambda at, row: at.senator_page(column(row, "slug")))
    slug = serializers.CharField()
    senate_id = serializers.IntegerField(
        allow_null=True, help_text=_("Number in the Senate's own service, where it has one.")
    )
    name = serializers.CharField(source="full_name")
    given_names = serializers.CharField()
    paternal_surname = serializers.CharField()
    maternal_surname = Text()
    is_in_office = serializers.BooleanField(
        allow_null=True, help_text=_("Null where the roster of the day is not complete.")
    )
    region = NamedSpanSerializer(allow_null=True, help_text=_("The seat held, or held last."))
    party = NamedSpanSerializer(allow_null=True, help_text=_("The present one, or the last."))
    caucus = NamedSpanSerializer(allow_null=True, help_text=_("The present one, or the last."))
    email = Text()
    phone = Text()
    curriculum_url = Text()
    source = SourceSerializer()  # type: ignore[assignment] # the framework takes it out of the class
    mandates = NamedSpanSerializer(many=True, required=False)
    parties = NamedSpanSerializer(many=True, required=False)
    caucuses = NamedSpanSerializer(many=True, required=False)
    committees = CommitteeHeldSerializer(many=True, required=False)
    offices = OfficeSerializer(many=True, required=False)
    exclusions = ExclusionSerializer(many=True, required=False)
    participation = ParticipationSerializer(required=False)
    attendance = AttendanceFiguresSerializer(required=False)


class SeatSerializer(SpanSerializer):
    """Somebody's days on a committee, with the region and party of those days."""

    senator = SenatorRefSerializer()
    role = Code(CommitteeRole)
    region = Text()
    party = Text()


class ChairSerializer(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()
    url = Address(lambda at, row: at.senator(column(row, "slug")))


class CommitteeSerializer(serializers.Serializer):
    """A committee. Its seats and the sittings to come are given with one committee only."""

    id = Identifier(lambda row: committee_id(column(row, "slug")))
    url = Address(lambda at, row: at.committee(column(row, "slug")))
    page = Address(lambda at, row: at.committee_page(column(row, "slug")))
    slug = serializers.CharField()
    senate_id = serializers.IntegerField(
        allow_null=True, help_text=_("Number in the Senate's own service, where it has one.")
    )
    name = serializers.CharField()
    kind = Code(CommitteeKind)
    chamber = Code(Chamber)
    remit = Text(help_text=_("What it is in charge of."))
    members = serializers.IntegerField(
        help_text=_("Seats known today; 0 means that none is known, not that it is empty.")
    )
    chair = ChairSerializer(allow_null=True)
    source = SourceSerializer()  # type: ignore[assignment] # the framework takes it out of the class
    seats = SeatSerializer(many=True, required=False)
    upcoming = SessionSerializer(many=True, required=False)
