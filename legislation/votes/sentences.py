"""The outcome of a vote in words, in the active language.

``headline`` is one sentence with the numbers that decided; ``why`` says which majority
was required, what the rule makes of these numbers, and where the law says so. Both end
in a full stop and hold no markup.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legislation.votes.counting import Outcome, Reason, Rule, Tally
from legislation.votes.enums import Base

Sentence = Callable[[Outcome, Tally], str]


def headline(outcome: Outcome, tally: Tally) -> str:
    """The result and the numbers behind it, in one sentence."""
    return HEADLINES[outcome.reason](outcome, tally)


def why(outcome: Outcome, tally: Tally) -> str:
    """The majority required, the reason for the result, and the citation: one to four sentences."""
    sentences = [
        _required(outcome),
        REASONS[outcome.reason](outcome, tally),
        _absent_by_law(outcome, tally),
        _basis(outcome),
    ]
    return " ".join(filter(None, sentences))


def fraction(rule: Rule) -> str:
    """The share that a rule asks for: «more than half», «four sevenths»."""
    words = {
        (1, 2, True): _("more than half"),
        (4, 7, False): _("four sevenths"),
        (3, 5, False): _("three fifths"),
        (2, 3, False): _("two thirds"),
        (3, 4, False): _("three quarters"),
    }
    share = f"{rule.numerator}/{rule.denominator}"
    known = words.get((rule.numerator, rule.denominator, rule.strict))
    return known or (_("more than %(share)s") % {"share": share} if rule.strict else share)


def _in_favour(votes: int) -> str:
    text = ngettext("%(count)s vote in favour", "%(count)s votes in favour", votes)
    return text % {"count": votes}


def _against(votes: int) -> str:
    text = ngettext("%(count)s vote against", "%(count)s votes against", votes)
    return text % {"count": votes}


def _abstentions(votes: int) -> str:
    text = ngettext("%(count)s abstention", "%(count)s abstentions", votes)
    return text % {"count": votes}


def _more_needed(votes: int) -> str:
    text = ngettext("%(count)s more was needed", "%(count)s more were needed", votes)
    return text % {"count": votes}


def _numbers(outcome: Outcome, tally: Tally) -> dict[str, object]:
    """Everything a headline may name; placeholders pick what they need."""
    return {
        "yes": _in_favour(tally.yes),
        "no": _against(tally.no),
        "abstentions": _abstentions(tally.abstain),
        "missing": _more_needed(outcome.missing or 0),
        "needed": outcome.needed,
        "base": outcome.base,
    }


def _is_of_members_in_office(outcome: Outcome) -> bool:
    return outcome.rule is not None and outcome.rule.base == Base.IN_OFFICE


def _approved(outcome: Outcome, tally: Tally) -> str:
    if _is_of_members_in_office(outcome):
        text = _("Approved: %(yes)s; %(needed)s of the %(base)s members in office were needed.")
    else:
        text = _("Approved: %(yes)s; %(needed)s of the %(base)s who voted were needed.")
    return text % _numbers(outcome, tally)


def _rejected(outcome: Outcome, tally: Tally) -> str:
    if _is_of_members_in_office(outcome):
        text = _("Rejected: %(yes)s; %(missing)s (%(needed)s of %(base)s in office).")
    else:
        text = _("Rejected: %(yes)s; %(missing)s (%(needed)s of the %(base)s who voted).")
    return text % _numbers(outcome, tally)


def _opposed(outcome: Outcome, tally: Tally) -> str:
    text = _("Rejected: %(no)s and %(yes)s; %(missing)s (%(needed)s of the %(base)s who voted).")
    return text % _numbers(outcome, tally)


def _left_open(outcome: Outcome, tally: Tally) -> str:
    text = ngettext(
        "Unresolved: with %(count)s abstention neither side had more than half; the vote is repeated at once.",
        "Unresolved: with %(count)s abstentions neither side had more than half; the vote is repeated at once.",
        tally.abstain,
    )
    return text % {"count": tally.abstain}


def _added(outcome: Outcome, tally: Tally) -> str:
    if tally.yes > tally.no:
        text = _(
            "Approved: %(yes)s, plus %(abstentions)s;"
            " %(needed)s of the %(base)s who voted were needed."
        )
    else:
        text = _("Rejected: %(no)s, plus %(abstentions)s, to %(yes)s.")
    return text % _numbers(outcome, tally)


def _tied(outcome: Outcome, tally: Tally) -> str:
    return _("Tie: %(yes)s and %(no)s; the vote is repeated at once.") % _numbers(outcome, tally)


def _tied_again(outcome: Outcome, tally: Tally) -> str:
    text = _("Tie again: %(yes)s and %(no)s; the vote waits for the next ordinary sitting.")
    return text % _numbers(outcome, tally)


def _tied_and_lost(outcome: Outcome, tally: Tally) -> str:
    return _("Rejected: the tie persisted, %(yes)s and %(no)s.") % _numbers(outcome, tally)


def _out_of_reach(outcome: Outcome, tally: Tally) -> str:
    text = _("Rejected: %(yes)s, too few for any number of members in office.")
    return text % _numbers(outcome, tally)


def _unknown_in_office(outcome: Outcome, tally: Tally) -> str:
    text = _("Result not known: %(yes)s and %(no)s; the number of members in office is not known.")
    return text % _numbers(outcome, tally)


def _contradicted(outcome: Outcome, tally: Tally) -> str:
    text = _("Result not known: more members voted (%(count)s) than are recorded in office.")
    return text % {"count": tally.took_part}


def _unknown_rule(outcome: Outcome, tally: Tally) -> str:
    text = _("Result not known: %(yes)s and %(no)s; the majority required is not known.")
    return text % _numbers(outcome, tally)


def _no_votes(outcome: Outcome, tally: Tally) -> str:
    return _("Result not known: no votes are recorded.")


def _required(outcome: Outcome) -> str:
    rule = outcome.rule
    if rule is None:
        return ""
    values = {"share": fraction(rule), "needed": outcome.needed, "base": outcome.base}
    if rule.base == Base.IN_OFFICE and outcome.needed is None:
        text = _("Required: %(share)s of the members in office.")
    elif rule.base == Base.IN_OFFICE:
        text = _("Required: %(share)s of the members in office, that is %(needed)s of %(base)s.")
    elif outcome.needed is None:
        text = _("Required: %(share)s of those present.")
    else:
        text = _(
            "Required: %(share)s of those present, that is %(needed)s of the %(base)s who voted."
        )
    return text % values


def _abstained_in_vain(outcome: Outcome, tally: Tally) -> str:
    if not tally.abstain or not outcome.missing:
        return ""
    text = ngettext(
        "The abstention does not count in favour.",
        "The %(count)s abstentions do not count in favour.",
        tally.abstain,
    )
    return text % {"count": tally.abstain}


def _why_opposed(outcome: Outcome, tally: Tally) -> str:
    return _("Those against were more than half of those who voted.")


def _why_left_open(outcome: Outcome, tally: Tally) -> str:
    return _(
        "Neither side reached it. The vote is repeated at once and, if there are abstentions once more,"
        " they are added to the side with more votes."
    )


def _why_added(outcome: Outcome, tally: Tally) -> str:
    return _("Abstentions that persist in the repetition are added to the side with more votes.")


def _why_tied(outcome: Outcome, tally: Tally) -> str:
    return _("Equal votes are repeated at once.")


def _why_tied_again(outcome: Outcome, tally: Tally) -> str:
    return _("A second tie is put off to the voting time of the next ordinary sitting.")


def _why_tied_without_time(outcome: Outcome, tally: Tally) -> str:
    return _("A second tie is a rejection where the matter cannot wait for another sitting.")


def _why_tied_a_third_time(outcome: Outcome, tally: Tally) -> str:
    return _("A third tie is a rejection.")


def _why_out_of_reach(outcome: Outcome, tally: Tally) -> str:
    text = _("At least the %(count)s members who took part were in office.")
    return text % {"count": tally.took_part}


def _why_not_known(outcome: Outcome, tally: Tally) -> str:
    return _("The result depends on a fact that this record does not hold.")


def _nothing_to_add(outcome: Outcome, tally: Tally) -> str:
    return ""


def _absent_by_law(outcome: Outcome, tally: Tally) -> str:
    """Who was in the chamber and not present in law; it matters to shares of those present."""
    count = tally.paired + tally.recused
    if not count or outcome.base is None or _is_of_members_in_office(outcome):
        return ""
    text = ngettext(
        "%(count)s paired or recused member counts as absent.",
        "%(count)s paired or recused members count as absent.",
        count,
    )
    return text % {"count": count}


def _basis(outcome: Outcome) -> str:
    if not outcome.citation:
        return ""
    return _("Legal basis: %(citation)s.") % {"citation": outcome.citation}


HEADLINES: dict[Reason, Sentence] = {
    Reason.REACHED: _approved,
    Reason.OPPOSED: _opposed,
    Reason.FELL_SHORT: _rejected,
    Reason.ABSTENTIONS_DECIDE: _left_open,
    Reason.ABSTENTIONS_ADDED: _added,
    Reason.TIED: _tied,
    Reason.TIED_AGAIN: _tied_again,
    Reason.TIED_AND_CANNOT_WAIT: _tied_and_lost,
    Reason.TIED_A_THIRD_TIME: _tied_and_lost,
    Reason.OUT_OF_REACH: _out_of_reach,
    Reason.IN_OFFICE_UNKNOWN: _unknown_in_office,
    Reason.IN_OFFICE_CONTRADICTED: _contradicted,
    Reason.RULE_UNKNOWN: _unknown_rule,
    Reason.NO_VOTES: _no_votes,
}

REASONS: dict[Reason, Sentence] = {
    Reason.REACHED: _nothing_to_add,
    Reason.OPPOSED: _why_opposed,
    Reason.FELL_SHORT: _abstained_in_vain,
    Reason.ABSTENTIONS_DECIDE: _why_left_open,
    Reason.ABSTENTIONS_ADDED: _why_added,
    Reason.TIED: _why_tied,
    Reason.TIED_AGAIN: _why_tied_again,
    Reason.TIED_AND_CANNOT_WAIT: _why_tied_without_time,
    Reason.TIED_A_THIRD_TIME: _why_tied_a_third_time,
    Reason.OUT_OF_REACH: _why_out_of_reach,
    Reason.IN_OFFICE_UNKNOWN: _why_not_known,
    Reason.IN_OFFICE_CONTRADICTED: _why_not_known,
    Reason.RULE_UNKNOWN: _why_not_known,
    Reason.NO_VOTES: _why_not_known,
}
