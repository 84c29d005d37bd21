"""The papers that a ``proyecto`` lists, each with the committee that it names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from legislation.bills.enums import PaperKind, Stage
from legislation.bills.observed import ObservedPaper
from legislation.interchange.enums import LossKind
from legislation.interchange.readers import committee_names, printed
from legislation.interchange.readers.account import Node
from legislation.interchange.readers.losses import KEPT_AS_PRINTED, NOT_A_DATE, NOT_UNDERSTOOD
from legislation.people.enums import Chamber
from legislation.people.observed import ObservedCommittee

STAGE_TEXT, NUMBER, LETTER_TYPE, URL = 200, 40, 80, 500


@dataclass(frozen=True, slots=True)
class Paper:
    paper: ObservedPaper
    committee: ObservedCommittee | None = None


def read_papers(bill: Node, origin: Chamber) -> list[Paper]:
    """Every paper in the order of the file."""
    return [
        *(_report(node, origin) for node in _listed(bill, "informes", "informe")),
        *(_comparison(node, origin) for node in _listed(bill, "comparados", "comparado")),
        *(_letter(node) for node in _listed(bill, "oficios", "oficio")),
        *(_amendments(node) for node in _listed(bill, "indicaciones", "indicacion")),
        *(_observation(node) for node in _listed(bill, "observaciones", "veto")),
    ]


def _listed(bill: Node, container: str, tag: str) -> Iterable[Node]:
    for node in bill.nodes(container):
        yield from node.nodes(tag)


def _report(node: Node, origin: Chamber) -> Paper:
    title, stage_text = node.text("TRAMITE"), node.text("ETAPA", limit=STAGE_TEXT)
    stage = _stage(node, stage_text)
    paper = ObservedPaper(
        kind=PaperKind.REPORT,
        dated_on=_day(node, "FECHAINFORME"),
        title=title,
        stage=stage,
        stage_text=stage_text,
        url=node.link("LINK_INFORME", limit=URL),
    )
    return Paper(paper, committee_names.of_report(title, _chamber(stage, origin)))


def _comparison(node: Node, origin: Chamber) -> Paper:
    title = node.text("COMPARADO")
    parts = committee_names.of_comparison(title)
    stage_text, committee = parts or ("", "")
    stage = printed.stage(stage_text) or ""
    paper = ObservedPaper(
        kind=PaperKind.COMPARISON,
        dated_on=None,
        title=title,
        stage=stage,
        stage_text=stage_text[:STAGE_TEXT],
        url=node.link("LINK_COMPARADO", limit=URL),
    )
    return Paper(paper, committee_names.named(committee, _chamber(stage, origin)))


def _letter(node: Node) -> Paper:
    stage_text = node.text("ETAPA", limit=STAGE_TEXT)
    chamber_text = node.text("CAMARA")
    chamber = printed.chamber(chamber_text)
    if chamber_text and chamber is None:
        node.lose(LossKind.NOT_STORED, "CAMARA", chamber_text, NOT_UNDERSTOOD)
    return Paper(
        ObservedPaper(
            kind=PaperKind.LETTER,
            dated_on=_day(node, "FECHA"),
            number=node.text("NUMERO", limit=NUMBER),
            title=node.text("TRAMITE"),
            description=node.text("DESCRIPCION"),
            letter_type=node.text("TIPO", limit=LETTER_TYPE),
            stage=_stage(node, stage_text),
            stage_text=stage_text,
            chamber=chamber or "",
            url=node.link("LINK_OFICIO", limit=URL),
        )
    )


def _amendments(node: Node) -> Paper:
    stage_text = node.text("ETAPA", limit=STAGE_TEXT)
    return Paper(
        ObservedPaper(
            kind=PaperKind.AMENDMENTS,
            dated_on=_day(node, "FECHA"),
            title=node.text("TRAMITE"),
            stage=_stage(node, stage_text),
            stage_text=stage_text,
            url=node.link("LINK_INDICACION", limit=URL),
        )
    )


def _observation(node: Node) -> Paper:
    return Paper(
        ObservedPaper(
            kind=PaperKind.OBSERVATION,
            dated_on=_day(node, "FECHA"),
            url=node.link("LINK_VETO", limit=URL),
        )
    )


def _day(node: Node, tag: str) -> date | None:
    words = node.text(tag)
    day = printed.day(words)
    if words and day is None:
        node.lose(LossKind.NOT_STORED, tag, words, NOT_A_DATE)
    return day


def _stage(node: Node, words: str) -> Stage | str:
    if not words:
        return ""
    stage = printed.stage(words)
    if stage is None:
        node.lose(LossKind.WARNING, "ETAPA", words, KEPT_AS_PRINTED)
    return stage or Stage.UNRECOGNISED


def _chamber(stage: Stage | str, origin: Chamber) -> str:
    return printed.chamber_of(stage, origin) if isinstance(stage, Stage) else ""
