"""What the OpenAPI document has no place for: the rules of the house, in plain words."""

from collections.abc import Mapping

from markupsafe import Markup

from portals.shared.language import gettext as _

Row = tuple[str | Markup, ...]
Figures = Mapping[str, str]


_LISTS_OF_BILLS = (
    "/proyectos.json /proyectos.csv /proyectos.atom /asuntos.json /asuntos.csv /asuntos.atom"
)
_ONE_BILL = (
    "/proyectos/8575-05.json /proyectos/8575-05.atom /proyectos/8575-05/textos/1-mocion.json"
)
_VOTES = (
    "/votaciones.json /votaciones.csv /votaciones.atom"
    " /votaciones/370/35/4.json /votaciones/370/35/4.csv"
)
_SENATORS = (
    "/senadores.json /senadores.csv /senadores/name-surname.json"
    " /senadores/name-surname.atom /senadores/name-surname/votaciones.csv"
)


def group_titles() -> dict[str, str]:
    return {
        "index": _("Index"),
        "bills": _("Bills and matters of the Senate"),
        "texts": _("Texts"),
        "documents": _("Documents"),
        "votes": _("Votes"),
        "senators": _("Senators"),
        "committees": _("Committees"),
        "sessions": _("Sittings"),
    }


def facts(figures: Figures) -> tuple[str, ...]:
    """How to ask, in the order in which one needs to know it."""
    return (
        _(
            "Everything is read with GET, from anywhere: no key, no account, no cookie; pages of any site may ask (CORS)."
        ),
        _(
            "Filters have the same Spanish names as in the pages of the portal. An unknown parameter is refused with the list of those that exist, so that a misspelt filter never gives a wrong answer that looks right."
        ),
        _(
            "Lists give %(usual)s results at a time, up to %(largest)s with «limite». The address in «next» leads on, without counting and without a last page; rows that arrive meanwhile neither repeat nor hide others."
        )
        % figures,
        _(
            "«include» gives with each thing of a list what otherwise comes only with one alone: authors, steps, ballots. A list that was not asked for is absent, not empty."
        ),
        _(
            "Identifiers are for ever and the same on any site: bill/8575-05, vote/370/35/4, senator/name-surname. A senator is named in every ballot by the same identifier."
        ),
        _(
            "Null is «not known» or «not stated», never zero. Texts that end in _text are printed by the source; the field beside them is how we read them."
        ),
        _("Days are YYYY-MM-DD; moments carry the Chilean offset. Spans include both ends."),
        _(
            "Each answer has an ETag and, where nothing changed, answers 304. «Senate-Revision» grows with every change of the record; «source» says what file a row was read from, with its hash; «content_sha256» is the hash of one resource."
        ),
        _(
            "One address may ask %(requests)s times a minute. Answers that are kept in memory are not counted. Beyond that, 429 with «Retry-After»."
        )
        % figures,
    )


def examples() -> tuple[Row, ...]:
    return (
        (
            _("Bills in their second reading, with authors"),
            _code("/api/v1/bills?estado=en-tramitacion&etapa=segundo-tramite&include=authors"),
        ),
        (_("What moved since a day"), _code("/api/v1/bills?desde=2026-08-01")),
        (_("One vote with everybody's answer"), _code("/api/v1/votes/370/35/4")),
        (_("The same, for a spreadsheet"), _code("/votaciones/370/35/4.csv")),
        (
            _("Sittings of a committee, with their agendas"),
            _code("/api/v1/sessions?comision=salud&include=agenda"),
        ),
    )


def formats() -> tuple[Row, ...]:
    """Every page that has other formats, and where they are."""
    named = (
        (_("Bills and matters"), _LISTS_OF_BILLS),
        (_("One bill; its steps as a feed; one of its texts"), _ONE_BILL),
        (_("Votes; the roll call of one"), _VOTES),
        (_("Senators; what one signed and answered"), _SENATORS),
        (_("Committees"), "/comisiones.json /comisiones.csv /comisiones/salud.json"),
        (_("Sittings"), "/sesiones.json /sesiones.csv /sesiones/370/35.json"),
        (
            _("Calendars to subscribe to"),
            "/agenda.ics /sesiones/sala.ics /comisiones/salud/agenda.ics",
        ),
        (
            _("Any search of bills, as a feed"),
            "/buscar.atom?q=pensiones&estado=en-tramitacion",
        ),
        (_("For crawlers and browsers"), "/sitemap.xml /robots.txt /opensearch.xml"),
    )
    return tuple((what, _codes(*addresses.split())) for what, addresses in named)


def format_notes(figures: Figures) -> tuple[str, ...]:
    return (
        _("Lists take the same filters in every format."),
        _(
            "CSV follows RFC 4180, in UTF-8 with a byte order mark, so that spreadsheets read the accents. Columns have the names of the API and codes are those of the API. A cell that a spreadsheet would take for a formula has an apostrophe before it. A file has at most %(rows)s rows; where there are more, the «Link» header says where they go on."
        )
        % figures,
        _(
            "Calendars keep the identifier of each sitting for ever: a changed summons replaces the one you had, and a cancelled sitting says so."
        ),
    )


def problems() -> tuple[Row, ...]:
    """Each refusal, and what to do. The types lead here."""
    known = (
        (
            "400",
            "parameters",
            _(
                "A parameter is unknown, repeated, misspelt, or names nothing. «errors» says which, and what is known."
            ),
        ),
        ("404", "absent", _("It does not exist, or is not published: both answer alike.")),
        ("405", "method", _("Anything but GET, HEAD or OPTIONS.")),
        (
            "406",
            "format",
            _(
                "Another format than JSON was asked for with «Accept». Other formats have addresses of their own."
            ),
        ),
        (
            "429",
            "limit",
            _("Too many requests from one address. «Retry-After» says how many seconds to wait."),
        ),
        ("500", "failure", _("Our fault. It has been recorded.")),
    )
    return tuple(
        (status, Markup('<code id="problem-{0}">{0}</code>').format(code), when)
        for status, code, when in known
    )


def promises() -> tuple[str, ...]:
    """What whoever writes a program against version 1 may count on."""
    return (
        _(
            "Within version 1 no address, field, parameter or code is taken away or changes its meaning. New ones may appear: read what you know and pass over the rest."
        ),
        _(
            "Should something have to go, a version 2 comes first and version 1 goes on for at least twelve months, with the headers «Deprecation» (RFC 9745) and «Sunset» (RFC 8594) on every answer."
        ),
        _("An address that once answered goes on answering, or leads to the one that replaced it."),
    )


def _code(text: str) -> Markup:
    return Markup("<code>{}</code>").format(text)


def _codes(*texts: str) -> Markup:
    return Markup(" ").join(_code(text) for text in texts)
