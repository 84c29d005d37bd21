"""Translation catalogues without system tools: found, merged, compiled and checked by Babel.

Message ids are English, so English needs no catalogue; Spanish must be complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("es",)
DOMAIN = "django"
PACKAGES = ("accounts", "legislation", "metrics", "portals", "senate")
TEMPLATES = "templates"
# As portals/shared/jinja.py sets the environment up, or ids would differ from those asked for.
JINJA_OPTIONS = {
    "newstyle_gettext": "true",
    "silent": "false",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "trimmed": "true",
}
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
COMMENT_TAGS = ("Translators:",)
# All that the pages of other people's applications, which we wrote anew, may use.
DJANGO_WORDS = re.compile(r'\{%\s*translate\s+"([^"]+)"\s*%\}')
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
LINE_WIDTH = 100
Text = str | list[str] | tuple[str, ...] | None


@dataclass(frozen=True)
class Catalogues:
    """The catalogues of one tree of sources."""

    root: Path

    def po(self, language: str) -> Path:
        return self.root / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"

    def mo(self, language: str) -> Path:
        return self.po(language).with_suffix(".mo")

    def read(self, language: str) -> Catalog:
        """The catalogue as it is kept; an empty one where there is none yet."""
        path = self.po(language)
        if not path.exists():
            return Catalog(locale=language, domain=DOMAIN, project="Senado", charset="utf-8")
        with path.open("rb") as file:
            return read_po(file, locale=language, domain=DOMAIN)

    def write(self, language: str, catalogue: Catalog) -> None:
        """Keep it, sorted by message and without line numbers, so that changes stay small."""
        path = self.po(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(
                file,
                catalogue,
                width=LINE_WIDTH,
                sort_output=True,
                include_lineno=False,
                ignore_obsolete=True,
            )

    def found(self) -> Catalog:
        """Every message that the sources ask for."""
        catalogue = Catalog(domain=DOMAIN, charset="utf-8")
        for path, method in self.sources():
            if method == "django":
                self._add_words(catalogue, path)
                continue
            found = extract_from_file(
                method,
                path,
                keywords=KEYWORDS,
                comment_tags=COMMENT_TAGS,
                options=JINJA_OPTIONS if method == "jinja2" else None,
            )
            name = path.relative_to(self.root).as_posix()
            for line, message, comments, context in found:
                catalogue.add(
                    message, None, [(name, line)], auto_comments=comments, context=context
                )
        return catalogue

    def sources(self) -> Iterator[tuple[Path, str]]:
        for package in PACKAGES:
            for path in sorted((self.root / package).rglob("*.py")):
                yield path, "python"
        for path in sorted((self.root / TEMPLATES).rglob("*")):
            # templates/django speaks Django's own template language, for other people's pages
            if path.is_file():
                is_theirs = (self.root / TEMPLATES / "django") in path.parents
                yield path, "django" if is_theirs else "jinja2"

    def _add_words(self, catalogue: Catalog, path: Path) -> None:
        name = path.relative_to(self.root).as_posix()
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            for message in DJANGO_WORDS.findall(line):
                catalogue.add(message, None, [(name, number)])

    def extract(self, language: str) -> tuple[int, int]:
        """Bring the kept catalogue up to date; how many messages, how many untranslated."""
        catalogue = self.read(language)
        catalogue.update(self.found(), no_fuzzy_matching=True, update_creation_date=False)
        self.write(language, catalogue)
        waiting = sum(1 for message in messages(catalogue) if not is_translated(message))
        return len(catalogue), waiting

    def merge(self, language: str, other: Path) -> list[str]:
        """Take the translations of another file; the messages where it contradicted ours."""
        catalogue = self.read(language)
        with other.open("rb") as file:
            theirs = read_po(file, locale=language, domain=DOMAIN)
        contradicted = []
        for message in messages(theirs):
            ours = catalogue.get(message.id, context=message.context)
            if not is_translated(message):
                continue
            if ours is None:
                catalogue.add(message.id, message.string, context=message.context)
            elif not is_translated(ours):
                ours.string = message.string
            elif ours.string != message.string:
                contradicted.append(name_of(message))
        self.write(language, catalogue)
        return contradicted

    def compile(self, language: str) -> bool:
        """Compile unless the compiled one is newer; whether it was needed."""
        source, target = self.po(language), self.mo(language)
        if not source.exists():
            return False
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            return False
        unfinished = target.with_suffix(".unfinished")
        with unfinished.open("wb") as file:
            write_mo(file, self.read(language))
        unfinished.replace(target)
        return True

    def faults(self, language: str) -> list[str]:
        """Everything that keeps the catalogue from being complete and right, a line each."""
        kept, found = self.read(language), self.found()
        faults = []
        for message in messages(found):
            ours = kept.get(message.id, context=message.context)
            where = ", ".join(sorted({name for name, _line in message.locations})[:2])
            if ours is None:
                faults.append(f"not in the catalogue: {name_of(message)} ({where})")
            else:
                faults += [f"{fault}: {name_of(message)} ({where})" for fault in faults_of(ours)]
        return faults


def messages(catalogue: Catalog) -> Iterator[Message]:
    """Its messages, without the header, which is the message with an empty id."""
    return (message for message in catalogue if message.id)


def faults_of(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    if not is_translated(message):
        yield "untranslated"
        return
    wanted = placeholders(message.id)
    for form in forms(message.string):
        # A singular may leave its number out: "one vote".
        given = placeholders(form)
        if not given <= wanted or (wanted - given and len(forms(message.string)) == 1):
            yield f"placeholders {sorted(given)} where {sorted(wanted)} are due"


def is_translated(message: Message) -> bool:
    return bool(message.string) and all(forms(message.string))


def forms(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def placeholders(text: Text) -> set[str]:
    return {name for form in forms(text) for name in PLACEHOLDER.findall(form)}


def name_of(message: Message) -> str:
    context = f"[{message.context}] " if message.context else ""
    return f"{context}{forms(message.id)[0]!r}"
