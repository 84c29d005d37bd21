"""What a reader could not store as such, and why. Reasons are message ids."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from legislation.interchange.enums import LossKind

NOT_READ = _("The record has no place for this.")
NOT_A_DATE = _("This is not a date, and the entry needs one.")
NOT_UNDERSTOOD = _("These words are not known; the entry cannot be stored without them.")
KEPT_AS_PRINTED = _("These words are not known; they are kept as printed.")
NOT_A_WEB_ADDRESS = _("Only addresses that begin with http:// or https:// are stored.")
TOO_LONG = _("Longer than the record can hold; only its beginning is kept.")
NAMED_TWICE = _("The same name answers twice in one vote; only the first answer is kept.")
SAME_PERSON_TWICE = _("Two printed names are one person; the second is kept as printed only.")
NOBODY = _("Nobody on record has this name; it is kept as printed.")
SEVERAL = _("More than one person on record could have this name; it is kept as printed.")
NOT_A_FULL_NAME = _("This is not a name in full; it is kept as printed.")
TOTALS_DISAGREE = _("The published total is not what the detail adds up to; both are kept.")
LAW_BUT_IN_PROGRESS = _("It bears a law number and is said to be in progress; both are kept.")
CHAMBER_DISAGREES = _(
    "The chamber printed is not the one that stage takes place in; kept as printed."
)
SESSION_DAY_DISAGREES = _(
    "Other entries hold this sitting on another day; the entry keeps its own."
)
OUTSIDE_LEGISLATURE = _("The sitting's day lies outside its legislature.")
TOO_MANY_AUTHORS = _("More signatures than the Constitution allows (art. 65).")
NO_AUTHORS = _("A motion without authors.")
NOT_IN_OFFICE = _("This person held no seat that day according to the roster.")
BILL_UNKNOWN = _("The bill of these votes is not on record; the votes are kept without it.")
BILL_REFUSED = _("This bill was refused; the others of its answer are recorded.")
KEPT_HERE = _("This bill is kept here by its officials; the file does not change it.")
BILL_TWICE = _("The file holds this bill twice; only the first is kept.")
OTHER_SUFFIX = _("The record holds a bill of the same number under another suffix; both are kept.")
VOTE_OF_OTHER_SUFFIX = _(
    "The record holds this vote under another suffix of the bill's number; it is not repeated."
)
TERM_MOVED = _("The record held this seat on other days; those of this roster replace them.")
NO_LONGER_LISTED = _("The record holds this vote and the file no longer lists it; it stays.")
NO_TERM = _("The source gives no term, so that no seat can be dated from it.")
NO_PARTY_DATE = _("The source gives no date, so that no party membership can be dated from it.")
REGION_DISAGREES = _("The name is not that of the constituency; the number decides.")
TWO_ADDRESSES = _("Two addresses run together; the second is kept.")
HOME_PAGE = _("Only the Senate's home page, not a curriculum.")
RAW_AMPERSAND = _("An unescaped & was read as itself.")
PARTY_UNKNOWN = _("This party is not in the list of names; it is kept as printed.")
INCOMPLETE_ROSTER = _("Not as many senators as seats: the roster is not taken to be complete.")


@dataclass(frozen=True, slots=True)
class Loss:
    """One value of the input that the record does not hold as such."""

    kind: LossKind
    path: str
    value: str
    reason: str
    number: str = ""


def counted(losses: Iterable[Loss]) -> Counter[Loss]:
    """Equal losses of one file as one line each, in order, with how often they occur."""
    return Counter(losses)
