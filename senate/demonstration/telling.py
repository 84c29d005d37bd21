"""Turns a numbered journey into what the services record."""

from collections.abc import Mapping, Sequence
from datetime import date

from legislation.bills.enums import Initiative, Stage
from legislation.bills.observed import (
    ObservedAuthor,
    ObservedBill,
    ObservedMerge,
    ObservedPaper,
    ObservedStage,
    ObservedStep,
    ObservedText,
    ObservedUrgency,
)
from legislation.people.enums import Chamber
from senate.demonstration.chance import chance
from senate.demonstration.directory import Directory
from senate.demonstration.ideas import load
from senate.demonstration.journey import (
    CHAMBERS,
    MATTER,
    STAGES,
    Journey,
    PlannedPaper,
    PlannedStep,
    PlannedText,
)
from senate.demonstration.members import Member, Members
from senate.demonstration.numbering import Numbered, dotted
from senate.demonstration.planning import is_by_senators
from senate.demonstration.routes import MERGED
from senate.demonstration.urgencies import WORDS, PlannedUrgency, is_running

NO_URGENCY = "Sin urgencia"
WITHOUT_CHAMBER = frozenset({Stage.FINISHED, Stage.ARCHIVED, Stage.UNRECOGNISED})
SUMMARISED = 0.9
CONFERENCE, BUDGET = "mixta", "presupuestos"


class Teller:
    """Tells the bills of one demonstration."""

    def __init__(self, seed: int, on: date, members: Members, directory: Directory) -> None:
        self._seed, self._on = seed, on
        self._members, self._directory = members, directory

    def bill(
        self,
        numbered: Numbered,
        urgencies: Sequence[PlannedUrgency],
        merges: Sequence[ObservedMerge],
    ) -> ObservedBill:
        found, idea = numbered.journey, numbered.journey.idea
        steps = sorted(found.steps, key=lambda step: step.day)
        return ObservedBill(
            kind=numbered.kind,
            number=numbered.number,
            title=idea.title,
            plain_title=idea.plain_title,
            summary=self._summary(numbered),
            initiative=found.initiative,
            origin_chamber=found.origin,
            filed_on=found.filed_on,
            stage=found.stage,
            stage_text=found.stage_text or stage_text(found),
            chamber="" if found.stage in WITHOUT_CHAMBER else found.chamber,
            step_text=numbered.words(found.step_text),
            status=found.status,
            urgency_text=_urgency_text(urgencies, self._on),
            committee_id=self._committee(numbered, found.committee),
            law_text=f"Ley N° {dotted(numbered.law)}" if numbered.law else "",
            law_number=numbered.law,
            law_published_on=found.published_on,
            quorum_matter=idea.rule or ("ORGANIC" if idea.organic_article else ""),
            authors=self._signatures(numbered),
            subjects=idea.subjects,
            stages=tuple(
                ObservedStage(stage=one.stage, chamber=one.chamber, entered_on=one.day)
                for one in found.stages
            ),
            steps=tuple(_step(numbered, step) for step in steps),
            urgencies=tuple(_urgency(one) for one in urgencies),
            papers=tuple(self._paper(numbered, paper) for paper in found.papers),
            merged_with=tuple(merges),
            texts=tuple(_text(found, text) for text in found.texts),
        )

    def _signatures(self, numbered: Numbered) -> tuple[ObservedAuthor, ...]:
        found = numbered.journey
        senators = tuple(
            ObservedAuthor(printed_name=one.listed, person_id=self._directory.people[one.key])
            for one in authors(self._seed, self._members, found)
        )
        return senators or _deputies(self._seed, found)

    def _summary(self, numbered: Numbered) -> str:
        is_told = chance(self._seed, numbered.journey.idea.key, "summary").random() < SUMMARISED
        return "\n".join(numbered.journey.idea.summary) if is_told else ""

    def _committee(self, numbered: Numbered, key: str) -> int | None:
        return self._directory.committee(
            conference_name(numbered.number) if key == CONFERENCE else key
        )

    def _paper(self, numbered: Numbered, paper: PlannedPaper) -> ObservedPaper:
        return ObservedPaper(
            kind=paper.kind,
            dated_on=paper.day,
            title=numbered.words(paper.title),
            number=paper.letter.number if paper.letter else "",
            description=paper.description,
            letter_type=paper.letter_type,
            stage=paper.stage,
            stage_text=STAGES[paper.stage],
            chamber=paper.chamber,
            committee_id=self._committee(numbered, paper.committee),
        )


def conference_name(number: str) -> str:
    return f"Comisión Mixta para Boletín N° {number}"


def conferences(numbered: Sequence[Numbered]) -> list[str]:
    """The conference committees that the bills had, by name."""
    return [
        conference_name(one.number)
        for one in numbered
        if any(
            entry.stage in (Stage.CONFERENCE_CHANGES, Stage.CONFERENCE_IDEA)
            for entry in one.journey.stages
        )
    ]


def authors(seed: int, members: Members, found: Journey) -> list[Member]:
    """One to five senators in office that day (CPR 65), of neighbouring benches."""
    if not is_by_senators(found) or found.idea.kind == MATTER:
        return []
    rng = chance(seed, found.idea.key, "authors")
    office = members.in_office(found.filed_on)
    first = rng.choice(office)
    side = members.side(first, found.filed_on)
    others = sorted(
        (one for one in office if one is not first),
        key=lambda one: abs(members.side(one, found.filed_on) - side) + rng.random(),
    )
    return [first, *others[: rng.choice((0, 1, 2, 3, 4, 4))]]


def stage_text(found: Journey) -> str:
    """As the Senate prints it: the stage, and the chamber in brackets."""
    words = STAGES[found.stage]
    return words if found.stage in WITHOUT_CHAMBER else f"{words} ({CHAMBERS[found.chamber]})"


def _deputies(seed: int, found: Journey) -> tuple[ObservedAuthor, ...]:
    """One to ten deputies, whom the Senate's record knows by name only."""
    if found.initiative is not Initiative.MOTION or found.origin is not Chamber.DEPUTIES:
        return ()
    rng = chance(seed, found.idea.key, "deputies")
    names: list[str] = load("people.toml")["deputies"]["names"]
    chosen = rng.sample(names, rng.randint(1, 10))
    return tuple(ObservedAuthor(printed_name=name) for name in chosen)


def _step(numbered: Numbered, step: PlannedStep) -> ObservedStep:
    sitting = step.sitting
    return ObservedStep(
        taken_on=step.day,
        description=numbered.words(step.description, step.letter),
        stage=step.stage,
        stage_text=STAGES[step.stage],
        chamber=step.chamber,
        session_text=sitting.cited if sitting else "",
        session_number=sitting.number if sitting else None,
        legislature_number=sitting.legislature if sitting else None,
    )


def _urgency(one: PlannedUrgency) -> ObservedUrgency:
    return ObservedUrgency(
        kind=one.kind,
        set_on=one.set_on,
        chamber=one.chamber,
        message=one.message,
        ended_on=one.ended_on,
        end=one.end,
        end_message=one.end_message,
        end_chamber=one.chamber if one.end else "",
    )


def _urgency_text(urgencies: Sequence[PlannedUrgency], on: date) -> str:
    running = [one for one in urgencies if is_running(one, on)]
    return WORDS[running[-1].kind] if running else NO_URGENCY


def _text(found: Journey, text: PlannedText) -> ObservedText:
    return ObservedText(
        slug=text.slug,
        kind=text.kind,
        dated_on=text.day,
        title=text.title,
        articles=found.draft.text(text.round),
    )


def merges(
    groups: Sequence[Sequence[Numbered]],
) -> Mapping[str, list[ObservedMerge]]:
    """For each bill of a group, the others; the oldest leads (LOC 17 A)."""
    found: dict[str, list[ObservedMerge]] = {}
    for group in groups:
        for one in group:
            found[one.number] = [
                ObservedMerge(number=other.number, is_lead=other is group[0])
                for other in group
                if other is not one
            ]
    return found


def groups_to_merge(numbered: Sequence[Numbered]) -> list[list[Numbered]]:
    """Bills of one idea that wait in first reading in the Senate, the oldest first."""
    by_key = {one.journey.idea.key: one for one in numbered}
    groups = [[by_key[key] for key in keys] for keys in MERGED]
    return [sorted(group, key=lambda one: one.journey.filed_on) for group in groups]
