"""A vote in one line: what was asked, how it came out, and the seats. For any list of votes."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from markupsafe import Markup

from legislation.bills.enums import BillKind
from legislation.votes.counting import Outcome, Tally
from legislation.votes.enums import DebateKind
from legislation.votes.selectors import VoteRow
from legislation.votes.selectors_outcome import outcome_of, tally_of
from legislation.votes.sentences import headline
from portals.citizens.pages.bill_words import filled, in_spanish
from portals.citizens.pages.vote_addresses import Addresses
from portals.citizens.pages.vote_subjects import without_description
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import VoteLine

LONGEST_QUESTION = 180

# A published subject opens with the bill's number and may close with it and the result:
# beside a line that says both, they only hide the question.
_NUMBER_FIRST = re.compile(r"^\d{1,3}(?:\.?\d{3})*-\d{2}\s*[.,:;-]?\s*")
_NUMBER_LAST = re.compile(
    r"\s*\(?Bolet[ií]n(?:es)?\s+(?:N[°ºo]s?\.?\s*)?[\d.,\s y-]+\)?\s*\.?"
    r"\s*(?:(?:APROBAD|RECHAZAD)[OA]S?\.?)?\s*$"
)


def question(row: VoteRow, *, longest: int = LONGEST_QUESTION) -> str:
    """What was put to the vote, in the record's words, without what its line says already.

    A bill with a plain title that is voted in general is named by it. The whole subject, as
    published, is on the page of the vote.
    """
    return str(_question(row, longest, str))


def question_said(row: VoteRow, *, longest: int = LONGEST_QUESTION) -> str | Markup:
    """The same, with the record's words marked as Spanish on a page in another language."""
    return _question(row, longest, in_spanish)


def _question(row: VoteRow, longest: int, recorded: Callable[[str], str | Markup]) -> str | Markup:
    if row.bill_plain_title and row.kind == DebateKind.GENERAL:
        return filled(_("%(title)s, in general"), title=recorded(row.bill_plain_title.rstrip(". ")))
    text = _subject_of(row) or row.bill_plain_title or row.bill_title
    return recorded(shortened(text, longest)) if text else vote_name(row)


def question_of_its_bill(row: VoteRow, *, longest: int = LONGEST_QUESTION) -> str | Markup:
    """The same on a page of the bill, which says its title: without it or its description."""
    told_apart = without_description(_subject_of(row))
    if told_apart:
        return in_spanish(shortened(told_apart, longest))
    return kind_name(row.kind) or question_said(row, longest=longest)


def question_in_short(row: VoteRow, *, longest: int) -> str | Markup:
    """What was put to the vote without the bill's description, where anything else is said.

    For a title with the bill's own beneath it.
    """
    told_apart = without_description(_subject_of(row))
    is_of_the_whole = row.kind == DebateKind.GENERAL or told_apart.lower().startswith("en ")
    if is_of_the_whole or not told_apart:
        return question_said(row, longest=longest)
    return in_spanish(shortened(told_apart, longest))


def _subject_of(row: VoteRow) -> str:
    """The subject as published, without the bill's number and the result."""
    text = _NUMBER_LAST.sub("", _NUMBER_FIRST.sub("", " ".join(row.subject.split())))
    return text.strip(" .")


def vote_name(row: VoteRow) -> str:
    """«Vote 4 of sitting 39/374»: how a vote is cited."""
    return _("Vote %(position)d of sitting %(session)d/%(legislature)d") % {
        "position": row.position,
        "session": row.session_number,
        "legislature": row.legislature,
    }


def shortened(text: str, longest: int) -> str:
    """The beginning of a text, cut between words, with an ellipsis where something is left out."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def vote_line(row: VoteRow, at: Addresses, *, has_bill: bool = True) -> VoteLine:
    """One vote of a list. ``has_bill`` writes the bill's number among the facts; without it the
    list is on a page of the bill, and what was asked leaves out what the bill is about."""
    outcome, tally, tongue = outcome_of(row), tally_of(row), language()
    return VoteLine(
        sentence=_sentence(
            question_said(row) if has_bill else question_of_its_bill(row),
            result_said(outcome, tally, tongue),
        ),
        href=at.vote(row),
        outcome=outcome.result.value,
        counts=counts_of(tally),
        on=row.taken_on,
        needed=outcome.needed,
        seats=row.in_office,
        facts=_facts(row, has_bill, tongue),
    )


def _sentence(asked: str | Markup, result: str) -> str | Markup:
    """What was asked and what came of it; a question that was cut ends with its ellipsis."""
    end = "" if "…" in asked[-len("…</span>") :] else "."
    if isinstance(asked, Markup):
        return asked + f"{end} {result}"
    return f"{asked}{end} {result}"


@lru_cache(maxsize=4096)
def result_said(outcome: Outcome, tally: Tally, tongue: str) -> str:
    """The result's sentence. The same figures come back, and a list says dozens of them."""
    return headline(outcome, tally)


def counts_of(tally: Tally) -> Mapping[str, int]:
    """The counts as drawings take them. Absences are not among them: a list does not know."""
    return {
        "YES": tally.yes,
        "NO": tally.no,
        "ABSTAIN": tally.abstain,
        "PAIRED": tally.paired,
        "RECUSED": tally.recused,
    }


def bill_name(row: VoteRow) -> str:
    """«Bill 17345-11», «Senate matter 2734-14», or nothing."""
    if row.bill_number is None:
        return ""
    if row.bill_kind == BillKind.MATTER:
        return _("Senate matter %(number)s") % {"number": row.bill_number}
    return _("Bill %(number)s") % {"number": row.bill_number}


def kind_name(kind: str) -> str:
    """The kind of debate, or nothing where it is not stated."""
    return _kind_said(kind, language())


def sitting_name(row: VoteRow) -> str:
    return _sitting_said(language()) % {
        "session": row.session_number,
        "legislature": row.legislature,
    }


@lru_cache(maxsize=64)
def _kind_said(kind: str, tongue: str) -> str:
    return "" if kind == DebateKind.UNSTATED else str(DebateKind(kind).label)


@lru_cache(maxsize=2)
def _sitting_said(tongue: str) -> str:
    return _("Sitting %(session)d/%(legislature)d")


def _facts(row: VoteRow, has_bill: bool, tongue: str) -> tuple[str, ...]:
    sitting = _sitting_said(tongue) % {
        "session": row.session_number,
        "legislature": row.legislature,
    }
    facts = (bill_name(row) if has_bill else "", _kind_said(row.kind, tongue), sitting)
    return tuple([fact for fact in facts if fact])
