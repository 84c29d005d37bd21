"""The style sheet: many small sources, one file served.

``python -m portals.shared.stylesheet`` joins ``static/css`` into ``static/css/senate.css``, which
is kept with the sources so that nothing needs building to run; ``--check`` says whether it is
what the sources say.
"""

import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "static" / "css"
BUNDLE = FOLDER / "senate.css"
FIRST = ("tokens.css", "base.css", "layout.css")
LAST = ("print.css",)

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def sources() -> list[Path]:
    """The parts, in the order in which layers and rules must meet the browser."""
    middle = [*sorted(FOLDER.glob("components/*.css")), *sorted(FOLDER.glob("pages/*.css"))]
    return [FOLDER / name for name in FIRST] + middle + [FOLDER / name for name in LAST]


def bundled() -> str:
    """All the parts as one style sheet, without comments or indentation."""
    text = "\n".join(_COMMENT.sub("", part.read_text("utf-8")) for part in sources())
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def main(arguments: list[str]) -> int:
    made = bundled()
    if "--check" not in arguments:
        BUNDLE.write_text(made, "utf-8")
        return 0
    if BUNDLE.exists() and BUNDLE.read_text("utf-8") == made:
        return 0
    sys.stderr.write(
        "static/css/senate.css is not what its sources say: run python -m portals.shared.stylesheet\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
