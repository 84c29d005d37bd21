"""How what is drafted comes to be public. Pure data."""

from legislation.errors import RuleViolation
from legislation.publishing.enums import PublicationState as P

NEXT: dict[P, frozenset[P]] = {
    P.DRAFT: frozenset({P.IN_REVIEW, P.DISCARDED}),
    P.IN_REVIEW: frozenset({P.DRAFT, P.APPROVED, P.DISCARDED}),
    # An edit after the approval takes it back to the start.
    P.APPROVED: frozenset({P.DRAFT, P.PUBLISHED, P.DISCARDED}),
    P.PUBLISHED: frozenset({P.WITHDRAWN}),
    P.DISCARDED: frozenset(),
    P.WITHDRAWN: frozenset(),
}


class OutOfPlace(RuleViolation):
    """What is asked of a publication does not follow from where it stands."""


def check(current: P, wanted: P, sentence: str) -> None:
    """Go on only if the step is there.

    :param sentence: what to say if it is not
    :raises OutOfPlace: it is not
    """
    if wanted not in NEXT[current]:
        raise OutOfPlace(sentence)
