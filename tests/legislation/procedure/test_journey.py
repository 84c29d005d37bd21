"""A bill from its filing to the law, as the officials enter it and as the public reads it."""

import pytest

from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from legislation.bills.enums import Stage, Status
from legislation.bills.models import Bill
from legislation.errors import Overtaken
from legislation.people.enums import Chamber
from legislation.procedure import services
from legislation.procedure.enums import ActKind as A
from legislation.procedure.enums import Requester, Standing
from legislation.procedure.lifecycle import Unlawful
from legislation.procedure.models import Act
from legislation.procedure.proposals import Step
from legislation.publishing import services as publications
from tests.legislation.procedure.conftest import AT, ON, a_filing

pytestmark = pytest.mark.django_db


def through_conference_to_law(desk):
    """Rejected in the revising chamber, agreed in conference, law (CPR 70, 72 and 75)."""
    floor, secretary, drafter = desk.floor, desk.secretary, desk.drafter
    desk.take(A.GIVE_NOTICE, floor, committee=desk.committee.slug)
    desk.take(A.REPORT, secretary)
    desk.take(A.APPROVE_GENERAL, floor, in_favour=30, against=10, present=42)
    desk.take(A.REPORT_DETAIL, secretary)
    desk.take(A.APPROVE, floor, in_favour=28, against=9, present=40)
    desk.take(A.REJECT_GENERAL, floor)
    desk.take(A.REPORT_CONFERENCE, secretary)
    desk.take(A.APPROVE_CONFERENCE, floor, in_favour=31, against=5, present=40)
    desk.take(A.APPROVE_CONFERENCE, floor)
    desk.take(A.DISPATCH, drafter, letter="112/SEC/26")
    desk.take(A.ASSENT, drafter)
    desk.take(A.PROMULGATE, drafter)
    desk.take(A.PUBLISH_LAW, drafter, law_number=21_901)


def test_a_bill_goes_from_filing_to_law_through_a_conference(desk):
    through_conference_to_law(desk)
    assert desk.standing == Standing.LAW
    assert desk.publish() == 14

    bill = Bill.objects.get(number=desk.dossier.number)
    assert (bill.status, bill.stage, bill.law_number) == (Status.PUBLISHED, Stage.FINISHED, 21_901)
    assert bill.law_text == "Ley N° 21.901"
    assert bill.law_published_on == desk.day
    assert [(one.stage, one.chamber) for one in bill.stage_entries.order_by("position")] == [
        (Stage.FIRST, Chamber.SENATE),
        (Stage.SECOND, Chamber.DEPUTIES),
        (Stage.CONFERENCE_IDEA, Chamber.BOTH),
        (Stage.CONFERENCE_REPORT_ORIGIN, Chamber.SENATE),
        (Stage.CONFERENCE_REPORT_REVISING, Chamber.DEPUTIES),
        (Stage.COMPLETION, Chamber.SENATE),
        (Stage.PRESIDENT, ""),
        (Stage.FINISHED, ""),
    ]
    assert [(one.stage, one.chamber) for one in bill.steps.order_by("position")][4:9] == [
        (Stage.FIRST, Chamber.SENATE),
        (Stage.FIRST, Chamber.SENATE),
        (Stage.SECOND, Chamber.DEPUTIES),
        (Stage.CONFERENCE_IDEA, Chamber.BOTH),
        (Stage.CONFERENCE_REPORT_ORIGIN, Chamber.SENATE),
    ]
    assert [one.description for one in bill.steps.order_by("position")][:4] == [
        "Ingreso de proyecto.",
        "Cuenta de proyecto. Pasa a Comisión de Hacienda.",
        "Primer informe de comisión.",
        "Discusión general. Aprobado en general. Votación: 30 a favor y 10 en contra de 42 "
        "presentes.",
    ]


def test_nothing_is_public_before_a_second_person_approves(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    assert desk.standing == Standing.FIRST_COMMITTEE
    assert Bill.objects.count() == 0
    for act in desk.dossier.acts.all():
        author = desk.drafter if act.kind == A.FILE else desk.floor
        publications.submit(publication_id=act.publication_id, actor=author, at=AT)
    assert Bill.objects.count() == 0


def test_an_act_waits_for_those_taken_before_it_and_then_follows(desk):
    notice = desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    filed = desk.dossier.acts.get(position=1)
    publications.submit(publication_id=notice.publication_id, actor=desk.floor, at=AT)
    services.approve_act(publication_id=notice.publication_id, actor=desk.approver, at=AT)
    assert Bill.objects.count() == 0

    publications.submit(publication_id=filed.publication_id, actor=desk.drafter, at=AT)
    services.approve_act(publication_id=filed.publication_id, actor=desk.approver, at=AT)
    bill = Bill.objects.get()
    assert [step.position for step in bill.steps.order_by("position")] == [1, 2]
    assert bill.committee == desk.committee


def test_whoever_drafted_it_does_not_approve_it_whatever_they_hold(desk, floor):
    notice = desk.take(A.GIVE_NOTICE, floor, committee=desk.committee.slug)
    publications.submit(publication_id=notice.publication_id, actor=floor, at=AT)
    with pytest.raises(NotPermitted, match="Usted lo redactó"):
        services.approve_act(publication_id=notice.publication_id, actor=floor, at=AT)
    notice.publication.refresh_from_db()
    assert notice.publication.state == "IN_REVIEW"
    assert Bill.objects.count() == 0


def test_a_step_out_of_order_is_refused_and_leaves_nothing(desk):
    before = LedgerEntry.objects.count()
    with pytest.raises(Unlawful) as refusal:
        desk.take(A.APPROVE_GENERAL, in_favour=30, against=2, present=40)
    assert refusal.value.citation == "Ley 18.918, art. 23; Reglamento del Senado, art. 118"
    assert Act.objects.count() == 1
    assert LedgerEntry.objects.count() == before


def test_each_act_is_in_the_ledger_with_where_it_came_from_and_led_to(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    said = LedgerEntry.objects.filter(act="bill.act_recorded").order_by("sequence")
    assert [(one.object_kind, one.object_key) for one in said] == [
        ("bill", desk.dossier.number),
        ("bill", desk.dossier.number),
    ]
    assert [one.actor_id for one in said] == [desk.drafter.user_id, desk.floor.user_id]


def test_a_bill_of_the_chamber_of_deputies_keeps_its_number(drafter, db):
    dossier = services.receive_bill(
        filing=a_filing(), number="18230-13", letter="21.004", actor=drafter, at=AT
    )
    assert (dossier.number, dossier.standing) == ("18230-13", Standing.SECOND_NOTICE)
    following = services.file_bill(filing=a_filing(), actor=drafter, at=AT)
    assert following.number == "18231-11"


def test_an_urgency_runs_from_its_day_and_a_new_one_takes_its_place(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(
        A.SET_URGENCY,
        desk.drafter,
        urgency="SIMPLE",
        requester=Requester.PRESIDENT,
        letter="010-374",
    )
    desk.take(
        A.SET_URGENCY,
        desk.drafter,
        days=20,
        urgency="SUMA",
        requester=Requester.PRESIDENT,
        letter="031-374",
    )
    desk.publish()
    bill = Bill.objects.get()
    assert [
        (one.kind, str(one.set_on), str(one.due_on), str(one.ended_on or ""), one.end)
        for one in bill.urgencies.order_by("position")
    ] == [
        ("SIMPLE", "2026-06-03", "2026-07-03", "2026-06-23", "WITHDRAWN"),
        ("SUMA", "2026-06-23", "2026-07-08", "", ""),
    ]
    assert bill.urgency_text == "Suma"


def test_a_shelved_bill_returns_to_where_it_was(desk):
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    desk.take(A.SHELVE, days=731)
    assert desk.standing == Standing.SHELVED
    desk.take(A.UNSHELVE, desk.drafter, requester=Requester.SENATOR)
    assert desk.standing == Standing.FIRST_COMMITTEE


def test_a_second_person_who_was_looking_at_an_older_dossier_is_told(desk, floor):
    seen = desk.dossier.revision
    desk.take(A.GIVE_NOTICE, committee=desk.committee.slug)
    with pytest.raises(Overtaken):
        services.take_act(
            dossier_id=desk.dossier.pk,
            step=Step(kind=A.SHELVE, taken_on=ON),
            actor=floor,
            at=AT,
            expected_revision=seen,
        )
    assert desk.dossier.acts.count() == 2
