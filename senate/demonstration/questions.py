"""What the Senate is asked when it votes on a bill, and by how much it must carry.

The Chamber of Deputies votes too, but its votes are not the Senate's record.
"""

from datetime import date, timedelta

from legislation.sessions.enums import AgendaPart
from legislation.votes.enums import DebateKind
from legislation.votes.majorities import BEFORE_ORGANIC, BEFORE_REFORM, Majority
from senate.demonstration.drafting import Edit
from senate.demonstration.journey import DOTTED, Journey, PlannedVote

SIMPLE = Majority.SIMPLE
GENERAL_OUTCOMES = ("unanimous",) * 7 + ("broad",) * 8 + ("narrow",) * 5
SPECIAL_OUTCOMES = ("carried", "carried", "unanimous")
CONTESTED_OUTCOMES = ("narrow",) * 6 + ("broad",) * 4 + ("rejected",) * 3
TIED, ABSTAINED = "tied", "abstained"
QUOTED = 80
TIES, ABSTENTIONS = 0.05, 0.05


def ask_in_general(bill: Journey, outcome: str = "") -> None:
    subject = f"{bill.named} (discusión en general). (Boletín N° {DOTTED})."
    _ask(bill, subject, DebateKind.GENERAL, bill.idea.rule, outcome or _outcome(bill))


def ask_both(bill: Journey) -> None:
    subject = f"{bill.named} (discusión en general y en particular). (Boletín N° {DOTTED})."
    _ask(bill, subject, DebateKind.GENERAL, bill.idea.rule, _outcome(bill))
    if bill.idea.rule:
        subject = f"Artículos que requieren quórum especial, en particular. {_of(bill)}"
        _ask(bill, subject, DebateKind.PARTICULAR, _fraction(bill), "carried")
    _ask_organic_article(bill)


def ask_in_particular(bill: Journey) -> None:
    """First what nobody disputes, then each question that somebody asked to vote apart."""
    subject = (
        "Normas que no fueron objeto de indicaciones ni de modificaciones, y enmiendas aprobadas "
        f"por unanimidad en la comisión. {_of(bill)}"
    )
    rule = _fraction(bill) if bill.idea.rule else ""
    outcome = "carried" if rule else bill.rng.choice(("unanimous", "unanimous", "broad"))
    _ask(bill, subject, DebateKind.PARTICULAR, rule, outcome)
    if bill.idea.rule:
        return
    _ask_organic_article(bill)
    for edit in _contested(bill):
        _ask_on_edit(bill, edit)


def ask_on_changes(bill: Journey, *, approved: bool) -> None:
    """In third reading, the changes of the revising chamber (CPR 71)."""
    subject = f"Modificaciones de la Cámara de Diputados. {_of(bill)}"
    outcome = _outcome(bill) if approved else "rejected"
    _ask(bill, subject, DebateKind.SINGLE, bill.idea.rule, outcome)


def ask_on_conference(bill: Journey) -> None:
    subject = f"Proposición de la Comisión Mixta. {_of(bill)}"
    _ask(bill, subject, DebateKind.CONFERENCE, bill.idea.rule, _outcome(bill))


def ask_on_observations(bill: Journey, count: int, *, approved: bool) -> None:
    """Each observation of the President is one vote, undivided (LOC 35)."""
    for number in range(1, count + 1):
        subject = f"Observación N° {number} de S.E. el Presidente de la República. {_of(bill)}"
        outcome = "narrow" if approved else "rejected"
        _ask(bill, subject, DebateKind.OBSERVATIONS, bill.idea.rule, outcome)


def ask_to_insist(bill: Journey, *, approved: bool) -> None:
    """Two thirds of those present insist on the text of Congress (CPR 73)."""
    subject = f"Insistencia en el texto aprobado por el Congreso Nacional. {_of(bill)}"
    outcome = "carried" if approved else "short"
    _ask(bill, subject, DebateKind.OBSERVATIONS, Majority.TWO_THIRDS_PRESENT, outcome)


def ask_to_pass_on(bill: Journey) -> None:
    """The chamber that did not reject the bill admits it with two thirds (CPR 68)."""
    subject = f"Solicitud de que el proyecto pase a la Cámara revisora. {_of(bill)}"
    _ask(bill, subject, DebateKind.GENERAL, Majority.TWO_THIRDS_PRESENT, "carried")


def printed_quorum(day: date, rule: str) -> str:
    """As the Senate prints the majority of a vote taken on that day."""
    if rule == Majority.ORGANIC:
        return "Cuatro séptimos Q.C." if day <= BEFORE_ORGANIC else "Q.C."
    if rule in (Majority.CONSTITUTIONAL_REFORM, Majority.INTERPRETATIVE):
        return "Tres quintos Q.C." if day <= BEFORE_REFORM else "Cuatro séptimos Q.C."
    if rule == Majority.CONSTITUTIONAL_REFORM_ENTRENCHED:
        return "Dos tercios Q.C." if day <= BEFORE_REFORM else "Cuatro séptimos Q.C."
    return PRINTED.get(rule, "Mayoría simple")


PRINTED: dict[str, str] = {
    Majority.QUALIFIED_QUORUM: "Q.C.",
    Majority.ACCUSATION: "Q.C.",
    Majority.ACCUSATION_OF_THE_PRESIDENT: "Dos tercios Q.C.",
    Majority.ABSOLUTE_IN_OFFICE: "Q.C.",
    Majority.FOUR_SEVENTHS_IN_OFFICE: "Cuatro séptimos Q.C.",
    Majority.THREE_FIFTHS_IN_OFFICE: "Tres quintos Q.C.",
    Majority.TWO_THIRDS_IN_OFFICE: "Dos tercios Q.C.",
    Majority.THREE_QUARTERS_IN_OFFICE: "Tres cuartos Q.C.",
    Majority.TWO_THIRDS_PRESENT: "Dos tercios",
    Majority.THREE_FIFTHS_PRESENT: "Tres quintos",
}
KINDS = {
    DebateKind.GENERAL: "Discusión general",
    DebateKind.PARTICULAR: "Discusión particular",
    DebateKind.SINGLE: "Discusión única",
    DebateKind.OBSERVATIONS: "Discusión veto",
    DebateKind.CONFERENCE: "Discusión informe de Comisión Mixta",
    DebateKind.APPOINTMENT: "Discusión única",
    DebateKind.UNSTATED: "",
}


def _ask(
    bill: Journey, subject: str, kind: DebateKind, rule: str, outcome: str, attempt: int = 1
) -> None:
    if not bill.in_senate:
        return
    bill.votes.append(
        PlannedVote(
            day=bill.day,
            subject=subject,
            kind=kind,
            kind_text=KINDS[kind],
            stage=bill.stage,
            rule=rule or SIMPLE,
            outcome=outcome,
            attempt=attempt,
        )
    )


def _outcome(bill: Journey) -> str:
    return bill.rng.choice(SPECIAL_OUTCOMES if bill.idea.rule else GENERAL_OUTCOMES)


def _fraction(bill: Journey) -> str:
    """A vote in particular whose printed quorum tells the fraction and not the matter."""
    if bill.idea.rule == Majority.QUALIFIED_QUORUM:
        return bill.idea.rule
    if bill.idea.rule == Majority.ORGANIC:
        is_old = bill.day <= BEFORE_ORGANIC
        return Majority.FOUR_SEVENTHS_IN_OFFICE if is_old else Majority.ORGANIC
    if bill.day <= BEFORE_REFORM:
        is_entrenched = bill.idea.rule == Majority.CONSTITUTIONAL_REFORM_ENTRENCHED
        return Majority.TWO_THIRDS_IN_OFFICE if is_entrenched else Majority.THREE_FIFTHS_IN_OFFICE
    return Majority.FOUR_SEVENTHS_IN_OFFICE


def _of(bill: Journey) -> str:
    return f"{bill.named}. (Boletín N° {DOTTED})."


def _ask_organic_article(bill: Journey) -> None:
    """Articles that need a special quorum are always voted apart (RS 133)."""
    key = bill.idea.organic_article
    if not key:
        return
    label = bill.draft.label(key, bill.round)
    subject = f"{_upper(label)}, norma de rango orgánico constitucional. {_of(bill)}"
    _ask(bill, subject, DebateKind.PARTICULAR, Majority.ORGANIC, "carried")


def _contested(bill: Journey) -> list[Edit]:
    """Up to three of the changes made since the bill came out of committee."""
    recent = [
        edit for round_ in (bill.round - 1, bill.round) for edit in bill.draft.changes_in(round_)
    ]
    return bill.rng.sample(recent, min(len(recent), bill.rng.choice((0, 1, 1, 2, 3))))


def _ask_on_edit(bill: Journey, edit: Edit) -> None:
    """What is approved is in the text; what would undo it was rejected."""
    subject = f"{_what_changes(bill, edit)}. {_of(bill)}"
    outcome = bill.rng.choice(CONTESTED_OUTCOMES)
    luck = bill.rng.random()
    if luck < TIES:
        _ask_until_untied(bill, subject)
    elif luck < TIES + ABSTENTIONS:
        _ask(bill, subject, DebateKind.PARTICULAR, "", ABSTAINED, 1)
        _ask(bill, subject, DebateKind.PARTICULAR, "", "abstained_again", 2)
    elif outcome == "rejected":
        subject = f"{_what_would_undo(bill, edit)}. {_of(bill)}"
        _ask(bill, subject, DebateKind.PARTICULAR, "", "rejected")
    else:
        _ask(bill, subject, DebateKind.PARTICULAR, "", outcome)


def _what_would_undo(bill: Journey, edit: Edit) -> str:
    """An amendment that the second report rejected and ten senators put again (RS 124)."""
    number = bill.rng.randint(3, 48)
    if edit.is_whole_article and not edit.after:
        return f"Indicación N° {number}, renovada, para reponer el artículo suprimido"
    label = bill.draft.label(edit.article, bill.round)
    return f"Indicación N° {number}, renovada, para suprimir el {label}"


def _ask_until_untied(bill: Journey, subject: str) -> None:
    """A tie is repeated at once, then waits for the next ordinary sitting (RS 182)."""
    if not bill.in_senate:
        return
    _ask(bill, subject, DebateKind.PARTICULAR, "", TIED, 1)
    _ask(bill, subject, DebateKind.PARTICULAR, "", TIED, 2)
    bill.floor_step(
        "Discusión particular . Queda pendiente una votación, por empate (artículo 182)"
    )
    bill.day += timedelta(days=1)
    bill.to_floor()
    bill.mention("votación pendiente por empate", AgendaPart.VOTE_TIME)
    _ask(bill, subject, DebateKind.PARTICULAR, "", "narrow", 3)


def _what_changes(bill: Journey, edit: Edit) -> str:
    if edit.is_whole_article and not edit.after:
        label = bill.draft.label(edit.article, bill.round - 2)
        return f"Supresión del {label}"
    label = bill.draft.label(edit.article, bill.round)
    if edit.is_whole_article:
        return f"{_upper(label)}, nuevo"
    before, after = _what_differs(bill.draft.fill(edit.before), bill.draft.fill(edit.after))
    if not before:
        return f"Incorporación, en el {label}, de «{_short(after)}»"
    if not after:
        return f"Supresión, en el {label}, de «{_short(before)}»"
    return f"Reemplazo, en el {label}, de «{_short(before)}» por «{_short(after)}»"


def _what_differs(before: str, after: str) -> tuple[str, str]:
    """Both phrases without the words that they begin and end with in common."""
    old, new = before.split(), after.split()
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return " ".join(old).strip(" .,;"), " ".join(new).strip(" .,;")


def _short(words: str) -> str:
    if len(words) <= QUOTED:
        return words
    return words[:QUOTED].rsplit(" ", 1)[0].rstrip(",;") + "…"


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]
