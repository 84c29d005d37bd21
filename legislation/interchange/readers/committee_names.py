"""The committee named in a report, a side-by-side text or the step a bill is in.

«Primer informe de comisión de la Mujer y Equidad de Género» names the committee «Mujer y
Equidad de Género». Joint sittings of two committees («… y de Seguridad Pública, unidas»)
are no committee, and none is made of them.
"""

import re

from legislation.people.enums import Chamber, CommitteeKind
from legislation.people.observed import ObservedCommittee

ORDINAL = r"(?:(?:nuevo|primer|segundo|tercer|cuarto|quinto|sexto|séptimo)\s+)*"
REPORT = re.compile(
    rf"{ORDINAL}informe\s+(?:complementario\s+)*(?:(?:de\s+)?(?:la\s+)?comisi[óo]n\s+)?(?P<name>.+)",
    re.IGNORECASE,
)
SIDE_BY_SIDE = re.compile(
    r"Comparado\s*(?P<stage>[^()]*)\((?P<step>[^()]*)\)\s*Comisi[oó]n\s*(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
ARTICLE = re.compile(r"(?:(?:de|del|la|las|los|el)\s+)+", re.IGNORECASE)
CONFERENCE = re.compile(
    r"(?:(?:comisi[óo]n|mixta)\s+)+para\s+(?:el\s+)?bolet[íi]n\s+n\s*[°º.]*\s*(?P<rest>\d.*)",
    re.IGNORECASE,
)
BUDGET_PART = re.compile(
    r"(?P<ordinal>\w+)\s+subcomisi[óo]n\s+(?:especial\s+)?mixta\s+de\s+presupuestos\b.*",
    re.IGNORECASE,
)
BUDGET = re.compile(r"especial\s+mixta\s+de\s+presupuestos", re.IGNORECASE)
JOINT = re.compile(r",\s*unidas$", re.IGNORECASE)
COMPARISON_NOTE = re.compile(r"\.\s*COMPARADO\b.*$")
NAME_LIMIT = 250


def of_report(words: str, chamber: str) -> ObservedCommittee | None:
    """The committee whose report this is; None where none is named or two sat together."""
    found = REPORT.fullmatch(_tidy(words))
    return named(found["name"], chamber) if found else None


def of_comparison(words: str) -> tuple[str, str] | None:
    """The stage and the committee's printed name of a side-by-side text."""
    found = SIDE_BY_SIDE.fullmatch(_tidy(words))
    return (found["stage"].strip(), COMPARISON_NOTE.sub("", found["name"])) if found else None


def named(words: str, chamber: str) -> ObservedCommittee | None:
    """The committee of a chamber that these words name.

    Its chamber is both where it is a conference or a budget committee.
    """
    name = ARTICLE.sub("", _tidy(words), count=1) if ARTICLE.match(_tidy(words)) else _tidy(words)
    if not name or JOINT.search(name):
        return None
    if found := CONFERENCE.fullmatch(name):
        return _both(f"Comisión Mixta para Boletín N° {found['rest']}", CommitteeKind.CONFERENCE)
    if found := BUDGET_PART.fullmatch(name):
        ordinal = found["ordinal"].capitalize()
        return _both(f"{ordinal} Subcomisión Especial Mixta de Presupuestos", CommitteeKind.BUDGET)
    if BUDGET.fullmatch(name):
        return _both("Especial Mixta de Presupuestos", CommitteeKind.BUDGET)
    if chamber not in (Chamber.SENATE, Chamber.DEPUTIES):
        return None
    is_special = name.lower().startswith("especial ")
    kind = CommitteeKind.SPECIAL if is_special else CommitteeKind.UNSTATED
    return ObservedCommittee(name=name[:NAME_LIMIT], chamber=chamber, kind=kind)


def _both(name: str, kind: CommitteeKind) -> ObservedCommittee:
    return ObservedCommittee(name=name[:NAME_LIMIT], chamber=Chamber.BOTH, kind=kind)


def _tidy(words: str) -> str:
    return " ".join(words.split()).rstrip(". ")
