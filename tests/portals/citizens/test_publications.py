"""What was published here is read to the letter, with all that became of it; what was not, not."""

import json
import re
from datetime import timedelta
from hashlib import sha256

import pytest
import rfc8785
from bs4 import BeautifulSoup
from django.utils import timezone

from accounts.models import User
from legislation.procedure.enums import ActKind
from legislation.provenance.selectors import record_state
from legislation.publishing import services as publications
from legislation.publishing.enums import PublicationKind, PublicationState
from legislation.publishing.models import Publication
from portals.shared import record_watch
from tests.factories.accounts import UserFactory
from tests.legislation.procedure.conftest import AT
from tests.portals.citizens.publications import (
    REASON,
    a_desk,
    correct,
    give_notice,
    propose,
    withdraw,
)
from tests.portals.citizens.reading import notices_of, text_of
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db

TODAY = AT.date() + timedelta(days=30)
NEW_WORDS = "Cuenta de proyecto. Pasa a Comisión de Salud."
HOSTILE = '<script>alert("1")</script> & "comillas"'


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args, **_kwargs: TODAY)


@pytest.fixture
def desk():
    return a_desk()


@pytest.fixture
def notice(desk):
    return give_notice(desk)


def main_of(response) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def page_of(client, pk: int) -> BeautifulSoup:
    return main_of(client.get(f"/en/publicaciones/{pk}/"))


def in_state(state: PublicationState) -> Publication:
    """A publication in a state, whatever led there."""
    approved = state in (
        PublicationState.APPROVED,
        PublicationState.PUBLISHED,
        PublicationState.WITHDRAWN,
    )
    out = state in (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
    content = {"number": "1-01", "title": "Un título", "description": "Unas palabras."}
    hashed = publications.content_hash(content)
    return Publication.objects.create(
        kind=PublicationKind.ACT,
        object_kind="bill",
        object_key="1-01",
        content=content,
        content_hash=hashed,
        state=state,
        drafted_by=UserFactory(),
        drafted_at=AT,
        approved_by=UserFactory() if approved else None,
        approved_at=AT if approved else None,
        approved_hash=hashed if approved else "",
        published_at=AT if out else None,
        withdrawn_at=AT if state == PublicationState.WITHDRAWN else None,
        reason="Un motivo." if state == PublicationState.WITHDRAWN else "",
    )


class TestAPublication:
    def test_says_word_for_word_what_was_published_when_and_by_whom(self, client, desk, notice):
        User.objects.filter(pk=desk.floor.user_id).update(name="Marta Lagos")
        User.objects.filter(pk=desk.approver.user_id).update(name="Pedro Riffo")

        main = page_of(client, notice.publication_id)

        assert main.blockquote.get_text().strip() == (
            "Cuenta de proyecto. Pasa a Comisión de Hacienda."
        )
        assert text_of(main.select_one(".kicker")) == "Published on Monday 1 June 2026, 10:00"
        facts = [text_of(one) for one in main.select(".facts > div")]
        assert facts[0] == "Day 2 June 2026"
        assert facts[-2:] == [
            "Drafted by Marta Lagos, Floor secretariat. Monday 1 June 2026, 10:00",
            "Approved by Pedro Riffo, Approving official. Monday 1 June 2026, 10:00",
        ]
        assert main.find("a", href=f"/en/proyectos/{desk.dossier.number}/") is not None

    def test_never_says_with_what_address_somebody_signs_in(self, client, desk, notice):
        User.objects.update(name="")

        response = client.get(f"/publicaciones/{notice.publication_id}/")

        assert "@" not in main_of(response).get_text()

    def test_gives_the_hash_that_its_data_has_in_canonical_form(self, client, notice):
        pk = notice.publication_id
        data = client.get(f"/publicaciones/{pk}.json").json()

        assert sha256(rfc8785.dumps(data["content"])).hexdigest() == data["content_sha256"]
        main = page_of(client, pk)
        assert data["content_sha256"] in main.get_text()
        assert json.loads(main.pre.get_text()) == data["content"]

    @pytest.mark.parametrize("state", PublicationState)
    def test_is_there_only_once_it_came_out(self, client, state):
        pk = in_state(state).pk
        is_public = state in ("PUBLISHED", "WITHDRAWN")

        statuses = {
            client.get(f"{root}/publicaciones/{pk}{ending}").status_code
            for root, ending in (("", "/"), ("/en", "/"), ("", ".json"))
        }

        assert statuses == {200 if is_public else 404}

    def test_that_is_not_out_answers_as_one_that_never_was(self, client):
        hidden = client.get(f"/publicaciones/{in_state(PublicationState.APPROVED).pk}/")
        absent = client.get("/publicaciones/987654321/")

        address = re.compile(rb"publicaciones/[0-9]+")
        assert address.sub(b"", hidden.content) == address.sub(b"", absent.content)

    @pytest.mark.parametrize("pk", ["0", "01", "1.5", "-1", "9" * 18, "9" * 30, "%00", "a"])
    def test_of_a_number_that_means_nothing_is_not_found(self, client, pk):
        assert client.get(f"/publicaciones/{pk}/").status_code == 404
        assert client.get(f"/publicaciones/{pk}.json").status_code == 404

    def test_that_was_corrected_leads_to_the_newer_and_back(self, client, desk, notice):
        erratum = correct(desk, notice.publication_id, notice)

        old, new = page_of(client, notice.publication_id), page_of(client, erratum.pk)

        assert notices_of(old) == [
            f"This publication was corrected. On 9 June 2026, by Publication {erratum.pk}: {REASON}"
        ]
        assert old.blockquote is not None
        assert old.select_one(f'a[href="/en/publicaciones/{erratum.pk}/"]') is not None
        assert notices_of(new) == []
        chain = new.select_one("[aria-labelledby=cadena]")
        assert chain.a["href"] == f"/en/publicaciones/{notice.publication_id}/"

    def test_does_not_tell_of_an_erratum_that_is_not_out(self, client, desk, notice):
        found = propose(desk, notice.publication_id, notice)

        main = page_of(client, notice.publication_id)

        assert notices_of(main) == []
        assert REASON not in main.get_text()
        assert client.get(f"/publicaciones/{found.pk}/").status_code == 404

    def test_that_was_withdrawn_is_a_stone_without_the_words(self, client, desk, notice):
        withdraw(desk, notice.publication_id)

        response = client.get(f"/en/publicaciones/{notice.publication_id}/")
        data = client.get(f"/publicaciones/{notice.publication_id}.json")

        assert notices_of(main_of(response)) == [
            "This publication was withdrawn on 1 June 2026. Nombraba a un menor."
        ]
        assert "fija plazos de espera" in main_of(response).get_text()
        for answer in (response, data):
            assert "Pasa a Comisi" not in answer.content.decode()
            assert notice.publication.content_hash not in answer.content.decode()
        assert (data.json()["content"], data.json()["content_sha256"]) == (None, None)

    def test_whose_erratum_was_withdrawn_keeps_none_of_its_words(self, client, desk, notice):
        erratum = correct(desk, notice.publication_id, notice)
        withdraw(desk, erratum.pk)

        main = page_of(client, notice.publication_id)

        assert main.blockquote is None
        assert notices_of(main) == [
            "These words can no longer be read. What corrected them was withdrawn."
            " The reason is there."
        ]
        assert "Pasa a Comisi" not in client.get("/erratas/").content.decode()

    def test_does_not_say_why_it_was_once_returned_to_its_author(self, client, desk):
        act = desk.take(ActKind.GIVE_NOTICE, committee=desk.committee.slug)
        author = desk.floor
        publications.submit(publication_id=act.publication_id, actor=author, at=AT)
        publications.send_back(
            publication_id=act.publication_id, reason="Falta tilde", actor=desk.approver, at=AT
        )
        desk.publish()

        for ending in ("/", ".json"):
            answer = client.get(f"/publicaciones/{act.publication_id}{ending}")
            assert answer.status_code == 200
            assert "Falta tilde" not in answer.content.decode()

    def test_writes_hostile_words_as_text(self, client, desk, notice):
        erratum = correct(desk, notice.publication_id, notice, description=HOSTILE, reason=HOSTILE)

        for pk in (erratum.pk, notice.publication_id):
            assert page_of(client, pk).find_all("script") == []
        assert page_of(client, erratum.pk).blockquote.get_text().strip() == HOSTILE
        listed = main_of(client.get("/erratas/"))
        assert listed.find_all("script") == []
        assert HOSTILE in listed.get_text()

    @pytest.mark.parametrize("each", [1, 3])
    def test_costs_four_queries_however_long_its_chain(
        self, client, desk, notice, django_assert_num_queries, each
    ):
        pk = notice.publication_id
        for number in range(each):
            pk = correct(desk, pk, notice, session_number=30 + number).pk

        with django_assert_num_queries(4):
            page_of(client, notice.publication_id)


class TestErrata:
    def test_shows_the_old_words_beside_the_new_with_the_reason(self, client, desk, notice):
        erratum = correct(desk, notice.publication_id, notice, description=NEW_WORDS)

        main = main_of(client.get("/en/erratas/"))

        (article,) = main.select(".diff__art")
        assert [text_of(one) for one in article.select("del .t")] == ["Hacienda"]
        assert [text_of(one) for one in article.select("ins .t")] == ["Salud", "Sesión 21/374"]
        assert f"Reason: {REASON}" in text_of(main)
        assert {a["href"] for a in main.select("section a")} == {
            f"/en/proyectos/{desk.dossier.number}/",
            f"/en/publicaciones/{notice.publication_id}/",
            f"/en/publicaciones/{erratum.pk}/",
        }

    def test_is_newest_first_and_goes_on_in_pages(self, client, desk, notice, monkeypatch):
        monkeypatch.setattr("portals.citizens.pages.errata_list.PAGE_SIZE", 2)
        made, pk = [], notice.publication_id
        for number in range(3):
            pk = correct(desk, pk, notice, days=8 + number, session_number=30 + number).pk
            made.append(f"publicacion-{pk}")

        first = main_of(client.get("/erratas/"))
        older = main_of(client.get(first.select_one("a[href*=pagina]")["href"]))

        ids = [one["id"] for page in (first, older) for one in page.select("section[id]")]
        assert ids == made[::-1]

    def test_of_nothing_corrected_says_so(self, client, notice):
        main = main_of(client.get("/en/erratas/"))
        assert "Nothing that was published has been corrected or withdrawn." in main.get_text()

    def test_lists_a_withdrawal_without_its_words(self, client, desk, notice):
        withdraw(desk, notice.publication_id)

        main = main_of(client.get("/en/erratas/"))

        assert [h.get_text() for h in main.select("section h2")] == ["Withdrawn on 1 June 2026"]
        assert "Nombraba a un menor." in main.get_text()
        assert "Pasa a Comisi" not in main.get_text()

    @pytest.mark.parametrize("page", ["x", "", "%00", "eyJ", "1"])
    def test_of_a_page_that_is_not_of_this_list_is_not_found(self, client, page):
        status = client.get(f"/erratas/?pagina={page}").status_code
        assert status == (404 if page else 200)

    @pytest.mark.parametrize("each", [1, 3])
    def test_cost_three_queries_for_any_number(
        self, client, desk, notice, django_assert_num_queries, each
    ):
        pk = notice.publication_id
        for number in range(each):
            pk = correct(desk, pk, notice, session_number=30 + number).pk

        with django_assert_num_queries(3):
            main_of(client.get("/erratas/"))

    def test_are_followed_as_a_feed(self, client, desk, notice):
        erratum = correct(desk, notice.publication_id, notice)

        feed = client.get("/erratas.atom").content.decode()

        assert f"/publicaciones/{erratum.pk}/" in feed
        assert REASON in feed


class TestTheBill:
    def step_links(self, client, desk) -> list[tuple[str, str]]:
        main = main_of(client.get(f"/en/proyectos/{desk.dossier.number}/"))
        return [(a.get_text(), a["href"]) for a in main.select(".chron a[href*=publicaciones]")]

    def test_links_each_step_to_its_publication(self, client, desk, notice):
        pk = notice.publication_id
        assert self.step_links(client, desk)[0] == (
            f"Publication {pk}",
            f"/en/publicaciones/{pk}/",
        )

    def test_says_which_step_was_corrected_and_when(self, client, desk, notice):
        erratum = correct(desk, notice.publication_id, notice)

        assert self.step_links(client, desk)[0] == (
            "Corrected on 9 June 2026",
            f"/en/publicaciones/{erratum.pk}/",
        )
        main = main_of(client.get(f"/en/proyectos/{desk.dossier.number}/"))
        assert main.find("a", string="All errata and withdrawals")["href"] == "/en/erratas/"

    def test_says_which_step_was_withdrawn(self, client, desk, notice):
        withdraw(desk, notice.publication_id)

        assert self.step_links(client, desk)[0][0] == "Withdrawn on 1 June 2026"

    def test_says_nothing_of_errata_where_there_are_none(self, client, desk, notice):
        main = main_of(client.get(f"/en/proyectos/{desk.dossier.number}/"))
        assert main.find("a", string="All errata and withdrawals") is None


@pytest.mark.parametrize(
    ("is_withdrawn", "said"), [(False, b"Corrected on"), (True, b"Withdrawn on")]
)
def test_a_page_that_was_kept_tells_at_once_what_became_of_a_publication(
    client, watching, is_withdrawn, said
):
    desk = a_desk()
    notice = give_notice(desk)
    paths = (
        f"/en/proyectos/{desk.dossier.number}/",
        f"/en/publicaciones/{notice.publication_id}/",
        "/en/erratas/",
    )
    wait_until(lambda: record_watch.watch.state.revision == record_state().revision)
    before = [client.get(path).content for path in paths]
    if is_withdrawn:
        withdraw(desk, notice.publication_id)
    else:
        correct(desk, notice.publication_id, notice)
    wait_until(lambda: record_watch.watch.state.revision == record_state().revision)
    after = [client.get(path).content for path in paths]

    assert [said in page for page in before] == [False, False, False]
    assert [page != old for page, old in zip(after, before, strict=True)] == [True, True, True]
    assert (said in after[0], said in after[2]) == (True, True)
