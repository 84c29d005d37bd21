"""The votes of one bill, for every page of that bill: written by hand, to cost little."""

from django.db import connection

from legislation.votes.selectors import VoteRow

_VOTES = """
SELECT v.id, s.legislature_id, s.number, v.position, v.taken_on, v.taken_at, v.subject, v.kind,
  v.attempt, b.kind, b.number, b.title, b.plain_title, v.yes, v.no, v.abstain, v.paired,
  v.recused, v.published_yes, v.published_no, v.published_abstain, v.published_paired,
  v.totals_agree, v.stated_result, v.result, v.reason, v.needed, v.missing, v.in_office,
  v.in_office_basis, r.code, r.name, r.base, r.numerator, r.denominator, r.is_strict, r.citation
FROM legislation_vote v
JOIN legislation_session s ON s.id = v.session_id
JOIN legislation_bill b ON b.id = v.bill_id
LEFT JOIN legislation_majorityrule r ON r.id = v.rule_id
WHERE v.bill_id = %s AND s.committee_id IS NULL
ORDER BY v.taken_on DESC, v.id DESC
"""
_COUNT = """
SELECT count(*) FROM legislation_vote v JOIN legislation_session s ON s.id = v.session_id
WHERE v.bill_id = %s AND s.committee_id IS NULL
"""


def results_of_bill(bill_id: int) -> list[VoteRow]:
    """Every vote of the floor on a bill, newest first. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_VOTES, [bill_id])
        return [VoteRow._make(row) for row in cursor.fetchall()]


def count_votes_of_bill(bill_id: int) -> int:
    """How many votes the floor took on a bill. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [bill_id])
        return int(cursor.fetchone()[0])
