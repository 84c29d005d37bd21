"""Letters get their numbers, are answered within their term or not, and become public."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.actors import Actor
from accounts.decisions import NotPermitted
from accounts.ledger.models import LedgerEntry
from accounts.roles import Role
from legislation import outlets
from legislation.bills.enums import PaperKind
from legislation.bills.journey import BillPaper
from legislation.errors import Overtaken, RuleViolation
from legislation.letters import services
from legislation.letters.enums import Direction, LetterKind
from legislation.letters.models import Letter
from legislation.letters.selectors import count_overdue, list_letters
from legislation.letters.services.content import TYPES, TYPES_RECEIVED
from legislation.procedure.lifecycle import Unlawful
from legislation.publishing.models import Publication
from tests.factories.accounts import actor_with
from tests.legislation.letters.conftest import a_letter
from tests.legislation.procedure.conftest import AT, ON

TOGETHER, THREADS = 40, 8


@pytest.mark.django_db
class TestNumbers:
    def test_each_way_has_its_own_series_each_year(self, drafter):
        last_year = ON.replace(year=2025)
        made = [
            services.send_letter(draft=a_letter(), actor=drafter, at=AT),
            services.send_letter(draft=a_letter(last_year), actor=drafter, at=AT),
            services.send_letter(draft=a_letter(), actor=drafter, at=AT),
            services.receive_letter(draft=a_letter(reference="B-7"), actor=drafter, at=AT),
        ]
        assert [one.reference for one in made] == ["1/SEC/26", "1/SEC/25", "2/SEC/26", "B-7"]
        assert made[3].number == 1

    def test_a_letter_that_fails_half_way_gives_its_number_back(self, drafter):
        with pytest.raises(RuleViolation, match="No bill kept here"):
            services.send_letter(draft=a_letter(bill="99-99"), actor=drafter, at=AT)
        made = services.send_letter(draft=a_letter(), actor=drafter, at=AT)
        assert made.reference == "1/SEC/26"

    def test_what_was_entered_is_never_changed(self, drafter):
        made = services.send_letter(draft=a_letter(), actor=drafter, at=AT)
        for change in (
            lambda: Letter.objects.filter(pk=made.pk).update(subject="Otra cosa."),
            lambda: Letter.objects.filter(pk=made.pk).delete(),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                change()

    @pytest.mark.parametrize(
        "role", [Role.APPROVING_OFFICIAL, Role.COMMITTEE_SECRETARY, Role.AUDITOR, Role.SENATOR]
    )
    def test_only_the_secretariat_enters_letters(self, db, role):
        before = LedgerEntry.objects.count()
        with pytest.raises(NotPermitted):
            services.send_letter(draft=a_letter(), actor=actor_with(role), at=AT)
        assert (Letter.objects.count(), LedgerEntry.objects.count()) == (0, before)


@pytest.mark.django_db(transaction=True)
def test_letters_sent_at_once_get_different_numbers():
    user = actor_with(Role.DRAFTING_OFFICIAL).user_id
    actor = Actor(user, "", frozenset({Role.DRAFTING_OFFICIAL}))
    failed: list[BaseException] = []

    def send() -> None:
        try:
            for _ in range(TOGETHER // THREADS):
                services.send_letter(draft=a_letter(), actor=actor, at=AT)
        except BaseException as wrong:  # noqa: BLE001 (a thread's failure is the test's)
            failed.append(wrong)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(THREADS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    numbers = Letter.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, TOGETHER + 1))


@pytest.mark.django_db
class TestInWhoseName:
    def test_senators_ask_in_their_own_name(self, drafter):
        made = services.send_letter(
            draft=a_letter(kind=LetterKind.REQUESTED, senators=("Riffo Soto, Irene",)),
            actor=drafter,
            at=AT,
        )
        assert made.senators == "Riffo Soto, Irene"

    @pytest.mark.parametrize(
        "about",
        [
            {"kind": LetterKind.REQUESTED},
            {"kind": LetterKind.AUTHORITY, "senators": ("Riffo Soto, Irene",)},
        ],
    )
    def test_whoever_asks_is_named_and_nobody_else(self, drafter, about):
        with pytest.raises(Unlawful) as refusal:
            services.send_letter(draft=a_letter(**about), actor=drafter, at=AT)
        assert refusal.value.citation == "Ley 18.918, art. 9; Reglamento del Senado, art. 105"
        assert Letter.objects.count() == 0

    def test_the_senate_is_never_said_to_oversee(self):
        words = " ".join([*TYPES.values(), *TYPES_RECEIVED.values()])
        assert "fiscaliza" not in words.lower()
        assert "Oficio solicitado por senadoras y senadores" in words


@pytest.mark.django_db
class TestAnswers:
    def ask(self, drafter, days: int | None = 30, **about) -> Letter:
        return services.send_letter(
            draft=a_letter(ON - timedelta(days=40), answer_days=days, **about),
            actor=drafter,
            at=AT,
        )

    def test_the_first_answer_ends_the_term_and_later_ones_are_linked(self, drafter):
        asked = self.ask(drafter)
        assert asked.answer_due_on == ON - timedelta(days=10)
        first = services.answer(
            letter_id=asked.pk, draft=a_letter(ON, reference="B-7"), actor=drafter, at=AT
        )
        services.answer(
            letter_id=asked.pk, draft=a_letter(ON, reference="B-8"), actor=drafter, at=AT
        )
        asked.refresh_from_db()
        assert (first.direction, asked.answered_on) == (Direction.IN, ON)
        assert asked.answered_by.count() == 2
        assert LedgerEntry.objects.filter(act="letter.answered").count() == 1

    def test_what_nobody_answered_in_time_is_overdue(self, drafter):
        late, in_time = self.ask(drafter), self.ask(drafter, days=60)
        self.ask(drafter, days=None)
        overdue = [one.id for one in list_letters(on=ON, is_overdue=True)]
        waiting = {one.id for one in list_letters(on=ON, is_waiting=True)}
        assert (overdue, waiting) == ([late.pk], {late.pk, in_time.pk})
        assert count_overdue(on=ON) == 1
        services.answer(
            letter_id=late.pk, draft=a_letter(ON, reference="B-7"), actor=drafter, at=AT
        )
        assert count_overdue(on=ON) == 0

    def test_on_its_last_day_it_is_not_overdue(self, drafter):
        asked = self.ask(drafter)
        assert count_overdue(on=asked.answer_due_on) == 0

    def test_an_answer_is_not_older_than_what_it_answers(self, drafter):
        asked = self.ask(drafter)
        early = a_letter(asked.dated_on - timedelta(days=1), reference="B-7")
        with pytest.raises(Unlawful, match="before the letter"):
            services.answer(letter_id=asked.pk, draft=early, actor=drafter, at=AT)
        asked.refresh_from_db()
        assert (asked.answered_on, Letter.objects.count()) == (None, 1)

    def test_we_answer_what_we_received(self, drafter):
        received = services.receive_letter(
            draft=a_letter(ON, reference="21.004", kind=LetterKind.OTHER_CHAMBER),
            actor=drafter,
            at=AT,
        )
        ours = services.answer(letter_id=received.pk, draft=a_letter(ON), actor=drafter, at=AT)
        received.refresh_from_db()
        assert (ours.reference, received.answered_on) == ("1/SEC/26", ON)

    def test_the_second_of_two_people_is_told(self, drafter):
        asked = self.ask(drafter)
        services.answer(
            letter_id=asked.pk, draft=a_letter(ON, reference="B-7"), actor=drafter, at=AT
        )
        with pytest.raises(Overtaken):
            services.answer(
                letter_id=asked.pk,
                draft=a_letter(ON, reference="B-8"),
                actor=drafter,
                at=AT,
                expected_revision=1,
            )
        assert Letter.objects.count() == 2

    @pytest.mark.parametrize(
        ("about", "sentence"),
        [
            ({"subject": " "}, "what the letter is about"),
            ({"reference": ""}, "sender's number"),
            ({"dated_on": ON + timedelta(days=1)}, "after today"),
            ({"answer_days": 10}, "that we send"),
        ],
    )
    def test_what_cannot_be_received_so_is_refused(self, drafter, about, sentence):
        with pytest.raises(RuleViolation, match=sentence):
            services.receive_letter(
                draft=a_letter(**{"reference": "B-7", **about}), actor=drafter, at=AT
            )
        assert Letter.objects.count() == 0


@pytest.mark.django_db
class TestPublication:
    def test_a_letter_of_a_bill_is_public_once_another_person_approves(self, desk, drafter):
        made = services.send_letter(
            draft=a_letter(
                kind=LetterKind.SUPREME_COURT,
                correspondent="Corte Suprema",
                bill=desk.dossier.number,
            ),
            actor=drafter,
            at=AT,
            submits=True,
        )
        desk.publish()
        assert BillPaper.objects.count() == 0
        outlets.approve(publication_id=made.publication_id, actor=desk.approver, at=AT)
        paper = BillPaper.objects.get(bill__number=desk.dossier.number)
        assert (paper.kind, paper.number, paper.letter_type) == (
            PaperKind.LETTER,
            "1/SEC/26",
            "Oficio a la Corte Suprema",
        )

    def test_its_writer_does_not_approve_it(self, desk, drafter):
        made = services.send_letter(
            draft=a_letter(bill=desk.dossier.number), actor=drafter, at=AT, submits=True
        )
        desk.publish()
        with pytest.raises(NotPermitted):
            outlets.approve(publication_id=made.publication_id, actor=drafter, at=AT)
        assert BillPaper.objects.count() == 0

    def test_it_waits_for_its_bill_and_follows(self, desk, drafter):
        made = services.send_letter(
            draft=a_letter(bill=desk.dossier.number), actor=drafter, at=AT, submits=True
        )
        outlets.approve(publication_id=made.publication_id, actor=desk.approver, at=AT)
        assert services.publish_due(at=AT) == 0
        desk.publish()
        assert (services.publish_due(at=AT), services.publish_due(at=AT)) == (1, 0)
        assert BillPaper.objects.count() == 1

    def test_a_letter_of_no_bill_is_not_for_publication(self, drafter):
        made = services.send_letter(draft=a_letter(), actor=drafter, at=AT, submits=True)
        assert made.publication is None
        assert Publication.objects.count() == 0
