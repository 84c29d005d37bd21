"""The parameters of each list: the same Spanish words as the pages'."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy
from rest_framework import serializers

from legislation.bills.enums import BillKind
from legislation.bills.selectors import BillFilter, narrowing_of
from legislation.sessions.selectors import Bodies
from portals.open_data.base.problems import Fault, Refused
from portals.open_data.base.queries import (
    Between,
    BillNumber,
    Listing,
    Ordinal,
    Paged,
    Query,
    Slug,
    Word,
    Words,
)
from portals.shared import address_words as words
from portals.shared.language import gettext as _

BILL_PARTS = (
    "authors",
    "subjects",
    "stages",
    "merged_with",
    "steps",
    "urgencies",
    "documents",
    "texts",
    "votes",
)
LANGUAGES = {"es": "es", "en": "en"}


class BillWords(Query):
    """What pages, searches and feeds of bills are narrowed by."""

    estado = Word(words.STATUSES, help_text=gettext_lazy("How it stands."))
    etapa = Word(words.STAGES, help_text=gettext_lazy("Stage of its procedure."))
    origen = Word(words.ORIGINS, help_text=gettext_lazy("Chamber in which it began."))
    iniciativa = Word(words.INITIATIVES, help_text=gettext_lazy("Who started it."))
    urgencia = Word(words.URGENCIES, help_text=gettext_lazy("With this urgency running today."))
    comision = Slug(help_text=gettext_lazy("In the hands of the committee of this name."))
    materia = Slug(help_text=gettext_lazy("Filed under the subject of this name."))
    autor = Slug(help_text=gettext_lazy("Signed by the senator of this name."))
    anio = Ordinal(help_text=gettext_lazy("Filed in this year."))


class BillFilters(BillWords):
    desde = serializers.DateField(
        required=False, help_text=gettext_lazy("With a last step from this day on (YYYY-MM-DD).")
    )
    hasta = serializers.DateField(
        required=False,
        help_text=gettext_lazy("With a last step up to and including this day (YYYY-MM-DD)."),
    )


class BillQuery(BillFilters, Listing):
    include = Words(
        BILL_PARTS, help_text=gettext_lazy("Lists to give with each bill, separated by commas.")
    )


class BillFileQuery(BillFilters, Paged):
    pass


class VoteFilters(Between):
    tipo = Word(words.DEBATES, help_text=gettext_lazy("Kind of debate."))
    resultado = Word(words.RESULTS, help_text=gettext_lazy("How it came out."))
    anio = Ordinal(help_text=gettext_lazy("Taken in this year."))
    boletin = BillNumber(help_text=gettext_lazy("About the bill or matter with this number."))
    legislatura = Ordinal(help_text=gettext_lazy("Number of the legislature."))


class VoteQuery(VoteFilters, Listing):
    include = Words(("ballots",), help_text=gettext_lazy("Everybody's answer, with each vote."))


class VoteFileQuery(VoteFilters, Paged):
    pass


class SenatorFilters(Query):
    region = Slug(help_text=gettext_lazy("Whose last seat is of this region."))
    partido = Slug(help_text=gettext_lazy("Whose last party is this one."))
    escano = Word(
        {"con": True, "sin": False},
        help_text=gettext_lazy("With or without a seat on record today."),
    )


class SenatorQuery(SenatorFilters, Listing):
    pass


class SenatorFileQuery(SenatorFilters, Paged):
    pass


class CommitteeFilters(Query):
    camara = Word(words.CHAMBERS, help_text=gettext_lazy("Chamber to which it belongs."))
    tipo = Word(words.COMMITTEES, help_text=gettext_lazy("Kind of committee."))


class CommitteeQuery(CommitteeFilters, Listing):
    pass


class CommitteeFileQuery(CommitteeFilters, Paged):
    pass


class SessionFilters(Between):
    organo = Word(
        {"sala": Bodies.FLOOR, "comisiones": Bodies.COMMITTEES},
        help_text=gettext_lazy("Of the floor alone, or of committees alone."),
    )
    comision = Slug(help_text=gettext_lazy("Of the committee of this name."))
    legislatura = Ordinal(help_text=gettext_lazy("Number of the legislature."))
    estado = Word(words.SESSION_STATES, help_text=gettext_lazy("Whether it was held."))


class SessionQuery(SessionFilters, Listing):
    include = Words(
        ("agenda", "attendance"),
        help_text=gettext_lazy("Lists to give with each sitting, separated by commas."),
    )


class SessionFileQuery(SessionFilters, Paged):
    pass


class DocumentQuery(Between, Listing):
    tipo = Word(words.PAPERS, help_text=gettext_lazy("Kind of document."))
    boletin = BillNumber(help_text=gettext_lazy("About the bill or matter with this number."))
    clase = Word(words.BILL_KINDS, help_text=gettext_lazy("Of bills alone, or of matters alone."))
    comision = Slug(help_text=gettext_lazy("Issued by the committee of this name."))


class TextQuery(Between, Listing):
    tipo = Word(words.TEXTS, help_text=gettext_lazy("Kind of text."))
    boletin = BillNumber(help_text=gettext_lazy("About the bill or matter with this number."))
    clase = Word(words.BILL_KINDS, help_text=gettext_lazy("Of bills alone, or of matters alone."))


class SenatorVotesFileQuery(Paged):
    """As the page of a senator's votes is narrowed."""

    respuesta = Word(words.ANSWERS, help_text=gettext_lazy("What the senator answered."))
    anio = Ordinal(help_text=gettext_lazy("Taken in this year."))
    tipo = Word(words.DEBATES, help_text=gettext_lazy("Kind of debate."))


class SearchFeedQuery(BillWords):
    """What the address of a search says; a feed gives the bills that it finds, the newest first."""

    q = serializers.CharField(max_length=400, help_text=gettext_lazy("Words to look for."))
    clase = Word(words.BILL_KINDS, help_text=gettext_lazy("Of bills alone, or of matters alone."))


class LanguageQuery(Query):
    idioma = Word(LANGUAGES, help_text=gettext_lazy("Language of the descriptions."))


def bill_filter(asked: dict[str, Any], *, kind: BillKind) -> BillFilter:
    """What the parameters of a list of bills mean. A query for each name given.

    :raises Refused: a name is nobody's
    """
    committee, subject, author = (
        _named(asked, parameter, name)
        for parameter, name in (
            ("comision", "committee"),
            ("materia", "subject"),
            ("autor", "author"),
        )
    )
    return BillFilter(
        kind=kind,
        status=asked.get("estado", ""),
        stage=asked.get("etapa", ""),
        origin=asked.get("origen", ""),
        initiative=asked.get("iniciativa", ""),
        urgency=asked.get("urgencia", ()),
        year=asked.get("anio"),
        committee_id=committee,
        subject_id=subject,
        author_id=author,
    )


def _named(asked: dict[str, Any], parameter: str, name: str) -> int | None:
    if parameter not in asked:
        return None
    try:
        named = getattr(narrowing_of(**{name: asked[parameter]}), name)
    except ObjectDoesNotExist as absent:
        raise nobody(parameter) from absent
    return int(named.id)


def nobody(parameter: str) -> Refused:
    """The name given in a parameter names nothing."""
    return Refused((Fault(parameter, _("Nothing has this name.")),))
