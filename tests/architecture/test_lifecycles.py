"""The drawing in the documentation is of the rows that are applied."""

from senate.lifecycles import drawn
from tests.architecture.sources import ROOT


def test_the_drawing_is_fresh():
    page = (ROOT / "docs" / "lifecycle.md").read_text(encoding="utf-8")
    assert page == drawn(), "run manage.py draw_lifecycles"
