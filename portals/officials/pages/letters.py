"""Letters that went out and came in: the list with what is overdue, and one with its answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from legislation.letters import permissions, selectors
from legislation.letters.enums import Direction, LetterKind
from legislation.letters.models import Letter
from legislation.letters.selectors import LetterRow
from legislation.publishing.enums import PublicationState
from portals.shared.formats import plain_date
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parameters import asked
from portals.shared.parts import Column, Fact, Filter, Link

SIZE = 50
WAITING, OVERDUE = "pendiente", "vencida"
# The words of the address.
DIRECTIONS = {"enviado": Direction.OUT, "recibido": Direction.IN}
FILTERS = ("texto", "sentido", "con", "respuesta", "boletin")

Row = tuple[str | int | Markup | None, ...]


@dataclass(frozen=True)
class LettersPage:
    """``reason`` says why this person enters no letters, empty if they may."""

    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    pages: PageLinks
    reason: str
    send_href: str
    receive_href: str
    overdue: int
    overdue_href: str


@dataclass(frozen=True)
class LetterPage:
    title: str
    kicker: str
    subject: str
    facts: tuple[Fact, ...]
    is_overdue: bool
    due: str
    crumbs: tuple[Link, ...]
    columns: tuple[Column, ...]
    answers: tuple[Row, ...]
    reason: str
    answer_href: str


@dataclass(frozen=True)
class LetterEntryPage:
    """A form of a letter; ``reason`` says why there is none."""

    title: str
    lead: str
    reason: str
    crumbs: tuple[Link, ...]
    back_href: str
    direction: Direction
    kind: str
    correspondent: str
    bill: str
    revision: int


def build(query: Mapping[str, str], actor: Actor, *, on: date) -> LettersPage:
    """The list as its address asks for it: 2 queries."""
    kept = {name: value for name in FILTERS if (value := asked(query, name))}
    page = keyset_page(
        selectors.list_letters(
            on=on,
            direction=DIRECTIONS.get(kept.get("sentido", "")),
            kind=_kind(kept.get("con", "")),
            bill=kept.get("boletin", ""),
            words=kept.get("texto", ""),
            is_waiting=kept.get("respuesta") == WAITING,
            is_overdue=kept.get("respuesta") == OVERDUE,
        ),
        order=selectors.NEWEST_FIRST,
        size=SIZE,
        cursor=query.get(CURSOR_PARAMETER),
    )
    address = reverse("officials:letters")
    return LettersPage(
        address=address,
        filters=_filters(kept),
        clear_href=address if kept else "",
        columns=_columns(),
        rows=tuple(_line(row, on) for row in page.items),
        pages=page_links(page, path=address, params=kept),
        reason=permissions.can_keep_letters(actor).reason,
        send_href=reverse("officials:letter-send"),
        receive_href=reverse("officials:letter-receive"),
        overdue=selectors.count_overdue(on=on),
        overdue_href=f"{address}?respuesta={OVERDUE}",
    )


def build_letter(pk: int, actor: Actor, *, on: date) -> LetterPage:
    """:raises Letter.DoesNotExist: there is none"""
    letter = selectors.get_letter(pk)
    due, answered = letter.answer_due_on, letter.answered_on
    title = _title(letter)
    return LetterPage(
        title=title,
        kicker=str(Direction(letter.direction).label),
        subject=letter.subject,
        facts=_facts(letter),
        is_overdue=due is not None and answered is None and due < on,
        due=plain_date(due) if due else "",
        crumbs=(Link(_("Letters"), reverse("officials:letters")), Link(title)),
        columns=_columns(),
        answers=tuple(_line(row, on) for row in selectors.answers_to(letter)),
        reason=permissions.can_keep_letters(actor).reason,
        answer_href=reverse("officials:letter-answer", kwargs={"pk": pk}),
    )


def build_entry(actor: Actor, direction: Direction) -> LetterEntryPage:
    """The form of a letter that goes out or came in."""
    is_ours = direction == Direction.OUT
    title = _("Send a letter") if is_ours else _("Enter a letter received")
    return LetterEntryPage(
        title=title,
        lead=_("It gets the next number of its year.")
        if is_ours
        else _("It keeps its sender's number."),
        reason=permissions.can_keep_letters(actor).reason,
        crumbs=(Link(_("Letters"), reverse("officials:letters")), Link(title)),
        back_href=reverse("officials:letters"),
        direction=direction,
        kind="",
        correspondent="",
        bill="",
        revision=0,
    )


def build_answer(pk: int, actor: Actor) -> LetterEntryPage:
    """:raises Letter.DoesNotExist: there is no letter to answer"""
    letter = selectors.get_letter(pk)
    title = _("Enter the answer")
    back = reverse("officials:letter", kwargs={"pk": pk})
    was_sent = letter.direction == Direction.OUT
    return LetterEntryPage(
        title=title,
        lead=f"{_title(letter)}. {letter.subject}",
        reason=permissions.can_keep_letters(actor).reason,
        crumbs=(
            Link(_("Letters"), reverse("officials:letters")),
            Link(_title(letter), back),
            Link(title),
        ),
        back_href=back,
        direction=Direction.IN if was_sent else Direction.OUT,
        kind=letter.kind,
        correspondent=letter.correspondent,
        bill=letter.dossier.number if letter.dossier else "",
        revision=letter.revision,
    )


def _kind(word: str) -> LetterKind | None:
    return LetterKind(word) if word in LetterKind.values else None


def _title(letter: Letter) -> str:
    return _("Letter No. %(number)s") % {"number": letter.reference}


def _filters(kept: Mapping[str, str]) -> tuple[Filter, ...]:
    anyone = ("", _("Any"))
    ways = tuple((word, str(way.label)) for word, way in DIRECTIONS.items())
    kinds = tuple((one.value, str(one.label)) for one in LetterKind)
    answers = ((WAITING, _("Awaiting an answer")), (OVERDUE, _("Overdue")))
    return (
        Filter("texto", _("Number, subject or correspondent"), kept.get("texto", "")),
        Filter("boletin", _("Bill"), kept.get("boletin", "")),
        Filter("sentido", _("Sent or received"), kept.get("sentido", ""), (anyone, *ways)),
        Filter("con", _("Kind"), kept.get("con", ""), (anyone, *kinds)),
        Filter("respuesta", _("Answer"), kept.get("respuesta", ""), (anyone, *answers)),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Day")),
        Column(_("Letter"), "head"),
        Column(_("With")),
        Column(_("Bill"), hide_small=True),
        Column(_("Answer")),
    )


def _line(row: LetterRow, on: date) -> Row:
    told = Markup('<a href="{}">{}</a> <span class="muted">{}. {}</span>').format(
        reverse("officials:letter", kwargs={"pk": row.id}),
        row.reference,
        Direction(row.direction).label,
        row.subject,
    )
    bill = ""
    if row.bill:
        href = reverse("officials:dossier", kwargs={"number": row.bill})
        bill = Markup('<a href="{}">{}</a>').format(href, row.bill)
    return (
        plain_date(row.dated_on),
        told,
        Markup('{} <span class="muted">{}</span>').format(
            row.correspondent, LetterKind(row.kind).label
        ),
        bill or "—",
        _answer(row, on),
    )


def _answer(row: LetterRow, on: date) -> str | Markup:
    if row.answered_on:
        return _("Answered on %(day)s") % {"day": plain_date(row.answered_on)}
    if row.answer_due_on is None:
        return "—"
    said = _("Due on %(day)s") % {"day": plain_date(row.answer_due_on)}
    if row.answer_due_on >= on:
        return said
    return Markup("{} <b>{}</b>").format(said, _("overdue"))


def _facts(letter: Letter) -> tuple[Fact, ...]:
    dossier, answers, found = letter.dossier, letter.answers, letter.publication
    by = letter.recorded_by
    known: tuple[tuple[str, str, str | None], ...] = (
        (_("Kind"), str(LetterKind(letter.kind).label), None),
        (_("Its date"), plain_date(letter.dated_on), None),
        (_("With"), letter.correspondent, None),
        (_("Senators who ask for it"), "; ".join(letter.senators.splitlines()), None),
        (_("Our number"), f"{letter.number}/{letter.year}", None),
        (
            _("Bill"),
            dossier.number if dossier else "",
            reverse("officials:dossier", args=[dossier.number]) if dossier else None,
        ),
        (
            _("It answers"),
            _title(answers) if answers else "",
            reverse("officials:letter", args=[answers.pk]) if answers else None,
        ),
        (_("To be answered by"), _day(letter.answer_due_on), None),
        (_("Answered"), _day(letter.answered_on), None),
        (
            _("Publication"),
            str(PublicationState(found.state).label) if found else "",
            reverse("officials:publication", args=[found.pk]) if found else None,
        ),
        (_("Entered by"), (by.name or by.email) if by else "", None),
    )
    return tuple(Fact(term, value, href) for term, value, href in known if value)


def _day(on: date | None) -> str:
    return plain_date(on) if on else ""
