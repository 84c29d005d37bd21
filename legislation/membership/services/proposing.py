"""Enters changes: judged as the record is now, and left for a second person to approve."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from legislation.errors import Overtaken, RuleViolation
from legislation.events.services import record
from legislation.membership import guards, permissions, wording
from legislation.membership.enums import ChangeKind as K
from legislation.membership.events import PersonChangeProposed
from legislation.membership.models import PersonAct
from legislation.membership.proposals import Change
from legislation.membership.selectors import count_acts, rows_of
from legislation.membership.services import registering
from legislation.membership.services.applying import correctable, write
from legislation.membership.services.checking import check, vacancy_of
from legislation.membership.services.refusals import said
from legislation.people.models import Caucus, Committee, Constituency, Mandate, Party, Person
from legislation.publishing.enums import PublicationKind
from legislation.publishing.services import draft, submit

DOCUMENT = "PERSON_ACT"


@transaction.atomic
def propose_change(
    *,
    change: Change,
    person_id: int | None = None,
    actor: Actor,
    at: datetime,
    expected_acts: int | None = None,
    submits: bool = False,
) -> PersonAct:
    """Enter a change of a person and draft its publication; the record stays as it is.

    :param person_id: whose it is; None only for somebody who is not in the record yet
    :param expected_acts: how many changes of this person the actor was looking at
    :param submits: ask a second person to approve it in the same breath
    :raises Person.DoesNotExist: there is no such person
    :raises NotPermitted: it is not for the actor to enter
    :raises Overtaken: another change of this person was entered since
    :raises Unlawful: the law does not allow it; names the article
    :raises RuleViolation: the record does not allow it, or it says not why or by what document
    """
    person = _locked(person_id)
    committee = Committee.objects.filter(pk=change.committee_id or 0).first()
    permissions.can_change(actor, change.kind, committee).require()
    if person and expected_acts not in (None, count_acts(person)):
        raise Overtaken(_("Somebody entered another change of this person meanwhile."))
    _ask_reason(change)
    if (person is None) != (change.kind == K.REGISTER):
        raise RuleViolation(_("Only somebody who is not in the record yet is entered into it."))
    if person is None:
        registering.check(change)
        return _entered(change, None, registering.name_of(change), actor, at, submits=submits)
    filled = _filled_in(change, person)
    check(filled, person)
    rehearse(filled, person)
    return _entered(filled, person, person.full_name, actor, at, submits=submits)


class _Rehearsed(Exception):
    """All went well, and nothing of it is to stay."""


def rehearse(change: Change, person: Person) -> None:
    """Make the change and undo it, to hear what the record would say to it.

    :raises RuleViolation: what it says
    """
    with said(), suppress(_Rehearsed), transaction.atomic():
        write(change, person)
        raise _Rehearsed


def _locked(person_id: int | None) -> Person | None:
    return None if person_id is None else Person.objects.select_for_update().get(pk=person_id)


def _ask_reason(change: Change) -> None:
    if not change.reason.strip():
        raise RuleViolation(_("Say why: a change of a person gives its reason."))
    if change.kind in guards.NEED_PAPER and not change.paper.strip():
        raise RuleViolation(_("Say by what document it was decided."))
    if change.until is not None and change.until <= change.since:
        raise RuleViolation(_("It lasts one day at least."))


def _filled_in(change: Change, person: Person) -> Change:
    """With what the record knows: the term of the seat that is left, or of the vacancy."""
    if change.kind == K.END_SEAT:
        seat = Mandate.objects.filter(person=person, during__contains=change.since).first()
        if seat is not None:
            return replace(change, constituency=seat.constituency_id, until=seat.during.upper)
    if change.kind == K.REPLACE and change.other_id is not None:
        vacancy = vacancy_of(change.other_id)
        if vacancy is not None:
            left = Change.from_json(vacancy.details)
            return replace(change, constituency=left.constituency, until=left.until)
    return change


def _entered(
    change: Change, person: Person | None, name: str, actor: Actor, at: datetime, *, submits: bool
) -> PersonAct:
    key = person.slug if person else registering.slug_of(change)
    act = PersonAct(
        person=person,
        committee_id=change.committee_id,
        kind=change.kind,
        taken_on=change.since,
        description=wording.describe(change.kind, _names(change, person, name)),
        reason=change.reason.strip(),
        paper=change.paper.strip(),
        citation=guards.CITATIONS.get(change.kind, ""),
        details=change.as_json(),
        recorded_by_id=actor.user_id,
        recorded_at=at,
    )
    act.publication = draft(
        kind=PublicationKind.DOCUMENT,
        object_kind="person",
        object_key=key,
        content=content_of(act, key, name),
        actor=actor,
        at=at,
    )
    act.save()
    event = PersonChangeProposed(
        key, act.kind, act.taken_on.isoformat(), act.reason, act.publication_id
    )
    record(event, actor=actor, object_kind="person", object_key=key)
    if submits:
        submit(publication_id=act.publication_id, actor=actor, at=at)
    return act


def content_of(act: PersonAct, key: str, name: str) -> dict[str, Any]:
    """What a second person approves, by name; only this is read when it is applied."""
    return {
        "document": DOCUMENT,
        "number": key,
        "title": name,
        "description": act.description,
        "change": act.kind,
        "taken_on": act.taken_on.isoformat(),
        "reason": act.reason,
        "paper": act.paper,
        "citation": act.citation,
        "details": act.details,
    }


def _names(change: Change, person: Person | None, name: str) -> wording.Names:
    return wording.Names(
        person=name,
        since=change.since,
        until=change.until,
        other=_name(Person, change.other_id, "full_name"),
        region=_name(Constituency, change.constituency, "name"),
        party=_name(Party, change.party_id, "name"),
        caucus=_name(Caucus, change.caucus_id, "name"),
        committee=_name(Committee, change.committee_id, "name"),
        row=_row_name(change, person),
        office=change.office,
        cause=change.cause,
    )


def _row_name(change: Change, person: Person | None) -> str:
    if change.kind != K.CORRECT or person is None:
        return ""
    row = correctable(change, person)
    return f"{rows_of(change.row_kind or '').model._meta.model_name} N° {row.pk}"


def _name(table: type[Any], key: int | None, field: str) -> str:
    if key is None:
        return ""
    return str(table._default_manager.values_list(field, flat=True).get(pk=key))
