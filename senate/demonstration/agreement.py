"""Moves between the chambers: sent over, changed and sent back, settled in conference."""

from legislation.bills.enums import PaperKind, Stage, TextKind
from legislation.people.enums import Chamber
from senate.demonstration import questions
from senate.demonstration.journey import NUMBER, OTHER, Journey
from senate.demonstration.opening import goes_to


def send_over(bill: Journey) -> None:
    """The originating chamber sends what it approved to the other (CPR 69)."""
    bill.letter("Oficio de ley a Cámara Revisora")
    goes_to(bill, Stage.SECOND, OTHER[bill.origin])


def send_back_unchanged(bill: Journey) -> None:
    """The other chamber approved the same text: what is left is done by the first."""
    bill.letter("Oficio aprobación sin modificaciones a Cámara de Origen")
    bill.wait(0, 4)
    bill.to_floor(bill.origin)
    bill.enter(Stage.COMPLETION, bill.origin)
    bill.floor_step("Cuenta oficio aprobación sin modificaciones de C. Revisora .")
    bill.step_text = "Oficio de ley al Ejecutivo"
    bill.committee = ""


def send_back_changed(bill: Journey) -> None:
    bill.letter("Oficio modificaciones a Cámara de Origen")
    bill.wait(0, 5)
    bill.to_floor(bill.origin)
    bill.enter(Stage.THIRD, bill.origin)
    bill.floor_step("Cuenta oficio con modificaciones de Cámara Revisora . Queda para tabla")
    bill.step_text = "Discusión única"
    bill.committee = ""


def changes_approved(bill: Journey) -> None:
    """The first chamber accepts every change (CPR 71)."""
    bill.wait(2, 21)
    bill.to_floor()
    bill.mention("discusión única")
    questions.ask_on_changes(bill, approved=True)
    bill.floor_step("Discusión única . Aprobadas las modificaciones .")
    bill.letter(
        "Oficio aprobación de modificaciones a Cámara Revisora", "Aprobación de modificaciones"
    )
    bill.enter(Stage.COMPLETION, bill.origin)
    bill.step("Se comunica la aprobación de las modificaciones .")
    bill.step_text = "Oficio de ley al Ejecutivo"


def changes_rejected(bill: Journey) -> None:
    """A conference committee is formed: five senators and five deputies (CPR 71)."""
    bill.wait(2, 21)
    bill.to_floor()
    bill.mention("discusión única")
    questions.ask_on_changes(bill, approved=False)
    bill.floor_step("Discusión única . Rechazadas las modificaciones")
    bill.letter("Oficio rechazo modificaciones a Cámara Revisora")
    _form_conference(bill, Stage.CONFERENCE_CHANGES, "Cuenta oficio rechazo a modificaciones .")


def idea_rejected(bill: Journey) -> None:
    """The revising chamber rejects the whole: a conference committee too (CPR 70)."""
    bill.wait(2, 21)
    bill.to_floor()
    bill.mention("discusión en general")
    questions.ask_in_general(bill, "rejected")
    bill.floor_step("Discusión general . Rechazado en general")
    bill.letter("Oficio rechazo a Cámara de Origen")
    _form_conference(bill, Stage.CONFERENCE_IDEA, "Cuenta oficio rechazo en general .")


def conference_report(bill: Journey) -> None:
    bill.wait(10, 35)
    bill.to_committee()
    title = f"Informe de Comisión Mixta Comisión Mixta para Boletín Nº {NUMBER}"
    bill.paper(PaperKind.REPORT, title, committee=bill.committee)
    bill.step(f"{title}.")
    bill.text(TextKind.CONFERENCE, "comision-mixta", "Texto propuesto por la Comisión Mixta")
    bill.committee = ""
    bill.wait(1, 6)
    bill.to_floor(bill.origin)
    bill.enter(Stage.CONFERENCE_REPORT_ORIGIN, bill.origin)
    bill.floor_step("Cuenta informe Comisión Mixta . Queda para tabla.")
    bill.step_text = "Discusión informe de Comisión Mixta"


def conference_in_origin(bill: Journey) -> None:
    _approve_conference(bill)
    bill.letter("Oficio aprobación de informe de Comisión Mixta a C. Revisora")
    bill.wait(0, 4)
    revising = OTHER[bill.origin]
    bill.to_floor(revising)
    bill.enter(Stage.CONFERENCE_REPORT_REVISING, revising)
    bill.floor_step("Cuenta oficio aprobación de informe de Comisión Mixta . Queda para tabla.")


def conference_in_revising(bill: Journey) -> None:
    _approve_conference(bill)
    bill.letter("Oficio aprobación de informe de Comisión Mixta a C.de Origen")
    bill.wait(0, 4)
    bill.to_floor(bill.origin)
    bill.enter(Stage.COMPLETION, bill.origin)
    bill.floor_step("Cuenta oficio aprobación de informe de Comisión Mixta .")
    bill.step_text = "Oficio de ley al Ejecutivo"


def budget_conference(bill: Journey) -> None:
    """The budget bill is heard by a committee of both chambers from the start (CPR 67)."""
    bill.wait(1, 4)
    bill.to_floor(Chamber.DEPUTIES)
    bill.floor_step("Cuenta de proyecto . Pasa a Comisión Especial Mixta de Presupuestos")
    bill.enter(Stage.CONFERENCE_BUDGET, Chamber.SENATE)
    bill.wait(0, 2)
    bill.to_committee()
    bill.step("Se constituye la Comisión Especial Mixta de Presupuestos .")
    bill.step_text = "Informe de la Comisión Especial Mixta de Presupuestos"
    bill.committee = "presupuestos"


def _form_conference(bill: Journey, stage: Stage, first_step: str) -> None:
    bill.wait(0, 5)
    other = OTHER[bill.chamber]
    bill.to_floor(other)
    bill.enter(stage, Chamber.SENATE)
    bill.floor_step(first_step, other)
    bill.wait(1, 6)
    bill.to_floor(Chamber.SENATE)
    bill.floor_step("Cuenta oficio integrantes de Comisión Mixta .")
    bill.step_text = f"Informe de Comisión Mixta Comisión Mixta para Boletín Nº {NUMBER}"
    bill.committee = "mixta"


def _approve_conference(bill: Journey) -> None:
    bill.wait(1, 12)
    bill.to_floor()
    bill.mention("informe de Comisión Mixta")
    questions.ask_on_conference(bill)
    bill.floor_step("Discusión informe de Comisión Mixta . Aprobado .")
