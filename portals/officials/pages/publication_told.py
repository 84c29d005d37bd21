"""What a publication is of, in the words of the desk: an act, a document, a paper or a letter."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from legislation.documents.enums import FileKind
from legislation.procedure.enums import ActKind, Standing
from legislation.procedure.selectors.documents import file_of_publication, why_not_ready
from legislation.publishing.models import Publication
from portals.officials.pages.documents import kind_name
from portals.officials.pages.person_change import of_change
from portals.officials.pages.publication_words import document_facts, document_label
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Fact, Link

ATTACHED_FILE = "ATTACHED_FILE"
PERSON_ACT = "PERSON_ACT"
THOUSAND = 1000
Known = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Told:
    """``more`` is where all of it can be read before it is approved, where it is not a sentence.
    ``waits`` says what it waits for before it can be approved, «» if for nothing."""

    label: str
    facts: tuple[Fact, ...]
    more: tuple[Link, ...] = ()
    waits: str = ""


def told_of(found: Publication) -> Told:
    """What it says, besides its words."""
    content = found.content
    bill = ((_("Bill"), f"{content['number']}. {content['title']}"),)
    if content.get("document") == PERSON_ACT:
        label, known = of_change(content)
        return Told(label, _facts(known))
    if "act" in content:
        return Told(str(ActKind(content["act"]).label), _facts((*bill, *_of_act(content))))
    if content.get("document") == ATTACHED_FILE:
        label = kind_name(content["kind"], content["text_kind"])
        waits = why_not_ready(file_of_publication(found.pk), found)
        return Told(label, _facts((*bill, *_of_file(content))), _file_links(found), waits)
    return Told(document_label(content), document_facts(content))


def _facts(known: Known) -> tuple[Fact, ...]:
    return tuple(Fact(term, value) for term, value in known if value)


def _of_act(content: dict[str, Any]) -> Known:
    sitting = ""
    if content["session_number"] and content["legislature_number"]:
        sitting = f"{content['session_number']}/{content['legislature_number']}"
    return (
        (_("Day of the act"), _day(content, "taken_on")),
        (_("Sitting"), sitting),
        (_("It will stand"), str(Standing(content["led_to"]).label)),
        (_("By the law"), content["citation"]),
    )


def _of_file(content: dict[str, Any]) -> Known:
    pages = _("pages: %(count)s") % {"count": content["pages"]} if content["pages"] else ""
    size = _("%(kilobytes)s kB") % {"kilobytes": max(1, round(content["size"] / THOUSAND))}
    file = ", ".join(filter(None, (str(FileKind(content["file_kind"]).label), size, pages)))
    parts = _("Parts recognised: %(count)s") % {"count": content["articles"]}
    return (
        (_("Day of the document"), _day(content, "dated_on")),
        (_("Version"), str(content["version"])),
        (_("Committee"), content["committee_name"]),
        (_("Attached file"), file),
        (_("Text read"), parts if content["articles"] else ""),
        (_("SHA-256 of the file"), content["sha256"]),
        (_("Where the public gets it"), content["address"]),
    )


def _file_links(found: Publication) -> tuple[Link, ...]:
    content = found.content
    where = {"number": found.object_key, "position": content["position"]}
    file = reverse("officials:document-file", kwargs={**where, "version": content["version"]})
    return (
        Link(_("Open the file"), file),
        Link(_("The document, with what was read in it"), _document(where)),
    )


def _document(where: dict[str, Any]) -> str:
    return reverse("officials:document", kwargs=where)


def _day(content: dict[str, Any], name: str) -> str:
    return plain_date(date.fromisoformat(content[name])) if content.get(name) else ""
