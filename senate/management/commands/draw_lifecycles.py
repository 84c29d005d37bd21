"""Write docs/lifecycle.md from the rows that the system applies: `manage.py draw_lifecycles`."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from senate.lifecycles import drawn

PAGE = Path(settings.BASE_DIR) / "docs" / "lifecycle.md"


class Command(BaseCommand):
    help = "Draw the lifecycles into docs/lifecycle.md."
    requires_system_checks = ()

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        PAGE.write_text(drawn(), encoding="utf-8")
        self.stdout.write(f"Wrote {PAGE}.")
