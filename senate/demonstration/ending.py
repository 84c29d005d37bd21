"""Moves that end a bill's journey, well or badly."""

from datetime import timedelta

from legislation.bills.enums import PaperKind, Stage, Status, TextKind
from legislation.people.enums import Chamber
from legislation.votes.majorities import Majority
from senate.demonstration import questions
from senate.demonstration.journey import LAW, OTHER, Journey

OBSERVATIONS = 2
FOR_THE_COURT = frozenset({Majority.ORGANIC, Majority.INTERPRETATIVE})


def to_president(bill: Journey) -> None:
    """The President has thirty days to sign or to send observations (CPR 72, 73)."""
    bill.wait(0, 5)
    bill.to_office()
    bill.letter("Oficio de ley al Ejecutivo")
    bill.enter(Stage.PRESIDENT, bill.origin)
    bill.step("Ingreso a la Secretaría General de la Presidencia .")
    bill.step_text = "Promulgación u observaciones"
    _last_text(bill, TextKind.DISPATCHED, "despachado", "Texto despachado por el Congreso Nacional")


def to_court(bill: Journey) -> None:
    """Organic and interpretative laws are checked before they are published (CPR 93 N° 1)."""
    if not (bill.idea.organic_article or bill.idea.rule in FOR_THE_COURT):
        return
    bill.wait(3, 12)
    bill.to_office()
    bill.enter(Stage.COURT, bill.origin)
    bill.letter("Oficio al Tribunal Constitucional", "Al Tribunal Constitucional")
    bill.step_text = "Control de constitucionalidad"


def court_rules(bill: Journey) -> None:
    if bill.stage is not Stage.COURT:
        return
    bill.wait(12, 25)
    bill.to_office()
    bill.step("Ingreso fallo del Tribunal Constitucional .")
    bill.wait(0, 3)
    bill.to_floor()
    bill.floor_step("Cuenta fallo del Tribunal Constitucional .")


def publish(bill: Journey) -> None:
    """Published in the Diario Oficial: it is law (CPR 75)."""
    bill.wait(8, 24)
    bill.to_office()
    bill.enter(Stage.FINISHED, bill.origin)
    bill.step(f"Publicación en el Diario Oficial como ley N° {LAW}.")
    bill.status, bill.published_on = Status.PUBLISHED, bill.day
    bill.step_text = ""
    # The law repeats the text that was sent to the President: one of the two is enough.
    bill.texts = [text for text in bill.texts if text.kind is not TextKind.DISPATCHED]
    _last_text(bill, TextKind.LAW, "ley", "Texto publicado como ley")


def veto(bill: Journey) -> None:
    """The President sends observations, first to the originating chamber (CPR 73)."""
    bill.wait(10, 27)
    bill.to_office()
    bill.paper(PaperKind.OBSERVATION, "Observaciones de S.E. el Presidente de la República")
    bill.step("Ingreso de observaciones .")
    bill.wait(0, 4)
    bill.to_floor()
    bill.enter(Stage.VETO_ORIGIN, bill.origin)
    bill.floor_step(f"Cuenta de observaciones . Pasa a Comisión {bill.of_committee()}")
    bill.step_text = "Discusión veto"


def veto_approved_in_origin(bill: Journey) -> None:
    _answer_veto(bill, approved=True)
    _veto_to_revising(bill, "aprobación")


def veto_rejected_in_origin(bill: Journey) -> None:
    _answer_veto(bill, approved=False)
    _veto_to_revising(bill, "rechazo")


def veto_approved_in_revising(bill: Journey) -> None:
    """With both chambers' consent the observations become part of the text."""
    _answer_veto(bill, approved=True)
    bill.round += 1
    bill.letter("Oficio aprobación veto a Cámara de Origen")
    bill.wait(1, 5)
    bill.to_floor(bill.origin)
    bill.enter(Stage.PRESIDENT, bill.origin)
    bill.floor_step("Cuenta oficio aprobación veto .")
    bill.step_text = "Promulgación"


def veto_rejected_in_revising(bill: Journey) -> None:
    """Both chambers rejected it: what is left is to ask whether they insist."""
    _answer_veto(bill, approved=False)
    bill.letter("Oficio rechazo veto a Cámara de Origen")
    bill.wait(1, 5)
    bill.to_floor(bill.origin)
    bill.enter(Stage.INSISTENCE, bill.origin)
    bill.floor_step("Cuenta oficio rechazo veto . Queda para tabla")
    bill.step_text = "Votación de la insistencia"


def insistence(bill: Journey) -> None:
    bill.wait(2, 12)
    bill.to_floor()
    bill.mention("insistencia")
    questions.ask_to_insist(bill, approved=True)
    bill.floor_step(
        "Discusión veto . La Sala insiste en el texto aprobado por el Congreso Nacional"
    )
    bill.letter("Oficio resultado veto")
    bill.enter(Stage.PRESIDENT, bill.origin)
    bill.step("Oficio de ley al Ejecutivo .")
    bill.step_text = "Promulgación"


def pass_on_after_rejection(bill: Journey) -> None:
    """Rejected in general, and yet asked of the other chamber by the President (CPR 68)."""
    bill.letter("Oficio rechazo al Ejecutivo")
    bill.wait(5, 20)
    other = OTHER[bill.origin]
    bill.to_floor(other)
    bill.enter(Stage.FIRST_INSISTED, other)
    bill.floor_step(
        "Cuenta oficio de S.E. el Presidente de la República por el que solicita que el proyecto "
        "pase a la Cámara revisora, conforme al artículo 68 de la Constitución"
    )
    bill.mention("solicitud del artículo 68 de la Constitución")
    questions.ask_to_pass_on(bill)
    bill.step_text = f"Primer informe de comisión {bill.of_committee()}"
    bill.committee = bill.idea.committee if bill.in_senate else ""


def reject(bill: Journey) -> None:
    """Rejected in general where it began: it cannot be renewed for a year (CPR 68)."""
    bill.letter("Oficio rechazo al Ejecutivo" if not bill.in_senate else "Oficio comunica rechazo")
    _finish(bill, Status.REJECTED, "El proyecto no podrá renovarse sino después de un año .")


def withdraw(bill: Journey) -> None:
    """Its author takes it back before it is voted (RS 132)."""
    bill.wait(20, 90)
    bill.to_floor()
    bill.floor_step("Cuenta de la solicitud de retiro del proyecto . Se accede a lo solicitado")
    _finish(bill, Status.WITHDRAWN, "Proyecto retirado por sus autores .")


def refuse(bill: Journey) -> None:
    """Declared inadmissible during the notice by the President of the Senate (LOC 15)."""
    bill.wait(1, 9)
    bill.to_floor()
    bill.floor_step(
        "Cuenta de proyecto . Se declara inadmisible por tratar materias de iniciativa exclusiva "
        "del Presidente de la República (artículo 65 de la Constitución)"
    )
    _finish(bill, Status.INADMISSIBLE, "Proyecto inadmisible .")


def archive(bill: Journey) -> None:
    """Two years in committee without a word: archived (RS 36 bis)."""
    bill.day += timedelta(days=735)
    bill.wait(0, 40)
    bill.to_floor()
    bill.enter(Stage.ARCHIVED, bill.chamber)
    bill.floor_step("Se acuerda el archivo del proyecto (artículo 36 bis del Reglamento)")
    bill.status, bill.step_text, bill.committee = Status.ARCHIVED, "", ""


def unarchive(bill: Journey) -> None:
    """A senator asks for it back: it returns to the state it was in."""
    bill.wait(30, 120)
    bill.to_floor(Chamber.SENATE)
    bill.enter(Stage.FIRST, Chamber.SENATE)
    bill.floor_step("Desarchivo de proyecto")
    bill.status, bill.step_text = Status.IN_PROGRESS, "Desarchivo de proyecto"
    bill.committee = bill.idea.committee


def suspend(bill: Journey) -> None:
    """A stage that no law foresees, as some printed ones are."""
    bill.wait(10, 30)
    bill.to_floor()
    bill.enter(Stage.UNRECOGNISED, bill.chamber)
    bill.floor_step(
        "La Sala acuerda suspender la tramitación a la espera de un estudio de la Biblioteca"
    )
    bill.step_text, bill.committee = "", ""


def _finish(bill: Journey, status: Status, words: str) -> None:
    bill.enter(Stage.FINISHED, bill.chamber)
    bill.step(words)
    bill.status, bill.step_text, bill.committee = status, "", ""


def _answer_veto(bill: Journey, *, approved: bool) -> None:
    bill.wait(3, 14)
    bill.to_floor()
    bill.mention("observaciones")
    questions.ask_on_observations(bill, OBSERVATIONS, approved=approved)
    bill.floor_step(f"Discusión veto . {'Aprobado' if approved else 'Rechazado'}")


def _veto_to_revising(bill: Journey, word: str) -> None:
    bill.letter(f"Oficio {word} veto a Cámara Revisora")
    bill.wait(1, 5)
    revising = OTHER[bill.origin]
    bill.to_floor(revising)
    bill.enter(Stage.VETO_REVISING, revising)
    bill.floor_step(f"Cuenta oficio {word} veto . Pasa a Comisión {bill.of_committee()}")


def _last_text(bill: Journey, kind: TextKind, slug: str, title: str) -> None:
    """The text as it leaves: word for word the last one approved."""
    bill.text(kind, slug, title, changes=False)
