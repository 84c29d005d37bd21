"""Translation catalogues: `catalogues extract | merge FILE… | compile | check`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from senate.catalogues import LANGUAGES, Catalogues


class Command(BaseCommand):
    help = "Extract, merge, compile or check the translation catalogues."
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("verb", choices=("extract", "merge", "compile", "check"))
        parser.add_argument("files", nargs="*", type=Path, help="merge: other .po files")
        parser.add_argument("--root", type=Path, default=settings.BASE_DIR)

    def handle(self, *, verb: str, root: Path, files: list[Path], **_options: Any) -> None:
        act = {
            "extract": self.extract_messages,
            "merge": self.merge_files,
            "compile": self.compile_changed,
            "check": self.report_faults,
        }[verb]
        for language in LANGUAGES:
            act(Catalogues(root), language, files)

    def extract_messages(self, catalogues: Catalogues, language: str, _files: list[Path]) -> None:
        count, waiting = catalogues.extract(language)
        self.stdout.write(f"{language}: {count} messages, {waiting} to translate.")

    def merge_files(self, catalogues: Catalogues, language: str, files: list[Path]) -> None:
        for file in files:
            for contradicted in catalogues.merge(language, file):
                self.stderr.write(f"{file}: {contradicted} is translated otherwise; ours stays.")

    def compile_changed(self, catalogues: Catalogues, language: str, _files: list[Path]) -> None:
        done = catalogues.compile(language)
        self.stdout.write(f"{language}: {'compiled' if done else 'nothing to compile'}.")

    def report_faults(self, catalogues: Catalogues, language: str, _files: list[Path]) -> None:
        faults = catalogues.faults(language)
        for fault in faults:
            self.stderr.write(f"{language}: {fault}")
        if faults:
            raise CommandError(f"{language}: {len(faults)} messages are missing or wrong.")
        self.stdout.write(f"{language}: complete.")
