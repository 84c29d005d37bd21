"""A page of a portal of work: closed, but to whoever holds one of the roles that it names."""

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
from accounts.errors import AccountRule
from accounts.landing import portals_of
from accounts.requests import actor_of
from accounts.roles import Role
from legislation.errors import RuleViolation
from portals.shared.parts import Link
from portals.shared.views import ActionView, Audience, PageView


@dataclass(frozen=True)
class Desk:
    """What surrounds every page: who works here, as what, and the sections open to them."""

    name: str
    roles: str
    sections: tuple[Link, ...]
    section_href: str
    other_portals: tuple[Link, ...]


class WorkPage(PageView):
    """A page for those of staff who hold one of the roles in ``lets_in``.

    Whoever has not signed in is sent to do so; whoever may not is told, and nothing is read.
    """

    lets_in: ClassVar[frozenset[Role]] = frozenset()
    portal: ClassVar[str]  # the name that its addresses begin with; its first page is «desk»
    portal_roles: ClassVar[frozenset[Role]]
    actor: Actor
    now: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.now = timezone.now()
        actor = actor_of(request, self.now)
        if actor is None:
            return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")
        if not actor.has(*self.lets_in):
            raise NotPermitted(self.closed_to_others())
        self.actor = actor
        return super().dispatch(request, *args, **kwargs)

    def closed_to_others(self) -> str:
        """What whoever holds none of those roles is told."""
        raise NotImplementedError

    def sections(self) -> tuple[Link, ...]:
        """The sections of the portal that this person may open."""
        raise NotImplementedError

    def render(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        return super().render({**context, "desk": self._desk()}, status=status)

    def _desk(self) -> Desk:
        home = reverse(f"{self.portal}:desk")
        roles = sorted(role.label for role in self.actor.roles & self.portal_roles)
        return Desk(
            name=self.actor.name,
            roles=", ".join(str(role) for role in roles),
            sections=self.sections(),
            section_href=reverse(f"{self.portal}:{self.section}") if self.section else home,
            other_portals=tuple(
                Link(one.name, one.href) for one in portals_of(self.actor) if one.href != home
            ),
        )

    def admits(self, request: HttpRequest) -> bool:
        return self.audience in (Audience.OFFICIALS, Audience.SENATORS)


class WorkAction(WorkPage, ActionView):
    """A page with a form. What is refused keeps what was typed; what is grave asks a passkey."""

    refusals = (RuleViolation, AccountRule)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return super().post(request, **kwargs)
        except ConfirmationNeeded:
            return redirect(confirm_href(request.path))


def confirm_href(back: str) -> str:
    """Where a fresh passkey is asked for, to return to this address."""
    return f"{reverse('account_confirm')}?{urlencode({'next': back})}"
