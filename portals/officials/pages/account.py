"""One account: what it holds, and each thing that may be done with it or why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from accounts import grants
from accounts.actors import Actor
from accounts.decisions import Decision
from accounts.directory import AccountDetail, HeldRole, get_account
from accounts.models import Enrolment, User
from accounts.permissions import can_approve_enrolment, can_manage
from accounts.roles import Role, conflict
from legislation.people.enums import Chamber
from legislation.people.models import Committee, Person
from legislation.people.selectors import roster_on
from legislation.people.selectors_committees import list_committees
from portals.officials.forms.accounts import IN_ORDER
from portals.officials.pages.publication import Choice
from portals.shared.formats import long_datetime, short_date
from portals.shared.framing import browser
from portals.shared.language import gettext as _
from portals.shared.parts import Column, Fact, Link

Rows = tuple[tuple[str | Markup, ...], ...]
KINDS = {grants.SERVE_COMMITTEE: "committee", grants.ADVISE_SENATOR: "senator"}


@dataclass(frozen=True)
class Ending:
    """Something held that can be ended with a button. ``value`` is what the button sends."""

    label: str
    since: str
    value: str


@dataclass(frozen=True)
class AccountPage:
    pk: int
    title: str
    state: str
    facts: tuple[Fact, ...]
    crumbs: tuple[Link, ...]
    manage: Choice
    roles: tuple[Ending, ...]
    past_columns: tuple[Column, ...]
    past: Rows
    role_choices: tuple[tuple[str, str], ...]
    role_refusals: tuple[tuple[str, str], ...]
    rights: tuple[Ending, ...]
    right_choices: tuple[tuple[str, str], ...]
    factor_columns: tuple[Column, ...]
    factors: Rows
    session_columns: tuple[Column, ...]
    sessions: Rows
    link_words: str
    link_id: int | None
    approve: Choice | None
    token_href: str = ""  # the link that was approved in this very request, shown this once


def build(pk: int, actor: Actor, *, at: datetime, confirm_href: str) -> AccountPage:
    """One account: 6 queries, and one for each kind of thing that its roles go with.

    :raises User.DoesNotExist: there is none
    """
    found = get_account(pk, at=at)
    user, held = found.user, found.roles_at(at)
    things = _things(held, found, at)
    link = found.enrolment
    return AccountPage(
        pk=user.pk,
        title=user.name or user.email,
        state=_("Open") if user.is_active else _("Closed"),
        facts=_facts(user),
        crumbs=(Link(_("Accounts"), reverse("officials:accounts")), Link(user.email)),
        manage=_manage(actor, user, at, confirm_href),
        roles=tuple(_ending(one) for one in found.roles if one.role in held and _runs(one, at)),
        past_columns=_columns(_("Role"), _("From"), _("Until"), _("Given by")),
        past=tuple(_past(one) for one in found.roles if not _runs(one, at)),
        role_choices=tuple((r.value, str(r.label)) for r in _givable(held)),
        role_refusals=tuple(_refusals(held)),
        rights=tuple(Ending(things.get(k, k), "", k) for k in _keys(found)),
        right_choices=tuple((k, name) for k, name in things.items() if k not in _keys(found)),
        factor_columns=_columns(_("Factor"), _("Added"), _("Last used")),
        factors=tuple(
            (_factor(one.kind), _hour(one.added_at), _hour(one.used_at)) for one in found.factors
        ),
        session_columns=_columns(_("Browser"), _("Begun"), _("Last seen")),
        sessions=tuple(
            (browser(one.browser), _hour(one.began_at), _hour(one.seen_at))
            for one in found.sessions
        ),
        link_words=_link_words(found),
        link_id=link.pk if link else None,
        approve=_approve(actor, link, at, confirm_href),
    )


def thing_of(right: str, number: int) -> Model:
    """What a right is over.

    :raises ObjectDoesNotExist: there is none of that number
    """
    if right == grants.SERVE_COMMITTEE:
        return Committee.objects.get(pk=number)
    return Person.objects.get(pk=number)


def _manage(actor: Actor, user: User, at: datetime, confirm_href: str) -> Choice:
    if not user.is_active:
        return Choice(is_open=False, reason=_("This account is closed: nothing is done with it."))
    return _choice(can_manage(actor, user, at=at), confirm_href)


def _approve(
    actor: Actor, link: Enrolment | None, at: datetime, confirm_href: str
) -> Choice | None:
    if link is None or link.approved_at is not None:
        return None
    return _choice(can_approve_enrolment(actor, link, at=at), confirm_href)


def _choice(decision: Decision, confirm_href: str) -> Choice:
    href = confirm_href if decision.needs_confirmation else ""
    return Choice(bool(decision), decision.reason, href)


def _facts(user: User) -> tuple[Fact, ...]:
    return (
        Fact(_("E-mail address"), user.email),
        Fact(_("Number"), str(user.pk)),
        Fact(_("Opened"), _hour(user.date_joined)),
    )


def _runs(one: HeldRole, at: datetime) -> bool:
    return one.since <= at and (one.until is None or at < one.until)


def _ending(one: HeldRole) -> Ending:
    since = short_date(timezone.localtime(one.since))
    words = _("since %(day)s") % {"day": since}
    if one.until:
        until = short_date(timezone.localtime(one.until))
        words = _("from %(since)s until %(until)s") % {"since": since, "until": until}
    if one.given_by:
        words += ". " + _("Given by %(name)s.") % {"name": one.given_by}
    return Ending(str(one.role.label), words, one.role.value)


def _columns(head: str, *others: str) -> tuple[Column, ...]:
    return (Column(head, "head"), *(Column(label) for label in others))


def _past(one: HeldRole) -> tuple[str | Markup, ...]:
    return (str(one.role.label), _hour(one.since), _hour(one.until), one.given_by)


def _givable(held: frozenset[Role]) -> list[Role]:
    return [role for role in IN_ORDER if role not in held and conflict(held, role) is None]


def _refusals(held: frozenset[Role]) -> Iterable[tuple[str, str]]:
    """The roles that cannot be joined with those held, each with why."""
    for role in IN_ORDER:
        other = conflict(held, role)
        if role not in held and other is not None:
            words = _("never together with «%(role)s»") % {"role": other.label}
            yield (str(role.label), words)


def _keys(found: AccountDetail) -> list[str]:
    return [f"{KINDS[right]}:{number}" for right, number in found.rights if right in KINDS]


def _things(held: frozenset[Role], found: AccountDetail, at: datetime) -> dict[str, str]:
    """What rights may be given over, by kind and number, with the words for each."""
    on, known = timezone.localdate(at), {right for right, _number in found.rights}
    things: dict[str, str] = {}
    if Role.COMMITTEE_SECRETARY in held or grants.SERVE_COMMITTEE in known:
        things |= {
            f"committee:{row.id}": _("Secretary of %(committee)s") % {"committee": row.name}
            for row in list_committees(on=on)
            if row.chamber != Chamber.DEPUTIES
        }
    if Role.ADVISER in held or grants.ADVISE_SENATOR in known:
        things |= {
            f"senator:{row.person_id}": _("Adviser of %(senator)s") % {"senator": row.full_name}
            for row in roster_on(on).rows
        }
    return things


def _factor(kind: str) -> str:
    words = {
        "webauthn": _("Passkey"),
        "totp": _("Application"),
        "recovery_codes": _("Backup codes"),
    }
    return words.get(kind, kind)


def _link_words(found: AccountDetail) -> str:
    link = found.enrolment
    if link is None:
        return ""
    if link.approved_at is None and link.asked_by is not None:
        return _("%(name)s asked for a link on %(hour)s. Another administrator approves it.") % {
            "name": link.asked_by.name or link.asked_by.email,
            "hour": _hour(link.asked_at),
        }
    return _("A link was given. It serves until %(hour)s, or until another is asked for.") % {
        "hour": _hour(link.expires_at)
    }


def _hour(moment: datetime | None) -> str:
    return long_datetime(timezone.localtime(moment)) if moment else "—"
