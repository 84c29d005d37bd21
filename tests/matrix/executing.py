"""What a test of one group of rows does: every cell of a row, and what it found wrong."""

from __future__ import annotations

from tests.matrix.notation import REFUSALS, Row
from tests.matrix.running import cell
from tests.matrix.world import World

# A file that was judged is kept, and the ledger says so, even if what it was for is then refused.
KEEPS_WHAT_IT_REFUSES = frozenset(
    {
        "/portal/funcionarios/proyectos/<slug:number>/documentos/<int:position>/version/"
        " · of another's draft"
    }
)


def wrong_cells(world: World, row: Row) -> list[str]:
    """The cells that answer something else, and the refusals and the GETs that wrote something."""
    found = []
    for method, role, declared in row.cells():
        answer, written = cell(world, row, method, role)
        if answer != declared:
            found.append(f"{method} as {role}: declared {declared}, answered {answer}")
        if method == "GET" and written:
            found.append(f"GET as {role} wrote {written}")
        if answer in REFUSALS and written and row.name not in KEEPS_WHAT_IT_REFUSES:
            found.append(f"{method} as {role}: refused with {answer}, and wrote {written}")
    return found
