"""Letters as officials list and open them."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import F, Q, QuerySet

from legislation.letters.enums import Direction, LetterKind
from legislation.letters.models import Letter

NEWEST_FIRST = ("-dated_on", "-id")


class LetterRow(NamedTuple):
    """A letter as a list names it."""

    id: int
    direction: str
    reference: str
    kind: str
    dated_on: date
    correspondent: str
    subject: str
    bill: str | None
    answer_due_on: date | None
    answered_on: date | None


def list_letters(
    *,
    on: date,
    direction: Direction | None = None,
    kind: LetterKind | None = None,
    bill: str = "",
    words: str = "",
    is_waiting: bool = False,
    is_overdue: bool = False,
) -> QuerySet[Any, Any]:
    """Letters to be paged by ``NEWEST_FIRST``, as ``LetterRow``.

    :param bill: only those of the bill of this number
    :param words: of the reference, the subject or the correspondent
    :param is_waiting: only those that ask an answer and have none
    :param is_overdue: only those whose term to answer ended before ``on``
    """
    rows = Letter.objects.all()
    if direction is not None:
        rows = rows.filter(direction=direction)
    if kind is not None:
        rows = rows.filter(kind=kind)
    if bill:
        rows = rows.filter(dossier__number=bill)
    if is_waiting or is_overdue:
        rows = rows.filter(answer_due_on__isnull=False, answered_on__isnull=True)
    if is_overdue:
        rows = rows.filter(answer_due_on__lt=on)
    for word in words.split():
        rows = rows.filter(
            Q(reference__icontains=word)
            | Q(subject__icontains=word)
            | Q(correspondent__icontains=word)
        )
    return _told(rows)


def count_overdue(*, on: date) -> int:
    """How many letters of ours were not answered within their term."""
    return Letter.objects.filter(answered_on__isnull=True, answer_due_on__lt=on).count()


def get_letter(pk: int) -> Letter:
    """One letter with its bill, who entered it, its publication and the letter that it answers.

    :raises Letter.DoesNotExist: there is none
    """
    return Letter.objects.select_related("dossier", "recorded_by", "publication", "answers").get(
        pk=pk
    )


def answers_to(letter: Letter) -> list[LetterRow]:
    """The letters that answer this one, the first first."""
    rows = Letter.objects.filter(answers=letter).order_by("dated_on", "id")
    return list(_told(rows))


def _told(rows: QuerySet[Letter]) -> QuerySet[Any, Any]:
    named = rows.annotate(bill=F("dossier__number"))
    return named.values_list(*LetterRow._fields, named=True)
