"""What goes around resources: lists, single documents, the index and refusals."""

from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from legislation.provenance.enums import Nature
from portals.open_data.serializers.base import Code


@cache
def list_of(shape: type[serializers.Serializer]) -> type[serializers.Serializer]:
    """The shape of one page of a list."""
    name = shape.__name__.removesuffix("Serializer")
    fields: dict[str, Any] = {
        "__doc__": "",
        "next": serializers.URLField(
            allow_null=True, help_text=_("The page that follows; null at the end.")
        ),
        "previous": serializers.URLField(allow_null=True),
        "results": shape(many=True),
    }
    return type(f"{name}ListSerializer", (serializers.Serializer,), fields)


@cache
def one_of(shape: type[serializers.Serializer]) -> type[serializers.Serializer]:
    """The shape of one resource alone: with the hash of its own content."""
    name = shape.__name__.removesuffix("Serializer")
    fields: dict[str, Any] = {
        "__doc__": shape.__doc__,
        "content_sha256": serializers.CharField(
            help_text=_("Hash of everything else here: when it changes, this resource has.")
        ),
    }
    return type(f"One{name}Serializer", (shape,), fields)


class RecordSerializer(serializers.Serializer):
    """The record as a whole."""

    nature = Code(Nature, allow_null=True)
    revision = serializers.IntegerField(
        help_text=_("Grows with every change that the public can see.")
    )
    changed_at = serializers.DateTimeField(allow_null=True)


class LimitsSerializer(serializers.Serializer):
    requests_per_minute = serializers.IntegerField()
    results_per_page = serializers.IntegerField()
    rows_per_file = serializers.IntegerField()


class IndexSerializer(serializers.Serializer):
    version = serializers.CharField()
    documentation = serializers.URLField()
    openapi = serializers.URLField()
    record = RecordSerializer()
    limits = LimitsSerializer()
    resources = serializers.DictField(child=serializers.URLField())


class FaultSerializer(serializers.Serializer):
    parameter = serializers.CharField()
    detail = serializers.CharField()
    known = serializers.ListField(child=serializers.CharField(), required=False)


class ProblemSerializer(serializers.Serializer):
    """A refusal, as RFC 9457 describes it."""

    type = serializers.URLField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    errors = FaultSerializer(many=True, required=False)  # type: ignore[assignment] # the framework takes it out of the class
