from datetime import date

import pytest

from legislation.people.enums import Chamber
from legislation.sessions.enums import AgendaPart, SessionState
from legislation.sessions.models import AgendaItem, Session
from legislation.sessions.selectors_of_bills import floor_sittings_of, next_sitting_of
from tests.factories.bills import BillFactory, StepFactory
from tests.factories.people import CommitteeFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)


def summoned(bill, number: int, on: date, **fields: object) -> Session:
    usual = {"legislature_id": 374, "state": SessionState.SUMMONED}
    session = Session.objects.create(number=number, held_on=on, **(usual | fields))
    AgendaItem.objects.create(
        session=session, position=1, part=AgendaPart.ORDER_OF_THE_DAY, heading="Tabla", bill=bill
    )
    return session


def test_the_next_sitting_of_a_bill_is_the_first_summoned_from_a_day_on():
    bill = BillFactory()
    summoned(bill, 70, date(2026, 11, 23))
    summoned(bill, 71, TODAY, state=SessionState.CANCELLED)
    summoned(bill, 73, date(2026, 12, 2))
    committee = CommitteeFactory(name="Salud", slug="salud")
    summoned(bill, 5, date(2026, 11, 25), committee=committee)
    summoned(BillFactory(), 72, TODAY)

    found = next_sitting_of(bill.id, since=TODAY)

    assert (found.number, found.held_on, found.committee) == (5, date(2026, 11, 25), "Salud")
    assert next_sitting_of(bill.id, since=date(2026, 12, 3)) is None


def test_only_sittings_of_the_floor_on_record_are_named_by_the_steps_of_the_senate():
    bill = BillFactory()
    Session.objects.create(legislature_id=374, number=10, held_on=TODAY)
    Session.objects.create(legislature_id=374, number=11, held_on=TODAY)
    Session.objects.create(
        legislature_id=374, number=12, held_on=TODAY, committee=CommitteeFactory()
    )
    for number in (10, 12, 13):
        StepFactory(bill=bill, session_number=number, legislature_number=374)
    StepFactory(bill=bill, session_number=11, legislature_number=374, chamber=Chamber.DEPUTIES)

    assert floor_sittings_of(bill.id) == {(374, 10)}
