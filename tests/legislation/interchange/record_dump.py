"""The whole record as plain values, so that two records can be compared.

Keys of rows are left out and rows that point at others carry what those say; the times at
which things were read are left out too.
"""

from collections import Counter
from functools import cache
from hashlib import blake2b
from typing import Any

from django.apps import apps
from django.db import models

ACCOUNTS = {"ImportRun", "ImportedFile", "ImportLoss", "PublicRevision", "SearchWord"}
TIMES = {"declared_at", "read_at", "created_at"}
# Arrays of keys of rows, kept beside a bill so that lists of it are narrowed without a join.
KEYS_OF = {"author_keys": "person", "subject_keys": "subject"}


Rows = dict[type[models.Model], dict[Any, models.Model]]


def dump(*, without_sources: bool = False) -> dict[str, Counter[str]]:
    """Every row of the record, by model."""
    tables: Rows = {
        model: {row.pk: row for row in model._default_manager.all()}
        for model in apps.get_app_config("legislation").get_models()
        if model.__name__ not in ACCOUNTS
    }

    @cache
    def said(model: type[models.Model], key: Any) -> str:
        parts = []
        for field in model._meta.concrete_fields:
            value = getattr(tables[model][key], field.attname)
            is_number = field.primary_key and isinstance(field, models.AutoField)
            if is_number or field.name in TIMES or (without_sources and field.name == "source"):
                continue
            if field.is_relation and value is not None:
                value = digest(said(field.related_model, value))
            if field.name in KEYS_OF:
                named = apps.get_model("legislation", KEYS_OF[field.name])
                value = sorted(digest(said(named, one)) for one in value)
            parts.append(f"{field.name}={value}")
        return ", ".join(parts)

    return {
        model.__name__: Counter(said(model, key) for key in rows) for model, rows in tables.items()
    }


def digest(words: str) -> str:
    """Short words that stand for long ones."""
    return blake2b(words.encode(), digest_size=8).hexdigest()
