"""Draws the lifecycles from their own rows, for docs/lifecycle.md. A test keeps it fresh."""

from collections.abc import Iterator

from django.utils.translation import override

from legislation.procedure.edges import EDGES, Edge
from legislation.procedure.enums import Standing
from legislation.publishing.enums import PublicationState
from legislation.publishing.lifecycle import NEXT

HEAD = """# Lifecycles

Drawn from the rows that the system applies: `manage.py draw_lifecycles` writes this page, and a test refuses it when it is stale. Acts that leave a bill where it stands (referral, urgencies, letters to the courts) are listed below the drawing.

## A bill, from filing to law

`legislation/procedure/edges.py`. CPR: Constitution; LOC: Ley 18.918; RS: Reglamento del Senado.
"""


def drawn() -> str:
    """The whole page, in English."""
    with override("en"):
        return "\n".join([HEAD, *_bill(), "", *_table(), "", *_publication(), ""])


def _bill() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for standing in Standing:
        yield f"  {standing.value}: {_plain(str(standing.label))}"
    for edge in EDGES:
        if edge.start != edge.end:
            start = edge.start.value if edge.start else "[*]"
            end = edge.end.value if edge.end else "Returns"
            yield f"  {start} --> {end}: {_plain(str(edge.act.label))}"
    yield "  Returns: Where it stood before"
    yield "```"


def _plain(words: str) -> str:
    """A label without what the drawing's language would read."""
    return words.replace(":", " ·")


def _table() -> Iterator[str]:
    yield "| Act | From | To | Conditions | Source |"
    yield "|---|---|---|---|---|"
    for edge in EDGES:
        yield _row(edge)


def _row(edge: Edge) -> str:
    start = str(edge.start.label) if edge.start else "(begins)"
    end = str(edge.end.label) if edge.end else "(where it stood before)"
    end = "(stays)" if edge.start and edge.start == edge.end else end
    conditions = " ".join(guard.sentence for guard in edge.guards)
    only = f" (bills that began in the {edge.origin.label})" if edge.origin else ""
    return f"| {edge.act.label} | {start} | {end}{only} | {conditions} | {edge.citation} |"


def _publication() -> Iterator[str]:
    yield "## A publication, from draft to public"
    yield ""
    yield "`legislation/publishing/lifecycle.py`. Whoever drafts it never approves it, and an edit after the approval takes it back to the start."
    yield ""
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield "  [*] --> DRAFT"
    for state in PublicationState:
        for following in sorted(NEXT[state]):
            yield f"  {state.value} --> {following.value}"
    yield "```"
