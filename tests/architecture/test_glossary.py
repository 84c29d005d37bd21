"""One list of words, in the order in which they are explained: for readers, and for ourselves."""

import re

from django.apps import apps
from django.utils.translation import override

from legislation.glossary import TERMS
from tests.architecture.sources import ROOT

DOCUMENT = ROOT / "docs" / "glossary.md"
# Tables of ours, not of the Senate: how the record is kept, found and announced.
HOUSEKEEPING = {
    "BillSubject",
    "ImportLoss",
    "ImportRun",
    "ImportedFile",
    "PublicRevision",
    "RecordNature",
    "SearchWord",
    "Source",
}


def row(term) -> str:
    with override("en"):
        cells = (term.spanish, term.english, f"`{term.code}`", str(term.meaning), term.source)
    return f"| {' | '.join(cells)} |"


def test_the_document_has_the_terms_and_no_others():
    rows = [line for line in DOCUMENT.read_text().splitlines() if line.startswith("| ")]
    assert rows[1:] == [row(term) for term in TERMS]


def test_a_term_has_an_anchor_of_its_own():
    slugs = [term.slug for term in TERMS]
    assert sorted(set(slugs)) == sorted(slugs)


def test_what_a_term_is_called_in_code_exists():
    known = {model.__name__ for model in apps.get_app_config("legislation").get_models()}
    sources = "\n".join(
        path.read_text()
        for path in (ROOT / "legislation").rglob("*.py")
        if "glossary" not in path.parts
    )
    unknown = [
        term.code
        for term in TERMS
        if term.code.split(".")[0] not in known
        and not re.search(rf"\bclass {term.code.split('.')[0]}\b", sources)
    ]
    members = [
        term.code
        for term in TERMS
        if "." in term.code
        and not re.search(rf"^    {term.code.split('.')[1]}\b", sources, re.MULTILINE)
    ]
    assert unknown + members == []


def test_every_table_of_the_record_is_a_word_that_is_explained():
    explained = DOCUMENT.read_text() + (ROOT / "docs" / "architecture.md").read_text()
    names = {model.__name__ for model in apps.get_app_config("legislation").get_models()}
    assert {name for name in names - HOUSEKEEPING if f"`{name}" not in explained} == set()
