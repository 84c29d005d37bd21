"""``tramitacion.php``: bills with their whole journey."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from legislation.bills.enums import BillKind, Initiative, Stage, Status
from legislation.bills.observed import ObservedAuthor, ObservedBill, ObservedMerge
from legislation.interchange.enums import LossKind
from legislation.interchange.observed import ReadBill, ReadFile
from legislation.interchange.readers import committee_names, printed, xml
from legislation.interchange.readers.account import Account, Node
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.journey import read_steps, read_urgencies, stages_of
from legislation.interchange.readers.losses import (
    BILL_REFUSED,
    BILL_TWICE,
    CHAMBER_DISAGREES,
    KEPT_AS_PRINTED,
    LAW_BUT_IN_PROGRESS,
    NO_AUTHORS,
    NOT_A_DATE,
    NOT_UNDERSTOOD,
    TOO_MANY_AUTHORS,
)
from legislation.interchange.readers.papers import read_papers
from legislation.interchange.readers.printed import BillNumber
from legislation.interchange.readers.votes import read_votes
from legislation.people.enums import Chamber
from legislation.people.observed import ObservedCommittee

Value = TypeVar("Value")

LEAD_MARK = "*matriz*"
MOST_AUTHORS = {Chamber.SENATE: 5, Chamber.DEPUTIES: 10}
AUTHOR, STAGE_TEXT, STEP_TEXT, URGENCY_TEXT, LAW_TEXT, URL, SUBJECT = (
    200,
    200,
    300,
    60,
    60,
    500,
    200,
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes it a bill; without any of these there is none."""

    number: BillNumber
    origin: Chamber
    initiative: Initiative
    status: Status
    filed_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a bill is and how its story ended."""

    stage: Stage
    stage_text: str
    chamber: str
    step_text: str
    committee: ObservedCommittee | None


def read_bills_file(content: bytes, *, may_be_empty: bool = False) -> ReadFile:
    """A ``tramitacion.php`` response.

    A bill that comes a second time is listed and not read.

    :param may_be_empty: it answers «what moved that day», which may be nothing; a bill that
        lacks what makes it one is then listed, and does not hold back the others
    :raises UnreadableFile: it is not one, holds no bill, or a bill lacks what makes it one
    """
    root, account = xml.parse(content, root="proyectos")
    nodes = root.nodes("proyecto")
    if not nodes and not may_be_empty:
        raise UnreadableFile(_("The answer holds no bill: no bill has this number."))
    bills: dict[BillNumber, ReadBill] = {}
    for node in nodes:
        _take(node, account, bills, is_a_day=may_be_empty)
    account.number = ""
    root.list_unread()
    return ReadFile(bills=tuple(bills.values()), losses=account.losses, is_a_day=may_be_empty)


def _take(
    node: Node, account: Account, bills: dict[BillNumber, ReadBill], *, is_a_day: bool
) -> None:
    """Add this bill to those read, or say in one line why not."""
    account.number = ""
    listed = len(account.losses)
    try:
        read = _bill(node, account)
    except UnreadableFile as refusal:
        if not is_a_day:
            raise
        del account.losses[listed:]
        node.pass_over(LossKind.NOT_STORED, str(refusal), BILL_REFUSED)
        return
    number = BillNumber(read.bill.kind, read.bill.number)
    if number in bills:
        del account.losses[listed:]
        node.pass_over(LossKind.NOT_STORED, number.number, BILL_TWICE)
    else:
        bills[number] = read


def _bill(node: Node, account: Account) -> ReadBill:
    about = node.node("descripcion")
    if about is None:
        raise UnreadableFile(_("A bill without a description."))
    what = _identity(about, account)
    standing = _standing(about, what.origin)
    papers = read_papers(node, what.origin)
    bill = _observed(node, about, what, standing)
    if bill.law_number is None and printed.says_law(bill.law_text):
        about.lose(LossKind.WARNING, "leynro", bill.law_text, KEPT_AS_PRINTED)
    if bill.law_text and bill.status is Status.IN_PROGRESS:
        about.lose(LossKind.DISAGREES, "leynro", bill.law_text, LAW_BUT_IN_PROGRESS)
    votes = [vote for part in node.nodes("votaciones") for vote in part.nodes("votacion")]
    read = ReadBill(
        bill=replace(bill, papers=tuple(one.paper for one in papers)),
        committee=standing.committee,
        paper_committees=tuple(one.committee for one in papers),
        votes=read_votes(votes),
    )
    node.list_unread()
    return read


def _observed(node: Node, about: Node, what: Identity, standing: Standing) -> ObservedBill:
    steps = read_steps(node)
    law_text = about.text("leynro", limit=LAW_TEXT)
    return ObservedBill(
        kind=what.number.kind,
        number=what.number.number,
        title=_known(about, "titulo", about.text("titulo") or None),
        initiative=what.initiative,
        origin_chamber=what.origin,
        filed_on=what.filed_on,
        stage=standing.stage,
        stage_text=standing.stage_text,
        chamber=standing.chamber,
        step_text=standing.step_text,
        status=what.status,
        urgency_text=about.text("urgencia_actual", limit=URGENCY_TEXT),
        law_text=law_text,
        law_number=printed.law_number(law_text),
        law_published_on=_published_on(about),
        filed_text_url=about.link("link_mensaje_mocion", limit=URL),
        authors=_authors(node, what.initiative, what.origin),
        subjects=_subjects(node),
        stages=stages_of(steps, standing.stage, what.origin, what.filed_on),
        steps=steps,
        urgencies=read_urgencies(node, what.status),
        merged_with=_merges(about, what.number),
    )


def _identity(about: Node, account: Account) -> Identity:
    number = _number(about)
    account.number = number.number
    return Identity(
        number=number,
        origin=_known(about, "camara_origen", printed.chamber(about.text("camara_origen"))),
        initiative=_known(about, "iniciativa", printed.initiative(about.text("iniciativa"))),
        status=_known(about, "estado", printed.status(about.text("estado"))),
        filed_on=_known(about, "fecha_ingreso", printed.day(about.text("fecha_ingreso"))),
    )


def _number(about: Node) -> BillNumber:
    words = about.text("boletin")
    flag = about.text("asunto") or about.text("ASUNTO")
    number = printed.bill_number(words, is_matter=flag not in ("", "0"))
    if number is None:
        raise UnreadableFile(_("«%(words)s» is not the number of a bill.") % {"words": words})
    return number


def _known(about: Node, tag: str, value: Value | None) -> Value:
    """The value of a field without which there is no bill."""
    if value is None:
        raise UnreadableFile(
            _("The bill's «%(tag)s» is missing or not known: «%(words)s».")
            % {"tag": tag, "words": about.text(tag)}
        )
    return value


def _standing(about: Node, origin: Chamber) -> Standing:
    stage_text = about.text("etapa", limit=STAGE_TEXT)
    stage_words, chamber_words = printed.stage_and_chamber(stage_text)
    stage, chamber = printed.stage(stage_words), printed.chamber(chamber_words)
    if stage is None or (chamber_words and chamber is None):
        about.lose(LossKind.WARNING, "etapa", stage_text, KEPT_AS_PRINTED)
    usual = printed.chamber_of(stage, origin) if stage else ""
    if chamber and usual in (Chamber.SENATE, Chamber.DEPUTIES) and chamber != usual:
        about.lose(LossKind.DISAGREES, "etapa", stage_text, CHAMBER_DISAGREES)
    step_text = about.text("subetapa", limit=STEP_TEXT)
    return Standing(
        stage=stage or Stage.UNRECOGNISED,
        stage_text=stage_text,
        chamber=chamber or "",
        step_text=step_text.strip("/ "),
        committee=committee_names.of_report(step_text, chamber or ""),
    )


def _published_on(about: Node) -> date | None:
    words = about.text("diariooficial")
    day = printed.day(words)
    if words and day is None:
        about.lose(LossKind.NOT_STORED, "diariooficial", words, NOT_A_DATE)
    return day


def _authors(node: Node, initiative: Initiative, origin: Chamber) -> tuple[ObservedAuthor, ...]:
    """Signatures in order. Too many, or none, are unusual and recorded all the same."""
    entries = [entry for part in node.nodes("autores") for entry in part.nodes("autor")]
    names = [name for entry in entries if (name := entry.text("PARLAMENTARIO", limit=AUTHOR))]
    if initiative is Initiative.MOTION and len(names) > MOST_AUTHORS[origin]:
        node.lose(LossKind.WARNING, "autores", str(len(names)), TOO_MANY_AUTHORS)
    if initiative is Initiative.MOTION and not names:
        node.lose(LossKind.WARNING, "autores", "0", NO_AUTHORS)
    return tuple(ObservedAuthor(printed_name=name) for name in names)


def _subjects(node: Node) -> tuple[str, ...]:
    entries = [entry for part in node.nodes("materias") for entry in part.nodes("materia")]
    return tuple(name for entry in entries if (name := entry.text("DESCRIPCION", limit=SUBJECT)))


def _merges(about: Node, own: BillNumber) -> tuple[ObservedMerge, ...]:
    """The bills debated with this one. It lists itself too, and is the lead if no other is."""
    merges: dict[str, ObservedMerge] = {}
    for entry in about.text("refundidos").split(" / "):
        words = entry.replace(LEAD_MARK, "").strip(" /")
        number = printed.bill_number(words)
        if words and (number is None or number.kind is not BillKind.BILL):
            about.lose(LossKind.NOT_STORED, "refundidos", words, NOT_UNDERSTOOD)
        elif number and number.number != own.number:
            is_lead = LEAD_MARK in entry
            merges[number.number] = ObservedMerge(number=number.number, is_lead=is_lead)
    return tuple(merges.values())
