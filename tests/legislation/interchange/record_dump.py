"""The whole record as plain values, so that two records can be compared.

Keys of rows are left out and rows that point at others carry what those say; the times at
which things were read are left out too.
"""

from collections import Counter
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

ACCOUNTS = {"ImportRun", "ImportedFile", "ImportLoss", "PublicRevision", "SearchWord"}
TIMES = {"declared_at", "read_at", "created_at"}


def dump(*, without_sources: bool = False) -> dict[str, Counter[str]]:
    """Every row of the record, by model."""

    @cache
    def said(model: type[models.Model], key: Any) -> str:
        row = model._default_manager.get(pk=key)
        return f"{model.__name__}({_values(row, said, without_sources=without_sources)})"

    tables = list(apps.get_app_config("legislation").get_models())
    return {
        model.__name__: Counter(
            _values(row, said, without_sources=without_sources)
            for row in model._default_manager.all()
        )
        for model in tables
        if model.__name__ not in ACCOUNTS
    }


def _values(row: models.Model, said: Any, *, without_sources: bool) -> str:
    parts = []
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        is_number = field.primary_key and isinstance(field, models.AutoField)
        if is_number or field.name in TIMES or (without_sources and field.name == "source"):
            continue
        if field.is_relation and value is not None:
            value = said(field.related_model, value)
        parts.append(f"{field.name}={value}")
    return ", ".join(parts)
