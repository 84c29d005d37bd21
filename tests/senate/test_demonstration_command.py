"""The command that fills the demonstration: what it refuses, and that it repeats itself."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models, transaction

from legislation.events.models import Delivery
from legislation.people.models import Person
from legislation.provenance.enums import Nature
from legislation.provenance.models import PublicRevision, RecordNature
from legislation.provenance.services import declare_nature
from senate.demonstration.recording import seed_demonstration
from tests.senate.demonstration_stories import MONDAY, SEED

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def command(*arguments: str) -> None:
    call_command("seed_demo", *arguments, stdout=StringIO())


def test_a_real_record_is_refused_and_left_alone() -> None:
    declare_nature(Nature.REAL, at=AT)

    with pytest.raises(CommandError, match="real"):
        command("--on", "2026-11-23")

    assert RecordNature.objects.get().nature == Nature.REAL
    assert Person.objects.count() == 0


def test_facts_of_unknown_nature_are_refused() -> None:
    Person.objects.create(slug="alguien", given_names="Alguien", paternal_surname="Desconocido")

    with pytest.raises(CommandError):
        command("--on", "2026-11-23")

    assert not RecordNature.objects.exists()


def test_a_day_beyond_the_demonstration_is_refused_and_nothing_is_declared() -> None:
    with pytest.raises(CommandError, match="2026-03-11"):
        command("--on", "2021-01-01")

    assert not RecordNature.objects.exists()


# Their hours are the database's own.
OF_THE_DATABASES_CLOCK = {Delivery, PublicRevision}


def test_the_same_seed_and_day_leave_the_same_record() -> None:
    assert _record_of_a_seeding() == _record_of_a_seeding()


def _record_of_a_seeding() -> dict[str, str]:
    with transaction.atomic():
        seed_demonstration(SEED, MONDAY, say=lambda _what: None)
        dumped = _dump()
        transaction.set_rollback(True)
    return dumped


def _dump() -> dict[str, str]:
    """For each table a digest of its rows, without primary keys; what they point at counts."""
    _contents.cache_clear()
    return {
        model.__name__: sha256("".join(sorted(_contents(model).values())).encode()).hexdigest()
        for model in apps.get_app_config("legislation").get_models()
        if model not in OF_THE_DATABASES_CLOCK
    }


@cache
def _contents(model: type[models.Model]) -> dict[Any, str]:
    digests = {}
    for row in model._default_manager.all():
        parts = []
        for field in model._meta.concrete_fields:
            is_counted = field.primary_key and isinstance(field, models.AutoField)
            # What the search keeps is made from the record, in part from primary keys.
            # An account's password that nobody has is chance, and its date the clock's.
            by_chance = field.name == "password" or getattr(field, "auto_now_add", False)
            if is_counted or not field.editable or by_chance:
                continue
            value = getattr(row, field.attname)
            if isinstance(field, models.ForeignKey) and value is not None:
                value = _contents(field.related_model)[value]
            parts.append(f"{field.name}={value}")
        digests[row.pk] = sha256("\n".join(parts).encode()).hexdigest()
    return digests
