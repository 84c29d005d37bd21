"""What every view of the senators' portal is: closed, but to the roles that it names."""

from typing import ClassVar

from django.urls import reverse

from accounts.roles import SENATORS_PORTAL, Role
from portals.shared.language import gettext as _
from portals.shared.parts import Link
from portals.shared.views import Audience
from portals.shared.work import WorkPage


class SenatorPage(WorkPage):
    """A page for senators and their advisers who hold one of the roles in ``lets_in``."""

    audience: ClassVar[Audience] = Audience.SENATORS
    lets_in: ClassVar[frozenset[Role]] = SENATORS_PORTAL
    portal: ClassVar[str] = "senators"
    portal_roles: ClassVar[frozenset[Role]] = SENATORS_PORTAL

    def closed_to_others(self) -> str:
        return _("This part is for senators and those who work for them.")

    def sections(self) -> tuple[Link, ...]:
        return (Link(_("Desk"), reverse("senators:desk")),)
