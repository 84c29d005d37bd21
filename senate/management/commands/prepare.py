"""Make ready for `runserver`: schema, catalogues."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from senate import preparation


class Command(BaseCommand):
    help = "Migrate the database and compile the catalogues, where either is needed."
    requires_system_checks: tuple[str, ...] = ()

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        preparation.migrate(self.stdout.write)
        preparation.make_ledger_key(self.stdout.write)
        preparation.compile_catalogues(self.stdout.write)
