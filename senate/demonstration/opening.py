"""Moves of a bill inside one chamber: filed, given notice, reported on, voted."""

from datetime import timedelta

from legislation.bills.enums import Initiative, PaperKind, Stage, TextKind
from legislation.people.enums import Chamber
from legislation.sessions.enums import AgendaPart
from senate.demonstration import questions
from senate.demonstration.journey import Journey

FINANCE = "hacienda"
DAYS_FOR_AMENDMENTS = 21


def file(bill: Journey) -> None:
    bill.to_office()
    bill.filed_on = bill.day
    bill.enter(Stage.FIRST, bill.origin)
    bill.step("Ingreso de proyecto .")
    is_message = bill.initiative is Initiative.MESSAGE
    title = "Texto del mensaje" if is_message else "Texto de la moción"
    bill.text(TextKind.FILED, "ingreso", title, changes=False)
    bill.step_text = "Cuenta de proyecto"


def notice(bill: Journey) -> None:
    """The chamber hears of the bill and sends it to its committee (RS 78, LOC 13)."""
    bill.wait(1, 9)
    bill.to_floor()
    bill.floor_step(_referral(bill))
    bill.mention("cuenta", AgendaPart.NOTICE)
    _await_report(bill, "Primer")


def first_report(bill: Journey, *, changes: bool = True) -> None:
    bill.wait(12, 45)
    bill.to_committee()
    bill.works("Comenzar el estudio en general")
    bill.wait(14, 100)
    bill.to_committee()
    bill.works("Votación en general")
    _report(bill, "Primer", bill.idea.committee)
    if bill.in_senate:
        slug = "primer-informe" if bill.is_origin else "primer-informe-revisora"
        if changes:
            title = f"Texto del primer informe de la Comisión {bill.of_committee()}"
            bill.text(TextKind.FIRST_REPORT, slug, title)
        _comparison(bill, "Primer")
    if bill.idea.is_financed:
        bill.wait(7, 21)
        bill.to_committee()
        _financial_report(bill)
        _report(bill, "Primer", FINANCE)
    bill.wait(1, 5)
    bill.to_floor()
    bill.floor_step("Cuenta de primer informe de comisión . Queda para tabla.")
    bill.step_text = "Discusión general"
    bill.committee = ""


def report_without_changes(bill: Journey) -> None:
    """The committee proposes to approve what came, word for word."""
    first_report(bill, changes=False)


def general_pending(bill: Journey) -> None:
    bill.wait(2, 12)
    bill.to_floor()
    bill.floor_step("Discusión general . Queda pendiente .")
    bill.mention("discusión en general")


def general(bill: Journey, outcome: str = "") -> None:
    """Approved in general, with a term for amendments (RS 118)."""
    bill.wait(2, 16)
    bill.to_floor()
    bill.mention("discusión en general")
    questions.ask_in_general(bill, outcome)
    until = bill.calendar.office_day(bill.day + timedelta(days=DAYS_FOR_AMENDMENTS))
    bill.floor_step(
        "Discusión general . Aprobado en general Se fija como plazo para presentar "
        f"indicaciones el {until:%d/%m/%Y} a las 12:00"
    )
    bill.step_text = "Plazo para presentar indicaciones"
    if bill.in_senate:
        bill.committee = bill.idea.committee


def general_rejected(bill: Journey) -> None:
    bill.wait(2, 16)
    bill.to_floor()
    bill.mention("discusión en general")
    outcome = bill.idea.outcome or ("short" if bill.idea.rule else "rejected")
    questions.ask_in_general(bill, outcome)
    bill.floor_step("Discusión general . Rechazado en general")
    bill.step_text = "Discusión general"


def amendments(bill: Journey) -> None:
    bill.wait(DAYS_FOR_AMENDMENTS, DAYS_FOR_AMENDMENTS + 9)
    bill.to_office()
    bill.paper(PaperKind.AMENDMENTS, "Boletín de indicaciones", committee=bill.committee)
    bill.step("Boletín de indicaciones .")
    _await_report(bill, "Segundo")


def second_report(bill: Journey) -> None:
    bill.wait(10, 25)
    bill.to_committee()
    bill.works("Continuar el estudio en particular")
    bill.wait(7, 60)
    bill.to_committee()
    bill.works("Votación en particular")
    _report(bill, "Segundo", bill.idea.committee)
    if bill.in_senate:
        slug = "segundo-informe" if bill.is_origin else "segundo-informe-revisora"
        title = f"Texto del segundo informe de la Comisión {bill.of_committee()}"
        bill.text(TextKind.SECOND_REPORT, slug, title)
        _comparison(bill, "Segundo")
    bill.wait(1, 5)
    bill.to_floor()
    bill.floor_step("Cuenta de segundo informe de comisión . Queda para tabla.")
    bill.step_text = "Discusión particular"
    bill.committee = ""


def particular(bill: Journey) -> None:
    """Article by article (RS 124); in the revising chamber, with changes."""
    bill.wait(2, 14)
    bill.to_floor()
    bill.mention("discusión en particular")
    _approve_text(bill)
    questions.ask_in_particular(bill)
    words = "Aprobado" if bill.is_origin else "Aprobado con modificaciones"
    bill.floor_step(f"Discusión particular . {words}")


def particular_pending(bill: Journey) -> None:
    bill.wait(2, 8)
    bill.to_floor()
    bill.mention("discusión en particular")
    bill.floor_step("Discusión particular . Queda pendiente")


def both_at_once(bill: Journey) -> None:
    """Approved in general and in particular at the same time (RS 127)."""
    bill.wait(2, 16)
    bill.to_floor()
    bill.mention("discusión en general y en particular", _part(bill))
    _approve_text(bill)
    questions.ask_both(bill)
    words = "a la vez" if bill.is_origin else "con modificaciones"
    bill.floor_step(f"Discusión general . Aprobado en general y particular {words} .")


def both_unchanged(bill: Journey) -> None:
    """The revising chamber approves what came, word for word."""
    bill.wait(2, 16)
    bill.to_floor()
    bill.mention("discusión en general y en particular", _part(bill))
    questions.ask_both(bill)
    bill.floor_step("Discusión general . Aprobado en general y particular sin modificaciones .")


def _approve_text(bill: Journey) -> None:
    chamber = "el Senado" if bill.in_senate else "la Cámara de Diputados"
    if bill.is_origin:
        bill.text(TextKind.APPROVED_ORIGIN, "aprobado-origen", f"Texto aprobado por {chamber}")
    else:
        bill.text(TextKind.APPROVED_REVISING, "aprobado-revisora", f"Texto aprobado por {chamber}")


def _referral(bill: Journey) -> str:
    words = f"Cuenta de proyecto . Pasa a Comisión {bill.of_committee()}"
    return f"{words}, y a la de Hacienda, en su caso." if bill.idea.is_financed else words


def _await_report(bill: Journey, ordinal: str) -> None:
    bill.step_text = f"{ordinal} informe de comisión {bill.of_committee()}"
    bill.committee = bill.idea.committee if bill.in_senate else ""


def _report(bill: Journey, ordinal: str, committee: str) -> None:
    title = f"{ordinal} informe de comisión {bill.of_committee(committee)}"
    bill.paper(PaperKind.REPORT, title, committee=committee if bill.in_senate else "")
    bill.step(f"{title}.")


def _comparison(bill: Journey, ordinal: str) -> None:
    title = f"Comparado del {ordinal.lower()} informe de la Comisión {bill.of_committee()}"
    bill.paper(PaperKind.COMPARISON, title, committee=bill.idea.committee)


def _financial_report(bill: Journey) -> None:
    bill.letter("Informe financiero", "Otros oficios", "Dirección de Presupuestos")


def _part(bill: Journey) -> AgendaPart:
    """Short and undisputed bills go first (RS 87)."""
    is_short = bill.idea.is_single_article and not bill.idea.rule
    return AgendaPart.UNCONTESTED if is_short else AgendaPart.ORDER_OF_THE_DAY


def goes_to(bill: Journey, stage: Stage, chamber: Chamber) -> None:
    """The other chamber hears of the bill and sends it to its committee."""
    bill.wait(0, 6)
    bill.to_floor(chamber)
    bill.enter(stage, chamber)
    bill.floor_step(_referral(bill))
    _await_report(bill, "Primer")
