"""Which reactions follow which events: the whole table. Used from ``LegislationConfig.ready``.

A reaction is named once and for ever, for deliveries keep its name. Run twice, it changes
nothing more than once.
"""

from accounts.ledger.services import make_checkpoint
from legislation.bills.enums import BillKind
from legislation.bills.models import Bill
from legislation.documents.events import FileCleared, TextRead, VersionAdded
from legislation.documents.services import read_file
from legislation.events.catalogue import Event
from legislation.events.dispatch import Reaction, Told, use
from legislation.procedure.services import add_cleared_versions, note_text
from legislation.publishing.events import ContentPublished
from legislation.search.services import index_bills

KINDS_OF_BILLS = {"bill": BillKind.BILL, "matter": BillKind.MATTER}

# After these, outsiders get a signed checkpoint at once and not within five minutes.
PROCLAMATIONS_AND_PUBLICATIONS: frozenset[type[Event]] = frozenset({ContentPublished})


def index_touched_bills(told: Told) -> None:
    """Find every bill that the act touches by what it says now."""
    for kind, of in KINDS_OF_BILLS.items():
        bills = Bill.objects.filter(kind=of, number__in=told.keys(kind))
        index_bills(list(bills.values_list("pk", flat=True)))


def sign_checkpoint(told: Told) -> None:
    """Let outsiders keep the ledger as it is now."""
    make_checkpoint(at=told.at)


def read_added_files(told: Told) -> None:
    """Give a new version the articles that its file says."""
    for digest in told.keys("file"):
        read_file(digest)


def add_what_was_cleared(told: Told) -> None:
    """Make versions of what was brought to dossiers while the antivirus was silent."""
    for digest in told.keys("file"):
        add_cleared_versions(sha256=digest, at=told.at)


def note_read_texts(told: Told) -> None:
    """Put the articles that were read into what is to be approved of them."""
    for document in told.keys("document"):
        note_text(document_id=int(document))


REACTIONS = (
    Reaction("documents.read_file", read_added_files, events=frozenset({VersionAdded})),
    Reaction("procedure.add_cleared", add_what_was_cleared, events=frozenset({FileCleared})),
    Reaction("procedure.note_text", note_read_texts, events=frozenset({TextRead})),
    Reaction("search.index_bills", index_touched_bills, kinds=frozenset(KINDS_OF_BILLS)),
    Reaction("ledger.make_checkpoint", sign_checkpoint, events=PROCLAMATIONS_AND_PUBLICATIONS),
)


def connect() -> None:
    """Let what is in the table follow from now on."""
    use(REACTIONS)
