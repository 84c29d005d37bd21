"""Documents of a dossier: brought, read, approved by another person, corrected and withdrawn."""

import io
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.db import IntegrityError, connection, transaction

from accounts import grants
from accounts.actors import Actor
from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.models import User
from accounts.roles import Role
from legislation import outlets
from legislation.bills.enums import PaperKind, TextKind
from legislation.bills.journey import BillPaper
from legislation.bills.models import Bill, BillText
from legislation.documents import tasks
from legislation.documents.enums import DocumentKind, Reading
from legislation.documents.models import StoredFile, Version
from legislation.documents.services import take_in
from legislation.errors import Overtaken, RuleViolation
from legislation.procedure import services
from legislation.procedure.enums import ActKind
from legislation.procedure.models import AttachedFile, DossierDocument
from legislation.procedure.proposals import Attachment, Correction
from legislation.procedure.selectors.documents import public_files
from legislation.publishing import services as publications
from legislation.publishing.models import Publication
from tests.factories.accounts import actor_with
from tests.factories.people import CommitteeFactory
from tests.hostile import pdfs
from tests.legislation.documents.clamd import FakeClamd
from tests.legislation.procedure.conftest import AT, Desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files")]

LAW = "Artículo 1.- Objeto.\nArtículo 2.- Vigencia.\n"
ON = AT.date()


@pytest.fixture
def files(settings, tmp_path):
    """Where this test's files lie."""
    settings.SENATE_FILES_FOLDER = tmp_path / "files"


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    """What follows from an act happens when the block ends, as it does after a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def taken(actor: Actor, text: str = LAW, name: str = "ley.txt") -> StoredFile:
    return take_in(file=io.BytesIO(text.encode()), name=name, actor=actor, at=AT)


def about(**said) -> Attachment:
    return Attachment(
        **{"kind": DocumentKind.REPORT, "title": "Informe de Hacienda", "dated_on": ON, **said}
    )


def attached(desk: Desk, actor: Actor | None = None, *, text: str = LAW, **said) -> AttachedFile:
    actor = actor or desk.drafter
    return services.attach_document(
        dossier_id=desk.dossier.pk,
        stored_id=taken(actor, text).pk,
        about=about(**said),
        actor=actor,
        at=AT,
        submits=True,
    )


def corrected(desk: Desk, made: AttachedFile, text: str, **how) -> AttachedFile:
    actor = how.pop("actor", desk.drafter)
    return services.attach_version(
        document_id=made.document_id,
        stored_id=taken(actor, text).pk,
        about=about(title="Informe de Hacienda corregido"),
        actor=actor,
        at=AT,
        submits=True,
        **{"reason": "Faltaba un artículo.", **how},
    )


def approved(desk: Desk, made: AttachedFile, **how) -> Publication:
    return outlets.approve(publication_id=made.publication_id, actor=desk.approver, at=AT, **how)


@pytest.fixture
def public_bill(desk) -> Bill:
    desk.publish()
    return Bill.objects.get()


class TestAttaching:
    def test_a_file_becomes_the_first_version_with_its_publication_in_review(self, desk, at_once):
        with at_once():
            made = attached(desk)
        content = made.publication.content
        assert (made.number, made.version.number, made.document.position) == (1, 1, 1)
        assert made.publication.state == "IN_REVIEW"
        assert content["description"] == (
            "Informe de comisión: Informe de Hacienda (1 de junio de 2026)"
        )
        digest = sha256(LAW.encode()).hexdigest()
        assert content["sha256"] == digest
        assert content["address"] == f"/documentos/{digest}/informe-de-hacienda.txt"

    def test_its_articles_are_put_into_what_is_to_be_approved(self, desk, at_once):
        with at_once():
            made = attached(desk)
        found = Publication.objects.get(pk=made.publication_id)
        assert found.content["articles"] == 2
        assert len(found.content["articles_sha256"]) == 64
        assert found.revision == made.publication.revision + 1  # completed

    def test_reading_again_changes_nothing_more(self, desk, at_once):
        with at_once():
            made = attached(desk)
        assert services.note_text(document_id=made.document.document_id) == 0

    def test_several_at_once_are_all_attached_each_by_its_own_name(self, desk):
        stored = [
            taken(desk.drafter, LAW, "uno.txt").pk,
            taken(desk.drafter, f"{LAW}.", "dos.txt").pk,
        ]
        made = services.attach_documents(
            dossier_id=desk.dossier.pk,
            stored_ids=stored,
            about=about(title=""),
            actor=desk.drafter,
            at=AT,
        )
        assert [(one.document.position, one.title) for one in made] == [(1, "uno"), (2, "dos")]

    @pytest.mark.parametrize(
        "said",
        [
            {"kind": DocumentKind.TEXT},
            {"text_kind": TextKind.LAW},
            {"kind": DocumentKind.AMENDMENTS},
            {"dated_on": ON + timedelta(days=1)},
            {"act_position": 7},
        ],
    )
    def test_what_is_wrongly_said_of_it_is_refused(self, desk, said):
        with pytest.raises(RuleViolation):
            attached(desk, **said)
        assert (AttachedFile.objects.count(), DossierDocument.objects.count()) == (0, 0)

    def test_a_dossier_that_changed_meanwhile_is_said_to_have(self, desk):
        stored = taken(desk.drafter)
        with pytest.raises(Overtaken):
            services.attach_document(
                dossier_id=desk.dossier.pk,
                stored_id=stored.pk,
                about=about(),
                actor=desk.drafter,
                at=AT,
                expected_revision=desk.dossier.revision - 1,
            )
        assert AttachedFile.objects.count() == 0

    def test_it_is_in_the_ledger_of_its_bill(self, desk):
        made = attached(desk)
        entry = LedgerEntry.objects.get(act="document.attached")
        assert (entry.object_kind, entry.object_key) == ("bill", desk.dossier.number)
        assert f'"sha256":"{made.stored.sha256}"' in entry.payload


class TestWhoAttaches:
    @pytest.mark.parametrize(
        "role", [Role.CITIZEN, Role.SENATOR, Role.AUDITOR, Role.QUALITY, Role.IT_ADMINISTRATOR]
    )
    def test_others_bring_nothing(self, desk, role):
        stored = taken(desk.drafter)
        with pytest.raises(NotPermitted):
            services.attach_document(
                dossier_id=desk.dossier.pk,
                stored_id=stored.pk,
                about=about(),
                actor=actor_with(role),
                at=AT,
            )
        assert AttachedFile.objects.count() == 0

    def test_a_committees_secretary_brings_what_its_own_committee_has(self, desk):
        desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
        assert attached(desk, desk.secretary).number == 1

    def test_a_secretary_of_another_committee_brings_nothing(self, desk):
        desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
        other = actor_with(Role.COMMITTEE_SECRETARY)
        grants.give(
            User.objects.get(pk=other.user_id), grants.SERVE_COMMITTEE, CommitteeFactory(name="B")
        )
        with pytest.raises(NotPermitted):
            attached(desk, other)
        assert AttachedFile.objects.count() == 0


class TestApproving:
    def test_a_report_is_public_with_its_address_once_another_person_approves(
        self, desk, public_bill, at_once
    ):
        with at_once():
            made = attached(desk)
        assert BillPaper.objects.count() == 0
        assert public_files(made.stored.sha256) == []
        approved(desk, made)
        paper = BillPaper.objects.get()
        assert (paper.kind, paper.title, paper.dated_on, paper.stage) == (
            PaperKind.REPORT,
            "Informe de Hacienda",
            ON,
            "FIRST",
        )
        assert paper.document.url == made.publication.content["address"]
        assert [one.state for one in public_files(made.stored.sha256)] == ["PUBLISHED"]

    def test_whoever_brought_it_does_not_approve_it(self, desk, public_bill, at_once):
        both = actor_with(Role.DRAFTING_OFFICIAL, Role.APPROVING_OFFICIAL, confirmed_at=AT)
        with at_once():
            made = attached(desk, both)
        with pytest.raises(NotPermitted):
            outlets.approve(publication_id=made.publication_id, actor=both, at=AT)
        assert BillPaper.objects.count() == 0

    def test_a_file_that_waits_for_the_antivirus_is_not_approved(
        self, desk, public_bill, at_once, settings, tmp_path
    ):
        clamd = FakeClamd(tmp_path / "clamd.sock")
        settings.SENATE_ANTIVIRUS = str(clamd.path)
        made = attached(desk)
        assert made.version is None
        with pytest.raises(RuleViolation, match="antivirus"):
            approved(desk, made)
        assert BillPaper.objects.count() == 0
        with at_once(), clamd.answering("stream: OK"):
            tasks.scan_waiting()
        made.refresh_from_db()
        assert made.version.number == 1

    def test_a_file_that_was_not_read_yet_is_not_approved(self, desk, public_bill):
        made = attached(desk)
        assert made.stored.reading == Reading.UNREAD
        with pytest.raises(RuleViolation):
            approved(desk, made)
        assert BillPaper.objects.count() == 0

    def test_pictures_alone_are_published_as_a_file(self, desk, public_bill, at_once):
        stored = take_in(
            file=io.BytesIO(pdfs.of_pictures()), name="a.pdf", actor=desk.drafter, at=AT
        )
        with at_once():
            made = services.attach_document(
                dossier_id=desk.dossier.pk,
                stored_id=stored.pk,
                about=about(kind=DocumentKind.TEXT, text_kind=TextKind.FIRST_REPORT),
                actor=desk.drafter,
                at=AT,
                submits=True,
            )
        approved(desk, made)
        assert BillPaper.objects.get().kind == PaperKind.OTHER
        assert BillText.objects.count() == 0

    def test_a_text_is_read_by_article(self, desk, public_bill, at_once):
        with at_once():
            made = attached(desk, kind=DocumentKind.TEXT, text_kind=TextKind.FIRST_REPORT)
        approved(desk, made)
        text = BillText.objects.get()
        assert (text.slug, text.kind, text.version_id) == (
            "1-primer-informe",
            TextKind.FIRST_REPORT,
            made.version_id,
        )
        assert [one.eid for one in text.version.articles.order_by("position")] == [
            "art_1",
            "art_2",
        ]

    def test_the_text_as_filed_has_its_own_place(self, desk, public_bill, at_once):
        with at_once():
            made = attached(desk, kind=DocumentKind.FILED_TEXT)
        approved(desk, made)
        public_bill.refresh_from_db()
        assert public_bill.filed_text.url == made.publication.content["address"]
        assert BillPaper.objects.count() == 0
        assert BillText.objects.get().kind == TextKind.FILED

    def test_it_waits_for_its_bill(self, desk, at_once):
        with at_once():
            made = attached(desk)
        assert approved(desk, made).state == "APPROVED"
        assert services.publish_due_documents(at=AT) == 0
        desk.publish()
        assert services.publish_due_documents(at=AT) == 1
        assert services.publish_due_documents(at=AT) == 0
        assert BillPaper.objects.count() == 1

    def test_it_waits_for_the_act_that_it_came_with(self, desk, public_bill, at_once):
        desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
        with at_once():
            made = attached(desk, act_position=2)
        assert approved(desk, made).state == "APPROVED"
        assert services.publish_due_documents(at=AT) == 0
        desk.publish()
        assert services.publish_due_documents(at=AT) == 1

    def test_it_waits_for_its_hour(self, desk, public_bill, at_once):
        with at_once():
            made = attached(desk)
        hour = AT + timedelta(hours=1)
        approved(desk, made, due_at=hour)
        assert services.publish_due_documents(at=AT) == 0
        assert services.publish_due_documents(at=hour) == 1

    def test_several_are_approved_with_acts_or_none_is(self, desk, at_once):
        act = desk.dossier.acts.get()
        publications.submit(publication_id=act.publication_id, actor=desk.drafter, at=AT)
        unread = attached(desk)
        seen = [
            (pk, Publication.objects.get(pk=pk).revision)
            for pk in (act.publication_id, unread.publication_id)
        ]
        with pytest.raises(RuleViolation, match=desk.dossier.number):
            outlets.approve_several(seen=seen, actor=desk.approver, at=AT)
        assert Bill.objects.count() == 0


class TestVersions:
    def test_an_erratum_stands_beside_what_it_corrects(self, desk, public_bill, at_once):
        with at_once():
            first = attached(desk)
        approved(desk, first)
        with at_once():
            second = corrected(desk, first, f"{LAW}Artículo 3.- Fin.\n")
        assert (second.number, second.publication.corrects_id) == (2, first.publication_id)
        approved(desk, second)
        papers = list(BillPaper.objects.order_by("position").values_list("title", "description"))
        assert papers == [
            (
                "Informe de Hacienda",
                "Reemplazado por fe de erratas del 1 de junio de 2026: Faltaba un artículo.",
            ),
            ("Informe de Hacienda corregido", "Fe de erratas: Faltaba un artículo."),
        ]
        for made in (first, second):
            (found,) = public_files(made.stored.sha256)
            assert found.state == "PUBLISHED"

    def test_a_corrected_text_keeps_the_old_one_to_be_compared(self, desk, public_bill, at_once):
        with at_once():
            first = attached(desk, kind=DocumentKind.TEXT, text_kind=TextKind.LAW)
        approved(desk, first)
        with at_once():
            second = corrected(desk, first, f"{LAW}Artículo 3.- Fin.\n")
        approved(desk, second)
        texts = BillText.objects.order_by("position")
        assert [(one.slug, one.version_id) for one in texts] == [
            ("1-ley", first.version_id),
            ("2-ley", second.version_id),
        ]

    def test_an_erratum_says_why(self, desk, public_bill, at_once):
        with at_once():
            first = attached(desk)
        approved(desk, first)
        with pytest.raises(RuleViolation):
            corrected(desk, first, f"{LAW}.", reason=" ")
        assert AttachedFile.objects.count() == 1

    def test_a_further_version_takes_the_place_of_the_authors_own_draft(self, desk):
        first = attached(desk)
        second = corrected(desk, first, f"{LAW}.", reason="")
        first.publication.refresh_from_db()
        assert (first.publication.state, second.publication.corrects_id) == ("DISCARDED", None)

    def test_what_another_person_has_on_its_way_is_decided_first(self, desk):
        first = attached(desk)
        with pytest.raises(RuleViolation):
            corrected(desk, first, f"{LAW}.", actor=desk.floor)
        first.publication.refresh_from_db()
        assert (first.publication.state, AttachedFile.objects.count()) == ("IN_REVIEW", 1)

    def test_the_same_file_is_no_further_version(self, desk):
        first = attached(desk)
        with pytest.raises(RuleViolation):
            corrected(desk, first, LAW)
        assert AttachedFile.objects.count() == 1

    def test_the_second_of_two_people_is_told(self, desk):
        first = attached(desk)
        corrected(desk, first, f"{LAW}.", expected_versions=1)
        with pytest.raises(Overtaken):
            corrected(desk, first, f"{LAW}..", expected_versions=1)
        assert AttachedFile.objects.count() == 2

    def test_a_file_once_brought_is_never_changed(self, desk):
        made = attached(desk)
        other = taken(desk.drafter, f"{LAW}.")
        for change in ({"title": "B"}, {"stored": other}, {"version": None}, {"number": 4}):
            with pytest.raises(IntegrityError), transaction.atomic():
                AttachedFile.objects.filter(pk=made.pk).update(**change)
        with pytest.raises(IntegrityError), transaction.atomic():
            AttachedFile.objects.all().delete()

    def test_words_that_changed_after_the_approval_do_not_come_out_and_hold_up_no_other(
        self, desk, at_once, caplog
    ):
        with at_once():
            made, other = attached(desk), attached(desk, text=f"{LAW}.")
        found = approved(desk, made)
        approved(desk, other)
        desk.publish()
        Publication.objects.filter(pk=found.pk).update(content={**found.content, "articles": 9})
        assert services.publish_due_documents(at=AT) == 1
        assert [one.document.url for one in BillPaper.objects.all()] == [
            other.publication.content["address"]
        ]
        assert f"An approved document did not come out: {found.pk}" in caplog.text


class TestWithdrawal:
    def withdraw(self, desk: Desk, made: AttachedFile) -> None:
        services.withdraw_publication(
            publication_id=made.publication_id,
            reason="Tenía datos de una persona.",
            actor=desk.approver,
            at=AT,
        )

    def test_a_paper_leaves_its_stone(self, desk, public_bill, at_once):
        with at_once():
            made = attached(desk)
        approved(desk, made)
        self.withdraw(desk, made)
        paper = BillPaper.objects.get()
        assert (paper.description, paper.document) == (
            "Publicación retirada: Tenía datos de una persona.",
            None,
        )
        (found,) = public_files(made.stored.sha256)
        assert (found.state, found.reason) == ("WITHDRAWN", "Tenía datos de una persona.")

    def test_of_a_text_its_words_are_gone_and_its_address_stays(self, desk, public_bill, at_once):
        with at_once():
            made = attached(desk, kind=DocumentKind.TEXT, text_kind=TextKind.LAW)
        approved(desk, made)
        self.withdraw(desk, made)
        text = BillText.objects.get()
        assert text.slug == "1-ley"
        assert [one.body for one in text.version.articles.all()] == ["Tenía datos de una persona."]

    def test_what_was_corrected_may_be_withdrawn_and_the_erratum_stays(
        self, desk, public_bill, at_once
    ):
        with at_once():
            first = attached(desk)
        approved(desk, first)
        with at_once():
            second = corrected(desk, first, f"{LAW}.")
        approved(desk, second)
        self.withdraw(desk, first)
        states = [public_files(one.stored.sha256)[0].state for one in (first, second)]
        assert states == ["WITHDRAWN", "PUBLISHED"]

    def test_after_a_withdrawn_erratum_a_further_version_may_come(self, desk, public_bill, at_once):
        with at_once():
            first = attached(desk)
        approved(desk, first)
        with at_once():
            second = corrected(desk, first, f"{LAW}.")
        approved(desk, second)
        self.withdraw(desk, second)
        third = corrected(desk, first, f"{LAW}..")
        assert (third.number, third.publication.corrects_id) == (3, None)

    def test_a_document_is_not_corrected_as_an_act_is(self, desk, public_bill, at_once):
        with at_once():
            made = attached(desk)
        approved(desk, made)
        with pytest.raises(RuleViolation, match="otra versión"):
            services.propose_erratum(
                publication_id=made.publication_id,
                correction=a_correction(),
                actor=desk.drafter,
                at=AT,
            )


def a_correction():
    return Correction(reason="Error.", taken_on=date(2026, 6, 1))


def test_a_version_is_added_only_once_for_a_file_that_was_cleared(desk, settings, tmp_path):
    made = attached(desk)
    assert services.add_cleared_versions(sha256=made.stored.sha256, at=AT) == 0
    assert Version.objects.count() == 1


def test_the_application_deletes_no_document():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('senado_app', 'legislation_attachedfile', 'DELETE'),"
            " has_table_privilege('senado_app', 'legislation_dossierdocument', 'DELETE'),"
            " has_table_privilege('senado_app', 'legislation_attachedfile', 'INSERT')"
        )
        assert cursor.fetchall() == [(False, False, True)]
