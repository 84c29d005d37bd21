"""Files bills, takes acts and publishes them."""

from legislation.procedure.services.acting import take_act
from legislation.procedure.services.correcting import propose_erratum, withdraw_publication
from legislation.procedure.services.filing import file_bill, receive_bill, take_up
from legislation.procedure.services.publishing import (
    approve_act,
    approve_acts,
    publish_act,
    publish_due,
)

__all__ = [
    "approve_act",
    "approve_acts",
    "file_bill",
    "propose_erratum",
    "publish_act",
    "publish_due",
    "receive_bill",
    "take_act",
    "take_up",
    "withdraw_publication",
]
