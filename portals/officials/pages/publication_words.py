"""What a second person reads of a document about to be public, before approving it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.parts import Fact


def document_label(content: Mapping[str, Any]) -> str:
    """What kind of document it is, in a word or two."""
    match content["document"]:
        case "AMENDMENT_PAPER":
            return _("Amendment paper No. %(number)s") % {"number": content["paper"]}
        case "LETTER":
            return _("Letter No. %(number)s") % {"number": content["reference"]}
    return _("Document")


def document_facts(content: Mapping[str, Any]) -> tuple[Fact, ...]:
    """Everything that comes out with it: of an amendment paper, each amendment whole."""
    dated_on = content.get("dated_on", "")
    known = [
        (_("Bill"), f"{content.get('number', '')}. {content.get('title', '')}".strip(". ")),
        (_("Its date"), plain_date(date.fromisoformat(dated_on)) if dated_on else ""),
        (_("Kind"), content.get("letter_type", "")),
        (_("With"), content.get("correspondent", "")),
        (_("Senators who ask for it"), "; ".join(content.get("senators", ()))),
    ]
    facts = [Fact(term, value) for term, value in known if value]
    return (*facts, *(_amendment(one) for one in content.get("amendments", ())))


def _amendment(one: Mapping[str, Any]) -> Fact:
    """In the record's own words, which are Spanish."""
    parts = (f"De {'; '.join(one['authors'])}.", one["said"], one["text"])
    return Fact(
        _("Amendment %(number)s") % {"number": one["number"]},
        " ".join(part for part in parts if part),
    )
