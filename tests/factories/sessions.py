"""Fictional sittings, their agendas and committees' sittings. Legislatures are real rows that
the migrations leave. ``votes.sitting`` makes a sitting of the floor with its attendance."""

from datetime import date
from itertools import count

from legislation.bills.models import Bill
from legislation.people.models import Committee
from legislation.sessions.enums import AgendaPart
from legislation.sessions.models import AgendaItem, Session
from tests.factories.votes import sitting

_numbers = count(1)


def committee_sitting(committee: Committee, held_on: date, **fields: object) -> Session:
    """A sitting of a committee in legislature 374."""
    return sitting(next(_numbers), held_on=held_on, committee=committee, **fields)


def list_item(
    session: Session,
    heading: str = "Plazos máximos para las listas de espera",
    *,
    bill: Bill | None = None,
    part: AgendaPart = AgendaPart.ORDER_OF_THE_DAY,
) -> AgendaItem:
    """Put one more item at the end of a sitting's agenda."""
    return AgendaItem.objects.create(
        session=session,
        position=session.agenda_items.count() + 1,
        part=part,
        heading=heading,
        bill=bill,
    )
