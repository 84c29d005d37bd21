"""Enters letters sent and received, and publishes those of a bill."""

from legislation.letters.services.keeping import answer, receive_letter, send_letter
from legislation.letters.services.publishing import approve_letter, publish_due

__all__ = ["answer", "approve_letter", "publish_due", "receive_letter", "send_letter"]
