"""What every view of the officials' portal is: closed, but to the roles that it names."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.actors import Actor
from accounts.decisions import ConfirmationNeeded, NotPermitted
from accounts.landing import portals_of
from accounts.requests import actor_of
from accounts.roles import OFFICIALS_PORTAL, Role
from portals.shared.language import gettext as _
from portals.shared.parts import Link
from portals.shared.views import ActionView, Audience, PageView

# Who sees the record before it is public. An IT administrator has no right over content.
READERS = OFFICIALS_PORTAL - {Role.IT_ADMINISTRATOR}


@dataclass(frozen=True)
class Desk:
    """What surrounds every page: who works here, as what, and the sections open to them."""

    name: str
    roles: str
    sections: tuple[Link, ...]
    section_href: str
    other_portals: tuple[Link, ...]


class OfficialPage(PageView):
    """A page for officials who hold one of the roles in ``lets_in``.

    Whoever has not signed in is sent to do so; whoever may not is told, and nothing is read.
    """

    audience: ClassVar[Audience] = Audience.OFFICIALS
    lets_in: ClassVar[frozenset[Role]] = READERS
    actor: Actor
    now: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.now = timezone.now()
        actor = actor_of(request, self.now)
        if actor is None:
            return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")
        if not actor.has(*self.lets_in):
            raise NotPermitted(_("This part is for officials of the Senate who work on it."))
        self.actor = actor
        return super().dispatch(request, *args, **kwargs)

    def admits(self, request: HttpRequest) -> bool:
        return self.audience is Audience.OFFICIALS

    def render(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        return super().render({**context, "desk": self._desk()}, status=status)

    def _desk(self) -> Desk:
        section = f"officials:{self.section}" if self.section else "officials:desk"
        roles = sorted(role.label for role in self.actor.roles & OFFICIALS_PORTAL)
        return Desk(
            name=self.actor.name,
            roles=", ".join(str(role) for role in roles),
            sections=sections_of(self.actor),
            section_href=reverse(section),
            other_portals=tuple(
                Link(portal.name, portal.href)
                for portal in portals_of(self.actor)
                if not portal.href.endswith("/funcionarios/")
            ),
        )


class OfficialAction(OfficialPage, ActionView):
    """A page with a form, for officials. What is refused keeps what was typed."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, **kwargs)
        except ConfirmationNeeded:
            return redirect(confirm_href(request.path))


def confirm_href(back: str) -> str:
    """Where a fresh passkey is asked for, to return to this address."""
    return f"{reverse('account_confirm')}?{urlencode({'next': back})}"


def sections_of(actor: Actor) -> tuple[Link, ...]:
    """The sections of the portal that this person may open."""
    if not actor.has(*READERS):
        return ()
    return (
        Link(_("Desk"), reverse("officials:desk")),
        Link(_("Bills"), reverse("officials:bills")),
        Link(_("To be published"), reverse("officials:publications")),
        Link(_("Ledger"), reverse("officials:ledger")),
    )
