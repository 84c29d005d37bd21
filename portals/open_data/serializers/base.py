"""The pieces that shapes are made of."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.db.models import Choices
from django.utils.translation import gettext_lazy as _
from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from portals.open_data.base.addresses import Addresses, bill_id, committee_id, senator_id


def column(row: Any, name: str) -> Any:
    """A column of a row, whichever kind of row it is."""
    return row[name] if isinstance(row, Mapping) else getattr(row, name)


class Code(serializers.Field):
    """A value of a closed list of the record, written as it is kept; null where it is empty."""

    def __init__(self, codes: type[Choices], **kwargs: Any) -> None:
        self.codes = codes
        super().__init__(**kwargs)

    def to_representation(self, value: Any) -> str | None:
        return str(value) or None


class CodeInDocument(OpenApiSerializerFieldExtension):
    """How the OpenAPI document describes a code: its values, and what each is called."""

    target_class = Code

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        codes: type[Choices] = self.target.codes
        values: list[str | None] = [str(value) for value in codes.values]
        return {
            "type": "string",
            "enum": values + ([None] if self.target.allow_null else []),
            "x-labels": {str(code.value): str(code.label) for code in codes},
        }


class Text(serializers.CharField):
    """A text that may be missing: null rather than empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_null=True, **kwargs)

    def to_representation(self, value: Any) -> Any:
        return str(value) or None


class Original(Text):
    """Where an original is published: as its source says, or in full where it is here."""

    def to_representation(self, value: Any) -> Any:
        address = super().to_representation(value)
        if address and address.startswith("/"):
            return self.context["at"].page(address.removeprefix("/"))
        return address


Make = Callable[[Addresses, Any], str | None]


@extend_schema_field(OpenApiTypes.URI)
class Address(serializers.Field):
    """An absolute address, made from the row."""

    def __init__(self, make: Make, **kwargs: Any) -> None:
        self.make = make
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, value: Any) -> str | None:
        return self.make(self.context["at"], value)


@extend_schema_field(OpenApiTypes.STR)
class Identifier(serializers.Field):
    """The permanent name of a resource, made from the row. It is the same on any site."""

    def __init__(self, make: Callable[[Any], str], **kwargs: Any) -> None:
        self.make = make
        kwargs.setdefault("help_text", _("Permanent identifier."))
        super().__init__(source="*", read_only=True, **kwargs)

    def to_representation(self, value: Any) -> str:
        return self.make(value)


class Part(serializers.Serializer):
    """Something described by columns of the row it belongs to; null where ``key`` has none."""

    key: ClassVar[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("source", "*")
        kwargs.setdefault("allow_null", True)
        super().__init__(*args, **kwargs)

    def to_representation(self, instance: Any) -> Any:
        return super().to_representation(instance) if column(instance, self.key) else None


class SourceSerializer(Part):
    """Where the row was observed. Null for rows that were born here."""

    key = "source__name"

    name = serializers.CharField(source="source__name", help_text=_("Name of the file or answer."))
    url = Text(source="source__url")
    sha256 = serializers.CharField(
        source="source__sha256",
        help_text=_("Hash of the whole source: when it changes, what was read there may have."),
    )
    read_at = serializers.DateTimeField(source="source__read_at")


class BillRefSerializer(Part):
    """A bill, or a matter of the Senate, that something is about."""

    key = "bill__number"

    id = Identifier(lambda row: bill_id(column(row, "bill__kind"), column(row, "bill__number")))
    number = serializers.CharField(source="bill__number")
    title = serializers.CharField(source="bill__title")
    plain_title = Text(source="bill__plain_title")
    url = Address(lambda at, row: at.bill(column(row, "bill__kind"), column(row, "bill__number")))
    page = Address(
        lambda at, row: at.bill_page(column(row, "bill__kind"), column(row, "bill__number"))
    )


class CommitteeRefSerializer(Part):
    key = "committee__slug"

    id = Identifier(lambda row: committee_id(column(row, "committee__slug")))
    slug = serializers.CharField(source="committee__slug")
    name = serializers.CharField(source="committee__name")
    url = Address(lambda at, row: at.committee(column(row, "committee__slug")))


class SenatorRefSerializer(Part):
    """A senator, by the name that never changes: the same in every ballot."""

    key = "slug"

    id = Identifier(lambda row: senator_id(column(row, "slug")))
    slug = serializers.CharField()
    name = serializers.CharField(source="full_name")
    url = Address(lambda at, row: at.senator(column(row, "slug")))
    page = Address(lambda at, row: at.senator_page(column(row, "slug")))


class SpanSerializer(serializers.Serializer):
    """Days, both included; null where that end is open or not known."""

    since = serializers.DateField(allow_null=True)
    until = serializers.DateField(allow_null=True, help_text=_("Last day, included."))
