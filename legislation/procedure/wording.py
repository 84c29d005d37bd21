"""How the public record tells each act, in the Senate's own words. Pure.

The record is in Spanish whatever language it is read in, as the Senate's steps are; an
official may write another sentence instead.
"""

from collections.abc import Callable

from legislation.bills.enums import UrgencyKind
from legislation.people.enums import Chamber
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind as A
from legislation.procedure.enums import Standing as S  # noqa: N817 (as above)

Sentence = Callable[[ActDetails], str]

URGENCIES = {
    UrgencyKind.SIMPLE.value: "urgencia simple",
    UrgencyKind.SUMA.value: "urgencia suma",
    UrgencyKind.IMMEDIATE.value: "discusión inmediata",
}
BY = {Chamber.SENATE: "el Senado", Chamber.DEPUTIES: "la Cámara de Diputadas y Diputados"}


def describe(act: A, details: ActDetails, *, start: S | None, holder: str) -> str:
    """The sentence of the record for this act.

    :param start: where the dossier stood
    :param holder: the chamber that acts, «» where none does
    """
    sentence = SENTENCES[act]
    if isinstance(sentence, dict):
        sentence = sentence.get(start, sentence[None])
    told = sentence(details) if callable(sentence) else sentence
    by = BY.get(Chamber(holder)) if holder in BY else "el Congreso Nacional"
    return told.replace("{by}", by or "") + _count(details)


def _count(details: ActDetails) -> str:
    if details.in_favour is None or details.against is None:
        return ""
    present = f" de {details.present} presentes" if details.present is not None else ""
    return f" Votación: {details.in_favour} a favor y {details.against} en contra{present}."


def _committees(details: ActDetails) -> str:
    names = [details.committee_name, *details.further_committees]
    said = [
        f"a la {name}" if name.startswith("Comisión") else f"a Comisión de {name}"
        for name in names
        if name
    ]
    return ", ".join(said)


def _passes(details: ActDetails) -> str:
    where = _committees(details)
    return f" Pasa {where}." if where else ""


def _bullets(words: tuple[str, ...]) -> str:
    return f" {'; '.join(words)}." if words else ""


def _letter(details: ActDetails) -> str:
    return f" Oficio N° {details.letter}." if details.letter else ""


def _law(details: ActDetails) -> str:
    number = f"{details.law_number:,}".replace(",", ".") if details.law_number else ""
    return f"Publicado en el Diario Oficial como Ley N° {number}."


SENTENCES: dict[A, str | Sentence | dict[S | None, str | Sentence]] = {
    A.FILE: "Ingreso de proyecto.",
    A.RECEIVE: lambda d: (
        f"Oficio de la Cámara de Diputadas y Diputados: comunica que aprobó el proyecto.{_letter(d)}"
    ),
    A.GIVE_NOTICE: {
        S.THIRD_NOTICE: "Cuenta del oficio de la Cámara revisora. Queda para tabla.",
        None: lambda d: f"Cuenta de proyecto.{_passes(d)}",
    },
    A.DECLARE_INADMISSIBLE: lambda d: f"Declarado inadmisible: {d.ground.rstrip('.')}.",
    A.RECONSIDER_ADMISSIBILITY: lambda d: f"La Sala lo declara admisible.{_passes(d)}",
    A.REFER: lambda d: f"Se dispone nuevo destino.{_passes(d)}",
    A.CONSULT_SUPREME_COURT: lambda d: f"Oficio a la Corte Suprema para que informe.{_letter(d)}",
    A.MERGE: lambda d: f"Se refunde con los boletines {', '.join(d.merges_with)}.",
    A.REPORT: lambda d: (
        f"Primer informe de comisión{': ' + d.committee_name if d.committee_name else ''}."
    ),
    A.APPROVE_GENERAL: "Discusión general. Aprobado en general.",
    A.REJECT_GENERAL: {
        S.FIRST_ELSEWHERE: lambda d: (
            f"La Cámara de origen comunica que lo rechazó en general.{_letter(d)}"
        ),
        S.SECOND_ELSEWHERE: lambda d: (
            f"La Cámara revisora comunica que lo rechazó en general. Pasa a Comisión Mixta.{_letter(d)}"
        ),
        S.SECOND_FLOOR: "Discusión general. Rechazado en general. Pasa a Comisión Mixta.",
        None: "Discusión general. Rechazado en general.",
    },
    A.REPORT_DETAIL: lambda d: (
        f"Segundo informe de comisión{': ' + d.committee_name if d.committee_name else ''}."
    ),
    A.APPROVE: {
        S.FIRST_FLOOR: "Discusión general y particular. Aprobado; pasa a la Cámara revisora.",
        S.FIRST_ELSEWHERE: "La Cámara de origen comunica que aprobó el proyecto.",
        None: "Discusión particular. Aprobado; pasa a la Cámara revisora.",
    },
    A.APPROVE_UNCHANGED: "Aprobado por {by} sin modificaciones.",
    A.APPROVE_WITH_CHANGES: "Aprobado por {by} con modificaciones. Pasa a tercer trámite.",
    A.ACCEPT_CHANGES: "Aprobadas por {by} las modificaciones de la Cámara revisora.",
    A.REJECT_CHANGES: "Rechazadas por {by} modificaciones de la Cámara revisora.",
    A.REPORT_CONFERENCE: "Informe de la Comisión Mixta.",
    A.FAIL_TO_AGREE: "La Comisión Mixta no llega a acuerdo.",
    A.APPROVE_CONFERENCE: "Discusión del informe de la Comisión Mixta. Aprobado por {by}.",
    A.REJECT_CONFERENCE: "Discusión del informe de la Comisión Mixta. Rechazado por {by}.",
    A.ASK_INSISTENCE: lambda d: (
        f"El Presidente de la República pide que la Cámara de origen se pronuncie nuevamente.{_letter(d)}"
    ),
    A.INSIST: "Aprobado por {by} con el voto de los dos tercios de los presentes.",
    A.DECLINE_TO_INSIST: "No se alcanzan en {by} los dos tercios de los presentes.",
    A.CONFIRM_REJECTION: "Rechazado por {by} con el voto de los dos tercios de los presentes.",
    A.DECLINE_TO_REJECT: "El rechazo no alcanza en {by} los dos tercios de los presentes.",
    A.DROP_PART: "No hay ley en la parte en discrepancia.",
    A.DROP_ALL: "No hay ley: termina la tramitación.",
    A.TAKE_TO_OTHER_CHAMBER: lambda d: (
        f"El Presidente de la República solicita que el mensaje pase a la otra Cámara.{_letter(d)}"
    ),
    A.DISPATCH: lambda d: f"Oficio de ley al Presidente de la República.{_letter(d)}",
    A.ASSENT: lambda d: (
        f"El Presidente de la República comunica que aprueba el proyecto.{_letter(d)}"
    ),
    A.DEEM_APPROVED: "Transcurre el plazo del Presidente de la República: se entiende aprobado.",
    A.OBSERVE: lambda d: (
        f"El Presidente de la República formula observaciones:{_bullets(d.observations)}"
    ),
    A.DECIDE_OBSERVATIONS: "Votadas por {by} las observaciones del Presidente de la República.",
    A.SEND_TO_COURT: lambda d: f"Oficio al Tribunal Constitucional.{_letter(d)}",
    A.RULE_CONFORM: "Sentencia del Tribunal Constitucional: ajustado a la Constitución.",
    A.RULE_UNCONSTITUTIONAL: "Sentencia del Tribunal Constitucional: contrario a la Constitución en su totalidad.",
    A.PROMULGATE: "Promulgado por el Presidente de la República.",
    A.PUBLISH_LAW: _law,
    A.SET_URGENCY: lambda d: (
        f"El Presidente de la República hace presente la urgencia: {URGENCIES.get(d.urgency, d.urgency)}.{_letter(d)}"
    ),
    A.WITHDRAW_URGENCY: lambda d: f"El Presidente de la República retira la urgencia.{_letter(d)}",
    A.WITHDRAW: "Retirado por su autor.",
    A.TAKE_OVER: "Un senador lo hace suyo.",
    A.SHELVE: "Archivado.",
    A.UNSHELVE: "Desarchivado.",
    A.UNDO: "Se deja sin efecto el acto anterior.",
}
