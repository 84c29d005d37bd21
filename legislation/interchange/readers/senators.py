"""``senadores_vigentes.php`` and the roster table: who sits in the Senate."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from legislation.interchange.enums import LossKind
from legislation.interchange.observed import ReadFile, ReadSenators
from legislation.interchange.readers import parties, printed, xml
from legislation.interchange.readers.account import Account, Node
from legislation.interchange.readers.errors import UnreadableFile
from legislation.interchange.readers.losses import (
    HOME_PAGE,
    NO_PARTY_DATE,
    NO_TERM,
    NOT_READ,
    NOT_UNDERSTOOD,
    PARTY_UNKNOWN,
    TWO_ADDRESSES,
)
from legislation.people import naming
from legislation.people.observed import ObservedSenator

GLUED = re.compile(r"https?://[^/]+?(?P<second>https?://.+)")
BARE_HOME = re.compile(r"https?://(?:www\.)?senado\.cl/?")
COLUMNS = ("nombre", "partido", "circunscripcion", "region", "periodo_desde", "periodo_hasta")
TERM_BEGINS = (3, 11)
NUMBERS = range(1, 17)


def read_senators_file(content: bytes) -> ReadFile:
    """A ``senadores_vigentes.php`` response: people, their numbers and how to reach them.

    It gives no term, and is known to lag behind elections: no seat is recorded from it.

    :raises UnreadableFile: it is not one, or holds nobody
    """
    root, account = xml.parse(content, root="senadores")
    nodes = root.nodes("senador")
    senators = tuple(senator for node in nodes if (senator := _senator(node)))
    if not senators:
        raise UnreadableFile(_("The answer holds no senator."))
    root.list_unread()
    return ReadFile(senators=ReadSenators(senators=senators), losses=account.losses)


def _senator(node: Node) -> ObservedSenator | None:
    number = printed.identifier(node.text("PARLID"))
    given, paternal = node.text("PARLNOMBRE", limit=120), node.text("PARLAPELLIDOPATERNO", limit=80)
    if number is None or not (given and paternal):
        node.give_up(NOT_UNDERSTOOD)
        return None
    for tag, reason in (
        ("REGION", NO_TERM),
        ("CIRCUNSCRIPCION", NO_TERM),
        ("PARTIDO", NO_PARTY_DATE),
    ):
        if words := node.text(tag):
            node.lose(LossKind.NOT_STORED, tag, words, reason)
    return ObservedSenator(
        senate_id=number,
        given_names=given,
        paternal_surname=paternal,
        maternal_surname=node.text("PARLAPELLIDOMATERNO", limit=80),
        email=_email(node),
        phone=node.text("FONO", limit=40),
        curriculum_url=_curriculum(node),
    )


def _email(node: Node) -> str:
    words = node.text("EMAIL")
    try:
        validate_email(words)
    except ValidationError:
        if words:
            node.lose(LossKind.NOT_STORED, "EMAIL", words, NOT_UNDERSTOOD)
        return ""
    return words


def _curriculum(node: Node) -> str:
    words = node.link("CURRICULUM", limit=300)
    if BARE_HOME.fullmatch(words):
        node.lose(LossKind.NOT_STORED, "CURRICULUM", words, HOME_PAGE)
        return ""
    if found := GLUED.fullmatch(words):
        node.lose(LossKind.WARNING, "CURRICULUM", words, TWO_ADDRESSES)
        return found["second"]
    return words


class Row(NamedTuple):
    """One line of the roster table that makes sense."""

    name: naming.Name
    party: parties.PartyName
    constituency: int
    region: str
    since: date
    until: date


def read_roster_file(content: bytes) -> ReadFile:
    """A roster table: name, party, constituency, region and years of the term.

    Terms run from 11 March to 11 March. The table speaks of the Senate since its newest
    senators took their seats: from that day on everybody in it sits, and belongs to the
    party beside the name. Of parties before that day it says nothing.

    :raises UnreadableFile: it is not such a table, or a line of it makes no sense
    """
    account = Account()
    rows = list(_rows(_lines(content), account))
    if not rows:
        raise UnreadableFile(_("The roster names nobody."))
    since, until = max(row.since for row in rows), min(row.until for row in rows)
    if since >= until:
        raise UnreadableFile(_("The terms in the roster have no day in common."))
    senators = tuple(_observed(row, since) for row in rows)
    regions = tuple((row.constituency, row.region) for row in rows)
    read = ReadSenators(senators=senators, covers=(since, until), regions=regions)
    return ReadFile(senators=read, losses=account.losses)


def _lines(content: bytes) -> Iterator[dict[str, str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise UnreadableFile(_("The table is not in UTF-8.")) from wrong
    if "\x00" in text:
        raise UnreadableFile(_("The table holds bytes that are not text."))
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", restval="", strict=True)
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise UnreadableFile(
            _("The table lacks these columns: %(names)s.") % {"names": ", ".join(missing)}
        )
    try:
        for line in reader:
            yield {
                name: " ".join(value).strip() if isinstance(value, list) else value.strip()
                for name, value in line.items()
            }
    except csv.Error as wrong:
        raise UnreadableFile(
            _("The table is broken at line %(line)d.") % {"line": reader.line_num}
        ) from wrong


def _rows(lines: Iterator[dict[str, str]], account: Account) -> Iterator[Row]:
    for number, line in enumerate(lines, start=2):
        for column in line.keys() - set(COLUMNS):
            if line[column]:
                account.lose(LossKind.NOT_STORED, column or "(…)", line[column], NOT_READ)
        row = _row(line, account)
        if row is None:
            raise UnreadableFile(
                _("Line %(line)d of the roster makes no sense: «%(words)s».")
                % {"line": number, "words": ", ".join(line[name] for name in COLUMNS)}
            )
        yield row


def _row(line: dict[str, str], account: Account) -> Row | None:
    try:
        name = naming.parse(line["nombre"])
        since = date(int(line["periodo_desde"]), *TERM_BEGINS)
        until = date(int(line["periodo_hasta"]), *TERM_BEGINS)
        constituency = int(line["circunscripcion"])
    except (ValueError, OverflowError):  # no number, or no year that there is
        return None
    if since >= until or constituency not in NUMBERS:
        return None
    party = parties.party(line["partido"])
    if party is None:
        account.lose(LossKind.WARNING, "partido", line["partido"], PARTY_UNKNOWN)
    return Row(
        name,
        party or parties.as_printed(line["partido"]),
        constituency,
        line["region"],
        since,
        until,
    )


def _observed(row: Row, party_since: date) -> ObservedSenator:
    return ObservedSenator(
        given_names=row.name.given,
        paternal_surname=row.name.paternal,
        maternal_surname=row.name.maternal,
        constituency=row.constituency,
        mandate=(row.since, row.until),
        party_slug=row.party.slug,
        party_name=row.party.name,
        party_abbreviation=row.party.abbreviation,
        party_since=party_since,
    )
