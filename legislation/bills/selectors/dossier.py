"""One bill, with everything that is short, in one query."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from legislation.bills.enums import BillKind
from legislation.bills.models import Bill


class AuthorLine(NamedTuple):
    """A signature in its order. ``full_name`` and ``slug`` are empty where nobody was
    recognised in the printed name."""

    printed_name: str
    full_name: str
    slug: str


class SubjectLine(NamedTuple):
    name: str
    slug: str


class MergedLine(NamedTuple):
    """A bill debated together with this one; ``title`` is empty where we do not hold it."""

    number: str
    is_lead: bool
    title: str
    plain_title: str


class StageLine(NamedTuple):
    stage: str
    chamber: str
    entered_on: date


class OpenUrgency(NamedTuple):
    """The last urgency that nobody recorded the end of. Whether its term is over depends
    on the day: ``due_on`` says."""

    kind: str
    set_on: date
    due_on: date
    chamber: str
    message: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """A bill and everything short around it.

    Codes are values of the enums of the subject. Printed texts (``stage_text``, ``step_text``, ``urgency_text``, ``law_text``) are the
    source's own. ``source_*`` are empty or None where the row was born here. Counts are
    those of the sub-pages.
    """

    id: int
    kind: str
    number: str
    title: str
    plain_title: str
    summary: str
    initiative: str
    origin_chamber: str
    filed_on: date
    stage: str
    stage_text: str
    chamber: str
    step_text: str
    status: str
    urgency_text: str
    law_text: str
    law_number: int | None
    law_published_on: date | None
    quorum_matter: str
    last_step_on: date
    committee: str
    committee_slug: str
    committee_chamber: str
    filed_text_url: str
    source_name: str
    source_url: str
    source_read_at: datetime | None
    text_count: int
    amendment_count: int
    paper_count: int
    urgency_count: int
    open_urgency: OpenUrgency | None
    authors: tuple[AuthorLine, ...]
    subjects: tuple[SubjectLine, ...]
    merged_with: tuple[MergedLine, ...]
    stages: tuple[StageLine, ...]

    @property
    def shown_title(self) -> str:
        """The plain title where somebody wrote one, else the official one."""
        return self.plain_title or self.title


_DOSSIER = """
SELECT b.id, b.kind, b.number, b.title, b.plain_title, b.summary, b.initiative,
  b.origin_chamber, b.filed_on, b.stage, b.stage_text, b.chamber, b.step_text, b.status,
  b.urgency_text, b.law_text, b.law_number, b.law_published_on, b.quorum_matter,
  b.last_step_on,
  coalesce(c.name, ''), coalesce(c.slug, ''), coalesce(c.chamber, ''),
  coalesce(d.url, ''), coalesce(s.name, ''), coalesce(s.url, ''), s.read_at,
  (SELECT count(*) FROM legislation_billtext t WHERE t.bill_id = b.id),
  (SELECT count(*) FROM legislation_billpaper p
     WHERE p.bill_id = b.id AND p.kind = 'AMENDMENTS'),
  (SELECT count(*) FROM legislation_billpaper p
     WHERE p.bill_id = b.id AND p.kind <> 'AMENDMENTS'),
  (SELECT count(*) FROM legislation_urgency u WHERE u.bill_id = b.id),
  u.kind, u.set_on, u.due_on, u.chamber, u.message,
  (SELECT json_agg(json_build_array(a.printed_name, coalesce(p.full_name, ''),
                                    coalesce(p.slug, '')) ORDER BY a.position)
     FROM legislation_authorship a LEFT JOIN legislation_person p ON p.id = a.person_id
     WHERE a.bill_id = b.id)::text,
  (SELECT json_agg(json_build_array(j.name, j.slug) ORDER BY bs.position)
     FROM legislation_billsubject bs JOIN legislation_subject j ON j.id = bs.subject_id
     WHERE bs.bill_id = b.id)::text,
  (SELECT json_agg(json_build_array(m.number, m.is_lead, coalesce(o.title, ''),
                                    coalesce(o.plain_title, '')) ORDER BY m.position)
     FROM legislation_mergedbill m
     LEFT JOIN legislation_bill o ON o.kind = 'BILL' AND o.number = m.number
     WHERE m.bill_id = b.id)::text,
  (SELECT json_agg(json_build_array(e.stage, e.chamber, e.entered_on) ORDER BY e.position)
     FROM legislation_stageentry e WHERE e.bill_id = b.id)::text
FROM legislation_bill b
LEFT JOIN legislation_committee c ON c.id = b.committee_id
LEFT JOIN legislation_document d ON d.id = b.filed_text_id
LEFT JOIN legislation_source s ON s.id = b.source_id
LEFT JOIN LATERAL (
  SELECT kind, set_on, due_on, chamber, message FROM legislation_urgency
  WHERE bill_id = b.id AND ended_on IS NULL AND "end" = ''
  ORDER BY set_on DESC, position DESC LIMIT 1
) u ON true
WHERE b.kind = %s AND b.number = %s
"""

# Where, in a row of the query, the plain columns end and what needs reading begins.
_PLAIN, _URGENCY = 31, 36


def get_dossier(number: str, *, kind: BillKind = BillKind.BILL) -> Dossier:
    """A bill (or a matter of the Senate) by its number, such as ``8575-05``. One query.

    Written by hand, not through the ORM: it is the head of every page of a bill, and
    composing it anew each time cost more than asking it.

    :raises Bill.DoesNotExist: there is none
    """
    with connection.cursor() as cursor:
        cursor.execute(_DOSSIER, [kind, number])
        row = cursor.fetchone()
    if row is None:
        raise Bill.DoesNotExist(number)
    authors, subjects, merged, stages = (json.loads(part or "[]") for part in row[_URGENCY:])
    return Dossier(  # type: ignore[misc]  # the plain columns stop where the named ones begin
        *row[:_PLAIN],
        open_urgency=_open_urgency(row[_PLAIN:_URGENCY]),
        authors=tuple(AuthorLine(*author) for author in authors),
        subjects=tuple(SubjectLine(*subject) for subject in subjects),
        merged_with=tuple(MergedLine(*other) for other in merged),
        stages=tuple(
            StageLine(stage, chamber, date.fromisoformat(entered_on))
            for stage, chamber, entered_on in stages
        ),
    )


def _open_urgency(columns: tuple[Any, ...]) -> OpenUrgency | None:
    return OpenUrgency(*columns) if columns[0] else None


def full_number(serial: int, *, kind: BillKind = BillKind.BILL) -> str:
    """The whole number of the only bill with this serial: 8575 → ``8575-05``.

    :raises Bill.DoesNotExist: there is none
    :raises Bill.MultipleObjectsReturned: the serial alone does not say which
    """
    number: str = Bill.objects.values_list("number", flat=True).get(serial=serial, kind=kind)
    return number
