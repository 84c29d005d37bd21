"""Votes: ``votaciones.php`` and the votes inside ``tramitacion.php``."""

from datetime import date
from pathlib import Path

import pytest

from legislation.interchange.enums import LossKind
from legislation.interchange.readers import losses
from legislation.interchange.readers.attempts import question_of
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.printed import BillNumber
from legislation.interchange.readers.votes import read_votes_file
from legislation.votes.enums import Choice, DebateKind, Result
from legislation.votes.observed import ObservedBallot, ObservedVote
from tests.factories.interchange import vote_xml, votes_xml

FIXTURE = (Path(__file__).parent / "fixtures" / "votaciones.xml").read_bytes()
YES_AND_NO = {"Arrayán A., Amanda": "Si", "Boldo B., Bruno": "No"}


def votes_of(content: bytes) -> tuple[ObservedVote, ...]:
    read = read_votes_file(content, serial=90001).votes
    assert read is not None
    return read.votes


def test_a_vote_keeps_what_is_printed_beside_what_it_means() -> None:
    vote, _ = votes_of(FIXTURE)

    assert (vote.session_number, vote.legislature_number) == (44, 373)
    assert vote.taken_on == date(2025, 8, 6)
    assert (vote.kind, vote.kind_text) == (DebateKind.GENERAL, "Discusión general")
    assert (vote.rule_code, vote.quorum_text) == ("QUALIFIED_QUORUM", "Q.C.")
    assert vote.stated_result == Result.APPROVED
    assert vote.ballots == (
        ObservedBallot(printed_name="Arrayán A., Amanda", choice=Choice.YES),
        ObservedBallot(printed_name="Boldo B., Bruno", choice=Choice.YES),
        ObservedBallot(printed_name="Canelo C., Carmen", choice=Choice.NO),
        ObservedBallot(printed_name="Espino D., Darío", choice=Choice.PAIRED),
    )


def test_the_bill_of_a_votes_file_is_named_by_its_subjects_and_by_the_request() -> None:
    read = read_votes_file(FIXTURE, serial=90001).votes

    assert read is not None
    assert (read.serial, read.number) == (90001, BillNumber("BILL", "90001-07"))


def test_a_number_in_a_subject_that_was_not_asked_for_names_another_bill() -> None:
    read = read_votes_file(FIXTURE, serial=77).votes

    assert read is not None
    assert (read.serial, read.number) == (77, None)


def test_an_answer_without_votes_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        read_votes_file(b"<votaciones></votaciones>", serial=90001)


def test_an_unknown_quorum_leaves_the_rule_unknown_and_is_listed() -> None:
    content = votes_xml(vote_xml(YES_AND_NO, quorum="Cinco octavos"))

    (vote,) = votes_of(content)

    assert (vote.rule_code, vote.quorum_text) == ("", "Cinco octavos")
    assert [
        (loss.kind, loss.value, loss.number)
        for loss in read_votes_file(content, serial=90001).losses
    ] == [(LossKind.WARNING, "Cinco octavos", "90001")]


def test_an_unknown_answer_is_listed_with_its_name_and_counts_for_nothing() -> None:
    content = votes_xml(vote_xml(YES_AND_NO | {"Canelo C., Carmen": "Quizás"}, totals=(1, 1, 0, 0)))
    path = "votaciones/votacion/DETALLE_VOTACION/VOTO"

    (vote,) = votes_of(content)

    assert len(vote.ballots) == 2
    assert [
        (loss.path, loss.value, loss.reason)
        for loss in read_votes_file(content, serial=90001).losses
    ] == [
        (f"{path}/PARLAMENTARIO", "Canelo C., Carmen", losses.NOT_UNDERSTOOD),
        (f"{path}/SELECCION", "Quizás", losses.NOT_UNDERSTOOD),
    ]


def test_a_name_that_answers_twice_keeps_its_first_answer() -> None:
    twice = vote_xml(YES_AND_NO, totals=(1, 1, 0, 0)).replace(
        "</DETALLE_VOTACION>",
        "<VOTO><PARLAMENTARIO>Boldo B., Bruno </PARLAMENTARIO><SELECCION>Si</SELECCION></VOTO>"
        "</DETALLE_VOTACION>",
    )

    (vote,) = votes_of(votes_xml(twice))

    assert [ballot.choice for ballot in vote.ballots] == [Choice.YES, Choice.NO]
    assert [
        (loss.value, loss.reason) for loss in read_votes_file(votes_xml(twice), serial=90001).losses
    ] == [("Boldo B., Bruno: Si", losses.NAMED_TWICE)]


def test_totals_without_detail_are_no_contradiction() -> None:
    content = votes_xml(vote_xml({}, totals=(20, 3, 1, 0)))

    (vote,) = votes_of(content)

    assert (vote.published_yes, vote.published_no, vote.ballots) == (20, 3, ())
    assert list(read_votes_file(content, serial=90001).losses) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "90.001-07 Primera votación de la incorporación de la letra e). "
            "Se debe repetir votación por el artículo 172 del Reglamento del Senado.",
            "90.001-07. En segunda votación, rechazo de la incorporación de la letra e).",
        ),
        (
            "Votación Indicación N° 48 , Partida 17. Se repite por influir abstención en "
            "resultado, art. 178 del Reglamento.",
            "Aprobación Indicación N° 48 , Partida 17.",
        ),
        ("Observación N° 3.", "Observación N° 3."),
    ],
)
def test_a_repetition_stands_after_a_vote_that_abstentions_left_open(
    first: str, second: str
) -> None:
    open_answers = {f"Persona {n}., X": "Si" for n in range(3)} | {
        "Persona A., No": "No",
        "Persona B., No": "No",
        "Persona C., Abs": "Abstencion",
    }
    content = votes_xml(vote_xml(open_answers, subject=first), vote_xml(YES_AND_NO, subject=second))

    assert question_of(first) == question_of(second)
    assert [vote.attempt for vote in votes_of(content)] == [1, 2]


def test_the_same_question_again_after_a_settled_vote_is_no_repetition() -> None:
    settled = {"Arrayán A., Amanda": "Si", "Boldo B., Bruno": "Si"}
    content = votes_xml(vote_xml(settled), vote_xml(YES_AND_NO))

    assert [vote.attempt for vote in votes_of(content)] == [1, 1]


def test_a_second_tie_is_taken_up_again_in_another_sitting() -> None:
    content = votes_xml(
        vote_xml(YES_AND_NO, session="12/374"),
        vote_xml(YES_AND_NO, session="12/374"),
        vote_xml(YES_AND_NO, session="13/374", day="12/05/2026"),
    )

    assert [vote.attempt for vote in votes_of(content)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("tied_in", "tied_on", "voted_in", "voted_on", "attempt"),
    [
        ("12/374", "05/05/2026", "11/374", "05/05/2026", 1),
        ("12/374", "05/05/2026", "13/374", "04/05/2026", 1),
        ("12/374", "05/05/2026", "13/374", "05/05/2026", 3),
        ("12/374", "05/05/2026", "20/374", "26/05/2026", 3),
        ("12/374", "05/05/2026", "21/374", "27/05/2026", 1),
        ("85/373", "21/01/2026", "86/373", "03/03/2026", 3),
        ("85/373", "21/01/2026", "99/373", "01/04/2026", 1),
        ("99/373", "10/03/2026", "1/374", "17/03/2026", 3),
    ],
)
def test_a_deferred_tie_is_not_taken_up_before_it_nor_in_another_season(
    tied_in: str, tied_on: str, voted_in: str, voted_on: str, attempt: int
) -> None:
    content = votes_xml(
        vote_xml(YES_AND_NO, session=tied_in, day=tied_on),
        vote_xml(YES_AND_NO, session=tied_in, day=tied_on),
        vote_xml(YES_AND_NO, session=voted_in, day=voted_on),
    )

    assert [vote.attempt for vote in votes_of(content)] == [1, 2, attempt]


def test_a_repetition_tells_how_the_earlier_attempts_ended() -> None:
    left_open = {"A., A": "Si", "B., B": "Si", "C., C": "No", "D., D": "Abstencion"}
    content = votes_xml(
        vote_xml(left_open | {"E., E": "No"} | {"F., F": "Si"}),
        vote_xml(YES_AND_NO),
        vote_xml({"A., A": "Si"}),
    )

    assert [vote.earlier for vote in votes_of(content)] == [
        (),
        (Result.UNRESOLVED,),
        (Result.UNRESOLVED, Result.TIE),
    ]


def test_a_vote_without_a_day_is_listed_and_the_others_are_read() -> None:
    content = votes_xml(vote_xml(YES_AND_NO, day=""), vote_xml(YES_AND_NO))

    assert len(votes_of(content)) == 1
    reasons = {loss.reason for loss in read_votes_file(content, serial=1).losses}
    assert reasons == {losses.NOT_A_DATE}


@pytest.mark.parametrize("filling", [".", "(", ". ", ";,", "aprobado ", "se repit "])
def test_a_long_subject_is_still_compared(filling: str) -> None:
    """A pattern that looked for the end from every sign would never come back."""
    assert question_of("Artículo 3" + filling * 50_000 + "fin").startswith("articulo 3")
