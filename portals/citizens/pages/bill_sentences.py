"""Where a bill stands and what comes next, in words that everybody understands.

The law behind each sentence: Constitution, articles 65 to 75 and 93; Ley 18.918, articles 15
and 29; Reglamento del Senado, articles 36 bis and 132.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from django.utils.translation import pgettext

from legislation.bills.enums import BillKind, Initiative, Stage, Status
from legislation.people.enums import Chamber
from portals.shared.formats import capital, plain_date
from portals.shared.language import gettext as _
from portals.shared.language import language


class Standing(NamedTuple):
    """What a sentence needs to know of a bill. Codes are those of the record."""

    kind: str
    status: str
    stage: str
    stage_text: str
    origin_chamber: str
    initiative: str
    law_number: int | None
    law_text: str
    law_published_on: date | None


class StateSentence(NamedTuple):
    """Where it stands, and what comes next («» where nothing does or nobody can say)."""

    now: str
    next: str = ""


_facts_of = attrgetter(*Standing._fields)

Words = dict[str, str]

_OTHER = {
    Chamber.SENATE.value: Chamber.DEPUTIES.value,
    Chamber.DEPUTIES.value: Chamber.SENATE.value,
}


def standing_of(bill: object) -> Standing:
    """Take from a dossier, or from a row of a list, what a sentence needs."""
    return Standing._make(_facts_of(bill))


def state_sentence(bill: Standing) -> StateSentence:
    """Say where a bill stands and what comes next, in the active language."""
    return _said(bill, language())


@lru_cache(maxsize=4096)
def _said(bill: Standing, _language: str | None) -> StateSentence:
    if bill.status == Status.PUBLISHED and bill.kind == BillKind.BILL:
        return StateSentence(_as_law(bill))
    if bill.status in _ENDINGS:
        return StateSentence(_ENDINGS[bill.status](bill))
    # A matter that was decided is archived with its papers: archived is not how it ended.
    if bill.kind == BillKind.MATTER:
        return _of_matter(bill)
    if bill.status == Status.ARCHIVED:
        return _archived()
    if bill.status == Status.FINISHED:
        return _finished(bill, {})
    return _IN_PROGRESS[bill.stage](bill, chamber_words(bill.origin_chamber))


def law_name(number: int | None, printed: str) -> str:
    """«Law 21.821», or the name that was printed (a decree), or nothing."""
    if number is None:
        return printed
    return _("Law %(number)s") % {"number": dotted(number)}


def dotted(number: int) -> str:
    """A law's number as Chile writes it in any language: 21.821."""
    return f"{number:,}".replace(",", ".")


def other_chamber(chamber: str) -> str:
    """The chamber that revises what this one approves."""
    return _OTHER.get(chamber, chamber)


def chamber_words(origin: str) -> Words:
    """The names of both chambers as sentences need them: plain, with «to», and capitalised."""
    first, second = _forms(origin), _forms(other_chamber(origin))
    return {
        "origin": first[0],
        "to_origin": first[1],
        "Origin": capital(first[0]),
        "revising": second[0],
        "to_revising": second[1],
        "Revising": capital(second[0]),
    }


def _forms(chamber: str) -> tuple[str, str]:
    if chamber == Chamber.SENATE:
        return (
            pgettext("chamber in a sentence", "the Senate"),
            pgettext("chamber in a sentence", "to the Senate"),
        )
    if chamber == Chamber.DEPUTIES:
        return (
            pgettext("chamber in a sentence", "the Chamber of Deputies"),
            pgettext("chamber in a sentence", "to the Chamber of Deputies"),
        )
    return (
        pgettext("chamber in a sentence", "both chambers"),
        pgettext("chamber in a sentence", "to both chambers"),
    )


def _as_law(bill: Standing) -> str:
    name = law_name(bill.law_number, bill.law_text)
    day = plain_date(bill.law_published_on) if bill.law_published_on else ""
    if name and day:
        return _("It is law: %(law)s, published on %(date)s.") % {"law": name, "date": day}
    if name:
        return _("It is law: %(law)s.") % {"law": name}
    if day:
        return _("It is law, published on %(date)s.") % {"date": day}
    return _("It is law.")


def _archived() -> StateSentence:
    return StateSentence(
        _("It is archived: nobody is working on it now."),
        _("It can be brought back to the point where it stopped."),
    )


def _rejected(bill: Standing) -> str:
    if bill.kind == BillKind.MATTER:
        return _("The Senate rejected it.")
    return _("Congress rejected it. It will not become law.")


def _withdrawn(bill: Standing) -> str:
    if bill.initiative == Initiative.MESSAGE:
        return _("The President of the Republic withdrew it.")
    return _("Its authors withdrew it.")


def _inadmissible(_bill: Standing) -> str:
    return _("It was declared inadmissible: it cannot be debated.")


_ENDINGS: dict[str, Callable[[Standing], str]] = {
    Status.REJECTED: _rejected,
    Status.WITHDRAWN: _withdrawn,
    Status.INADMISSIBLE: _inadmissible,
}


def _of_matter(bill: Standing) -> StateSentence:
    is_decided = bill.status in (Status.FINISHED, Status.PUBLISHED)
    if is_decided or bill.stage == Stage.FINISHED:
        return StateSentence(_("The Senate finished its work on it."))
    if Status.ARCHIVED in (bill.status, bill.stage):
        return _archived()
    return StateSentence(_("It is before the Senate, which decides it alone."))


def _first(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("It is in %(origin)s, where it began.") % words,
        _("If %(origin)s approves it, it goes %(to_revising)s, which reviews it.") % words,
    )


def _first_again(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("It is in %(origin)s, which must consider it once more.") % words,
        _(
            "If %(origin)s rejected it before, it can only reject it again with two thirds of"
            " those present."
        )
        % words,
    )


def _second(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("It is in %(revising)s, which reviews what %(origin)s approved.") % words,
        _(
            "If %(revising)s approves it without changes, it goes to the President of the"
            " Republic. If it changes the text, the bill returns %(to_origin)s."
        )
        % words,
    )


def _third(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("It returned %(to_origin)s, which votes on the changes made by %(revising)s.") % words,
        _(
            "If it accepts them all, the bill goes to the President of the Republic. If it rejects"
            " any, a conference committee of both chambers looks for an agreement."
        ),
    )


def _conference_on_changes(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _(
            "A conference committee of senators and deputies looks for an agreement, because"
            " %(origin)s rejected changes made by %(revising)s."
        )
        % words,
        _after_conference(words),
    )


def _conference_on_the_idea(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _(
            "A conference committee of senators and deputies looks for an agreement, because"
            " %(revising)s rejected the whole bill."
        )
        % words,
        _after_conference(words),
    )


def _after_conference(words: Words) -> str:
    return (
        _("Its proposal is voted as a whole, first in %(origin)s and then in %(revising)s.") % words
    )


def _budget(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("A joint committee of senators and deputies studies this Budget bill."),
        _(
            "It then goes %(to_origin)s first. If Congress does not finish in sixty days from its"
            " filing, the President's proposal takes effect."
        )
        % words,
    )


def _report_in_origin(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("%(Origin)s votes on what the conference committee proposed.") % words,
        _(
            "If it approves, %(revising)s votes next. If it rejects, only the President of the"
            " Republic can ask for another vote."
        )
        % words,
    )


def _report_in_revising(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("After %(origin)s, %(revising)s votes on what the conference committee proposed.")
        % words,
        _(
            "If it approves, the bill goes to the President of the Republic. If it rejects, only"
            " the President can ask for another vote."
        ),
    )


def _completion(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("Congress approved it, and %(origin)s completes the last formalities.") % words,
        _(
            "It then goes to the President of the Republic and, if any of its rules requires it,"
            " to the Constitutional Court."
        ),
    )


def _president(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _(
            "Congress approved it. The President of the Republic has thirty days to approve it or"
            " to propose changes."
        ),
        _(
            "If it is approved, it is published as law. If changes are proposed, it returns to"
            " Congress, first %(to_origin)s."
        )
        % words,
    )


def _veto_in_origin(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _("%(Origin)s votes on the changes that the President of the Republic proposed.") % words,
        _("Then %(revising)s votes on them. Each change needs the approval of both chambers.")
        % words,
    )


def _veto_in_revising(_bill: Standing, words: Words) -> StateSentence:
    return StateSentence(
        _(
            "After %(origin)s, %(revising)s votes on the changes that the President of the"
            " Republic proposed."
        )
        % words,
        _("Each change needs the approval of both chambers."),
    )


def _insistence(_bill: Standing, _words: Words) -> StateSentence:
    return StateSentence(
        _(
            "It was rejected, and it remains to be seen whether the President of the Republic"
            " insists."
        ),
        _(
            "To go on, it needs two thirds of those present. If the President does not insist, it"
            " is archived."
        ),
    )


def _court(_bill: Standing, _words: Words) -> StateSentence:
    return StateSentence(
        _(
            "Congress approved it. The Constitutional Court reviews whether it agrees with the"
            " Constitution."
        ),
        _("If the Court has no objection, it is published as law."),
    )


def _finished(_bill: Standing, _words: Words) -> StateSentence:
    return StateSentence(_("Congress finished its work on it."))


def _archived_stage(_bill: Standing, _words: Words) -> StateSentence:
    return _archived()


def _unrecognised(bill: Standing, _words: Words) -> StateSentence:
    if bill.stage_text:
        return StateSentence(
            _("The Senate publishes its stage as «%(stage)s».") % {"stage": bill.stage_text}
        )
    return StateSentence(_("The Senate does not say at which stage it is."))


_IN_PROGRESS: dict[str, Callable[[Standing, Words], StateSentence]] = {
    Stage.FIRST: _first,
    Stage.FIRST_INSISTED: _first_again,
    Stage.SECOND: _second,
    Stage.THIRD: _third,
    Stage.CONFERENCE_CHANGES: _conference_on_changes,
    Stage.CONFERENCE_IDEA: _conference_on_the_idea,
    Stage.CONFERENCE_BUDGET: _budget,
    Stage.CONFERENCE_REPORT_ORIGIN: _report_in_origin,
    Stage.CONFERENCE_REPORT_REVISING: _report_in_revising,
    Stage.COMPLETION: _completion,
    Stage.PRESIDENT: _president,
    Stage.VETO_ORIGIN: _veto_in_origin,
    Stage.VETO_REVISING: _veto_in_revising,
    Stage.INSISTENCE: _insistence,
    Stage.COURT: _court,
    Stage.FINISHED: _finished,
    Stage.ARCHIVED: _archived_stage,
    Stage.UNRECOGNISED: _unrecognised,
}
