from enum import StrEnum


class Found(StrEnum):
    """What a search may find."""

    BILLS = "BILLS"
    VOTES = "VOTES"
    SESSIONS = "SESSIONS"
    SENATORS = "SENATORS"
    COMMITTEES = "COMMITTEES"


class Facet(StrEnum):
    """What the bills found may be narrowed by."""

    STATUS = "STATUS"
    STAGE = "STAGE"
    ORIGIN = "ORIGIN"
    INITIATIVE = "INITIATIVE"
    KIND = "KIND"
    COMMITTEE = "COMMITTEE"
    SUBJECT = "SUBJECT"
    YEAR = "YEAR"
    URGENCY = "URGENCY"
    AUTHOR = "AUTHOR"


class Order(StrEnum):
    """RELEVANCE: what the words say of a bill, then its last movement; NEWEST: that alone."""

    RELEVANCE = "RELEVANCE"
    NEWEST = "NEWEST"
