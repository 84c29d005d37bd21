"""Pages described in schema.org's words."""

from datetime import UTC, date, datetime

from portals.shared import structured_data as described

SENATE = {"@type": "GovernmentOrganization", "name": "Senado de Chile"}
FOUR_O_CLOCK = datetime(2026, 10, 7, 19, tzinfo=UTC)


def test_a_vote_is_an_act_of_the_senate_with_its_roll_call():
    assert described.vote(
        name="Votación 1",
        subject="En general",
        taken=date(2026, 10, 7),
        result="Aprobado.",
        bill_number="1-01",
        bill_title="Uno",
        downloads=[("text/csv", "https://senado.example/votaciones/374/39/1.csv")],
    ) == {
        "@context": "https://schema.org",
        "@type": "VoteAction",
        "name": "Votación 1",
        "description": "En general",
        "agent": SENATE,
        "startTime": "2026-10-07",
        "result": {"@type": "CreativeWork", "text": "Aprobado."},
        "object": {
            "@type": "Legislation",
            "legislationIdentifier": "1-01",
            "name": "Uno",
            "legislationJurisdiction": "CL",
        },
        "subjectOf": {
            "@type": "Dataset",
            "name": "Votación 1",
            "description": "Votación 1. En general",
            "isAccessibleForFree": True,
            "creator": SENATE,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": "text/csv",
                    "contentUrl": "https://senado.example/votaciones/374/39/1.csv",
                }
            ],
        },
    }


def test_what_is_not_known_is_left_out():
    assert described.person(name="Irene Calfún") == {
        "@context": "https://schema.org",
        "@type": "Person",
        "name": "Irene Calfún",
    }
    assert "object" not in described.vote(
        name="Votación 1", subject="", taken=FOUR_O_CLOCK, result="Aprobado."
    )


def test_a_senator_works_for_the_senate_while_in_office():
    senator = described.person(
        name="Irene Calfún", job="Senadora", region="Maule", party="Partido del Sur"
    )

    assert (senator["jobTitle"], senator["worksFor"]) == ("Senadora", SENATE)
    assert senator["areaServed"] == {"@type": "AdministrativeArea", "name": "Maule"}
    assert senator["affiliation"] == {"@type": "Organization", "name": "Partido del Sur"}


def test_a_sitting_is_an_event_by_the_chilean_clock():
    sitting = described.event(
        name="Sesión 39/374", on=date(2026, 10, 7), starts_at=FOUR_O_CLOCK, place="Valparaíso",
        about=["1-01"],
    )  # fmt: skip

    assert sitting["startDate"] == "2026-10-07T16:00-03:00"
    assert sitting["eventStatus"] == "https://schema.org/EventScheduled"
    assert sitting["organizer"] == SENATE
    assert sitting["about"] == [{"@type": "Legislation", "legislationIdentifier": "1-01"}]


def test_a_cancelled_sitting_of_a_committee_says_so():
    sitting = described.event(
        name="Sesión 1", on=date(2026, 10, 7), body="Comisión de Salud", is_cancelled=True
    )

    assert sitting["eventStatus"] == "https://schema.org/EventCancelled"
    assert sitting["organizer"]["department"]["name"] == "Comisión de Salud"
    assert sitting["startDate"] == "2026-10-07"


def test_a_committee_belongs_to_the_senate():
    committee = described.committee(name="Comisión de Salud", members=["Irene Calfún"])

    assert committee["parentOrganization"] == SENATE
    assert committee["member"] == [{"@type": "Person", "name": "Irene Calfún"}]
