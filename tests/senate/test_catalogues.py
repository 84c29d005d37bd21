from __future__ import annotations

import gettext
import os
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from senate.catalogues import Catalogues

PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext

def count(n):
    # Translators: shown beside the hemicycle
    _("Absent")
    return ngettext("one vote", "%(n)s votes", n) % {"n": n}, pgettext("month", "May")
"""
TEMPLATE = """
{% if page %}<h1>{{ _("Bills") }}</h1>{% endif %}
{% trans name=page.name %}
  Seen by
  %{{ name }}
{% endtrans %}
{% trans count=page.count %}{{ count }} session{% pluralize %}{{ count }} sessions{% endtrans %}
"""
FOUND = {
    (None, "Absent"),
    (None, ("one vote", "%(n)s votes")),
    ("month", "May"),
    (None, "Bills"),
    (None, "Seen by %%%(name)s"),
    (None, ("%(count)s session", "%(count)s sessions")),
}
COMPLETE = """
msgid ""
msgstr ""
"Language: es\\n"
"POT-Creation-Date: 2020-01-01 00:00+0000\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Absent"
msgstr "Ausente"

msgid "one vote"
msgid_plural "%(n)s votes"
msgstr[0] "un voto"
msgstr[1] "%(n)s votos"

msgctxt "month"
msgid "May"
msgstr "Mayo"

msgid "Bills"
msgstr "Proyectos"

msgid "Seen by %%%(name)s"
msgstr "Visto por %%%(name)s"

msgid "%(count)s session"
msgid_plural "%(count)s sessions"
msgstr[0] "%(count)s sesión"
msgstr[1] "%(count)s sesiones"
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small tree of sources and no catalogue yet."""
    (tmp_path / "portals").mkdir()
    (tmp_path / "portals" / "page.py").write_text(PYTHON)
    (tmp_path / "templates" / "django").mkdir(parents=True)
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    (tmp_path / "templates" / "django" / "foreign.html").write_text("{% load i18n %}{{ _('No') }}")
    return tmp_path


def keep(tree: Path, text: str) -> Path:
    path = Catalogues(tree).po("es")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.strip() + "\n")
    return path


def run(tree: Path, verb: str, *files: Path) -> str:
    out = StringIO()
    call_command("catalogues", verb, *map(str, files), root=tree, stdout=out, stderr=out)
    return out.getvalue()


def test_messages_are_found_in_python_and_in_templates(tree: Path) -> None:
    found = {(message.context, message.id) for message in Catalogues(tree).found() if message.id}

    assert found == FOUND


def test_extracting_keeps_translations_adds_what_is_new_and_drops_what_is_gone(tree: Path) -> None:
    path = keep(tree, COMPLETE + '\nmsgid "Long gone"\nmsgstr "Ya no"\n')
    (tree / "portals" / "more.py").write_text('_ = str\n_("Present")\n')

    assert run(tree, "extract") == "es: 7 messages, 1 to translate.\n"

    kept = Catalogues(tree).read("es")
    assert kept["Absent"].string == "Ausente"
    assert kept["Present"].string == ""
    assert kept.get("Long gone") is None
    assert "Translators: shown beside the hemicycle" in path.read_text()


def test_a_second_extraction_changes_nothing(tree: Path) -> None:
    path = keep(tree, COMPLETE)
    run(tree, "extract")
    first = path.read_text()

    run(tree, "extract")

    assert path.read_text() == first
    assert "POT-Creation-Date: 2020-01-01" in first
    assert "portals/page.py:" not in first.replace("portals/page.py\n", "")


def test_a_compiled_catalogue_speaks_spanish_and_is_compiled_once(tree: Path) -> None:
    keep(tree, COMPLETE)

    assert [run(tree, "compile"), run(tree, "compile")] == [
        "es: compiled.\n",
        "es: nothing to compile.\n",
    ]

    with Catalogues(tree).mo("es").open("rb") as file:
        spanish = gettext.GNUTranslations(file)
    assert spanish.gettext("Absent") == "Ausente"
    assert spanish.ngettext("one vote", "%(n)s votes", 3) % {"n": 3} == "3 votos"
    assert spanish.pgettext("month", "May") == "Mayo"


def test_a_changed_catalogue_is_compiled_again(tree: Path) -> None:
    path = keep(tree, COMPLETE)
    run(tree, "compile")
    later = Catalogues(tree).mo("es").stat().st_mtime_ns + 10**9
    os.utime(path, ns=(later, later))

    assert run(tree, "compile") == "es: compiled.\n"


def test_a_complete_catalogue_passes(tree: Path) -> None:
    keep(tree, COMPLETE)

    assert run(tree, "check") == "es: complete.\n"


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('msgid "Absent"\nmsgstr "Ausente"', "", "not in the catalogue: 'Absent'"),
        ('msgstr "Ausente"', 'msgstr ""', "untranslated: 'Absent'"),
        ('msgstr[1] "%(n)s votos"', 'msgstr[1] ""', "untranslated: 'one vote'"),
        ('msgid "Absent"', '#, fuzzy\nmsgid "Absent"', "fuzzy: 'Absent'"),
        ('msgstr "Mayo"', 'msgstr ""', "untranslated: [month] 'May'"),
        (
            'msgstr "Visto por %%%(name)s"',
            'msgstr "Visto por %%%(nombre)s"',
            "placeholders ['nombre'] where ['name'] are due: 'Seen by %%%(name)s'",
        ),
        (
            'msgstr "Visto por %%%(name)s"',
            'msgstr "Visto"',
            "placeholders [] where ['name'] are due: 'Seen by %%%(name)s'",
        ),
    ],
)
def test_an_incomplete_catalogue_is_refused_with_each_fault(
    tree: Path, right: str, wrong: str, fault: str
) -> None:
    assert right in COMPLETE
    keep(tree, COMPLETE.replace(right, wrong))
    out = StringIO()

    with pytest.raises(CommandError, match="es: 1 messages are missing or wrong"):
        call_command("catalogues", "check", root=tree, stdout=out, stderr=out)

    assert out.getvalue().startswith(f"es: {fault} (")


def test_a_singular_may_leave_its_number_out(tree: Path) -> None:
    keep(tree, COMPLETE.replace('"%(count)s sesión"', '"una sesión"'))

    assert run(tree, "check") == "es: complete.\n"


def test_merging_takes_what_is_missing_and_keeps_what_contradicts(tree: Path) -> None:
    keep(tree, COMPLETE.replace('msgstr "Mayo"', 'msgstr ""'))
    other = tree / "other.po"
    other.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgctxt "month"\nmsgid "May"\nmsgstr "Mayo"\n\n'
        'msgid "Absent"\nmsgstr "Falta"\n\n'
        'msgid "Present"\nmsgstr "Presente"\n'
    )

    said = run(tree, "merge", other)

    assert said == f"{other}: 'Absent' is translated otherwise; ours stays.\n"
    kept = Catalogues(tree).read("es")
    assert kept.get("May", context="month").string == "Mayo"
    assert (kept["Absent"].string, kept["Present"].string) == ("Ausente", "Presente")
