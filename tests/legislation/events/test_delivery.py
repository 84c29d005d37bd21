"""What happened is told after the commit, once to each reaction, again until it is done."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone, translation
from kombu.exceptions import OperationalError

from accounts.actors import SYSTEM, Actor
from accounts.decisions import NotPermitted
from accounts.ledger import selectors as ledger
from accounts.ledger.models import LedgerEntry
from accounts.models import User
from accounts.roles import Role
from legislation import wiring
from legislation.bills.models import Bill
from legislation.errors import RuleViolation
from legislation.events import dispatch, selectors, tasks
from legislation.events.dispatch import MOST_ATTEMPTS, Reaction, Told
from legislation.events.enums import DeliveryState
from legislation.events.models import Delivery
from legislation.events.services import record, replay
from legislation.search import services as search
from tests.factories.bills import BillFactory
from tests.legislation.events.happenings import TrialHeld, hold, reaction

pytestmark = pytest.mark.django_db

Use = Callable[..., None]
LATER = timedelta(days=1)


def states() -> dict[str, tuple[str, int]]:
    rows = Delivery.objects.values_list("reaction", "state", "attempts")
    return {name: (state, attempts) for name, state, attempts in rows}


def fail(_told: Told) -> None:
    raise RuntimeError("the printer is on fire")


def give_up(react: Use) -> Delivery:
    """A delivery whose reaction failed as often as it may."""
    react(reaction(fail))
    hold()
    now = timezone.now()
    for number in range(MOST_ATTEMPTS):
        dispatch.sweep(at=now + number * LATER)
    return Delivery.objects.get()


class TestRecording:
    def test_an_event_leaves_a_row_of_the_ledger_and_a_delivery_for_each_that_follows(
        self, react: Use
    ) -> None:
        react(
            reaction(print, "one"),
            reaction(print, "two"),
            Reaction("of its object", print, kinds=frozenset({"trial"})),
            Reaction("of what it touches", print, kinds=frozenset({"bill"})),
            Reaction("of something else", print, kinds=frozenset({"vote"})),
        )

        entry = hold(others=[("bill", "90001-07")])

        assert (entry.act, entry.object_kind, entry.object_key) == ("trial.held", "trial", "1")
        assert states() == dict.fromkeys(
            ("one", "two", "of its object", "of what it touches"), (DeliveryState.PENDING, 0)
        )

    def test_nothing_follows_from_what_nobody_waits_for(self, react: Use) -> None:
        react()

        hold()

        assert (LedgerEntry.objects.count(), Delivery.objects.count()) == (1, 0)

    @pytest.mark.django_db(transaction=True)
    def test_an_act_that_fails_leaves_neither(self, react: Use) -> None:
        told: list[Told] = []
        react(reaction(told.append))

        with pytest.raises(RuntimeError):
            _hold_and_fail()

        assert (LedgerEntry.objects.count(), Delivery.objects.count(), told) == (0, 0, [])

    def test_two_reactions_of_one_name_are_refused(self, react: Use) -> None:
        with pytest.raises(ValueError, match=r"Two reactions are called trials\.note"):
            react(reaction(print), reaction(fail))


@transaction.atomic
def _hold_and_fail() -> None:
    record(TrialHeld(1), actor=SYSTEM, object_kind="trial", object_key="1")
    raise RuntimeError


class TestDelivering:
    def test_it_is_told_after_the_commit_what_happened_and_to_what(
        self, react: Use, django_capture_on_commit_callbacks: Any
    ) -> None:
        told: list[Told] = []
        react(reaction(told.append))

        with django_capture_on_commit_callbacks(execute=True):
            entry = hold(others=[("bill", "90001-07"), ("vote", "1"), ("bill", "90002-07")])
            assert told == []

        assert [one.event for one in told] == [TrialHeld(1, names=("Ana", "Luis"))]
        assert told[0].entry == entry
        assert told[0].keys("bill") == ["90001-07", "90002-07"]
        assert told[0].keys("trial") == ["1"]
        assert states() == {"trials.note": (DeliveryState.DONE, 1)}

    @pytest.mark.django_db(transaction=True)
    def test_a_broker_that_is_down_fails_nothing_and_the_sweeper_finds_it(
        self,
        react: Use,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        told: list[Told] = []
        react(reaction(told.append))

        def refuse(**_said: object) -> None:
            raise OperationalError("connection refused")

        monkeypatch.setattr(tasks.deliver, "apply_async", refuse)
        hold()
        assert "connection refused" in caplog.text
        assert states() == {"trials.note": (DeliveryState.PENDING, 0)}

        tasks.sweep()

        assert len(told) == 1
        assert states() == {"trials.note": (DeliveryState.DONE, 1)}

    def test_a_broker_may_deliver_twice(self, react: Use) -> None:
        told: list[Told] = []
        react(reaction(told.append))
        entry = hold()

        tasks.deliver(sequence=entry.sequence)
        tasks.deliver(sequence=entry.sequence)

        assert len(told) == 1

    @pytest.mark.django_db(transaction=True)
    def test_two_workers_at_once_tell_it_once(self, react: Use) -> None:
        told: list[Told] = []
        react(reaction(told.append))
        entry, both = hold(), Barrier(2)

        def work() -> None:
            both.wait()
            try:
                dispatch.deliver(entry.sequence, at=timezone.now())
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as workers:
            for done in [workers.submit(work) for _ in range(2)]:
                done.result()

        assert len(told) == 1
        assert states() == {"trials.note": (DeliveryState.DONE, 1)}

    def test_each_reaction_stands_alone(self, react: Use, caplog: pytest.LogCaptureFixture) -> None:
        def write_and_fail(_told: Told) -> None:
            User.objects.create_user("ana@senado.example")
            fail(_told)

        told: list[Told] = []
        react(reaction(write_and_fail, "fails"), reaction(told.append, "works"))
        entry = hold()

        with caplog.at_level(logging.WARNING):
            assert dispatch.deliver(entry.sequence, at=timezone.now()) == 1

        failed = Delivery.objects.get(reaction="fails")
        assert (failed.state, failed.last_error) == (
            DeliveryState.PENDING,
            "RuntimeError: the printer is on fire",
        )
        assert User.objects.count() == 0
        assert len(told) == 1
        assert "A reaction failed" in caplog.text

    def test_it_waits_longer_after_each_failure(self, react: Use) -> None:
        react(reaction(fail))
        hold()
        at = timezone.now()
        waits = []
        for _ in range(MOST_ATTEMPTS):
            dispatch.sweep(at=at)
            dispatch.sweep(at=at)
            delivery = Delivery.objects.get()
            waits.append((delivery.next_at - at).total_seconds())
            at = delivery.next_at

        assert waits == [30, 120, 480, 1920, 7680, 30720]
        assert states() == {"trials.note": (DeliveryState.DEAD, MOST_ATTEMPTS)}

    def test_a_reaction_that_kills_its_process_is_given_up_like_any_other(self, react: Use) -> None:
        def die(_told: Told) -> None:
            raise SystemExit(9)

        react(reaction(die))
        hold()
        now = timezone.now()
        for number in range(MOST_ATTEMPTS):
            with pytest.raises(SystemExit):
                dispatch.sweep(at=now + number * LATER)
        dispatch.sweep(at=now + MOST_ATTEMPTS * LATER)

        assert states() == {"trials.note": (DeliveryState.DEAD, MOST_ATTEMPTS)}
        assert Delivery.objects.get().last_error == "The last attempt did not live to tell."

    def test_a_reaction_that_is_no_longer_in_the_house_is_seen(self, react: Use) -> None:
        react(reaction(print))
        entry = hold()
        react()

        dispatch.deliver(entry.sequence, at=timezone.now())

        assert Delivery.objects.get().last_error == (
            "LookupError: Nothing reacts by the name of trials.note."
        )

    def test_a_first_attempt_does_not_wait_for_two_clocks_to_agree(self, react: Use) -> None:
        told: list[Told] = []
        react(reaction(told.append))
        entry = hold()

        dispatch.deliver(entry.sequence, at=timezone.now() - timedelta(hours=1))

        assert len(told) == 1

    def test_a_sweep_with_nothing_due_is_one_statement(
        self, react: Use, django_assert_num_queries: Any
    ) -> None:
        with django_assert_num_queries(1):
            assert dispatch.sweep(at=timezone.now()) == 0


class TestWhatWasGivenUp:
    def test_is_seen_and_not_tried_again(self, react: Use) -> None:
        delivery = give_up(react)
        told: list[Told] = []
        react(reaction(told.append))

        dispatch.sweep(at=timezone.now() + 100 * LATER)

        assert told == []
        assert selectors.given_up() == [delivery]
        assert selectors.count_given_up() == 1

    def test_is_put_back_by_a_person_and_the_ledger_says_so(
        self, react: Use, django_capture_on_commit_callbacks: Any
    ) -> None:
        delivery = give_up(react)
        told: list[Told] = []
        react(reaction(told.append))
        admin = Actor(user_id=7, name="Ana", roles=frozenset({Role.IT_ADMINISTRATOR}))

        with django_capture_on_commit_callbacks(execute=True):
            replay(delivery_id=delivery.pk, actor=admin, at=timezone.now())

        assert len(told) == 1
        assert states() == {"trials.note": (DeliveryState.DONE, 1)}
        last = LedgerEntry.objects.latest("sequence")
        assert (last.act, last.actor_id, last.object_kind, last.object_key) == (
            "delivery.replayed",
            7,
            "delivery",
            str(delivery.pk),
        )
        assert selectors.count_given_up() == 0

    @pytest.mark.parametrize(
        "role",
        [role for role in Role if role not in {Role.IT_ADMINISTRATOR, Role.FLOOR_SECRETARIAT}],
    )
    def test_is_not_put_back_by_somebody_else(self, react: Use, role: Role) -> None:
        delivery = give_up(react)
        actor = Actor(user_id=7, name="Ana", roles=frozenset({role}))

        with translation.override("en"), pytest.raises(NotPermitted, match="IT administrator"):
            replay(delivery_id=delivery.pk, actor=actor, at=timezone.now())

        assert states() == {"trials.note": (DeliveryState.DEAD, MOST_ATTEMPTS)}
        assert LedgerEntry.objects.count() == 1

    def test_what_is_pending_is_not_put_back(self, react: Use) -> None:
        react(reaction(print))
        hold()

        with pytest.raises(RuleViolation):
            replay(delivery_id=Delivery.objects.get().pk, actor=SYSTEM, at=timezone.now())
        assert LedgerEntry.objects.count() == 1


class TestTheReactionsOfTheHouse:
    def test_their_names_are_kept_for_ever(self) -> None:
        names = {one.name for one in dispatch.in_use()}

        assert names >= {"search.index_bills", "ledger.make_checkpoint"}

    def test_a_bill_is_found_by_what_it_says_after_an_act(
        self, django_capture_on_commit_callbacks: Any
    ) -> None:
        bill, other = BillFactory(title="Sobre plazas"), BillFactory(title="Sobre plazas")
        search.index_bills(None)
        Bill.objects.update(title="Sobre glaciares")

        with django_capture_on_commit_callbacks(execute=True):
            hold(object_kind="bill", object_key=bill.number)

        assert found_by("glaciares") == {bill.pk}
        assert found_by("plazas") == {other.pk}

    def test_a_bill_that_is_touched_is_found_as_well(
        self, django_capture_on_commit_callbacks: Any
    ) -> None:
        bill = BillFactory(title="Sobre glaciares")

        with django_capture_on_commit_callbacks(execute=True):
            hold(others=[("bill", bill.number)])

        assert found_by("glaciares") == {bill.pk}

    def test_a_checkpoint_is_signed_when_it_is_told_to(self, react: Use) -> None:
        react(reaction(wiring.sign_checkpoint))
        entry = hold()

        dispatch.deliver(entry.sequence, at=timezone.now())

        assert ledger.size() == ledger.latest_checkpoint().size == 1


def found_by(word: str) -> set[int]:
    rows = Bill.objects.extra(
        where=["search_vector @@ to_tsquery('es_unaccent', es_norm(%s))"], params=[word]
    )
    return set(rows.values_list("pk", flat=True))
