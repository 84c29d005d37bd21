"""The fields of a word processor's document: instructions that it runs when it is opened.

Only those are taken that count, date or refer within the document. The others run programs (DDE),
fetch files (INCLUDETEXT, LINK), or put together an instruction that cannot be seen (QUOTE).
"""

import re
from dataclasses import dataclass, field

from legislation.documents.intake.addresses import refuse_address
from legislation.documents.intake.verdicts import Ground, Unfit

HARMLESS = frozenset(
    {
        *("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "STYLEREF"),
        *("TOC", "TC", "INDEX", "XE", "TOA", "TA", "SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL"),
        *("DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM"),
        *("AUTHOR", "LASTSAVEDBY", "TITLE", "SUBJECT", "KEYWORDS", "COMMENTS", "FILENAME"),
        *("FILESIZE", "NUMCHARS", "NUMWORDS", "DOCPROPERTY", "INFO", "TEMPLATE", "USERNAME"),
        *("HYPERLINK", "SYMBOL", "ADVANCE", "EQ", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
        *("BIBLIOGRAPHY", "CITATION", "ADDIN", "="),
    }
)
INSTRUCTION = re.compile(r"\s*(=|[^\s\"\\]*)")
LINK = re.compile(r"\s*HYPERLINK\s+(?!\\)\"?([^\"\s]*)", re.IGNORECASE)
# Elements that bring something in from elsewhere, whatever part they stand in.
HARMFUL_ELEMENTS = frozenset(
    {"altChunk", "object", "OLEObject", "control", "subDoc", "movie", "externalData"}
)


@dataclass
class _Field:
    """An open field. ``is_nested``: another stands within its instruction."""

    instruction: list[str] = field(default_factory=list)
    is_nested: bool = False
    is_separated: bool = False

    def refuse_if_harmful(self) -> None:
        instruction = "".join(self.instruction)
        if instruction.strip() or self.is_nested:
            _refuse_instruction(instruction)


class Fields:
    """Listens for fields in any part, nested as they may be, and for what carries files."""

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._in_instruction = False

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        name = tag.rpartition("}")[2]
        if name in HARMFUL_ELEMENTS:
            raise Unfit(Ground.CARRIES_FILES, name)
        if name == "fldSimple":
            _refuse_instruction(_attribute(attributes, "instr"))
        elif name == "instrText":
            self._in_instruction = True
        elif name == "fldChar":
            self._mark(_attribute(attributes, "fldCharType"))

    def end(self, tag: str, /) -> None:
        if tag.rpartition("}")[2] == "instrText":
            self._in_instruction = False

    def data(self, text: str, /) -> None:
        if not self._in_instruction:
            return
        if not self._open:
            raise Unfit(Ground.ACTIVE, "instrText")
        self._open[-1].instruction.append(text)

    def refuse_what_stayed_open(self) -> None:
        """The part is over: readers run a field that nothing closed as if it were."""
        for one in self._open:
            one.refuse_if_harmful()

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            if self._open and not self._open[-1].is_separated:
                self._open[-1].is_nested = True
            self._open.append(_Field())
        elif self._open:
            self._open[-1].refuse_if_harmful()
            if kind == "end":
                self._open.pop()
            else:
                self._open[-1].is_separated = True


def _refuse_instruction(instruction: str) -> None:
    found = INSTRUCTION.match(instruction)
    word = found[1].upper() if found else ""
    if word not in HARMLESS:
        raise Unfit(Ground.ACTIVE, word[:40] or instruction.strip()[:40])
    link = LINK.match(instruction)
    if link:
        refuse_address(link[1])


def _attribute(attributes: dict[str, str], name: str) -> str:
    return next((v for k, v in attributes.items() if k.rpartition("}")[2] == name), "")
