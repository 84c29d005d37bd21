"""What every XML that we write shares: text that cannot break it."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

# Characters that XML 1.0 cannot carry, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without what XML cannot carry."""
    return _FORBIDDEN.sub("", text)


def element(name: str, text: str = "", **attributes: str) -> str:
    """One element with its text. ``_`` in the name of an attribute stands for ``:``."""
    opened = f"{name}{written(attributes)}"
    return f"<{opened}>{escape(clean(text))}</{name}>" if text else f"<{opened}/>"


def written(attributes: Mapping[str, str]) -> str:
    return "".join(
        f" {name.replace('_', ':')}={quoteattr(clean(value))}" for name, value in attributes.items()
    )
