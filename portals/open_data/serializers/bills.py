"""Bills and Senate matters."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from legislation.bills.enums import (
    BillKind,
    Initiative,
    PaperKind,
    Stage,
    Status,
    TextKind,
    UrgencyEnd,
    UrgencyKind,
)
from legislation.people.enums import Chamber
from portals.open_data.base.addresses import bill_id, paper_id, text_id
from portals.open_data.serializers.base import (
    Address,
    BillRefSerializer,
    Code,
    CommitteeRefSerializer,
    Identifier,
    Original,
    SenatorRefSerializer,
    SourceSerializer,
    Text,
    column,
)
from portals.open_data.serializers.votes import VoteSummarySerializer


class AuthorSerializer(serializers.Serializer):
    """A signature, in its order."""

    printed_name = serializers.CharField()
    senator = SenatorRefSerializer(
        help_text=_("Null where nobody was recognised in the printed name.")
    )


class SubjectSerializer(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()


class StageEntrySerializer(serializers.Serializer):
    stage = Code(Stage)
    chamber = Code(Chamber, allow_null=True)
    entered_on = serializers.DateField()


class MergedBillSerializer(serializers.Serializer):
    """A bill debated together with this one."""

    id = Identifier(lambda row: bill_id(BillKind.BILL, column(row, "number")))
    number = serializers.CharField()
    title = Text(help_text=_("Null where the record does not hold that bill."))
    is_lead = serializers.BooleanField()


class StepSerializer(serializers.Serializer):
    position = serializers.IntegerField()
    taken_on = serializers.DateField()
    description = Text()
    stage = Code(Stage)
    stage_text = Text(help_text=_("As the source prints it."))
    chamber = Code(Chamber, allow_null=True)
    legislature = serializers.IntegerField(source="legislature_number", allow_null=True)
    session_number = serializers.IntegerField(allow_null=True)


class UrgencySerializer(serializers.Serializer):
    position = serializers.IntegerField()
    kind = Code(UrgencyKind)
    chamber = Code(Chamber, allow_null=True)
    set_on = serializers.DateField()
    due_on = serializers.DateField(help_text=_("Last day of the legal term."))
    ended_on = serializers.DateField(
        allow_null=True, help_text=_("Null where nobody recorded its end.")
    )
    end = Code(UrgencyEnd, allow_null=True)
    message = Text(help_text=_("Number of the message that set it."))
    end_message = Text()


class PaperSerializer(serializers.Serializer):
    """A paper of a bill, as the bill itself lists it."""

    kind = Code(PaperKind)
    position = serializers.IntegerField(help_text=_("Place among the papers of its kind."))
    dated_on = serializers.DateField(allow_null=True)
    number = Text()
    title = Text()
    description = Text()
    letter_type = Text()
    stage = Code(Stage, allow_null=True)
    stage_text = Text(help_text=_("As the source prints it."))
    chamber = Code(Chamber, allow_null=True)
    committee = Text(help_text=_("Name of the committee that issued it."))
    committee_slug = Text()
    original_url = Original(source="url", help_text=_("Where the original is published."))


class BillTextRefSerializer(serializers.Serializer):
    """A text of the bill, without its articles."""

    slug = serializers.CharField()
    kind = Code(TextKind)
    dated_on = serializers.DateField()
    sha256 = serializers.CharField(help_text=_("Hash of the text: a version never changes."))


class BillSerializer(serializers.Serializer):
    """A bill, or a matter of the Senate. The lists at the end are given where they are asked for."""

    id = Identifier(lambda row: bill_id(column(row, "kind"), column(row, "number")))
    url = Address(lambda at, row: at.bill(column(row, "kind"), column(row, "number")))
    page = Address(lambda at, row: at.bill_page(column(row, "kind"), column(row, "number")))
    kind = Code(BillKind)
    number = serializers.CharField(help_text=_("Official number (boletín)."))
    title = serializers.CharField()
    plain_title = Text(help_text=_("In plain words, where somebody wrote one."))
    summary = Text()
    initiative = Code(Initiative)
    origin_chamber = Code(Chamber)
    filed_on = serializers.DateField()
    status = Code(Status)
    stage = Code(Stage)
    stage_text = Text(help_text=_("As the source prints it."))
    step_text = Text(help_text=_("As the source prints it."))
    chamber = Code(Chamber, allow_null=True, help_text=_("Where it stands now."))
    urgency_text = Text(help_text=_("As the source prints it."))
    quorum_matter = Text(help_text=_("The majority that its matter asks for, by code."))
    last_step_on = serializers.DateField(help_text=_("Day of its last step. Lists go by it."))
    law_number = serializers.IntegerField(allow_null=True)
    law_text = Text(help_text=_("As the source prints it."))
    law_published_on = serializers.DateField(allow_null=True)
    committee = CommitteeRefSerializer(help_text=_("The committee that has it in hand."))
    filed_text_url = Original(source="filed_text__url", help_text=_("Where the filed text is."))
    source = SourceSerializer()  # type: ignore[assignment] # the framework takes it out of the class
    authors = AuthorSerializer(many=True, required=False)
    subjects = SubjectSerializer(many=True, required=False)
    stages = StageEntrySerializer(many=True, required=False)
    merged_with = MergedBillSerializer(many=True, required=False)
    steps = StepSerializer(many=True, required=False)
    urgencies = UrgencySerializer(many=True, required=False)
    documents = PaperSerializer(many=True, required=False)
    texts = BillTextRefSerializer(many=True, required=False)
    votes = VoteSummarySerializer(many=True, required=False)


class DocumentSerializer(serializers.Serializer):
    """A paper of a bill: report, letter, side-by-side text, amendments or observations."""

    id = Identifier(
        lambda row: paper_id(
            column(row, "bill__kind"),
            column(row, "bill__number"),
            column(row, "kind"),
            column(row, "position"),
        )
    )
    bill = BillRefSerializer()
    kind = Code(PaperKind)
    position = serializers.IntegerField(help_text=_("Place among the papers of its kind."))
    dated_on = serializers.DateField(allow_null=True)
    number = Text()
    title = Text()
    description = Text()
    letter_type = Text()
    stage = Code(Stage, allow_null=True)
    stage_text = Text(help_text=_("As the source prints it."))
    chamber = Code(Chamber, allow_null=True)
    committee = CommitteeRefSerializer(help_text=_("The committee that issued it."))
    original_url = Original(source="document__url", help_text=_("Where the original is published."))
    source = SourceSerializer()  # type: ignore[assignment] # the framework takes it out of the class


class ArticleSerializer(serializers.Serializer):
    eid = serializers.CharField(help_text=_("Its address inside the text, such as art_3."))
    label = serializers.CharField()  # type: ignore[assignment] # the framework takes it out of the class
    heading = Text()
    body = serializers.CharField()


def _text_of(row: Mapping[str, str] | object) -> tuple[str, str, str]:
    return column(row, "bill__kind"), column(row, "bill__number"), column(row, "slug")


class BillTextSerializer(serializers.Serializer):
    """A text of a bill at one point of its journey. Its articles are given one text at a time."""

    id = Identifier(lambda row: text_id(*_text_of(row)))
    url = Address(lambda at, row: at.text(*_text_of(row)))
    page = Address(lambda at, row: at.text_page(*_text_of(row)))
    bill = BillRefSerializer()
    slug = serializers.CharField()
    position = serializers.IntegerField(help_text=_("Place among the texts of its bill."))
    kind = Code(TextKind)
    dated_on = serializers.DateField()
    sha256 = serializers.CharField(
        source="version__sha256", help_text=_("Hash of the text: a version never changes.")
    )
    source = SourceSerializer()  # type: ignore[assignment] # the framework takes it out of the class
    articles = ArticleSerializer(many=True, required=False)
