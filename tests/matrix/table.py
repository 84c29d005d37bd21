"""The matrix: every address of the project, by group, and what it answers to each role."""

from __future__ import annotations

from tests.matrix import account_pages, office_pages, public_pages
from tests.matrix.notation import Row

ROWS: tuple[Row, ...] = (*public_pages.ROWS, *account_pages.ROWS, *office_pages.ROWS)
