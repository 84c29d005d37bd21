"""The Senate's words: Spanish term, English term, name in code, meaning and legal source.

The one list behind the public glossary and docs/glossary.md. CPR is the Constitution, LOC
the organic law 18.918 of Congress, RS the standing orders of the Senate.
"""

from legislation.glossary.floor import FLOOR
from legislation.glossary.procedure import PROCEDURE
from legislation.glossary.term import Term

TERMS: tuple[Term, ...] = PROCEDURE + FLOOR

__all__ = ["TERMS", "Term"]
