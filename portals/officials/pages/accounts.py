"""Who has an account here, and as what."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from markupsafe import Markup

from accounts.actors import Actor
from accounts.directory import BY_ADDRESS, list_accounts
from accounts.permissions import can_manage_accounts
from accounts.roles import Role
from portals.shared.language import gettext as _
from portals.shared.pagination import CURSOR_PARAMETER, PageLinks, keyset_page, page_links
from portals.shared.parameters import asked
from portals.shared.parts import Column, Filter, Link

SIZE = 50


@dataclass(frozen=True)
class AccountsPage:
    address: str
    filters: tuple[Filter, ...]
    clear_href: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Markup, ...], ...]
    pages: PageLinks
    create_href: str
    reason: str


@dataclass(frozen=True)
class NewAccountPage:
    title: str
    lead: str
    crumbs: tuple[Link, ...]


def build(query: Mapping[str, str], actor: Actor, *, at: datetime) -> AccountsPage:
    """The list as its address asks for it: 1 query."""
    words, code = asked(query, "texto"), asked(query, "rol")
    role = Role(code) if code in Role.values else None
    page = keyset_page(
        list_accounts(at=at, words=words, role=role),
        order=BY_ADDRESS,
        size=SIZE,
        cursor=query.get(CURSOR_PARAMETER),
    )
    address = reverse("officials:accounts")
    known = (("texto", words), ("rol", role.value if role else ""))
    kept = {name: value for name, value in known if value}
    decision = can_manage_accounts(actor, at=at)
    may_create = bool(decision) or decision.needs_confirmation
    return AccountsPage(
        address=address,
        filters=_filters(words, role.value if role else ""),
        clear_href=address if kept else "",
        columns=(
            Column(_("E-mail address"), "head"),
            Column(_("Name")),
            Column(_("Roles")),
            Column(_("State"), hide_small=True),
        ),
        rows=tuple(_row(row) for row in page.items),
        pages=page_links(page, path=address, params=kept),
        create_href=reverse("officials:new-account") if may_create else "",
        reason="" if may_create else decision.reason,
    )


def build_new() -> NewAccountPage:
    """The form's surroundings: no query."""
    title = _("Open an account")
    return NewAccountPage(
        title=title,
        lead=_("They sign in once they have added a passkey, with a link that two officials give."),
        crumbs=(Link(_("Accounts"), reverse("officials:accounts")), Link(title)),
    )


def _filters(words: str, role: str) -> tuple[Filter, ...]:
    roles = (("", _("Any")), *((one.value, str(one.label)) for one in Role))
    return (
        Filter("texto", _("Name or address"), words),
        Filter("rol", _("Role"), role, roles),
    )


def _row(row: tuple[int, str, str, bool, list[str]]) -> tuple[str | Markup, ...]:
    pk, email, name, is_active, held = row
    href = reverse("officials:account", kwargs={"pk": pk})
    return (
        Markup('<a href="{}">{}</a>').format(href, email),
        name,
        ", ".join(str(Role(role).label) for role in held) if is_active else "",
        _("Open") if is_active else _("Closed"),
    )
