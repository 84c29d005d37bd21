"""Index every bill for the search anew, and rebuild the words behind «did you mean»."""

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from legislation.search import selectors, services

BATCH = 500


class Command(BaseCommand):
    help = "Makes the search agree with the record. Safe at any time; repeats do no harm."

    def handle(self, *args: Any, **options: Any) -> None:
        ids = selectors.ids_of_bills()
        changed = 0
        with tqdm(total=len(ids), unit="bill", disable=None) as bar:
            for start in range(0, len(ids), BATCH):
                batch = ids[start : start + BATCH]
                changed += services.index_bills(batch)
                bar.update(len(batch))
        words = services.rebuild_words()
        self.stdout.write(f"{len(ids)} bills read, {changed} changed in the index; {words} words.")
