"""The procedure of a bill, step by step: tidied, told apart by kind and grouped by reading.

What a step says is the Senate's own text. Only its typing is tidied (« .», double blanks);
its kind is read in its words, and only serves to filter.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.bills.enums import PaperKind
from legislation.bills.selectors import PaperLine, StepLine
from legislation.people.enums import Chamber
from legislation.votes.selectors import VoteRow
from portals.citizens.pages.bill_step_notes import StepNotes
from portals.citizens.pages.bill_words import (
    chamber_name,
    paper_kind_name,
    spanish_marker,
    stage_name,
)
from portals.citizens.pages.vote_addresses import Addresses
from portals.shared.formats import short_date
from portals.shared.language import gettext as _
from portals.shared.parts import Entry, Link

DEBATE, REPORT, AMENDMENT, URGENCY, LETTER, OTHER = (
    "discusion",
    "informes",
    "indicaciones",
    "urgencias",
    "oficios",
    "otros",
)

# Tried in this order: a letter that sends amendments is about the amendments.
_SIGNS: tuple[tuple[str, "re.Pattern[str]"], ...] = (
    (DEBATE, re.compile(r"^\s*discusi[oó]n\b", re.IGNORECASE)),
    (URGENCY, re.compile(r"\burgencia\b", re.IGNORECASE)),
    (AMENDMENT, re.compile(r"\bindicaci[oó]n", re.IGNORECASE)),
    (REPORT, re.compile(r"\binforme\b", re.IGNORECASE)),
    (LETTER, re.compile(r"\boficio\b", re.IGNORECASE)),
)
# A full stop that ends a sentence, and not «N°», «Art.» or initials.
_SENTENCE_END = re.compile(r"(?<=[\wáéíóúñ)°]{2})\.\s+(?=[A-ZÁÉÍÓÚÑ])")
LONGEST_TITLE = 90
# More urgencies than these, one after another, are folded.
LONGEST_RUN = 3


class StepRun(NamedTuple):
    """Steps one after another, newest first. With a ``title`` they are folded under it."""

    title: str
    entries: list[Entry]


class StepGroup(NamedTuple):
    """The steps of one reading in one chamber, newest first."""

    title: str | Markup
    chamber: str
    runs: list[StepRun]


@dataclass(frozen=True)
class Surroundings:
    """What the steps of a bill are linked to: its papers, its votes and its sittings.

    ``sittings`` are those of the floor that are on record; ``votes_address`` is that of all
    the votes of the bill. ``on`` is the day that the page shows, None for today.
    """

    papers: Sequence[PaperLine]
    votes: Sequence[VoteRow]
    sittings: Collection[tuple[int, int]]
    at: Addresses
    votes_address: str
    on: date | None = None


class StepKind(NamedTuple):
    code: str
    label: str
    count: int  # type: ignore[assignment]  # nobody counts the items of this tuple


def step_kind_names() -> dict[str, str]:
    return {
        DEBATE: _("Debates and votes"),
        REPORT: _("Reports"),
        AMENDMENT: _("Amendments"),
        URGENCY: _("Urgencies"),
        LETTER: _("Official letters"),
        OTHER: _("Other steps"),
    }


@lru_cache(maxsize=4096)
def kind_of_step(description: str) -> str:
    """What a step is about, read in its words."""
    return next((kind for kind, sign in _SIGNS if sign.search(description)), OTHER)


@lru_cache(maxsize=4096)
def tidy(description: str) -> tuple[str, str]:
    """A step's text as a title and the rest, with the blanks of its typing put right.

    No word is changed or left out. «Discusión general . Aprobado .» → («Discusión general»,
    «Aprobado»).
    """
    text = re.sub(r"\s+", " ", description).strip()
    text = re.sub(r"\s+([.,;])", r"\1", text)
    text = re.sub(r"\.{2}(?!\.)", ".", text).removesuffix(".").strip()
    found = _SENTENCE_END.search(text)
    if found and found.start() <= LONGEST_TITLE:
        return text[: found.start()], text[found.end() :]
    return text, ""


def kinds_present(steps: Iterable[StepLine]) -> list[StepKind]:
    """The kinds of steps that a bill has, with how many, in a fixed order."""
    counts: dict[str, int] = {}
    for step in steps:
        kind = kind_of_step(step.description)
        counts[kind] = counts.get(kind, 0) + 1
    return [
        StepKind(code, label, counts[code])
        for code, label in step_kind_names().items()
        if code in counts
    ]


def groups_of(steps: Sequence[StepLine], *, kind: str, around: Surroundings) -> list[StepGroup]:
    """The steps of a kind («» for all), newest first, grouped by reading and chamber.

    Papers and votes are linked from the step of the same day that speaks of them. Among all
    the steps, urgencies renewed again and again are folded together.
    """
    writer = _Writer(around)
    chosen = [
        step for step in reversed(steps) if not kind or kind_of_step(step.description) == kind
    ]
    groups = []
    for (stage, printed, chamber), some in groupby(
        chosen, key=lambda step: (step.stage, step.stage_text, step.chamber)
    ):
        runs = _runs(list(some), writer, is_folded=not kind)
        groups.append(StepGroup(stage_name(stage, printed), chamber_name(chamber), runs))
    return groups


def _runs(steps: Sequence[StepLine], writer: "_Writer", *, is_folded: bool) -> list[StepRun]:
    runs: list[StepRun] = []
    for is_urgency, some in groupby(
        steps, key=lambda step: kind_of_step(step.description) == URGENCY
    ):
        entries = [writer.entry(step) for step in some]
        if is_urgency and is_folded and len(entries) > LONGEST_RUN:
            runs.append(StepRun(_fold_title(entries), entries))
        elif runs and not runs[-1].title:
            runs[-1].entries.extend(entries)
        else:
            runs.append(StepRun("", entries))
    return runs


def _fold_title(entries: Sequence[Entry]) -> str:
    return _("%(n)d notices of urgency, from %(since)s to %(until)s") % {
        "n": len(entries),
        "since": short_date(entries[-1].on),
        "until": short_date(entries[0].on),
    }


class DayLink(NamedTuple):
    """A link that a step of that day may carry, and how to know which."""

    link: Link
    words: str
    is_vote: bool


class _Writer:
    """Writes steps; whatever is the same in all of them is asked for once."""

    def __init__(self, around: Surroundings) -> None:
        self._links = _links_by_day(around.papers)
        for day, held in _votes_by_day(around.votes).items():
            links = _vote_links(held, around.at, around.votes_address)
            self._links.setdefault(day, []).extend(links)
        self._sittings, self._at = around.sittings, around.at
        self._sitting = _("Sitting %(number)d/%(legislature)d")
        self._nameless = _("Step without a description")
        self._notes = StepNotes(around.on)
        self._marked = spanish_marker()

    def entry(self, step: StepLine) -> Entry:
        title, body = tidy(step.description)
        found = self._links.get(step.taken_on, ())
        return Entry(
            on=step.taken_on,
            title=self._marked(title) if title else self._nameless,
            body=self._marked(body) if body else "",
            tag=self._session(step) if step.session_number is not None else "",
            links=[*(one.link for one in found if _belongs(one, step)), *self._notes.of(step)],
        )

    def _session(self, step: StepLine) -> str | Markup:
        """The sitting; a link where it is one of the Senate's that we hold."""
        legislature, number = step.legislature_number, step.session_number
        words = self._sitting % {"number": number, "legislature": legislature}
        if number is None or legislature is None or step.chamber != Chamber.SENATE:
            return words
        if (legislature, number) not in self._sittings:
            return words
        address = self._at.sitting(legislature, number)
        return Markup('<a href="{}">{}</a>').format(address, words)


def _belongs(found: DayLink, step: StepLine) -> bool:
    """A paper belongs to the step that begins with its name; a vote, to a debate of the Senate."""
    if found.is_vote:
        return step.chamber == Chamber.SENATE and kind_of_step(step.description) == DEBATE
    return _plain(step.description).startswith(found.words)


def _links_by_day(papers: Iterable[PaperLine]) -> dict[date, list[DayLink]]:
    found: dict[date, list[DayLink]] = {}
    words = _("Read it: %(paper)s")
    labels = {kind: words % {"paper": paper_kind_name(kind).lower()} for kind in PaperKind.values}
    for paper in papers:
        if paper.url and paper.dated_on and paper.title:
            link = DayLink(
                Link(labels[paper.kind], paper.url, paper.number), _plain(paper.title), False
            )
            found.setdefault(paper.dated_on, []).append(link)
    return found


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    """Lower case, without accents or punctuation: «Boletín de indicaciones .» as one types it."""
    bare = unicodedata.normalize("NFD", text.lower())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def _votes_by_day(votes: Iterable[VoteRow]) -> dict[date, list[VoteRow]]:
    found: dict[date, list[VoteRow]] = {}
    for vote in votes:
        found.setdefault(vote.taken_on, []).append(vote)
    return found


def _vote_links(votes: Sequence[VoteRow], at: Addresses, votes_address: str) -> list[DayLink]:
    if len(votes) > 1:
        label = ngettext("%(n)d vote that day", "%(n)d votes that day", len(votes))
        return [DayLink(Link(label % {"n": len(votes)}, votes_address), "", True)]
    return [DayLink(Link(_counts_said(vote), at.vote(vote)), "", True) for vote in votes]


def _counts_said(vote: VoteRow) -> str:
    """«26 in favour, 6 against, 1 abstention»; abstentions only where there were any."""
    words = _("%(yes)d in favour, %(no)d against") % {"yes": vote.yes, "no": vote.no}
    if not vote.abstain:
        return words
    abstained = ngettext("%(n)d abstention", "%(n)d abstentions", vote.abstain)
    return f"{words}, {abstained % {'n': vote.abstain}}"
