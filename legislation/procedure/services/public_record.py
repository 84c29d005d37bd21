"""Writes what was approved into the public record of bills, and only that."""

from datetime import date
from typing import Any

from django.db.models import Max

from legislation.bills.enums import Stage, Status, UrgencyEnd, UrgencyKind
from legislation.bills.journey import StageEntry, Step, Urgency
from legislation.bills.models import Authorship, Bill
from legislation.bills.services.urgencies import IN_CONFERENCE, due_day
from legislation.people.enums import Chamber
from legislation.people.models import Committee
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.models import Act, Dossier
from legislation.procedure.places import PLACES, Place, chamber_of
from legislation.publishing.models import Publication

URGENCY_WORDS = {
    UrgencyKind.SIMPLE: "Simple",
    UrgencyKind.SUMA: "Suma",
    UrgencyKind.IMMEDIATE: "Discusión inmediata",
}


def write(dossier: Dossier, act: Act, found: Publication) -> Bill:
    """Make the public record say what was approved of this act.

    Only the publication's content is read: what a second person saw is what comes out.
    """
    content = found.content
    details = ActDetails.from_json(content["details"])
    place = PLACES[Standing(content["led_to"])]
    chamber = chamber_of(place.holder, Chamber(dossier.origin_chamber))
    on = date.fromisoformat(content["taken_on"])
    bill = _bill(dossier, content["title"])
    entered_anew = _enter_stage(bill, place, chamber, on)
    _add_step(bill, content, on, found)
    _update(bill, place, chamber, on, details, entered_anew=entered_anew)
    if act.kind == ActKind.UNDO:
        _take_back(bill, act)
    elif act.kind == ActKind.SET_URGENCY:
        _set_urgency(bill, details, chamber, on, place.stage)
    elif act.kind == ActKind.WITHDRAW_URGENCY or place.status != Status.IN_PROGRESS:
        _end_urgencies(bill, details.letter, chamber, on)
    bill.save()
    return bill


def _bill(dossier: Dossier, title: str) -> Bill:
    if dossier.bill is not None:
        return Bill.objects.select_for_update().get(pk=dossier.bill.pk)
    bill = Bill.objects.create(
        kind=dossier.kind,
        number=dossier.number,
        title=title,
        initiative=dossier.initiative,
        origin_chamber=dossier.origin_chamber,
        filed_on=dossier.filed_on,
        stage=Stage.FIRST,
        chamber=dossier.origin_chamber,
        status=Status.IN_PROGRESS,
        last_step_on=dossier.filed_on,
    )
    Authorship.objects.bulk_create(
        Authorship(
            bill=bill,
            position=one.position,
            printed_name=one.printed_name,
            person_id=one.person_id,
        )
        for one in dossier.signatories.order_by("position")
    )
    dossier.bill = bill
    dossier.save(update_fields=["bill"])
    return bill


def _enter_stage(bill: Bill, place: Place, chamber: str, on: date) -> bool:
    last = bill.stage_entries.order_by("-position").first()
    if last is not None and (last.stage, last.chamber) == (place.stage, chamber):
        return False
    StageEntry.objects.create(
        bill=bill,
        position=last.position + 1 if last else 1,
        stage=place.stage,
        chamber=chamber,
        entered_on=on,
    )
    return True


def _add_step(bill: Bill, content: dict[str, Any], on: date, found: Publication) -> None:
    """A step belongs to the stage in which it was taken, but for those that open or end it all."""
    begins_or_ends = not content["came_from"] or content["act"] == ActKind.PUBLISH_LAW
    place = PLACES[Standing(content["led_to" if begins_or_ends else "came_from"])]
    chamber = chamber_of(place.holder, Chamber(bill.origin_chamber))
    last = bill.steps.aggregate(last=Max("position"))["last"] or 0
    number, legislature = content["session_number"], content["legislature_number"]
    Step.objects.create(
        bill=bill,
        position=last + 1,
        taken_on=on,
        description=content["description"],
        stage=place.stage,
        chamber=chamber,
        session_text=f"{number}/{legislature}" if number and legislature else "",
        session_number=number,
        legislature_number=legislature,
        publication=found,
    )


def _update(
    bill: Bill,
    place: Place,
    chamber: str,
    on: date,
    details: ActDetails,
    *,
    entered_anew: bool,
) -> None:
    bill.stage, bill.chamber, bill.status = place.stage, chamber, place.status
    if entered_anew:
        bill.stage_text = ""
    bill.step_text = ""
    bill.last_step_on = max(bill.last_step_on, on)
    if details.committee:
        bill.committee = Committee.objects.get(slug=details.committee)
    if details.law_number is not None:
        bill.law_number = details.law_number
        bill.law_text = f"Ley N° {details.law_number:,}".replace(",", ".")
        published = details.law_published_on
        bill.law_published_on = date.fromisoformat(published) if published else on


def _take_back(bill: Bill, undoing: Act) -> None:
    """What a public act did besides moving the bill is taken back with it."""
    undone = undoing.undoes
    if undone is None:
        return
    if undone.kind == ActKind.SET_URGENCY:
        _end_urgencies(bill, "", bill.chamber, undoing.taken_on)
    if undone.kind == ActKind.PUBLISH_LAW:
        bill.law_number, bill.law_published_on, bill.law_text = None, None, ""
    if undone.details.get("committee"):
        bill.committee = undoing.dossier.committee


def _set_urgency(bill: Bill, details: ActDetails, chamber: str, on: date, stage: Stage) -> None:
    """A new urgency takes the place of the one that runs: the President renews it so."""
    _end_urgencies(bill, details.letter, chamber, on)
    kind = UrgencyKind(details.urgency)
    last = bill.urgencies.aggregate(last=Max("position"))["last"] or 0
    Urgency.objects.create(
        bill=bill,
        position=last + 1,
        kind=kind,
        chamber=chamber,
        set_on=on,
        message=details.letter,
        due_on=due_day(kind, on, in_conference=stage in IN_CONFERENCE),
    )
    bill.urgency_text = URGENCY_WORDS[kind]


def _end_urgencies(bill: Bill, letter: str, chamber: str, on: date) -> None:
    bill.urgencies.filter(ended_on__isnull=True, end="").update(
        ended_on=on, end=UrgencyEnd.WITHDRAWN, end_message=letter, end_chamber=chamber
    )
    bill.urgency_text = ""


def correct(found: Publication, *, on: date) -> None:
    """Let the public step say what the erratum says, and that it was corrected.

    Where the day of an act that opened a stage changes, so does the day of that stage.
    """
    step = Step.objects.select_for_update().get(publication=found.corrects_id)
    content, day = found.content, date.fromisoformat(found.content["taken_on"])
    number, legislature = content["session_number"], content["legislature_number"]
    if day != step.taken_on:
        place = PLACES[Standing(content["led_to"])]
        StageEntry.objects.filter(
            bill=step.bill_id, stage=place.stage, entered_on=step.taken_on
        ).update(entered_on=day)
    step.taken_on, step.description = day, content["description"]
    step.session_number, step.legislature_number = number, legislature
    step.session_text = f"{number}/{legislature}" if number and legislature else ""
    step.publication, step.corrected_on = found, on
    step.save()
    last = Step.objects.filter(bill=step.bill_id).aggregate(last=Max("taken_on"))["last"]
    Bill.objects.filter(pk=step.bill_id).update(last_step_on=last)


def put_stone(found: Publication, *, on: date) -> None:
    """Leave the reason where the withdrawn words stood."""
    Step.objects.filter(publication=found).update(
        description=f"Publicación retirada: {found.reason}", corrected_on=on
    )
