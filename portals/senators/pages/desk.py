"""The desk: who works here, and the ways to the public record and to their account."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accounts.actors import Actor
from accounts.grants import ADVISE_SENATOR, objects_of
from accounts.roles import SENATORS_PORTAL, Role
from legislation.people.models import Person
from portals.shared.formats import long_date
from portals.shared.language import gettext as _
from portals.shared.parts import Fact, Link


@dataclass(frozen=True)
class DeskPage:
    title: str
    today: str
    facts: tuple[Fact, ...]
    public: tuple[Link, ...]
    account: tuple[Link, ...]


def build(actor: Actor, *, on: date) -> DeskPage:
    """Who this person is here that day: 2 queries for advisers, none for others."""
    roles = sorted(str(role.label) for role in actor.roles & SENATORS_PORTAL)
    facts = [Fact(_("You act as"), ", ".join(roles))]
    if actor.has(Role.ADVISER):
        names = objects_of(actor, ADVISE_SENATOR, Person.objects.order_by("sort_key"))
        who = ", ".join(names.values_list("full_name", flat=True))
        facts.append(Fact(_("You work for"), who or _("No senator yet")))
    return DeskPage(
        title=actor.name,
        today=long_date(on),
        facts=tuple(facts),
        public=(
            Link(_("Agenda"), reverse("citizens:agenda")),
            Link(_("Bills"), reverse("citizens:bill-list")),
            Link(_("Votes"), reverse("citizens:vote-list")),
            Link(_("Committees"), reverse("citizens:committee-list")),
        ),
        account=(
            Link(_("Your account"), reverse("account_home")),
            Link(_("Your passkeys"), reverse("mfa_list_webauthn")),
            Link(_("Your open sessions"), reverse("usersessions_list")),
        ),
    )
