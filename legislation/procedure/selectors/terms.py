"""The numbers of the law that hold on a day."""

from datetime import date

from legislation.procedure.models import ProcedureTerm
from legislation.procedure.terms import DatedTerm, Term


def number_on(term: Term, day: date) -> DatedTerm:
    """The number that holds that day, with its source.

    :raises LookupError: no row covers that day
    """
    row = ProcedureTerm.objects.filter(term=term, during__contains=day).first()
    if row is None:
        raise LookupError(f"No row gives {term} on {day}.")
    return DatedTerm(term, row.number, row.citation, row.confidence)


def numbers_on(day: date) -> dict[Term, DatedTerm]:
    """Every number that holds that day."""
    rows = ProcedureTerm.objects.filter(during__contains=day)
    return {
        Term(row.term): DatedTerm(Term(row.term), row.number, row.citation, row.confidence)
        for row in rows
    }
