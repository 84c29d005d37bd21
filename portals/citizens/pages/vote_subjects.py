"""What a vote was about, for pages that already say of which bill: without its description.

Pure. The subject of a vote, as published, repeats what the bill is about, in the same words
for each of its votes: «Artículo 5.º, nuevo. Proyecto de ley, en primer trámite constitucional,
que regula…».
"""

import re

_BILL = (
    r"proyecto de (?:ley|reforma constitucional|acuerdo)\b"
    r"(?:,? en \w+ tr[aá]mite constitucional,?)?"
    r"(?: (?:que|por el que|sobre|relativo)\b|, iniciado\b)"
)
_DESCRIPTION_LAST = re.compile(rf"(?:\.\s+|,?\s+del?l? ){_BILL}.*$", re.IGNORECASE | re.DOTALL)
_DESCRIPTION_ONLY = re.compile(
    rf"^{_BILL}.*?(?:\((?P<debate>[^()]*)\))?[\s.]*$", re.IGNORECASE | re.DOTALL
)
_DEBATE = re.compile(r"^discusi[oó]n (?=en )", re.IGNORECASE)


def without_description(subject: str) -> str:
    """The part of a subject that is not the bill's description; «» where there is no other.

    «Artículo 5.º, nuevo. Proyecto de ley que regula…» → «Artículo 5.º, nuevo»; «Proyecto de
    ley que regula… (discusión en general)» → «En general».
    """
    whole = _DESCRIPTION_ONLY.match(subject)
    if whole:
        debate = _DEBATE.sub("", (whole["debate"] or "").strip())
        return debate[:1].upper() + debate[1:] if debate.lower().startswith("en ") else ""
    return _DESCRIPTION_LAST.sub("", subject)
