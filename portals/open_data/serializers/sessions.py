"""Sittings of the floor and of committees."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from legislation.bills.enums import Stage
from legislation.sessions.enums import AgendaPart, AttendanceState, SessionKind, SessionState
from portals.open_data.base.addresses import session_id
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
from portals.open_data.serializers.votes import VoteSummarySerializer


def _place(row: Any) -> tuple[int, int, str | None]:
    return column(row, "legislature"), column(row, "number"), column(row, "committee_slug")


class SessionCommitteeSerializer(Part):
    """The committee that sits. Null for the floor."""

    key = "committee_slug"

    slug = serializers.CharField(source="committee_slug")
    name = serializers.CharField(source="committee_name")
    url = Address(lambda at, row: at.committee(column(row, "committee_slug")))


class ItemBillSerializer(Part):
    key = "bill_number"

    number = serializers.CharField(source="bill_number")
    title = serializers.CharField(source="bill_title")
    plain_title = Text(source="bill_plain_title")
    url = Address(lambda at, row: at.bill(column(row, "bill_kind"), column(row, "bill_number")))


class AgendaItemSerializer(serializers.Serializer):
    position = serializers.IntegerField()
    part = Code(AgendaPart)
    heading = serializers.CharField()
    bill = ItemBillSerializer()


class AttendanceSerializer(serializers.Serializer):
    """Whoever is not listed is not known to have come or not."""

    senator = SenatorRefSerializer()
    state = Code(AttendanceState)
    reason = Text()


class SessionStepSerializer(serializers.Serializer):
    """What the sitting did with a bill, as its procedure was published."""

    bill = ItemBillSerializer()
    taken_on = serializers.DateField()
    description = Text()
    stage = Code(Stage)
    stage_text = Text(help_text=_("As the source prints it."))


class SessionSerializer(serializers.Serializer):
    """A sitting. Its votes and what it did with bills are given with one sitting of the floor."""

    id = Identifier(lambda row: session_id(*_place(row)))
    url = Address(lambda at, row: at.session(*_place(row)))
    page = Address(lambda at, row: at.session_page(*_place(row)))
    legislature = serializers.IntegerField()
    number = serializers.IntegerField()
    committee = SessionCommitteeSerializer()
    kind = Code(SessionKind)
    state = Code(SessionState)
    held_on = serializers.DateField()
    starts_at = serializers.DateTimeField(allow_null=True)
    ended_at = serializers.DateTimeField(allow_null=True)
    place = Text()
    revision = serializers.IntegerField(
        help_text=_("Grows when the summons changes; SEQUENCE in calendars.")
    )
    has_attendance = serializers.BooleanField(help_text=_("Whether attendance was published."))
    agenda_count = serializers.IntegerField()
    source = SourceSerializer()  # type: ignore[assignment] # the framework takes it out of the class
    agenda = AgendaItemSerializer(many=True, required=False)
    attendance = AttendanceSerializer(many=True, required=False)
    votes = VoteSummarySerializer(many=True, required=False)
    steps = SessionStepSerializer(many=True, required=False)
