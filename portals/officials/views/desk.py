"""The desk, and the ledger."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.roles import OFFICIALS_PORTAL
from portals.officials.base import READERS, OfficialPage
from portals.officials.pages import account_of_papers, desk, ledger


class Desk(OfficialPage):
    """Whoever manages accounts has no desk of content: the accounts are theirs."""

    template_name: ClassVar[str] = "officials/desk.html"
    section: ClassVar[str] = "desk"
    lets_in = OFFICIALS_PORTAL

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not self.actor.has(*READERS):
            return redirect("officials:accounts")
        return super().get(request, **kwargs)

    def build(self) -> desk.DeskPage:
        return desk.build(self.actor, on=timezone.localdate(self.now))


class Cuenta(OfficialPage):
    """The papers of which notice is to be given."""

    template_name: ClassVar[str] = "officials/cuenta.html"
    section: ClassVar[str] = "cuenta"

    def build(self) -> account_of_papers.CuentaPage:
        return account_of_papers.build(self.actor)


class LedgerSearch(OfficialPage):
    template_name: ClassVar[str] = "officials/ledger.html"
    section: ClassVar[str] = "ledger"

    def build(self) -> ledger.LedgerPage:
        return ledger.build(self.request.GET)
