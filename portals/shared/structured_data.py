"""Pages described for machines in schema.org's words: votes, people, sittings, committees.

Each gives a plain mapping for the component ``json_ld``, which writes it safely. The template
adds the page's own absolute address as ``url``. What is not known is left out, never guessed.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

Described = dict[str, Any]

CONTEXT = "https://schema.org"
SENATE: Described = {"@type": "GovernmentOrganization", "name": "Senado de Chile"}
_STATUS = "https://schema.org/Event"


def vote(
    *,
    name: str,
    subject: str,
    taken: date | datetime,
    result: str,
    bill_number: str = "",
    bill_title: str = "",
    downloads: Sequence[tuple[str, str]] = (),
) -> Described:
    """A vote of the floor: an act of the Senate upon a bill, with its roll call as a dataset.

    :param result: the result in one sentence
    :param downloads: media type and absolute address of each format of the roll call
    """
    described = _about("VoteAction", name, description=subject)
    described |= {
        "agent": SENATE,
        "startTime": moment(taken),
        "result": {"@type": "CreativeWork", "text": result},
    }
    if bill_number:
        described["object"] = _known(
            {
                "@type": "Legislation",
                "legislationIdentifier": bill_number,
                "name": bill_title,
                "legislationJurisdiction": "CL",
            }
        )
    if downloads:
        described["subjectOf"] = {
            "@type": "Dataset",
            "name": name,
            "description": f"{name}. {subject}",
            "isAccessibleForFree": True,
            "creator": SENATE,
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}
                for kind, address in downloads
            ],
        }
    return described


def person(
    *,
    name: str,
    given_names: str = "",
    family_names: str = "",
    job: str = "",
    region: str = "",
    party: str = "",
    email: str = "",
    pages: Sequence[str] = (),
) -> Described:
    """A senator, past or present.

    :param job: the office held today; «» for somebody who holds none
    :param pages: absolute addresses of other pages about the same person
    """
    described = _about("Person", name, givenName=given_names, familyName=family_names, email=email)
    if job:
        described["jobTitle"] = job
        described["worksFor"] = SENATE
    if region:
        described["areaServed"] = {"@type": "AdministrativeArea", "name": region}
    if party:
        described["affiliation"] = {"@type": "Organization", "name": party}
    if pages:
        described["sameAs"] = list(pages)
    return described


def event(
    *,
    name: str,
    on: date,
    starts_at: datetime | None = None,
    ended_at: datetime | None = None,
    place: str = "",
    body: str = "",
    is_cancelled: bool = False,
    about: Sequence[str] = (),
) -> Described:
    """A sitting of the floor or, with ``body``, of the committee of that name.

    :param about: numbers of the bills in its agenda
    """
    organizer = {**SENATE, "department": _organization(body)} if body else SENATE
    described = _about("Event", name)
    described |= {
        "startDate": moment(starts_at or on),
        "eventStatus": f"{_STATUS}{'Cancelled' if is_cancelled else 'Scheduled'}",
        "organizer": organizer,
    }
    if ended_at is not None:
        described["endDate"] = moment(ended_at)
    if place:
        described["location"] = {"@type": "Place", "name": place}
    if about:
        described["about"] = [
            {"@type": "Legislation", "legislationIdentifier": number} for number in about
        ]
    return described


def committee(*, name: str, members: Sequence[str] = ()) -> Described:
    """A committee of the Senate, with who sits on it today."""
    described: Described = {
        "@context": CONTEXT,
        **_organization(name),
        "parentOrganization": SENATE,
    }
    if members:
        described["member"] = [{"@type": "Person", "name": member} for member in members]
    return described


def moment(value: date | datetime) -> str:
    """A day, or a moment with the Chilean offset."""
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="minutes")
    return value.isoformat()


def _about(kind: str, name: str, **known: str) -> Described:
    return {"@context": CONTEXT, "@type": kind, "name": name, **_known(known)}


def _organization(name: str) -> Described:
    return {"@type": "GovernmentOrganization", "name": name}


def _known(values: Described) -> Described:
    return {name: value for name, value in values.items() if value}
