"""Fill an empty database with the fictional Senate: `manage.py seed_demo`."""

from argparse import ArgumentParser
from datetime import date
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from legislation.errors import RuleViolation
from senate.demonstration.recording import is_seeded, seed_demonstration
from senate.demonstration.voting import CHILE

DEFAULT_SEED = 2026


class Command(BaseCommand):
    help = (
        "Fill an empty database with a fictional Senate. The same seed and day give the same "
        "record. A database that holds it already is left alone; a real one is refused."
    )
    # They import every page, of which nothing is shown here; make check runs them.
    requires_system_checks: tuple[str, ...] = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed", type=int, default=DEFAULT_SEED, metavar="N")
        parser.add_argument(
            "--on",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the day on which the Senate stands; today if not given",
        )

    def handle(self, *, seed: int, on: date | None, **_options: Any) -> None:
        if is_seeded():
            self.stdout.write("The fictional Senate is here already; nothing was changed.")
            return
        begun = monotonic()
        day = on or timezone.localdate(timezone=CHILE)
        try:
            written = seed_demonstration(seed, day, say=self._say)
        except (RuleViolation, ValueError) as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"seed_demo: {written.people} people, {written.bills} bills, "
            f"{written.sessions} sittings, {written.votes} votes "
            f"as of {day.isoformat()}, in {monotonic() - begun:.1f} s"
        )

    def _say(self, what: str) -> None:
        self.stdout.write(f"Writing {what}.")
