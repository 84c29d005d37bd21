from datetime import date

import pytest
from django.utils import translation

from legislation.votes.counting import Reason, Rule, Tally, decide
from legislation.votes.enums import Base
from legislation.votes.majorities import NAMES, Majority, rule_for
from legislation.votes.sentences import HEADLINES, REASONS, fraction, headline, why

ON = date(2026, 8, 12)
SIMPLE, QUALIFIED = Majority.SIMPLE, Majority.QUALIFIED_QUORUM
REFORM, INSISTENCE = Majority.CONSTITUTIONAL_REFORM, Majority.TWO_THIRDS_PRESENT

CASES: list[tuple[Majority | None, Tally, int | None, int, str, str]] = [
    (
        QUALIFIED,
        Tally(31, 0),
        50,
        0,
        "Approved: 31 votes in favour; 26 of the 50 members in office were needed.",
        "Aprobado: 31 votos a favor; se requerían 26 de los 50 en ejercicio.",
    ),
    (
        SIMPLE,
        Tally(1, 0),
        None,
        0,
        "Approved: 1 vote in favour; 1 of the 1 who voted were needed.",
        "Aprobado: 1 voto a favor; se requerían 1 de los 1 que votaron.",
    ),
    (
        QUALIFIED,
        Tally(21, 20, 9),
        50,
        0,
        "Rejected: 21 votes in favour; 5 more were needed (26 of 50 in office).",
        "Rechazado: 21 votos a favor; faltaron 5 (se requerían 26 de 50 en ejercicio).",
    ),
    (
        QUALIFIED,
        Tally(25, 4, 1),
        50,
        0,
        "Rejected: 25 votes in favour; 1 more was needed (26 of 50 in office).",
        "Rechazado: 25 votos a favor; faltó 1 (se requerían 26 de 50 en ejercicio).",
    ),
    (
        INSISTENCE,
        Tally(20, 5, 6),
        50,
        0,
        "Rejected: 20 votes in favour; 1 more was needed (21 of the 31 who voted).",
        "Rechazado: 20 votos a favor; faltó 1 (se requerían 21 de los 31 que votaron).",
    ),
    (
        SIMPLE,
        Tally(1, 39, 6),
        50,
        0,
        "Rejected: 39 votes against and 1 vote in favour; 23 more were needed (24 of the 46 who voted).",
        "Rechazado: 39 votos en contra y 1 voto a favor; faltaron 23"
        " (se requerían 24 de los 46 que votaron).",
    ),
    (
        SIMPLE,
        Tally(18, 17, 4),
        50,
        0,
        "Unresolved: with 4 abstentions neither side had more than half; the vote is repeated"
        " at once.",
        "Sin resolver: con 4 abstenciones, ninguna posición tuvo más de la mitad; la votación se"
        " repite de inmediato.",
    ),
    (
        SIMPLE,
        Tally(10, 11, 1),
        50,
        0,
        "Unresolved: with 1 abstention neither side had more than half; the vote is repeated"
        " at once.",
        "Sin resolver: con 1 abstención, ninguna posición tuvo más de la mitad; la votación se"
        " repite de inmediato.",
    ),
    (
        SIMPLE,
        Tally(20, 17, 4),
        50,
        1,
        "Approved: 20 votes in favour, plus 4 abstentions; 21 of the 41 who voted were needed.",
        "Aprobado: 20 votos a favor, más 4 abstenciones; se requerían 21 de los 41 que votaron.",
    ),
    (
        SIMPLE,
        Tally(10, 11, 1),
        50,
        1,
        "Rejected: 11 votes against, plus 1 abstention, to 10 votes in favour.",
        "Rechazado: 11 votos en contra, más 1 abstención, frente a 10 votos a favor.",
    ),
    (
        SIMPLE,
        Tally(23, 23),
        50,
        0,
        "Tie: 23 votes in favour and 23 votes against; the vote is repeated at once.",
        "Empate: 23 votos a favor y 23 votos en contra; la votación se repite de inmediato.",
    ),
    (
        SIMPLE,
        Tally(23, 23),
        50,
        1,
        "Tie again: 23 votes in favour and 23 votes against;"
        " the vote waits for the next ordinary sitting.",
        "Nuevo empate: 23 votos a favor y 23 votos en contra;"
        " la votación queda para la próxima sesión ordinaria.",
    ),
    (
        SIMPLE,
        Tally(23, 23),
        50,
        2,
        "Rejected: the tie persisted, 23 votes in favour and 23 votes against.",
        "Rechazado: persistió el empate, 23 votos a favor y 23 votos en contra.",
    ),
    (
        QUALIFIED,
        Tally(24, 23),
        None,
        0,
        "Result not known: 24 votes in favour and 23 votes against;"
        " the number of members in office is not known.",
        "Resultado desconocido: 24 votos a favor y 23 votos en contra;"
        " no consta el número de senadores en ejercicio.",
    ),
    (
        QUALIFIED,
        Tally(17, 17),
        None,
        0,
        "Rejected: 17 votes in favour, too few for any number of members in office.",
        "Rechazado: 17 votos a favor, insuficiente para cualquier número de senadores"
        " en ejercicio.",
    ),
    (
        QUALIFIED,
        Tally(30, 9),
        38,
        0,
        "Result not known: more members voted (39) than are recorded in office.",
        "Resultado desconocido: participaron más senadores (39) que los registrados en ejercicio.",
    ),
    (
        None,
        Tally(30, 1),
        50,
        0,
        "Result not known: 30 votes in favour and 1 vote against;"
        " the majority required is not known.",
        "Resultado desconocido: 30 votos a favor y 1 voto en contra; no consta el quórum exigido.",
    ),
    (
        SIMPLE,
        Tally(0, 0),
        50,
        0,
        "Result not known: no votes are recorded.",
        "Resultado desconocido: no constan votos.",
    ),
]


@pytest.mark.parametrize(("code", "tally", "in_office", "repetition", "english", "spanish"), CASES)
def test_an_outcome_is_said_in_one_sentence(
    code: Majority | None,
    tally: Tally,
    in_office: int | None,
    repetition: int,
    english: str,
    spanish: str,
) -> None:
    rule = rule_for(code, ON) if code else None
    outcome = decide(rule, tally, in_office, repetition=repetition)

    with translation.override("en"):
        assert headline(outcome, tally) == english
    with translation.override("es"):
        assert headline(outcome, tally) == spanish


@pytest.mark.parametrize(
    ("code", "tally", "repetition", "english", "spanish"),
    [
        (
            QUALIFIED,
            Tally(21, 18, 9, paired=2),
            0,
            "Required: more than half of the members in office, that is 26 of 50."
            " The 9 abstentions do not count in favour."
            " Legal basis: Constitución, art. 66 (Ley 21.535).",
            "Quórum exigido: más de la mitad de los senadores en ejercicio, es decir, 26 de 50."
            " Las 9 abstenciones no suman a favor."
            " Fundamento: Constitución, art. 66 (Ley 21.535).",
        ),
        (
            SIMPLE,
            Tally(25, 0, 5, paired=1),
            0,
            "Required: more than half of those present, that is 16 of the 30 who voted."
            " 1 paired or recused member counts as absent."
            " Legal basis: Ley 18.918, art. 7; Reglamento del Senado, art. 54.",
            "Quórum exigido: más de la mitad de los presentes, es decir, 16 de los 30 que votaron."
            " 1 senador pareado o impedido se considera ausente."
            " Fundamento: Ley 18.918, art. 7; Reglamento del Senado, art. 54.",
        ),
        (
            SIMPLE,
            Tally(20, 17, 4),
            1,
            "Required: more than half of those present, that is 21 of the 41 who voted."
            " Abstentions that persist in the repetition are added to the side with more votes."
            " Legal basis: Reglamento del Senado, art. 178.",
            "Quórum exigido: más de la mitad de los presentes, es decir, 21 de los 41 que votaron."
            " Las abstenciones que persisten en la repetición se suman a la posición con más votos."
            " Fundamento: Reglamento del Senado, art. 178.",
        ),
        (
            REFORM,
            Tally(28, 15, 1),
            0,
            "Required: four sevenths of the members in office, that is 29 of 50."
            " The abstention does not count in favour."
            " Legal basis: Constitución, art. 127 (Ley 21.481).",
            "Quórum exigido: cuatro séptimos de los senadores en ejercicio, es decir, 29 de 50."
            " La abstención no suma a favor."
            " Fundamento: Constitución, art. 127 (Ley 21.481).",
        ),
    ],
)
def test_an_outcome_is_explained_with_its_legal_basis(
    code: Majority, tally: Tally, repetition: int, english: str, spanish: str
) -> None:
    outcome = decide(rule_for(code, ON), tally, 50, repetition=repetition)

    with translation.override("en"):
        assert why(outcome, tally) == english
    with translation.override("es"):
        assert why(outcome, tally) == spanish


def test_a_rule_nobody_knows_is_not_explained_away() -> None:
    tally = Tally(30, 1)

    with translation.override("en"):
        explanation = why(decide(None, tally, 50), tally)

    assert explanation == "The result depends on a fact that this record does not hold."


def test_a_second_tie_that_cannot_wait_is_explained() -> None:
    tally = Tally(2, 2, 1)

    with translation.override("en"):
        outcome = decide(rule_for(SIMPLE, ON), tally, 5, repetition=1, can_wait=False)
        explanation = why(outcome, tally)

    assert explanation == (
        "Required: more than half of those present, that is 3 of the 5 who voted."
        " A second tie is a rejection where the matter cannot wait for another sitting."
        " Legal basis: Reglamento del Senado, art. 182."
    )


def test_every_reason_has_words() -> None:
    assert HEADLINES.keys() == REASONS.keys() == set(Reason)


@pytest.mark.parametrize(
    ("numerator", "denominator", "strict", "english"),
    [
        (1, 2, True, "more than half"),
        (1, 2, False, "1/2"),
        (5, 8, True, "more than 5/8"),
        (3, 4, False, "three quarters"),
    ],
)
def test_a_share_is_named_or_written(
    numerator: int, denominator: int, strict: bool, english: str
) -> None:
    rule = Rule("R", Base.PRESENT, numerator, denominator, strict, "art. 1", "Rule")

    with translation.override("en"):
        assert fraction(rule) == english


def test_every_majority_has_a_spanish_name() -> None:
    with translation.override("es"):
        names = {code: translation.gettext(name) for code, name in NAMES.items()}

    assert set(names) == set(Majority)
    assert [code for code, name in names.items() if name == NAMES[code]] == []
