"""Every cell of the office pages, executed on the small record; nothing of it remains."""

from __future__ import annotations

import pytest

from tests.matrix.executing import wrong_cells
from tests.matrix.notation import Row
from tests.matrix.office_pages import ROWS
from tests.matrix.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_each_role_gets_its_answer_and_no_refusal_writes(world: World, row: Row) -> None:
    assert wrong_cells(world, row) == []
