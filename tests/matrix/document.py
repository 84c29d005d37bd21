"""Writes docs/permissions.md from the matrix: ``python -m tests.matrix.document``."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from tests.matrix import account_pages, office_pages, public_pages
from tests.matrix.notation import METHODS, ROLES, Answers, Row

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
HEAD = """# Who may do what

Written by `python -m tests.matrix.document` from `tests/matrix/`: every address of the system, each
method and each role. The tests execute every cell on a small record, and fail on an address that is
not here. Addresses are the Spanish ones; `/en/` before them answers alike.

Roles: {roles}. *unproved* is staff whose session no passkey has proved; *secretary* serves the
committee that has the bill and *secretary2* another; *drafter* drafted it and *drafter2* did not;
*administrator* asked for what waits and *administrator2* did not.

Answers are statuses of HTTP. *sign in* and *passkey* lead to where one does so; *onward* leads
elsewhere: to what was made, or to the page of it. A method that is not named answers 405 to whoever
may look, and the same refusal as GET to the rest.
"""
GROUPS = (
    ("The portals of work", office_pages.ROWS),
    ("One's own account", account_pages.ROWS),
    ("For everyone", public_pages.ROWS),
)


def written() -> str:
    """The whole document."""
    parts = [HEAD.format(roles=", ".join(ROLES))]
    for title, rows in GROUPS:
        parts.append(f"\n## {title}\n\n| Address | Method | Answers |\n|---|---|---|\n")
        parts.extend(f"{line}\n" for row in rows for line in lines(row))
    return "".join(parts)


def lines(row: Row) -> list[str]:
    """A line for each method that answers something of its own."""
    shown = [m for m in METHODS if m == "GET" or (m == "POST" and differs(row))]
    return [
        f"| {cell(row) if method == 'GET' else ''} | {method} | {said(row.answers(method))} |"
        for method in shown
    ]


def cell(row: Row) -> str:
    address = f"`{row.address}`".replace("|", "\\|")
    return f"{address}<br>{row.case}" if row.case else address


def differs(row: Row) -> bool:
    return any(answer != 405 and answer != row.get[role] for role, answer in row.post.items())


def said(answers: Answers) -> str:
    """The roles of each answer; the answer of most is that of «the rest»."""
    by_answer: dict[object, list[str]] = defaultdict(list)
    for role, answer in answers.items():
        by_answer[answer].append(role)
    if len(by_answer) == 1:
        return f"{next(iter(by_answer))}: everybody"
    ordered = sorted(by_answer.items(), key=lambda pair: (len(pair[1]), str(pair[0])))
    *few, (most, _roles) = ordered
    told = [f"{answer}: {', '.join(roles)}" for answer, roles in few]
    return "; ".join([*told, f"{most}: the rest"])


if __name__ == "__main__":
    DOCUMENT.write_text(written(), encoding="utf-8")
