"""The desk, and the ledger."""

from typing import ClassVar

from django.utils import timezone

from portals.officials.base import OfficialPage
from portals.officials.pages import desk, ledger


class Desk(OfficialPage):
    template_name: ClassVar[str] = "officials/desk.html"
    section: ClassVar[str] = "desk"

    def build(self) -> desk.DeskPage:
        return desk.build(self.actor, on=timezone.localdate(self.now))


class LedgerSearch(OfficialPage):
    template_name: ClassVar[str] = "officials/ledger.html"
    section: ClassVar[str] = "ledger"

    def build(self) -> ledger.LedgerPage:
        return ledger.build(self.request.GET)
