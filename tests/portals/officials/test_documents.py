"""Documents through the screens: brought, refused, approved by another person, and compared."""

import io
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts import grants
from accounts.roles import Role
from legislation.documents.enums import DocumentKind
from legislation.documents.models import Document, StoredFile
from legislation.documents.services import take_in
from legislation.procedure import services
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind
from legislation.procedure.models import AttachedFile, Dossier, DossierDocument
from legislation.procedure.proposals import Attachment, Step
from legislation.publishing.models import Publication
from tests.hostile import corpus, pdfs
from tests.portals.officials.conftest import HOME, actor, file_one

LAW = "Artículo 1.- Objeto.\nArtículo 2.- Vigencia.\n"


@pytest.fixture(autouse=True)
def files(settings, tmp_path) -> Path:
    settings.SENATE_FILES_FOLDER = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def address(dossier: Dossier, rest: str = "") -> str:
    return f"{HOME}proyectos/{dossier.number}/documentos/{rest}"


def a_file(text: str | bytes = LAW, name: str = "informe.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def typed(dossier: Dossier, *sent: SimpleUploadedFile, **more) -> dict[str, object]:
    dossier.refresh_from_db()
    return {
        "chosen": list(sent),
        "kind": "REPORT",
        "title": "Informe de Hacienda",
        "dated_on": timezone.localdate().isoformat(),
        "revision": dossier.revision,
        **more,
    }


def bring(client: Client, dossier: Dossier, *sent: SimpleUploadedFile, **more):
    return client.post(address(dossier, "subir/"), typed(dossier, *sent, **more))


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def approve(client: Client, publication: Publication):
    publication.refresh_from_db()
    return client.post(
        f"{HOME}publicaciones/{publication.pk}/aprobar/", {"revision": publication.revision}
    )


class TestBringing:
    def test_a_file_becomes_a_document_that_waits_for_a_second_person(self, drafter, dossier):
        response = bring(drafter, dossier, a_file())
        assert (response.status_code, response.url) == (302, address(dossier, "1/"))
        made = AttachedFile.objects.get()
        assert (made.title, made.publication.state) == ("Informe de Hacienda", "IN_REVIEW")

    def test_it_may_be_kept_as_a_draft(self, drafter, dossier):
        bring(drafter, dossier, a_file(), keeps_draft="on")
        assert AttachedFile.objects.get().publication.state == "DRAFT"

    def test_several_become_a_document_each(self, drafter, dossier):
        sent = (a_file(name="uno.txt"), a_file(pdfs.made(), "dos.pdf"))
        response = bring(drafter, dossier, *sent, title="")
        assert response.url == address(dossier)
        assert list(AttachedFile.objects.order_by("pk").values_list("title", flat=True)) == [
            "uno",
            "dos",
        ]

    def test_a_hostile_file_is_refused_with_the_reason_and_leaves_nothing(
        self, drafter, dossier, files
    ):
        response = bring(
            drafter, dossier, a_file(pdfs.javascript(), "a.pdf"), title="Título <b>escrito</b>"
        )
        page = BeautifulSoup(response.content, "html.parser")
        assert response.status_code == 422
        assert "ejecut" in page.main.text or "would run" in page.main.text
        assert page.find(id="id_title")["value"] == "Título <b>escrito</b>"
        assert page.find("form", class_="work-form")["enctype"] == "multipart/form-data"
        assert kept(files) == []
        for model in (StoredFile, AttachedFile, DossierDocument, Document):
            assert model.objects.count() == 0
        assert Publication.objects.count() == 1  # that of the filing

    @pytest.mark.parametrize("file", corpus.ODD, ids=str)
    def test_no_odd_file_comes_in_by_the_screen(self, drafter, dossier, file):
        response = bring(drafter, dossier, a_file(file.make(), file.name))
        assert response.status_code == 422
        assert StoredFile.objects.count() == 0

    def test_of_several_the_refused_one_is_named_and_none_is_attached(self, drafter, dossier):
        sent = (a_file(), a_file(corpus.HTML, "malo.pdf"))
        response = bring(drafter, dossier, *sent)
        assert response.status_code == 422
        assert "malo.pdf:" in response.content.decode()
        assert AttachedFile.objects.count() == 0

    def test_more_than_the_limit_is_refused_and_never_kept_whole(
        self, drafter, dossier, settings, files
    ):
        settings.SENATE_UPLOAD_LIMIT = 1000
        response = bring(drafter, dossier, a_file("a" * 400_000))
        assert response.status_code == 422
        assert kept(files) == []

    def test_without_a_file_it_is_said_beside_its_field(self, drafter, dossier):
        response = bring(drafter, dossier)
        assert response.status_code == 422
        assert 'href="#id_chosen"' in response.content.decode()

    @pytest.mark.parametrize("more", [{"kind": "TEXT"}, {"kind": "NONE"}, {"dated_on": "x"}])
    def test_what_is_wrongly_typed_is_refused(self, drafter, dossier, more):
        assert bring(drafter, dossier, a_file(), **more).status_code == 422
        assert AttachedFile.objects.count() == 0

    def test_a_dossier_that_changed_meanwhile_answers_409(self, drafter, dossier):
        response = bring(drafter, dossier, a_file(), revision=dossier.revision - 1)
        assert response.status_code == 409
        assert AttachedFile.objects.count() == 0

    def test_without_the_token_of_the_form_nothing_is_taken(self, drafter, dossier):
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = drafter.cookies
        response = strict.post(address(dossier, "subir/"), typed(dossier, a_file()))
        assert response.status_code == 403
        assert StoredFile.objects.count() == 0

    def test_with_the_token_of_the_form_it_is_taken(self, drafter, dossier):
        strict = Client(enforce_csrf_checks=True)
        strict.cookies = drafter.cookies
        page = BeautifulSoup(strict.get(address(dossier, "subir/")).content, "html.parser")
        token = page.find("input", {"name": "csrfmiddlewaretoken"})["value"]
        more = {"csrfmiddlewaretoken": token}
        response = strict.post(address(dossier, "subir/"), typed(dossier, a_file(), **more))
        assert response.status_code == 302


class TestWhoBrings:
    @pytest.mark.parametrize("role", [Role.AUDITOR, Role.QUALITY, Role.SENATOR])
    def test_others_send_nothing(self, enter, dossier, role, files):
        response = bring(enter("zoe", role), dossier, a_file())
        assert response.status_code == 403
        assert (StoredFile.objects.count(), kept(files)) == (0, [])

    def test_a_secretary_of_another_committee_sees_why_not(self, secretary, dossier, files):
        page = secretary.get(address(dossier, "subir/")).content.decode()
        assert "work-form" not in page
        assert bring(secretary, dossier, a_file()).status_code == 403
        assert (StoredFile.objects.count(), kept(files)) == (0, [])

    def test_the_secretary_of_its_committee_brings_its_papers(self, secretary, dossier, committee):
        dossier.committee = committee
        dossier.save()
        assert bring(secretary, dossier, a_file()).status_code == 302

    def test_a_right_taken_back_ends_at_once(self, secretary, dossier, committee):
        dossier.committee = committee
        dossier.save()
        grants.revoke(secretary.user, grants.SERVE_COMMITTEE, committee)
        assert bring(secretary, dossier, a_file()).status_code == 403


class TestReading:
    def test_an_official_reads_the_file_before_it_is_public(self, drafter, approver, dossier):
        bring(drafter, dossier, a_file())
        response = approver.get(address(dossier, "1/1/archivo/"))
        assert response.getvalue() == LAW.encode()
        assert response.headers["Content-Disposition"] == 'attachment; filename="informe.txt"'
        assert "no-store" in response.headers["Cache-Control"]

    @pytest.mark.parametrize("rest", ["9/", "9/version/", "1/9/archivo/"])
    def test_what_is_not_there_is_not_found(self, drafter, dossier, rest):
        bring(drafter, dossier, a_file())
        assert drafter.get(address(dossier, rest)).status_code == 404

    def test_two_versions_are_compared_article_by_article(self, drafter, dossier, at_once):
        with at_once():
            bring(drafter, dossier, a_file())
        with at_once():
            response = drafter.post(
                address(dossier, "1/version/"),
                {
                    "file": a_file(LAW.replace("Vigencia", "Entrada en vigencia")),
                    "title": "Informe corregido",
                    "dated_on": timezone.localdate().isoformat(),
                    "versions": 1,
                },
            )
        assert (response.status_code, response.url) == (302, address(dossier, "1/"))
        page = drafter.get(address(dossier, "1/"), {"de": "1", "a": "2"}).content.decode()
        main = BeautifulSoup(page, "html.parser").main
        assert [one.text for one in main.select("article ins .t")] == ["Entrada en vigencia"]
        assert [one.text for one in main.select("article del .t")] == ["Vigencia"]
        assert len(main.select("tbody tr")) == 2

    def test_a_version_of_somebody_elses_is_decided_first_and_the_words_stay(
        self, drafter, floor, dossier
    ):
        bring(drafter, dossier, a_file())
        response = floor.post(
            address(dossier, "1/version/"),
            {
                "file": a_file(f"{LAW}."),
                "title": "Otro título",
                "dated_on": timezone.localdate().isoformat(),
                "versions": 1,
            },
        )
        assert response.status_code == 422
        assert 'value="Otro título"' in response.content.decode()
        assert AttachedFile.objects.count() == 1


class TestFourEyes:
    def test_from_the_upload_to_the_public_page_and_two_texts_compared(
        self, drafter, approver, dossier, client, at_once
    ):
        filing = Publication.objects.get()
        drafter.post(f"{HOME}publicaciones/{filing.pk}/", {"revision": filing.revision})
        approve(approver, filing)
        for kind, text in (("FIRST_REPORT", LAW), ("SECOND_REPORT", f"{LAW}Artículo 3.- Fin.\n")):
            with at_once():
                bring(drafter, dossier, a_file(text), kind="TEXT", text_kind=kind, title=kind)
        number = dossier.number
        assert b"<h3>" not in client.get(f"/proyectos/{number}/textos/").content
        for made in AttachedFile.objects.order_by("pk"):
            page = approver.get(f"{HOME}publicaciones/{made.publication_id}/").content.decode()
            assert made.stored.sha256 in page
            assert f"documentos/{made.document.position}/1/archivo/" in page
            assert approve(drafter, made.publication).status_code == 403
            assert client.get(made.publication.content["address"]).status_code == 404
            assert approve(approver, made.publication).status_code == 302
            given = client.get(made.publication.content["address"])
            assert sha256(given.getvalue()).hexdigest() == made.stored.sha256
        papers = client.get(f"/proyectos/{number}/documentos/").content.decode()
        assert AttachedFile.objects.first().publication.content["address"] in papers
        compared = client.get(f"/proyectos/{number}/comparar/1-primer-informe..2-segundo-informe/")
        assert "Artículo 3" in compared.content.decode()

    def test_one_that_was_not_read_yet_says_why_it_is_not_approved(
        self, drafter, approver, dossier
    ):
        bring(drafter, dossier, a_file())
        publication = AttachedFile.objects.get().publication
        page = approver.get(f"{HOME}publicaciones/{publication.pk}/").content.decode()
        assert f"{HOME}publicaciones/{publication.pk}/aprobar/" not in page
        response = approve(approver, publication)
        assert response.status_code == 422
        assert AttachedFile.objects.get().publication.state == "IN_REVIEW"


def attach(client: Client, dossier: Dossier, text: str) -> AttachedFile:
    at = timezone.now()
    stored = take_in(file=io.BytesIO(text.encode()), name="ley.txt", actor=actor(client), at=at)
    about = Attachment(kind=DocumentKind.REPORT, title="Informe", dated_on=timezone.localdate())
    return services.attach_document(
        dossier_id=dossier.pk, stored_id=stored.pk, about=about, actor=actor(client), at=at
    )


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_documents(
    drafter, dossier, count, django_assert_num_queries
):
    for place in range(count):
        attach(drafter, dossier, f"{LAW}{place}")
    drafter.get(address(dossier))
    with django_assert_num_queries(6):
        page = drafter.get(address(dossier)).content.decode()
    assert page.count('<th scope="row"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_document_costs_the_same_for_any_number_of_versions(
    drafter, dossier, count, at_once, django_assert_num_queries
):
    with at_once():
        made = attach(drafter, dossier, LAW)
        for place in range(1, count):
            stored = take_in(
                file=io.BytesIO(f"{LAW}{place}".encode()),
                name="ley.txt",
                actor=actor(drafter),
                at=timezone.now(),
            )
            services.attach_version(
                document_id=made.document_id,
                stored_id=stored.pk,
                about=Attachment(kind="", title="Informe", dated_on=timezone.localdate()),
                reason="",
                actor=actor(drafter),
                at=timezone.now() + timedelta(seconds=1),
            )
    drafter.get(address(dossier, "1/"))
    with django_assert_num_queries(7):
        page = drafter.get(address(dossier, "1/")).content.decode()
    assert page.count('<th scope="row"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_its_publication_costs_the_same_for_any_number_of_documents(
    drafter, dossier, count, django_assert_num_queries
):
    made = [attach(drafter, dossier, f"{LAW}{place}") for place in range(count)]
    where = f"{HOME}publicaciones/{made[0].publication_id}/"
    drafter.get(where)
    with django_assert_num_queries(6):
        drafter.get(where)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_that_brings_costs_the_same_for_any_number_of_acts(
    drafter, floor, dossier, committee, count, django_assert_num_queries
):
    for number in range(count):
        services.take_act(
            dossier_id=dossier.pk,
            step=Step(
                kind=ActKind.REFER if number else ActKind.GIVE_NOTICE,
                taken_on=timezone.localdate(),
                details=ActDetails(committee=committee.slug),
            ),
            actor=actor(floor),
            at=timezone.now(),
        )
    drafter.get(address(dossier, "subir/"))
    with django_assert_num_queries(6):
        page = drafter.get(address(dossier, "subir/"))
    main = BeautifulSoup(page.content, "html.parser").main
    assert len(main.select("#id_act_position option")) == count + 2  # the filing, and none


def test_the_bill_leads_to_its_documents(drafter, dossier):
    assert address(dossier) in drafter.get(f"{HOME}proyectos/{dossier.number}/").content.decode()


def test_another_bills_document_is_not_under_this_one(drafter, dossier):
    other = file_one(drafter)
    attach(drafter, other, LAW)
    assert drafter.get(address(dossier, "1/")).status_code == 404
