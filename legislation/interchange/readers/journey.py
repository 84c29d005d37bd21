"""The steps of a bill, the stages they went through, and its urgencies."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from legislation.bills.enums import Stage, Status, UrgencyEnd
from legislation.bills.observed import ObservedStage, ObservedStep, ObservedUrgency
from legislation.interchange.enums import LossKind
from legislation.interchange.readers import printed
from legislation.interchange.readers.account import Node
from legislation.interchange.readers.losses import KEPT_AS_PRINTED, NOT_A_DATE, NOT_UNDERSTOOD
from legislation.people.enums import Chamber

SESSION_TEXT, STAGE_TEXT, MESSAGE = 20, 200, 40
NO_SESSION = "/"


def read_steps(bill: Node) -> tuple[ObservedStep, ...]:
    """Every step, in the order of the file."""
    nodes = [node for part in bill.nodes("tramitacion") for node in part.nodes("tramite")]
    return tuple(step for node in nodes if (step := _step(node)))


def read_urgencies(bill: Node, status: Status) -> tuple[ObservedUrgency, ...]:
    """Every urgency, in the order of the file."""
    nodes = [node for part in bill.nodes("urgencias") for node in part.nodes("urgencia")]
    return tuple(urgency for node in nodes if (urgency := _urgency(node, status)))


def stages_of(
    steps: Sequence[ObservedStep], now: Stage, origin: Chamber, filed_on: date
) -> tuple[ObservedStage, ...]:
    """The stages a bill entered, by the stage printed beside each step, and where it is now.

    A stage is entered on the day of the first of its steps. Papers of one day are listed in
    no particular order, so that a day goes through each of its stages once: first the one
    in which the bill already was. The stage that the file gives for today closes the list;
    where no step tells of it yet, it is dated on the newest step.
    """
    entered: list[tuple[Stage, date]] = []
    for day, steps_of_day in groupby(steps, key=attrgetter("taken_on")):
        current = entered[-1][0] if entered else None
        stages = dict.fromkeys(step.stage for step in steps_of_day)
        entered += [(stage, day) for stage in stages if stage is not current]
    if not entered or entered[-1][0] is not now:
        entered.append((now, steps[-1].taken_on if steps else filed_on))
    return tuple(
        ObservedStage(stage=stage, chamber=printed.chamber_of(stage, origin), entered_on=day)
        for stage, day in entered
    )


def _step(node: Node) -> ObservedStep | None:
    taken_on = printed.day(node.text("FECHA"))
    if taken_on is None:
        node.give_up(NOT_A_DATE)
        return None
    stage_text = node.text("ETAPDESCRIPCION", limit=STAGE_TEXT)
    stage = printed.stage(stage_text)
    if stage is None and stage_text:
        node.lose(LossKind.WARNING, "ETAPDESCRIPCION", stage_text, KEPT_AS_PRINTED)
    session_text = node.text("SESION", limit=SESSION_TEXT)
    sitting = printed.sitting(session_text)
    if sitting is None and session_text not in ("", NO_SESSION):
        node.lose(LossKind.WARNING, "SESION", session_text, KEPT_AS_PRINTED)
    return ObservedStep(
        taken_on=taken_on,
        description=node.text("DESCRIPCIONTRAMITE"),
        stage=stage or Stage.UNRECOGNISED,
        stage_text=stage_text,
        chamber=_chamber(node, "CAMARATRAMITE"),
        session_text="" if session_text == NO_SESSION else session_text,
        session_number=sitting.number if sitting else None,
        legislature_number=sitting.legislature if sitting else None,
    )


def _urgency(node: Node, status: Status) -> ObservedUrgency | None:
    kind = printed.urgency(node.text("TIPO"))
    set_on = printed.day(node.text("FECHAINGRESO"))
    if kind is None or set_on is None:
        node.give_up(NOT_UNDERSTOOD if kind is None else NOT_A_DATE)
        return None
    ended_text = node.text("FECHARETIRO")
    ended_on = printed.day(ended_text)
    if ended_text and ended_on is None:
        node.lose(LossKind.NOT_STORED, "FECHARETIRO", ended_text, NOT_A_DATE)
    end_message = node.text("MENSAJERETIRO", limit=MESSAGE)
    return ObservedUrgency(
        kind=kind,
        set_on=set_on,
        chamber=_chamber(node, "CAMARAINGRESO"),
        message=node.text("MENSAJEINGRESO", limit=MESSAGE),
        ended_on=ended_on,
        end=_end(end_message, ended_text, status),
        end_message=end_message,
        end_chamber=_chamber(node, "CAMARARETIRO"),
    )


def _end(message: str, day: str, status: Status) -> UrgencyEnd | str:
    """How it ended. An urgency left open on a bill that is finished ended somehow."""
    if printed.says_lapsed(message):
        return UrgencyEnd.LAPSED
    if message or day:
        return UrgencyEnd.WITHDRAWN
    return "" if status is Status.IN_PROGRESS else UrgencyEnd.UNSTATED


def _chamber(node: Node, tag: str) -> str:
    words = node.text(tag)
    chamber = printed.chamber(words)
    if words and chamber is None:
        node.lose(LossKind.NOT_STORED, tag, words, NOT_UNDERSTOOD)
    return chamber or ""


def senate_sittings(steps: Iterable[ObservedStep]) -> list[tuple[tuple[int, int], date]]:
    """The Senate's sittings that these steps cite: (legislature, number) and the step's day.

    A step of the Chamber of Deputies cites a sitting of that chamber, which bears the same
    numbers and is another; so may a step without a chamber.
    """
    return [
        ((step.legislature_number, step.session_number), step.taken_on)
        for step in steps
        if step.chamber == Chamber.SENATE
        and step.legislature_number is not None
        and step.session_number is not None
    ]
