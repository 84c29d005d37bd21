"""Accounts: the list, opening one, and each thing that is done with one of them."""

from dataclasses import replace
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse

from accounts import services
from accounts.roles import Role
from portals.officials.base import ACCOUNT_READERS, OfficialAction, OfficialPage, confirm_href
from portals.officials.forms.accounts import (
    DisablingForm,
    LinkApprovalForm,
    LinkForm,
    NewAccountForm,
    RightForm,
    RoleForm,
)
from portals.officials.pages import account, accounts

MANAGERS = frozenset({Role.IT_ADMINISTRATOR})


class AccountList(OfficialPage):
    template_name: ClassVar[str] = "officials/accounts/list.html"
    section: ClassVar[str] = "accounts"
    lets_in = ACCOUNT_READERS

    def build(self) -> accounts.AccountsPage:
        return accounts.build(self.request.GET, self.actor, at=self.now)


class NewAccount(OfficialAction):
    """An account for somebody of staff."""

    template_name: ClassVar[str] = "officials/bills/file.html"
    section: ClassVar[str] = "accounts"
    form_class = NewAccountForm
    lets_in = MANAGERS

    def build(self) -> accounts.NewAccountPage:
        return accounts.build_new()

    def perform(self, form: NewAccountForm) -> HttpResponse:
        made = services.create_staff_account(
            email=form.cleaned_data["email"],
            name=form.cleaned_data["name"],
            role=form.chosen(),
            actor=self.actor,
            at=self.now,
        )
        return redirect("officials:account", pk=made.pk)


class AccountDetail(OfficialPage):
    """Looked at, by whoever manages accounts and by whoever audits."""

    template_name: ClassVar[str] = "officials/accounts/detail.html"
    section: ClassVar[str] = "accounts"
    lets_in = ACCOUNT_READERS

    def build(self, pk: int) -> account.AccountPage:
        home = reverse("officials:account", kwargs={"pk": pk})
        return account.build(pk, self.actor, at=self.now, confirm_href=confirm_href(home))

    def render(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        more = {"csrf_token": get_token(self.request), "errors": []}
        return super().render({**more, **context}, status=status)


class OneAccount(AccountDetail, OfficialAction):
    """One thing that is done with an account. What is looked at has one address for all of them."""

    lets_in = MANAGERS

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.done(kwargs["pk"])

    def done(self, pk: int) -> HttpResponse:
        return redirect("officials:account", pk=pk)


class GiveRole(OneAccount):
    form_class = RoleForm

    def perform(self, form: RoleForm, pk: int) -> HttpResponse:
        services.give_role(user_id=pk, role=form.chosen(), actor=self.actor, at=self.now)
        return self.done(pk)


class EndRole(OneAccount):
    form_class = RoleForm

    def perform(self, form: RoleForm, pk: int) -> HttpResponse:
        services.end_role(user_id=pk, role=form.chosen(), actor=self.actor, at=self.now)
        return self.done(pk)


class GiveRight(OneAccount):
    form_class = RightForm

    def perform(self, form: RightForm, pk: int) -> HttpResponse:
        right, number = form.chosen()
        services.give_right(
            user_id=pk,
            permission=right,
            obj=account.thing_of(right, number),
            actor=self.actor,
            at=self.now,
        )
        return self.done(pk)


class EndRight(OneAccount):
    form_class = RightForm

    def perform(self, form: RightForm, pk: int) -> HttpResponse:
        right, number = form.chosen()
        services.end_right(
            user_id=pk,
            permission=right,
            obj=account.thing_of(right, number),
            actor=self.actor,
            at=self.now,
        )
        return self.done(pk)


class AskLink(OneAccount):
    """Ask for the link with which they add a passkey."""

    form_class = LinkForm

    def perform(self, form: LinkForm, pk: int) -> HttpResponse:
        services.ask_enrolment(user_id=pk, actor=self.actor, at=self.now)
        return self.done(pk)


class ApproveLink(OneAccount):
    """Another administrator approves it; the link is shown in this answer and never again."""

    form_class = LinkApprovalForm

    def perform(self, form: LinkApprovalForm, pk: int) -> HttpResponse:
        token = services.approve_enrolment(
            enrolment_id=form.cleaned_data["enrolment"], actor=self.actor, at=self.now
        )
        href = self.request.build_absolute_uri(reverse("account_enrol", kwargs={"token": token}))
        page = replace(self.build(pk), token_href=href)
        return self.render({"page": page, "chrome": self.chrome(page)})


class Disable(OneAccount):
    """Close the account, with the reason."""

    form_class = DisablingForm

    def perform(self, form: DisablingForm, pk: int) -> HttpResponse:
        services.disable_account(
            user_id=pk, reason=form.cleaned_data["reason"], actor=self.actor, at=self.now
        )
        return self.done(pk)
