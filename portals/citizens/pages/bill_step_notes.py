"""What a step says of its own writing: where it was published, corrected, withdrawn or late."""

from datetime import date

from django.utils import timezone

from legislation.bills.selectors import StepLine
from portals.citizens.pages.publication_addresses import publications_address
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Link


class StepNotes:
    """Writes the notes of steps; whatever is the same in all of them is asked for once.

    :param on: the day that the page shows; what was written down after it says so
    """

    def __init__(self, on: date | None) -> None:
        self._on = on
        self._address = publications_address()

    def of(self, step: StepLine) -> list[Link]:
        notes = []
        if step.publication_id is not None:
            href = f"{self._address}{step.publication_id}/"
            notes.append(Link(_words(step), href))
        if (late := self._recorded_late(step)) is not None:
            words = _("Written down here on %(date)s") % {"date": plain_date(late)}
            notes.append(Link(words))
        return notes

    def _recorded_late(self, step: StepLine) -> date | None:
        """The day of its writing, where it came after the day shown.

        Of what was corrected only the day of the correction is known, and is said.
        """
        if self._on is None or step.recorded_at is None or step.corrected_on is not None:
            return None
        day = timezone.localtime(step.recorded_at).date()
        return day if day > self._on else None


def _words(step: StepLine) -> str:
    if step.corrected_on is None:
        return _("Publication %(number)d") % {"number": step.publication_id}
    day = {"date": plain_date(step.corrected_on)}
    return (
        _("Withdrawn on %(date)s") % day if step.is_withdrawn else _("Corrected on %(date)s") % day
    )
