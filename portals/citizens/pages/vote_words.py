"""What the page of a vote says in words, beside the sentences of the outcome itself."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from django.utils.translation import ngettext
from markupsafe import Markup

from legislation.people.enums import ExclusionReason, HeadcountBasis
from legislation.votes.counting import Base, Outcome, Reason, Result, Tally, has_quorum, quorum_of
from legislation.votes.selectors import VoteDetail, VoteRow
from portals.citizens.pages.bill_words import filled, in_spanish
from portals.citizens.pages.vote_lines import kind_name, question_in_short
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.language import language
from portals.shared.parts import Fact
from portals.shared.phrases import OUTCOME_LABELS, spoken_counts

# A title holds what was asked in one or two lines; all of it stands beneath, as published.
LONGEST_TITLE = 110
SECOND, THIRD = 2, 3


class Notice(NamedTuple):
    """Something the reader must know of this vote."""

    title: str
    text: str


def title(row: VoteRow, outcome: Outcome, tally: Tally) -> str | Markup:
    """What the Senate did, with how many, and with what: «The Senate approved, 31 to 12: …»."""
    text = {
        Result.APPROVED: _("The Senate approved, %(yes)d to %(no)d: %(question)s"),
        Result.REJECTED: _(
            "The Senate rejected, with %(yes)d in favour and %(no)d against: %(question)s"
        ),
        Result.TIE: _("The Senate tied, %(yes)d to %(no)d: %(question)s"),
        Result.UNRESOLVED: _("The Senate did not resolve, because of abstentions: %(question)s"),
        Result.UNKNOWN: _("The Senate voted, with a result that is not known: %(question)s"),
    }[outcome.result]
    asked = question_in_short(row, longest=LONGEST_TITLE)
    return filled(text, yes=tally.yes, no=tally.no, question=asked)


def why_title(outcome: Outcome) -> str:
    """The heading over the explanation of a result."""
    return {
        Result.APPROVED: _("Why it was approved"),
        Result.REJECTED: _("Why it was rejected"),
        Result.TIE: _("Why it is a tie"),
        Result.UNRESOLVED: _("Why it is unresolved"),
        Result.UNKNOWN: _("Why the result is not known"),
    }[outcome.result]


def quorum_sentence(outcome: Outcome) -> str:
    """«26 needed of 50 in office», or that it is not known."""
    if outcome.rule is None:
        return _("The majority that this vote needed is not on record.")
    if outcome.needed is None:
        return _("How many votes were needed is not known.")
    values = {"needed": outcome.needed, "base": outcome.base}
    if outcome.rule.base is Base.IN_OFFICE:
        return _("%(needed)d needed of %(base)d in office.") % values
    return _("%(needed)d needed of the %(base)d who voted.") % values


def in_office_sentence(row: VoteRow) -> str:
    """How many senators were in office that day, and how that is known."""
    if row.in_office is None:
        return _("How many senators were in office that day is not known.")
    values = {"n": row.in_office}
    if row.in_office_basis == HeadcountBasis.ROSTER:
        text = ngettext(
            "%(n)d senator in office, from the mandates of the day",
            "%(n)d senators in office, from the mandates of the day",
            row.in_office,
        )
    elif row.in_office_basis == HeadcountBasis.EXCLUDED:
        text = ngettext(
            "%(n)d senator in office, from the number of elected seats, less the exclusions on record",
            "%(n)d senators in office, from the number of elected seats, less the exclusions on record",
            row.in_office,
        )
    else:
        text = ngettext(
            "%(n)d senator in office, from the number of elected seats",
            "%(n)d senators in office, from the number of elected seats",
            row.in_office,
        )
    return text % values


def rule_facts(detail: VoteDetail) -> tuple[Fact, ...]:
    """The majority, its legal basis with its days, the number in office and the printed terms."""
    row = detail.row
    facts = []
    if row.rule_name:
        facts.append(Fact(_("Majority required"), _(row.rule_name)))
        facts.append(Fact(_("Legal basis"), _basis(detail)))
    else:
        facts.append(Fact(_("Majority required"), _("Not known")))
    facts.append(Fact(_("Members in office"), in_office_sentence(row)))
    if kind_name(row.kind):
        facts.append(Fact(_("Kind of debate"), kind_name(row.kind)))
    printed = (
        (_("Stage, as published"), detail.stage_text),
        (_("Kind of debate, as published"), detail.kind_text if not kind_name(row.kind) else ""),
        (_("Majority, as published"), detail.quorum_text),
    )
    facts += [Fact(term, in_spanish(text)) for term, text in printed if text]
    return tuple(facts)


def _basis(detail: VoteDetail) -> str:
    """The citation and the days on which the rule has held; days are inclusive in words."""
    citation = detail.row.rule_citation or ""
    since, until = detail.rule_since, detail.rule_until
    if until is not None:
        last = plain_date(until - timedelta(days=1))
        return _("%(citation)s; in force until %(date)s") % {"citation": citation, "date": last}
    if since is not None:
        values = {"citation": citation, "date": plain_date(since)}
        return _("%(citation)s; in force since %(date)s") % values
    return citation


def stated_notice(row: VoteRow, outcome: Outcome) -> Notice | None:
    """Where the source's own word for the result is not the one that is worked out."""
    if not row.stated_result or row.stated_result == outcome.result.value:
        return None
    values = {
        "stated": OUTCOME_LABELS[row.stated_result],
        "computed": OUTCOME_LABELS[outcome.result.value],
    }
    if outcome.result is Result.UNKNOWN:
        text = _("The source says: %(stated)s. The figures on record are not enough to check it.")
        return Notice(_("The source states a result"), text % values)
    text = _(
        "The source says: %(stated)s. By the rule and the figures on record it is: %(computed)s."
        " Both are shown; neither is corrected here."
    )
    return Notice(_("The result stated and the result worked out differ"), text % values)


def quorum_notice(row: VoteRow, tally: Tally) -> Notice | None:
    """Where fewer answered than must be present for the Senate to decide (Constitución, art. 56)."""
    if not row.in_office or not tally.present or has_quorum(tally, row.in_office):
        return None
    text = _(
        "For the Senate to decide, a third of the senators in office must be present: %(quorum)d of"
        " %(in_office)d (Constitución, art. 56). Answers on record, without the paired and the"
        " recused: %(present)d. The source does not say who was present without voting; the vote"
        " is shown as published."
    )
    values = {
        "quorum": quorum_of(row.in_office),
        "in_office": row.in_office,
        "present": tally.present,
    }
    return Notice(_("Fewer answered than a third of the senators in office"), text % values)


def totals_notice() -> Notice:
    """What a disagreement between totals and roll call means here."""
    return Notice(
        _("The published totals and the roll call disagree"),
        _("The source publishes both. The result is worked out from the roll call."),
    )


def no_roll_call_notice() -> Notice:
    return Notice(
        _("There is no roll call"),
        _("Only totals were published, as in a secret vote. Who answered what is not on record."),
    )


def out_of(outcome: Outcome) -> str:
    """«of 50 in office», under the number of votes in favour; «» where it is not known."""
    if outcome.rule is None or outcome.base is None:
        return ""
    if outcome.rule.base is Base.IN_OFFICE:
        return _("of %(n)d in office") % {"n": outcome.base}
    return _("of the %(n)d who voted") % {"n": outcome.base}


def absence_notice(unrecognised: int, knows_absent: bool) -> str:
    """Why nobody is called absent, where nobody can be; «» where there is nothing to say."""
    if knows_absent:
        return ""
    if unrecognised:
        text = ngettext(
            "%(n)d name of this roll call was matched to nobody, so who was absent is not known.",
            "%(n)d names of this roll call were matched to nobody, so who was absent is not known.",
            unrecognised,
        )
        return text % {"n": unrecognised}
    return _(
        "The list of senators in office that day is not complete, so who was absent is not known."
    )


def exclusion_words(reason: str) -> str:
    return str(ExclusionReason(reason).label)


def attempt_name(row: VoteRow, before: VoteRow | None) -> str:
    """Which of the votes on the same question this one is, and why it was taken again.

    ``before`` is the attempt that it repeats, None where the record does not hold it.
    """
    if row.attempt == 1:
        return _("First vote")
    if row.attempt == SECOND:
        return _("Second vote: the repetition")
    has_waited = before is None or before.reason == Reason.TIED_AGAIN
    if row.attempt == THIRD:
        if has_waited:
            return _("Third vote: in the next ordinary sitting")
        return _("Third vote: repeated at once")
    if has_waited:
        return _("Fourth vote: in the next ordinary sitting")
    return _("Fourth vote: repeated at once")


def hemicycle_words(counts: Mapping[str, int], quorum: str) -> str:
    """The drawing in words, for those who do not see it."""
    return _("%(seats)d seats: %(counts)s. %(quorum)s The table below names everybody.") % {
        "seats": sum(counts.values()),
        "counts": spoken_counts(counts, language()),
        "quorum": quorum,
    }
