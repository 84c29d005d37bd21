"""Where somebody goes once signed in, and between which portals they may switch."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.roles import OFFICIALS_PORTAL, SENATORS_PORTAL


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal that somebody may enter: its name in words and its address."""

    name: str
    href: str


def portals_of(actor: Actor) -> tuple[Portal, ...]:
    """The portals of the posts that this person holds in this session, in a fixed order."""
    root = "/" if (get_language() or "es").startswith("es") else "/en/"
    found = []
    if actor.has(*OFFICIALS_PORTAL):
        found.append(Portal(_("Officials' portal"), f"{root}portal/funcionarios/"))
    if actor.has(*SENATORS_PORTAL):
        found.append(Portal(_("Senators' portal"), f"{root}portal/senadores/"))
    return tuple(found)


def landing_of(actor: Actor) -> str:
    """The first portal of theirs; a citizen's is the page of their account."""
    portals = portals_of(actor)
    return portals[0].href if portals else reverse("account_home")
