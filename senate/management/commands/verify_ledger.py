"""Recompute the ledger and hold it against its checkpoints, ours and those kept elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.ledger.services import checkpoint_folders
from accounts.ledger.verification import Report, verify


class Command(BaseCommand):
    help = "Recompute every row of the ledger and every checkpoint; name the first bad row."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--checkpoints",
            action="append",
            default=[],
            type=Path,
            metavar="FOLDER",
            help="a folder of checkpoints that somebody kept; may be given more than once",
        )

    def handle(self, *_arguments: Any, checkpoints: list[Path], **_options: Any) -> None:
        for folder in checkpoints:
            if not folder.is_dir():
                raise CommandError(f"There is no folder {folder}.")
        with transaction.atomic():  # a long reading is streamed within one
            report = verify(outside=[*checkpoint_folders(), *checkpoints])
        self.tell(report)

    def tell(self, report: Report) -> None:
        for fault in report.faults:
            self.stderr.write(fault)
        looked_at = f"{report.rows} rows and {report.checkpoints} checkpoints"
        if report.is_sound:
            self.stdout.write(f"The ledger is sound: {looked_at}.")
            return
        first = f"The first bad row is {report.first_bad}. " if report.first_bad else ""
        raise CommandError(f"THE LEDGER IS NOT SOUND. {first}Looked at {looked_at}.")
