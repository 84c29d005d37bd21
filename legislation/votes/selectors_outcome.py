"""The outcome of a vote as the record holds it, ready for ``sentences``."""

from legislation.votes.counting import (
    ARTICLE_178,
    ARTICLE_182,
    Base,
    Outcome,
    Reason,
    Result,
    Rule,
    Tally,
    decide,
)
from legislation.votes.selectors import VoteRow

REPEATED_UNDER = {
    Reason.ABSTENTIONS_DECIDE: ARTICLE_178,
    Reason.ABSTENTIONS_ADDED: ARTICLE_178,
    Reason.TIED: ARTICLE_182,
    Reason.TIED_AGAIN: ARTICLE_182,
    Reason.TIED_AND_CANNOT_WAIT: ARTICLE_182,
    Reason.TIED_A_THIRD_TIME: ARTICLE_182,
}


def tally_of(row: VoteRow) -> Tally:
    """The counts that the record goes by: the ballots', or the published where none are kept."""
    if row.yes or row.no or row.abstain or row.paired or row.recused:
        return Tally(row.yes, row.no, row.abstain, row.paired, row.recused)
    return Tally(
        row.published_yes or 0,
        row.published_no or 0,
        row.published_abstain or 0,
        row.published_paired or 0,
    )


def rule_of(row: VoteRow) -> Rule | None:
    """The majority that the vote needed, or None where the record does not know it."""
    if row.rule_code is None or row.rule_base is None:
        return None
    return Rule(
        code=row.rule_code,
        base=Base(row.rule_base),
        numerator=row.rule_numerator or 0,
        denominator=row.rule_denominator or 0,
        strict=bool(row.rule_is_strict),
        citation=row.rule_citation or "",
        name=row.rule_name or "",
    )


def outcome_of(row: VoteRow) -> Outcome:
    """The outcome as recorded with the vote; decided anew only where none was recorded."""
    rule, tally = rule_of(row), tally_of(row)
    if row.reason not in Reason.__members__:
        return decide(rule, tally, row.in_office, repetition=min(row.attempt, 3) - 1)
    result, reason = Result(row.result), Reason(row.reason)
    is_added = reason is Reason.ABSTENTIONS_ADDED and result is Result.APPROVED
    base = row.in_office if rule and rule.base is Base.IN_OFFICE else tally.present
    return Outcome(
        result=result,
        reason=reason,
        rule=rule,
        base=base if row.needed is not None else None,
        needed=row.needed,
        obtained=tally.yes + (tally.abstain if is_added else 0),
        missing=row.missing,
        citation=_citation(reason, rule),
    )


def _citation(reason: Reason, rule: Rule | None) -> str:
    return REPEATED_UNDER.get(reason) or (rule.citation if rule else "")
