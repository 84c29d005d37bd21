"""Import the Senate's own files or its live service: `manage.py import_senate --help`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from tqdm import tqdm

from legislation.errors import RuleViolation
from legislation.interchange import remote
from legislation.interchange.enums import FileOutcome
from legislation.interchange.inputs import Input, local_inputs, readable
from legislation.interchange.readers.printed import bill_number
from legislation.interchange.services import Report, import_inputs
from legislation.interchange.services.syncing import origin_since

OUTCOMES = (
    FileOutcome.CREATED,
    FileOutcome.CHANGED,
    FileOutcome.UNCHANGED,
    FileOutcome.REFUSED,
)


class Command(BaseCommand):
    help = (
        "Import the Senate's own formats from files, folders or its live service. Importing "
        "the same again changes nothing. The exit status is 1 if any file was refused."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="file or folder")
        parser.add_argument(
            "--bill",
            action="append",
            default=[],
            metavar="N",
            help="a bill by its number, from the live service; may be repeated",
        )
        parser.add_argument(
            "--since",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="what moved since that day, from the live service",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change and write nothing"
        )

    def handle(self, *, paths: list[Path], bill: list[str], dry_run: bool, **options: Any) -> None:
        since: date | None = options["since"]
        if bool(paths) == bool(bill or since):
            raise CommandError(
                _("Name files or folders, or ask the service with --bill or --since.")
            )
        manners = remote.Manners.from_settings()
        with ExitStack() as stack:
            passed_over: Iterable[str] = ()
            if paths:
                inputs, origin, passed_over = _local(paths, manners)
            else:
                service = stack.enter_context(remote.SenateService(manners))
                inputs, origin = _live(service, bill, since)
            report = self._import(inputs, origin, dry_run=dry_run)
        self._tell(report, passed_over, dry_run=dry_run)
        if report.refused:
            sys.exit(1)

    def _import(self, inputs: list[Input], origin: str, *, dry_run: bool) -> Report:
        quiet = not sys.stderr.isatty()
        with tqdm(total=len(inputs), unit=_("file"), disable=quiet, leave=False) as progress:

            def advance(_name: str) -> None:
                progress.update()

            try:
                return import_inputs(
                    inputs,
                    origin=origin,
                    clock=timezone.now,
                    dry_run=dry_run,
                    after_each=advance,
                )
            except RuleViolation as refusal:
                raise CommandError(str(refusal)) from refusal

    def _tell(self, report: Report, passed_over: Iterable[str], *, dry_run: bool) -> None:
        for name in passed_over:
            self.stdout.write(_("Not read, of no known format: %(name)s") % {"name": name})
        for name, sentence in report.refused:
            self.stderr.write(_("Refused %(name)s: %(why)s") % {"name": name, "why": sentence})
        if report.losses:
            self.stdout.write(_("Not stored as such, by path:"))
        for (kind, path, reason), times in sorted(report.losses.items()):
            self.stdout.write(f"{times:>7}  {kind.label}\n         {path}\n         {_(reason)}")
        for outcome in OUTCOMES:
            self.stdout.write(f"{report.outcomes[outcome]:>7}  {outcome.label}")
        rows = report.changed_rows
        self.stdout.write(
            ngettext("%(count)d row written.", "%(count)d rows written.", rows) % {"count": rows}
        )
        if dry_run:
            self.stdout.write(_("This was a rehearsal: everything was undone."))
        self.stdout.write(_summary(report))


def _summary(report: Report) -> str:
    """The last line, the same in every language, for those who read it with a program."""
    counts = ", ".join(
        f"{report.outcomes[outcome]} {outcome.value.lower()}" for outcome in OUTCOMES
    )
    return f"import_senate: {report.files} files, {counts}, {report.changed_rows} rows"


def _local(paths: list[Path], manners: remote.Manners) -> tuple[list[Input], str, Iterable[str]]:
    missing = [readable(str(path)) for path in paths if not path.exists()]
    if missing:
        raise CommandError(_("No such file or folder: %(names)s.") % {"names": ", ".join(missing)})
    inputs, passed_over = local_inputs(paths, largest=manners.largest)
    if not inputs:
        raise CommandError(_("There is nothing to read there."))
    return list(inputs), " ".join(readable(str(path)) for path in paths), passed_over


def _live(
    service: remote.SenateService, numbers: list[str], since: date | None
) -> tuple[list[Input], str]:
    serials = dict.fromkeys(_serial(number) for number in numbers)
    inputs: list[Input] = [remote.bill(service, serial) for serial in serials]
    origin = service.url
    if since:
        today = timezone.localdate()
        earliest = remote.earliest_day(today)
        if since < earliest:
            raise CommandError(
                _("The service answers for about a month: since %(day)s at the earliest.")
                % {"day": earliest.isoformat()}
            )
        inputs += remote.bills_moved_since(service, since, today)
        origin = origin_since(service.url, since)
    return inputs, origin


def _serial(words: str) -> int:
    """«8575» and «8575-05» name the same bill."""
    number = bill_number(words if "-" in words else f"{words}-00")
    if number is None:
        raise CommandError(_("«%(words)s» is not the number of a bill.") % {"words": words})
    return number.serial
