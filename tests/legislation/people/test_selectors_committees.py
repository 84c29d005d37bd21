from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legislation.people.enums import Chamber, CommitteeRole
from legislation.people.models import Committee
from legislation.people.selectors_committees import get_committee, list_committees, seats_of
from tests.factories.people import (
    CommitteeFactory,
    CommitteeSeatFactory,
    PartyFactory,
    days,
    senator,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
BEFORE = days(date(2022, 3, 11), date(2024, 3, 11))


def test_committees_are_in_spanish_order_with_who_chairs_and_how_many_sit_that_day():
    health = CommitteeFactory(slug="salud", name="Salud")
    ethics = CommitteeFactory(slug="etica", name="Ética")
    energy = CommitteeFactory(slug="energia", name="Energía", chamber=Chamber.DEPUTIES)
    ana, eva = senator("Ana Riffo Tapia", slug="ana"), senator("Eva Calfún Tapia", slug="eva")
    CommitteeSeatFactory(committee=health, person=ana, role=CommitteeRole.CHAIR)
    CommitteeSeatFactory(committee=health, person=eva)
    CommitteeSeatFactory(committee=ethics, person=eva, during=BEFORE, role=CommitteeRole.CHAIR)

    with CaptureQueriesContext(connection) as queries:
        rows = list_committees(on=TODAY)

    assert len(queries) == 1
    assert [(row.slug, row.members, row.chair_slug) for row in rows] == [
        ("energia", 0, None),
        ("etica", 0, None),
        ("salud", 2, "ana"),
    ]
    assert rows[0].id == energy.pk
    assert rows[2].chair == "Ana Riffo Tapia"


def test_a_committee_is_found_by_its_address():
    CommitteeFactory(slug="salud", name="Salud", remit="Salud pública")

    assert get_committee("salud").remit == "Salud pública"
    with pytest.raises(Committee.DoesNotExist):
        get_committee("no-hay")


def test_seats_say_who_when_and_from_where():
    room = CommitteeFactory()
    union = PartyFactory(name="Unión")
    ana = senator("Ana Riffo Tapia", slug="ana", region="nuble", party=union)
    eva = senator("Eva Calfún Tapia", slug="eva")
    CommitteeSeatFactory(committee=room, person=ana)
    CommitteeSeatFactory(committee=room, person=eva, role=CommitteeRole.CHAIR)
    CommitteeSeatFactory(committee=CommitteeFactory(), person=eva)

    chair, member = seats_of(room.pk)

    assert chair == (
        "eva", "Eva Calfún Tapia", "CHAIR", date(2022, 3, 11), date(2030, 3, 11), "Maule", None,
    )  # fmt: skip
    assert (member.slug, member.region, member.party) == ("ana", "Ñuble", "Unión")


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2022, 3, 10), False),
        (date(2022, 3, 11), True),
        (date(2024, 3, 10), True),
        (date(2024, 3, 11), False),
    ],
)
def test_a_seat_is_held_from_its_first_day_until_the_day_before_its_end(day, holds):
    room = CommitteeFactory()
    CommitteeSeatFactory(committee=room, person=senator(), during=BEFORE)

    (seat,) = seats_of(room.pk)

    assert seat.holds_on(day) is holds
