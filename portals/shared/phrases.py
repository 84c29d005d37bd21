"""Wording used in more than one portal: the names of answers, results and places."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

# What is said once in a language is remembered: lists say the same few things hundreds of times.

# The order in which answers are listed everywhere: what counts, then what does not.
CHOICES: tuple[str, ...] = ("YES", "NO", "ABSTAIN", "PAIRED", "RECUSED", "ABSENT", "PENDING")

CHOICE_LABELS: Mapping[str, Promise] = {
    "YES": pgettext_lazy("answer in a vote", "Yes"),
    "NO": pgettext_lazy("answer in a vote", "No"),
    "ABSTAIN": pgettext_lazy("answer in a vote", "Abstention"),
    "PAIRED": pgettext_lazy("answer in a vote", "Paired"),
    "RECUSED": pgettext_lazy("answer in a vote", "Recused"),
    "ABSENT": pgettext_lazy("answer in a vote", "Absent"),
    "PENDING": pgettext_lazy("answer in a vote", "Yet to vote"),
}

# Headings over lists of people, grouped by what they answered.
CHOICE_GROUP_LABELS: Mapping[str, Promise] = {
    "YES": _("In favour"),
    "NO": _("Against"),
    "ABSTAIN": _("Abstained"),
    "PAIRED": _("Paired"),
    "RECUSED": _("Recused"),
    "ABSENT": pgettext_lazy("several people", "Absent"),
    "PENDING": _("Yet to vote"),
}

OUTCOME_LABELS: Mapping[str, Promise] = {
    "APPROVED": _("Approved"),
    "REJECTED": _("Rejected"),
    "TIE": _("Tie"),
    "UNRESOLVED": _("Unresolved because of abstentions"),
    "UNKNOWN": _("Result not known"),
}

ATTENDANCE_LABELS: Mapping[str, Promise] = {
    "PRESENT": _("Attended"),
    "ABSENT": _("Did not attend"),
    "EXCUSED": _("Not counted: justified absence"),
    "UNKNOWN": _("No attendance published"),
}

STAGE_STATES: Mapping[str, Promise] = {
    "done": _("Done"),
    "now": _("The bill is here"),
    "next": _("Still to come"),
    "maybe": _("Only in some cases"),
}


_COUNTED: Mapping[str, Callable[[int], str]] = {
    "YES": lambda n: ngettext("%(n)d in favour", "%(n)d in favour", n),
    "NO": lambda n: ngettext("%(n)d against", "%(n)d against", n),
    "ABSTAIN": lambda n: ngettext("%(n)d abstention", "%(n)d abstentions", n),
    "PAIRED": lambda n: ngettext("%(n)d paired", "%(n)d paired", n),
    "RECUSED": lambda n: ngettext("%(n)d recused", "%(n)d recused", n),
    "ABSENT": lambda n: ngettext("%(n)d absent", "%(n)d absent", n),
    "PENDING": lambda n: ngettext("%(n)d yet to vote", "%(n)d yet to vote", n),
}


@lru_cache(maxsize=1024)
def _counted(choice: str, number: int, tongue: str) -> str:
    """Say «31 in favour», «1 abstention» and so on, in the active language."""
    return _COUNTED[choice](number) % {"n": number}


@lru_cache(maxsize=1024)
def said_needed(number: int, tongue: str) -> str:
    """«26 needed»."""
    return ngettext("%(n)d needed", "%(n)d needed", number) % {"n": number}


def spoken_counts(counts: Mapping[str, int], tongue: str) -> str:
    """Every answer that somebody gave, in words: the text twin of a strip of seats.

    Yes and no are always said, even when nobody gave them; the rest only when somebody did.
    """
    said = [
        _counted(choice, counts.get(choice, 0), tongue)
        for choice in CHOICES
        if counts.get(choice) or choice in ("YES", "NO")
    ]
    return ", ".join(said)


def shown_choices(counts: Mapping[str, int]) -> list[str]:
    """Which answers deserve a column: the four of the rules always, the others when known.

    Recusals and votes still to come appear only when there are any; absences appear when
    the roll of the day is known, even if nobody was missing.
    """
    always = ("YES", "NO", "ABSTAIN", "PAIRED")
    return [
        choice
        for choice in CHOICES
        if choice in always or counts.get(choice) or (choice == "ABSENT" and choice in counts)
    ]
