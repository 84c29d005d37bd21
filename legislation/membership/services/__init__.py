"""Proposes changes of people and, once a second person approves them, applies them."""

from legislation.membership.services.approving import approve_change, publish_due
from legislation.membership.services.proposing import propose_change

__all__ = ["approve_change", "propose_change", "publish_due"]
