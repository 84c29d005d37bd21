"""Calendars of sittings that live."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from legislation.provenance.models import Source
from legislation.sessions.enums import SessionKind, SessionState
from portals.open_data.formats.ical import Sitting, written
from tests.factories.bills import BillFactory
from tests.factories.people import CommitteeFactory
from tests.factories.sessions import committee_sitting, list_item
from tests.factories.votes import sitting

pytestmark = pytest.mark.django_db

READ_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def events_of(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def a_sitting(**fields: object) -> Sitting:
    usual = {
        "uid": "session/374/39@senado.example",
        "title": "Sala del Senado: sesión 39/374",
        "on": date(2026, 10, 7),
        "starts_at": None,
        "ended_at": None,
        "place": "",
        "notes": "",
        "href": "https://senado.example/sesiones/374/39/",
        "sequence": 0,
        "is_cancelled": False,
        "told_at": READ_AT,
    }
    return Sitting(**(usual | fields))


class TestTheFormat:
    def test_of_a_day_without_an_hour_is_so(self):
        assert written("Sala", [a_sitting(place="Valparaíso", sequence=2)]).decode() == (
            "BEGIN:VCALENDAR\r\n"
            "VERSION:2.0\r\n"
            "PRODID:-//Senado de Chile//Agenda//ES\r\n"
            "CALSCALE:GREGORIAN\r\n"
            "METHOD:PUBLISH\r\n"
            "X-WR-CALNAME:Sala\r\n"
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
            "X-WR-TIMEZONE:America/Santiago\r\n"
            "BEGIN:VEVENT\r\n"
            "SUMMARY:Sala del Senado: sesión 39/374\r\n"
            "DTSTART;VALUE=DATE:20261007\r\n"
            "DTSTAMP:20261120T120000Z\r\n"
            "UID:session/374/39@senado.example\r\n"
            "SEQUENCE:2\r\n"
            "LOCATION:Valparaíso\r\n"
            "STATUS:CONFIRMED\r\n"
            "TRANSP:TRANSPARENT\r\n"
            "URL:https://senado.example/sesiones/374/39/\r\n"
            "END:VEVENT\r\n"
            "END:VCALENDAR\r\n"
        )

    def test_of_an_hour_is_by_the_chilean_clock_and_brings_it(self):
        winter = datetime(2026, 7, 7, 20, tzinfo=UTC)
        content = written("Sala", [a_sitting(on=winter.date(), starts_at=winter, ended_at=winter)])

        assert b"DTSTART;TZID=America/Santiago:20260707T160000\r\n" in content
        assert b"TZID:America/Santiago\r\n" in content
        assert events_of(content)[0].decoded("dtstart") == winter
        assert events_of(content)[0].decoded("dtend") == winter

    def test_folds_long_lines_and_escapes_what_means_something(self):
        hostile = "Tabla; con, comas\\ y\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nñ" + "ñ" * 100
        content = written("Sala", [a_sitting(notes=hostile, title="a\r\nATTACH:x\x00\x0b")])

        assert max(len(line) for line in content.split(b"\r\n")) <= 75
        assert len(events_of(content)) == 1
        assert b"\r\nATTACH" not in content
        assert (
            "Tabla\\; con\\, comas\\\\ y\\nEND:VEVENT\\nBEGIN:VEVENT"
            in content.decode().replace("\r\n ", "")
        )


class TestTheAgenda:
    def test_has_what_the_sitting_is_about(self, client, senate):
        floor = next(
            e
            for e in events_of(client.get("/agenda.ics").content)
            if e["UID"].startswith("session/374/39")
        )

        assert floor["SUMMARY"] == "Sala del Senado: sesión 39/374"
        assert floor["DESCRIPTION"] == (
            "Ordinaria\n1. Plazos máximos para las listas de espera (17345-11)"
        )
        assert floor["URL"] == "http://testserver/sesiones/374/39/"
        assert floor.decoded("dtstart") == datetime(2026, 10, 7, 19, tzinfo=UTC)

    def test_of_all_the_floor_and_one_committee_are_three(self, client, senate):
        CommitteeFactory(slug="aguas")

        def bodies(path: str) -> int:
            return len(events_of(client.get(path).content))

        assert bodies("/agenda.ics") == 4
        assert bodies("/sesiones/sala.ics") == 2
        assert bodies("/comisiones/salud/agenda.ics") == 2
        assert bodies("/comisiones/aguas/agenda.ics") == 0

    def test_keeps_the_identifier_of_a_sitting_whose_summons_changes(self, client):
        session = sitting(40, held_on=date(2026, 12, 1), state=SessionState.SUMMONED)
        before = events_of(client.get("/agenda.ics").content)[0]
        session.held_on, session.revision = date(2026, 12, 2), 1
        session.save()
        after = events_of(client.get("/agenda.ics").content)[0]

        assert before["UID"] == after["UID"] == "session/374/40@testserver"
        assert (int(before["SEQUENCE"]), int(after["SEQUENCE"])) == (0, 1)
        assert after.decoded("dtstart") == date(2026, 12, 2)

    @pytest.mark.parametrize("state", [SessionState.CANCELLED, SessionState.FAILED])
    def test_says_that_a_sitting_will_not_be(self, client, state):
        sitting(40, held_on=date(2026, 12, 1), state=state, kind=SessionKind.SPECIAL)

        event = events_of(client.get("/sesiones/sala.ics").content)[0]

        assert event["STATUS"] == "CANCELLED"
        assert str(state.label) in event["DESCRIPTION"]

    def test_begins_sixty_days_ago(self, client):
        sitting(1, held_on=date(2026, 9, 24))
        sitting(2, held_on=date(2026, 9, 25))

        uids = [event["UID"] for event in events_of(client.get("/agenda.ics").content)]

        assert uids == ["session/374/2@testserver"]

    def test_tells_when_it_was_read_or_when_the_record_changed(self, client):
        source = Source.objects.create(name="s", sha256="a" * 64, size=1, read_at=READ_AT)
        sitting(1, held_on=date(2026, 12, 1), source=source)

        event = events_of(client.get("/agenda.ics").content)[0]

        assert event.decoded("dtstamp") == READ_AT

    def test_of_a_committee_leads_to_its_page(self, client):
        committee_sitting(
            CommitteeFactory(slug="salud", name="Comisión de Salud"), date(2026, 12, 1)
        )

        event = events_of(client.get("/comisiones/salud/agenda.ics").content)[0]

        assert event["SUMMARY"].startswith("Comisión de Salud: sesión ")
        assert event["URL"] == "http://testserver/comisiones/salud/"

    @pytest.mark.parametrize("sittings", [1, 3])
    @pytest.mark.parametrize(
        ("path", "queries"),
        [("/agenda.ics", 3), ("/sesiones/sala.ics", 3), ("/comisiones/salud/agenda.ics", 4)],
    )
    def test_costs_what_it_costs(self, client, django_assert_num_queries, sittings, path, queries):
        committee = CommitteeFactory(slug="salud")
        for number in range(sittings):
            list_item(sitting(number + 1, held_on=date(2026, 12, 1)), bill=BillFactory())
            list_item(committee_sitting(committee, date(2026, 12, 1)))

        with django_assert_num_queries(queries):
            client.get(path)
