"""Files bills, takes acts, brings documents, and publishes them."""

from legislation.procedure.services.acting import take_act, take_acts
from legislation.procedure.services.bringing import bring_documents, bring_version
from legislation.procedure.services.correcting import propose_erratum, withdraw_publication
from legislation.procedure.services.document_content import add_cleared_versions, note_text
from legislation.procedure.services.documents import (
    attach_document,
    attach_documents,
    attach_version,
)
from legislation.procedure.services.filing import file_bill, receive_bill, take_up
from legislation.procedure.services.lapsing import lapse_urgencies
from legislation.procedure.services.publishing import (
    approve_act,
    approve_acts,
    publish_act,
    publish_due,
)
from legislation.procedure.services.releasing import approve_document, publish_due_documents
from legislation.procedure.services.undoing import undo_last_act

__all__ = [
    "add_cleared_versions",
    "approve_act",
    "approve_acts",
    "approve_document",
    "attach_document",
    "attach_documents",
    "attach_version",
    "bring_documents",
    "bring_version",
    "file_bill",
    "lapse_urgencies",
    "note_text",
    "propose_erratum",
    "publish_act",
    "publish_due",
    "publish_due_documents",
    "receive_bill",
    "take_act",
    "take_acts",
    "take_up",
    "undo_last_act",
    "withdraw_publication",
]
