"""The style sheet is what its sources say, reads in every light, and its fonts are accounted for."""

import hashlib
import json
import re

import pytest

from portals.shared import stylesheet

STATIC = stylesheet.FOLDER.parent
TOKENS = (stylesheet.FOLDER / "tokens.css").read_text("utf-8")


def block(start):
    """The declarations of the first rule after some text."""
    text = TOKENS[TOKENS.index(start) :]
    opened = text.index(":root {") + len(":root {")
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", text[opened : text.index("}", opened)]))


LIGHT = block("@layer tokens {")
THEMES = {
    "light": LIGHT,
    "dark": LIGHT | block("prefers-color-scheme: dark"),
    "print": LIGHT | block("@media print"),
}


def colour(theme, name):
    value = THEMES[theme][name]
    if value.startswith("var("):
        return colour(theme, value[4:-1])
    digits = value.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]


def luminance(channels):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(theme, one, other):
    lighter, darker = sorted(
        (luminance(colour(theme, one)), luminance(colour(theme, other))), reverse=True
    )
    return (lighter + 0.05) / (darker + 0.05)


TEXT_ON = [
    *[
        (ink, paper)
        for ink in ("--ink", "--ink-2")
        for paper in ("--paper", "--paper-2", "--paper-3")
    ],
    *[
        (ink, "--paper")
        for ink in ("--ink-3", "--link", "--link-visited", "--blue", "--red", "--green")
    ],
    ("--ink-3", "--paper-2"),
    ("--paper", "--blue"),
    ("--paper", "--blue-hover"),
    ("--paper", "--red"),
    ("--paper", "--green"),
    ("--paper", "--ink"),
    ("--ink", "--blue-tint"),
    ("--ink-2", "--blue-tint"),
    ("--blue", "--blue-tint"),
    ("--ink", "--green-tint"),
    ("--green", "--green-tint"),
    ("--ink-2", "--red-tint"),
    ("--red", "--red-tint"),
    ("--ink", "--mark-tint"),
    ("--on-band", "--band"),
    ("--on-band-2", "--band"),
    ("--on-focus", "--focus"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_every_text_reads_on_its_ground(theme, text, ground):
    assert contrast(theme, text, ground) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_button_on_the_band_reads(theme):
    assert contrast(theme, "--band-ink", "--on-band") >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("line", ["--rule-2", "--ink", "--ink-3", "--blue", "--focus-edge"])
def test_every_line_that_informs_can_be_seen(theme, line):
    assert contrast(theme, line, "--paper") >= 3


def test_on_paper_everything_is_black():
    blacks = {THEMES["print"][name] for name in ("--ink", "--blue", "--red", "--green", "--link")}
    assert blacks == {"#000"}


def test_the_bundle_is_what_its_sources_say():
    assert stylesheet.main(["--check"]) == 0


def test_a_bundle_that_is_behind_its_sources_is_noticed(tmp_path, monkeypatch, capsys):
    stale = tmp_path / "senate.css"
    stale.write_text("a{}")
    monkeypatch.setattr(stylesheet, "BUNDLE", stale)
    assert stylesheet.main(["--check"]) == 1
    assert "run python -m portals.shared.stylesheet" in capsys.readouterr().err
    assert stylesheet.main([]) == 0
    assert stylesheet.main(["--check"]) == 0


def test_only_the_tokens_name_a_colour():
    others = [part for part in stylesheet.sources() if part.name not in ("tokens.css", "print.css")]
    named = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|:\s*(?:white|black|red|blue)\b")
    assert [
        (p.name, named.findall(p.read_text("utf-8")))
        for p in others
        if named.search(p.read_text("utf-8"))
    ] == []


def test_every_token_that_is_used_exists():
    text = "".join(part.read_text("utf-8") for part in stylesheet.sources())
    assert set(re.findall(r"var\((--[\w-]+)", text)) - set(LIGHT) == set()


def test_every_rule_lives_in_a_layer():
    for part in stylesheet.sources():
        text = re.sub(r"/\*.*?\*/", "", part.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"@font-face\s*\{[^}]*\}", "", text)
        openings = re.findall(r"^(?=\S)([^{}\n]+)\{", text, flags=re.MULTILINE)
        assert [o for o in openings if not o.startswith("@layer")] == [], part.name


def test_braces_are_balanced_in_every_source():
    for part in stylesheet.sources():
        text = part.read_text("utf-8")
        assert text.count("{") == text.count("}"), part.name


@pytest.mark.parametrize(
    "font",
    json.loads((STATIC / "fonts" / "manifest.json").read_text("utf-8")),
    ids=lambda f: f["file"],
)
def test_every_font_is_the_one_its_manifest_names_and_has_its_licence(font):
    folder = STATIC / "fonts"
    assert hashlib.sha256((folder / font["file"]).read_bytes()).hexdigest() == font["sha256"]
    assert "SIL OPEN FONT LICENSE" in (folder / font["licence_file"]).read_text("utf-8")


def test_no_font_comes_without_a_manifest():
    named = {
        font["file"] for font in json.loads((STATIC / "fonts" / "manifest.json").read_text("utf-8"))
    }
    assert {path.name for path in (STATIC / "fonts").glob("*.woff2")} == named
