"""What a published vote says of its own result, read from its subject line.

The Senate publishes no field for the result; it is told, when it is told at all, in the
subject (TEMA). Two forms are read, both of which the real votes bear out:

* a closing sentence of its own in capitals: «… (Boletín N° 15.975-25). APROBADO.»;
* an opening noun or participle: «Aprobación de…», «Rechazo de la indicación…». In every
  such real vote «Sí» counts for the thing voted on, not for the noun: a «Rechazo de la
  indicación» has fewer «Sí» than «No», and an «Aprobación de la supresión» has more.

Everything else is None: «normas aprobadas por mayoría» tells what a committee did, and
«texto aprobado en general» what an earlier sitting did. An attempt that is said to be
repeated states no result, and neither does a subject that says both.
"""

import re

from legislation.votes.enums import Result

BILL_NUMBER = re.compile(r"^\d{1,3}(?:\.?\d{3})*-\d{2}\s*[.,:;-]?\s*")
ATTEMPT = re.compile(r"^en\s+(?:primera|segunda|tercera)\s+votación\s*,?\s*", re.IGNORECASE)
OPENING = re.compile(
    r"^(?:(?P<approved>aprobación|aprobad[oa]s?)|(?P<rejected>rechazo|rechazad[oa]s?))\b"
    r"(?!\s+[oy]\s+(?:aprob|rechaz))",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"(?:^|[.;:)]|\s[-\u2013\u2014])\s*(?:(?P<approved>APROBAD[OA]S?)|(?P<rejected>RECHAZAD[OA]S?))"
    r"(?:\s+EN\s+(?:GENERAL|PARTICULAR)(?:\s+Y\s+(?:EN\s+)?PARTICULAR)?)?\s*\.?$"
)
REPETITION = re.compile(r"\bempate\b|\brepit[ae]\b|\brepetir(?:se|á)?\b", re.IGNORECASE)


def stated_result(subject: str) -> Result | None:
    """APPROVED or REJECTED if the subject of a published vote says so, otherwise None."""
    text = " ".join(subject.split())
    if announces_repetition(text):
        return None
    opening = _verdict(OPENING.search(ATTEMPT.sub("", BILL_NUMBER.sub("", text))))
    closing = _verdict(CLOSING.search(text))
    if opening and closing and opening != closing:
        return None
    return closing or opening


def announces_repetition(subject: str) -> bool:
    """Whether the subject says that this attempt tied or is to be repeated."""
    return REPETITION.search(subject) is not None


def _verdict(found: re.Match[str] | None) -> Result | None:
    if found is None:
        return None
    return Result.APPROVED if found["approved"] else Result.REJECTED
