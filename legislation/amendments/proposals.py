"""What an official enters, before the law has judged it. Plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legislation.amendments.enums import AmendmentKind, Author, Body, Deed, Ground
from legislation.procedure.enums import Requester


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An amendment as it is filed. ``senators`` are the names, as printed, in order.

    ``article_eid`` is the address of the article in the bill's text, where it has one.
    """

    kind: AmendmentKind
    author: Author
    filed_on: date
    article_label: str = ""
    article_eid: str = ""
    is_new_article: bool = False
    text: str = ""
    senators: Sequence[str] = ()
    is_exclusive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """How the president of a body, or that body again, ruled on admissibility."""

    deed: Deed
    by: Body
    on: date
    ground: Ground | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """How the committee decided. Votes are heads, both or neither."""

    deed: Deed
    on: date
    text: str = ""
    in_favour: int | None = None
    against: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who renews, withdraws or takes over, and when. ``senators`` as printed, in order."""

    on: date
    requester: Requester
    senators: Sequence[str] = ()
