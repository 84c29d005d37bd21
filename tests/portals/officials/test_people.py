"""People and committees kept by officials, through the screens."""

import pytest
from django.utils import timezone

from accounts.roles import Role
from legislation import outlets
from legislation.membership.models import PersonAct
from legislation.people.enums import CommitteeRole
from legislation.people.models import ExclusionFromOffice, Mandate, Person, Substitution
from legislation.publishing.models import Publication
from tests.factories.people import (
    CommitteeSeatFactory,
    ExclusionFactory,
    PartyFactory,
    PersonFactory,
    days,
    senator,
)
from tests.portals.officials.conftest import HOME, actor, file_one

PEOPLE = f"{HOME}personas/"
TODAY = {"since": "2026-06-01", "reason": "Acuerdo de la Sala.", "paper": "Sesión 20/374"}


def address(person: Person, slug: str = "") -> str:
    return f"{PEOPLE}{person.slug}/" + (f"actos/{slug}/" if slug else "")


def approve(client, act: PersonAct) -> Publication:
    now = timezone.now()
    approver = actor(client)
    confirmed = type(approver)(approver.user_id, approver.name, approver.roles, now)
    return outlets.approve(publication_id=act.publication_id, actor=confirmed, at=now)


class TestEntering:
    def test_a_change_is_entered_by_one_and_applied_by_another(self, floor, approver):
        person = senator("Elisa Riffo Soto")
        response = floor.post(address(person, "suspender"), TODAY)
        assert (response.status_code, response.url) == (302, address(person))
        assert ExclusionFromOffice.objects.count() == 0
        page = floor.get(address(person)).content.decode()
        assert "Elisa Riffo Soto queda en suspenso por desafuero" in page
        act = PersonAct.objects.get()
        assert act.publication.state == "IN_REVIEW"
        approve(approver, act)
        assert ExclusionFromOffice.objects.get().person == person

    def test_its_publication_is_read_and_approved_like_any_other(self, floor, approver, client):
        person = senator("Elisa Riffo Soto", slug="elisa-riffo")
        floor.post(address(person, "suspender"), TODAY)
        publication = PersonAct.objects.get().publication
        queue = approver.get(f"{HOME}publicaciones/").content.decode()
        assert "queda en suspenso por desafuero" in queue
        one = f"{HOME}publicaciones/{publication.pk}/"
        page = approver.get(one).content.decode()
        for told in ("Elisa Riffo Soto", "Acuerdo de la Sala.", "Sesión 20/374", address(person)):
            assert told in page
        response = approver.post(f"{one}aprobar/", {"revision": publication.revision})
        assert (response.status_code, response.url) == (302, one)
        assert ExclusionFromOffice.objects.count() == 1
        assert "/senadores/elisa-riffo/" in approver.get(one).content.decode()
        public = client.get(f"/publicaciones/{publication.pk}/").content.decode()
        assert "queda en suspenso por desafuero" in public
        assert "/senadores/elisa-riffo/" in public

    def test_it_stays_a_draft_if_asked(self, floor):
        floor.post(address(senator(), "suspender"), {**TODAY, "keeps_draft": "on"})
        assert PersonAct.objects.get().publication.state == "DRAFT"

    def test_somebody_new_is_entered(self, floor, approver):
        typed = {**TODAY, "given_names": "Elisa", "paternal_surname": "Riffo"}
        response = floor.post(f"{PEOPLE}ingresar/", typed)
        assert (response.status_code, response.url) == (302, f"{HOME}publicaciones/")
        assert Person.objects.count() == 0
        approve(approver, PersonAct.objects.get())
        assert Person.objects.get().slug == "elisa-riffo"
        assert "Elisa Riffo se incorpora" in floor.get(f"{PEOPLE}elisa-riffo/").content.decode()

    def test_a_rule_is_said_with_its_article_and_what_was_typed_stays(self, floor):
        person = senator()
        typed = {**TODAY, "until": "2026-06-20", "reason": "Viaje a Ginebra."}
        response = floor.post(address(person, "permitir-ausencia"), typed)
        page = response.content.decode()
        assert response.status_code == 422
        assert "Reglamento del Senado, art. 7" in page
        assert "Viaje a Ginebra." in page
        assert PersonAct.objects.count() == 0

    @pytest.mark.parametrize("left_out", ["since", "until", "reason"])
    def test_what_is_missing_is_said_beside_its_field(self, floor, left_out):
        typed = {**TODAY, "until": "2026-09-20"}
        del typed[left_out]
        response = floor.post(address(senator(), "permitir-ausencia"), typed)
        assert response.status_code == 422
        assert f'href="#id_{left_out}"' in response.content.decode()

    def test_the_second_of_two_people_gets_409_and_keeps_what_they_typed(self, floor):
        person = senator()
        typed = {**TODAY, "seen": "0", "reason": "Fallo de la Corte."}
        assert floor.post(address(person, "suspender"), typed).status_code == 302
        response = floor.post(address(person, "suspender"), typed)
        assert response.status_code == 409
        assert "Fallo de la Corte." in response.content.decode()
        assert PersonAct.objects.count() == 1

    def test_wrong_days_are_corrected_from_a_list_of_what_is_held(self, floor, approver):
        person = senator()
        row = ExclusionFactory(person=person)
        form = floor.get(address(person, "corregir")).content.decode()
        assert f'value="EXCLUSION:{row.pk}"' in form
        typed = {**TODAY, "row": f"EXCLUSION:{row.pk}", "until": "2026-06-10"}
        assert floor.post(address(person, "corregir"), typed).status_code == 302
        approve(approver, PersonAct.objects.get())
        row.refresh_from_db()
        assert (str(row.during.lower), str(row.during.upper)) == ("2026-06-01", "2026-06-10")

    def test_the_secretary_of_a_committee_enters_its_substitutes(
        self, secretary, approver, committee
    ):
        member, person = senator(), senator()
        CommitteeSeatFactory(committee=committee, person=member)
        typed = {
            **TODAY,
            "committee_id": committee.pk,
            "other_id": member.pk,
            "until": "2026-07-01",
        }
        response = secretary.post(address(person, "reemplazar-en-comision"), typed)
        assert response.status_code == 302
        approve(approver, PersonAct.objects.get())
        assert Substitution.objects.get().substitute == person

    def test_a_committee_of_another_secretary_is_not_offered(self, secretary, committee):
        other = CommitteeSeatFactory(person=senator()).committee
        form = secretary.get(address(senator(), "integrar-comision")).content.decode()
        assert f'<option value="{committee.pk}"' in form
        assert f'<option value="{other.pk}"' not in form

    def test_the_secretary_of_a_committee_suspends_nobody(self, secretary):
        person = senator()
        page = secretary.get(address(person, "suspender")).content.decode()
        assert "<form method" not in page
        assert secretary.post(address(person, "suspender"), TODAY).status_code == 403
        assert PersonAct.objects.count() == 0

    @pytest.mark.parametrize("role", [Role.DRAFTING_OFFICIAL, Role.AUDITOR, Role.QUALITY])
    def test_those_who_only_read_enter_nothing(self, enter, role):
        person, client = senator(), enter("zoe", role)
        assert client.get(address(person)).status_code == 200
        assert client.post(address(person, "suspender"), TODAY).status_code == 403
        assert client.post(f"{PEOPLE}ingresar/", TODAY).status_code == 403
        assert PersonAct.objects.count() == 0

    @pytest.mark.parametrize("slug", ["borrar", "ingresar"])
    def test_a_change_that_nobody_knows_is_not_there(self, floor, slug):
        person = senator()
        assert floor.get(address(person, slug)).status_code == 404
        assert floor.post(address(person, slug), TODAY).status_code == 404


class TestApproving:
    def test_several_for_one_seat_are_refused_together_and_the_article_is_named(
        self, floor, approver
    ):
        senator(region="nuble")
        for name in ("ana-riffo", "berta-tapia"):
            person = PersonFactory(slug=name)
            typed = {**TODAY, "constituency": "16", "until": "2030-03-11"}
            assert floor.post(address(person, "asumir-escano"), typed).status_code == 302
        chosen = [
            f"{act.publication_id}:{act.publication.revision}" for act in PersonAct.objects.all()
        ]
        response = approver.post(f"{HOME}publicaciones/aprobar/", {"chosen": chosen})
        page = response.content.decode()
        assert response.status_code == 422
        assert "berta-tapia: " in page
        assert "Constitución, art. 49" in page
        assert Mandate.objects.count() == 1


class TestPages:
    def test_a_person_shows_what_may_change_and_why_not(self, floor, drafter):
        person = senator()
        page = floor.get(address(person)).content.decode()
        assert address(person, "dejar-escano") in page
        assert address(person, "asumir-escano") not in page
        assert address(person, "dejar-escano") not in drafter.get(address(person)).content.decode()

    def test_a_senator_of_no_committee_is_pointed_out(self, floor):
        person, warned = senator(), "every senator sits on one at least"
        english = f"/en{address(person)}"
        assert warned in floor.get(english).content.decode()
        CommitteeSeatFactory(person=person)
        assert warned not in floor.get(english).content.decode()

    def test_the_list_is_narrowed(self, floor):
        party = PartyFactory(slug="partido-verde")
        sitting = senator("Ana Riffo Soto", party=party)
        out, former = senator("Berta Tapia Lillo"), PersonFactory(given_names="Carla")
        ExclusionFactory(person=out)
        CommitteeSeatFactory(person=out, committee__slug="hacienda")

        def shown(**query: str) -> set[Person]:
            page = floor.get(PEOPLE, query).content.decode()
            return {one for one in (sitting, out, former) if f"{PEOPLE}{one.slug}/" in page}

        assert shown() == {sitting, out, former}
        assert shown(texto="riffo ANA") == {sitting}
        assert shown(situacion="en-ejercicio") == {sitting}
        assert shown(situacion="sin-ejercer") == {out}
        assert shown(situacion="sin-escano") == {former}
        assert shown(partido="partido-verde") == {sitting}
        assert shown(comision="hacienda") == {out}

    def test_a_committee_shows_its_members_secretary_substitutes_and_bills(
        self, floor, secretary, committee
    ):
        chair, member, person = senator(), senator(), senator()
        CommitteeSeatFactory(committee=committee, person=chair, role=CommitteeRole.CHAIR)
        CommitteeSeatFactory(committee=committee, person=member)
        Substitution.objects.create(
            committee=committee, member=member, substitute=person, during=days()
        )
        dossier = file_one(floor)
        floor.post(
            f"{HOME}proyectos/{dossier.number}/actos/dar-cuenta/",
            {
                "taken_on": timezone.localdate().isoformat(),
                "committee": committee.slug,
                "revision": dossier.revision,
            },
        )
        page = floor.get(f"{HOME}comisiones/{committee.slug}/").content.decode()
        for one in (chair, member, person):
            assert address(one) in page
        assert secretary.user.name in page
        assert f"{HOME}proyectos/{dossier.number}/" in page
        assert (
            f"{HOME}comisiones/{committee.slug}/"
            in floor.get(f"{HOME}comisiones/").content.decode()
        )

    def test_what_is_not_there_is_not_found(self, floor):
        assert floor.get(f"{PEOPLE}nadie/").status_code == 404
        assert floor.get(f"{HOME}comisiones/ninguna/").status_code == 404


class TestCosts:
    @pytest.mark.parametrize("count", [1, 3])
    def test_the_list(self, floor, count, django_assert_num_queries):
        for _ in range(count):
            senator(party=PartyFactory())
        floor.get(PEOPLE)
        with django_assert_num_queries(7):
            page = floor.get(PEOPLE).content.decode()
        assert page.count('<th scope="row"') == count

    @pytest.mark.parametrize("count", [1, 3])
    def test_a_person(self, floor, count, django_assert_num_queries):
        person = senator()
        for number in range(count):
            CommitteeSeatFactory(person=person)
            typed = {**TODAY, "party_id": PartyFactory().pk, "since": f"2026-06-0{number + 1}"}
            floor.post(address(person, "ingresar-a-partido"), typed)
        assert PersonAct.objects.count() == count
        floor.get(address(person))
        with django_assert_num_queries(7):
            floor.get(address(person))

    @pytest.mark.parametrize("count", [1, 3])
    def test_a_person_for_a_committees_secretary(self, secretary, count, django_assert_num_queries):
        person = senator()
        for _ in range(count):
            CommitteeSeatFactory(person=person)
        secretary.get(address(person))
        with django_assert_num_queries(9):
            secretary.get(address(person))

    @pytest.mark.parametrize("count", [1, 3])
    @pytest.mark.parametrize(
        ("slug", "queries"),
        [
            ("asumir-escano", 7),
            ("proveer-vacante", 8),
            ("ingresar-a-comite", 7),
            ("reemplazar-en-comision", 8),
            ("corregir", 8),
        ],
    )
    def test_a_form(self, floor, slug, queries, count, django_assert_num_queries):
        person, *_others = [senator(party=PartyFactory()) for _ in range(count)]
        CommitteeSeatFactory(person=person)
        floor.get(address(person, slug))
        with django_assert_num_queries(queries):
            floor.get(address(person, slug))

    @pytest.mark.parametrize("count", [1, 3])
    def test_the_committees(self, floor, count, django_assert_num_queries):
        for _ in range(count):
            CommitteeSeatFactory(person=senator())
        floor.get(f"{HOME}comisiones/")
        with django_assert_num_queries(5):
            floor.get(f"{HOME}comisiones/")

    @pytest.mark.parametrize("count", [1, 3])
    def test_a_committee(self, floor, committee, count, django_assert_num_queries):
        for _ in range(count):
            member = CommitteeSeatFactory(committee=committee, person=senator()).person
            Substitution.objects.create(
                committee=committee, member=member, substitute=senator(), during=days()
            )
        floor.get(f"{HOME}comisiones/{committee.slug}/")
        with django_assert_num_queries(9):
            floor.get(f"{HOME}comisiones/{committee.slug}/")
