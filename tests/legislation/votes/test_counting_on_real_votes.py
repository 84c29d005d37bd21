"""The outcome engine against every published vote on this machine."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from legislation.votes.counting import Outcome, Reason, Tally, decide, has_quorum
from legislation.votes.enums import Result
from legislation.votes.majorities import rule_for, rule_from_printed
from legislation.votes.stated import announces_repetition, stated_result

FOLDERS = ("tramitacion", "votaciones")


@dataclass(frozen=True)
class RealVote:
    label: str
    on: date
    subject: str
    quorum: str
    tally: Tally

    @property
    def seats(self) -> int:
        """Elected seats that day; the number in office is at most this."""
        if self.on >= date(2022, 3, 11):
            return 50
        return 43 if self.on >= date(2018, 3, 11) else 38

    @property
    def outcome(self) -> Outcome:
        code = rule_from_printed(self.quorum, self.on)
        rule = rule_for(code, self.on) if code else None
        return decide(rule, self.tally, self.seats)


def _read(node: ElementTree.Element, source: str) -> RealVote:
    fields = {child.tag: (child.text or "").strip() for child in node}
    on = datetime.strptime(fields["FECHA"], "%d/%m/%Y").date()  # noqa: DTZ007
    totals = [int(fields[tag] or 0) for tag in ("SI", "NO", "ABSTENCION", "PAREO")]
    label = f"{source} {fields['SESION']} {totals}"
    return RealVote(label, on, fields["TEMA"], fields["QUORUM"], Tally(*totals))


@pytest.fixture(scope="module")
def votes(real_data: Path) -> list[RealVote]:
    return [
        _read(node, path.stem)
        for folder in FOLDERS
        for path in sorted((real_data / folder).glob("*.xml"))
        for node in ElementTree.parse(path).iter("votacion")  # noqa: S314
    ]


def test_every_vote_that_states_its_result_is_decided_the_same(votes: list[RealVote]) -> None:
    stated = [(vote, stated_result(vote.subject)) for vote in votes]
    disagreements = [
        (vote.label, str(result), str(vote.outcome.result), vote.subject)
        for vote, result in stated
        if result is not None and vote.outcome.result != result
    ]

    assert disagreements == []
    assert Counter(result for _vote, result in stated) == {
        Result.APPROVED: 58,
        Result.REJECTED: 16,
        None: 34,
    }


def test_every_vote_said_to_be_repeated_is_found_open(votes: list[RealVote]) -> None:
    repeated = [vote.outcome for vote in votes if announces_repetition(vote.subject)]

    assert Counter(outcome.reason for outcome in repeated) == {
        Reason.TIED: 1,
        Reason.ABSTENTIONS_DECIDE: 2,
    }


def test_no_vote_is_found_open_that_was_not_repeated(votes: list[RealVote]) -> None:
    still_open = [vote for vote in votes if not vote.outcome.is_final]

    assert [vote.label for vote in still_open if not announces_repetition(vote.subject)] == []


def test_every_printed_quorum_is_known_and_every_vote_had_a_quorum_to_decide(
    votes: list[RealVote],
) -> None:
    assert len(votes) == 108
    assert [vote.label for vote in votes if vote.outcome.rule is None] == []
    assert [vote.label for vote in votes if not has_quorum(vote.tally, vote.seats)] == []


def test_a_rejection_always_has_fewer_yes_than_needed_and_an_approval_never(
    votes: list[RealVote],
) -> None:
    """«Sí» counts for the thing voted on, whatever noun the subject opens with."""
    for vote in votes:
        result, outcome = stated_result(vote.subject), vote.outcome
        assert outcome.needed is not None
        if result is not None:
            reached = vote.tally.yes >= outcome.needed
            assert reached == (result == Result.APPROVED), vote.label


@pytest.mark.parametrize(
    ("subject", "result"),
    [
        ("Proyecto de ley que crea algo (Boletín N° 1.234-05). APROBADO.", Result.APPROVED),
        (
            "Proyecto de ley (discusión en general). (Boletín N° 1.234-05).APROBADO.",
            Result.APPROVED,
        ),
        ("Proyecto de ley (Boletín N° 1.234-05). APROBADO EN GENERAL.", Result.APPROVED),
        ("Proyecto de acuerdo (Boletín N° 1.234-10). RECHAZADO", Result.REJECTED),
        ("Aprobación de la supresión del artículo 4 (mayoría)", Result.APPROVED),
        (" Aprobación  Partida 12 (Boletín N°1.234-05)", Result.APPROVED),
        ("Rechazo letra a) Indicación N°62", Result.REJECTED),
        ("1.234-03. Rechazo de la renovación de la indicación N° 5", Result.REJECTED),
        ("1.234-03.Aprobación de reemplazo de palabra", Result.APPROVED),
        ("1.234-03. En segunda votación, rechazo de la letra e), nueva", Result.REJECTED),
        ("Rechazada la observación N° 1", Result.REJECTED),
        ("Rechazo de indicación al numeral 48 (texto aprobado en general)", Result.REJECTED),
    ],
)
def test_a_subject_that_states_its_result_is_read(subject: str, result: Result) -> None:
    assert stated_result(subject) == result


@pytest.mark.parametrize(
    "subject",
    [
        "",
        "Artículo 20, nuevo",
        "Norma aprobada por mayoría del proyecto de ley",
        "Modificaciones aprobadas por mayoría en Comisión.",
        "Proyecto de ley. Votación las enmiendas aprobadas en forma unánime.",
        "Aprueba el Acuerdo sobre exención de visa",
        "Indicación para suprimir las normas RECHAZADAS",
        "Proyecto de ley (Boletín N° 1.234-05). NO APROBADO.",
        "Aprobación o rechazo de la indicación N° 3",
        "Rechazo del informe (Boletín N° 1.234-05). APROBADO.",
        "Se vota que pase a Comisión. Empate, se repite la votación.",
        "Aprobación de la indicación N° 48. Se repite por influir abstención, art. 178.",
        "1.234-03 Primera votación de la letra e). Se debe repetir votación.",
    ],
)
def test_a_subject_that_states_no_result_is_not_guessed(subject: str) -> None:
    assert stated_result(subject) is None


def test_a_repetition_is_announced_in_so_many_words() -> None:
    assert announces_repetition("Se repite por influir abstención en resultado")
    assert announces_repetition("aplicación artículo 182 Reglamento, empate")
    assert announces_repetition("Se debe repetir votación")
    assert not announces_repetition("Repetidor de señales de televisión")
