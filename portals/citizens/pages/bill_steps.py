"""The procedure of a bill, step by step: tidied, told apart by kind and grouped by reading.

What a step says is the Senate's own text. Only its typing is tidied (« .», double blanks);
its kind is read in its words, and only serves to filter.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legislation.bills.enums import PaperKind
from legislation.bills.selectors import PaperLine, StepLine
from legislation.people.enums import Chamber
from legislation.votes.selectors import VoteRow
from portals.citizens.pages.bill_words import chamber_name, paper_kind_name, stage_name
from portals.citizens.pages.vote_addresses import Addresses
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


class StepGroup(NamedTuple):
    """The steps of one reading in one chamber, newest first."""

    title: str
    chamber: str
    entries: list[Entry]


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


def groups_of(
    steps: Sequence[StepLine],
    *,
    kind: str,
    papers: Sequence[PaperLine],
    votes: Sequence[VoteRow],
    at: Addresses,
    votes_address: str,
) -> list[StepGroup]:
    """The steps of a kind («» for all), newest first, grouped by reading and chamber.

    Papers and votes are linked from the step of the same day that speaks of them.
    :param votes_address: of all the votes of the bill
    """
    links = _links_by_day(papers)
    for day, held in _votes_by_day(votes).items():
        links.setdefault(day, []).extend(_vote_links(held, at, votes_address))
    sitting = _("Sitting %(number)d/%(legislature)d")
    nameless = _("Step without a description")
    chosen = [step for step in reversed(steps) if not kind or kind_of_step(step.description) == kind]
    groups = []
    for (stage, printed, chamber), some in groupby(
        chosen, key=lambda step: (step.stage, step.stage_text, step.chamber)
    ):
        entries = [_entry(step, links.get(step.taken_on, ()), sitting, nameless) for step in some]
        groups.append(StepGroup(stage_name(stage, printed), chamber_name(chamber), entries))
    return groups


class DayLink(NamedTuple):
    """A link that a step of that day may carry, and how to know which."""

    link: Link
    words: str
    is_vote: bool


def _entry(step: StepLine, of_the_day: Sequence[DayLink], sitting: str, nameless: str) -> Entry:
    title, body = tidy(step.description)
    return Entry(
        on=step.taken_on,
        title=title or nameless,
        body=body,
        tag=_session(step, sitting) if step.session_number is not None else "",
        links=[found.link for found in of_the_day if _belongs(found, step)],
    )


def _session(step: StepLine, words: str) -> str:
    return words % {"number": step.session_number, "legislature": step.legislature_number}


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
    words = _("%(yes)d in favour, %(no)d against, %(abstain)d abstentions")
    return [
        DayLink(
            Link(
                words % {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}, at.vote(vote)
            ),
            "",
            True,
        )
        for vote in votes
    ]
