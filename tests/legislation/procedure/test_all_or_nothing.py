"""Killed at any of its statements, an act leaves all of it or nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import OperationalError, connection, transaction

from accounts.ledger.models import LedgerEntry
from legislation.procedure import services
from legislation.procedure.details import ActDetails
from legislation.procedure.enums import ActKind
from legislation.procedure.proposals import Correction, Step
from legislation.publishing import services as publications
from tests.legislation.procedure.conftest import AT, ON, a_filing

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


class Killed(OperationalError):
    """The process is gone."""


class KilledAt:
    """Fails at the statement of this number, and counts those before it."""

    def __init__(self, number: int | None = None) -> None:
        self.number, self.seen = number, 0

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        self.seen += 1
        if self.seen == self.number:
            raise Killed
        return execute(*statement)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row that an act may touch."""
    models = [*apps.get_app_config("legislation").get_models(), LedgerEntry]
    return {
        model.__name__: list(model._default_manager.order_by("pk").values_list())
        for model in models
        if model.__name__ not in {"PublicRevision", "SearchWord", "Source"}
    }


def filing(desk):
    return lambda: services.file_bill(filing=a_filing(), actor=desk.drafter, at=AT, submits=True)


def acting(desk):
    step = Step(kind=ActKind.DECLARE_INADMISSIBLE, taken_on=ON, details=desk_ground())
    return lambda: services.take_act(
        dossier_id=desk.dossier.pk, step=step, actor=desk.floor, at=AT, submits=True
    )


def approving(desk):
    filed = desk.dossier.acts.get(position=1)
    publications.submit(publication_id=filed.publication_id, actor=desk.drafter, at=AT)
    return lambda: services.approve_act(
        publication_id=filed.publication_id, actor=desk.approver, at=AT
    )


def correcting(desk):
    desk.publish()
    filed = desk.dossier.acts.get(position=1)
    found = services.propose_erratum(
        publication_id=filed.publication_id,
        correction=Correction(reason="Error.", taken_on=filed.taken_on, session_number=3),
        actor=desk.drafter,
        at=AT,
    )
    return lambda: services.approve_act(publication_id=found.pk, actor=desk.approver, at=AT)


def withdrawing(desk):
    desk.publish()
    filed = desk.dossier.acts.get(position=1)
    return lambda: services.withdraw_publication(
        publication_id=filed.publication_id, reason="Error.", actor=desk.approver, at=AT
    )


def desk_ground() -> ActDetails:
    return ActDetails(ground="Materia de iniciativa exclusiva.")


def run(act: Callable[[], Any], killer: KilledAt) -> None:
    with connection.execute_wrapper(killer):
        act()


@pytest.mark.parametrize("prepare", [filing, acting, approving, correcting, withdrawing])
def test_all_of_it_or_nothing(desk, prepare):
    act = prepare(desk)
    before, counter = everything(), KilledAt()
    with transaction.atomic():
        run(act, counter)
        assert everything() != before
        transaction.set_rollback(True)
    assert counter.seen > 10
    for number in range(1, counter.seen + 1):
        with pytest.raises(Killed):
            run(act, KilledAt(number))
        assert everything() == before, f"something was left by statement {number}"
