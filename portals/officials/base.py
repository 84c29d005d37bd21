"""What every view of the officials' portal is: closed, but to the roles that it names."""

from typing import ClassVar

from django.urls import reverse

from accounts.actors import Actor
from accounts.roles import OFFICIALS_PORTAL, Role
from portals.shared.language import gettext as _
from portals.shared.parts import Link
from portals.shared.views import Audience
from portals.shared.work import WorkAction, WorkPage, confirm_href

__all__ = ["OfficialAction", "OfficialPage", "confirm_href"]

# Who sees the record before it is public. An IT administrator has no right over content.
READERS = OFFICIALS_PORTAL - {Role.IT_ADMINISTRATOR}
ACCOUNT_READERS = frozenset({Role.IT_ADMINISTRATOR, Role.AUDITOR})
DELIVERY_READERS = frozenset(
    {Role.IT_ADMINISTRATOR, Role.FLOOR_SECRETARIAT, Role.QUALITY, Role.AUDITOR}
)


class OfficialPage(WorkPage):
    """A page for officials who hold one of the roles in ``lets_in``."""

    audience: ClassVar[Audience] = Audience.OFFICIALS
    lets_in: ClassVar[frozenset[Role]] = READERS
    portal: ClassVar[str] = "officials"
    portal_roles: ClassVar[frozenset[Role]] = OFFICIALS_PORTAL

    def closed_to_others(self) -> str:
        return _("This part is for officials of the Senate who work on it.")

    def sections(self) -> tuple[Link, ...]:
        return sections_of(self.actor)


class OfficialAction(OfficialPage, WorkAction):
    """A page with a form, for officials."""


def sections_of(actor: Actor) -> tuple[Link, ...]:
    """The sections of the portal that this person may open."""
    found: tuple[Link, ...] = ()
    if actor.has(*READERS):
        found += (
            Link(_("Desk"), reverse("officials:desk")),
            Link(_("Bills"), reverse("officials:bills")),
            Link(_("Letters"), reverse("officials:letters")),
            Link(_("People"), reverse("officials:people")),
            Link(_("Committees"), reverse("officials:committees")),
            Link(_("Notice"), reverse("officials:cuenta")),
            Link(_("To be published"), reverse("officials:publications")),
            Link(_("Ledger"), reverse("officials:ledger")),
        )
    if actor.has(*ACCOUNT_READERS):
        found += (Link(_("Accounts"), reverse("officials:accounts")),)
    if actor.has(*DELIVERY_READERS):
        found += (Link(_("Deliveries"), reverse("officials:deliveries")),)
    return found
