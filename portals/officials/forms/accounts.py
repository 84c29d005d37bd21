"""What is typed about accounts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import grants
from accounts.roles import STAFF, Role

RIGHTS = {"committee": grants.SERVE_COMMITTEE, "senator": grants.ADVISE_SENATOR}
IN_ORDER = tuple(role for role in Role if role in STAFF)


def role_choices() -> list[tuple[str, str]]:
    """The roles of staff and senators, to choose from."""
    return [(role.value, str(role.label)) for role in IN_ORDER]


class NewAccountForm(forms.Form):
    """An account for somebody of staff; they sign in only once they enrol a passkey."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.CharField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)

    def chosen(self) -> Role:
        return Role(self.cleaned_data["role"])


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)

    def chosen(self) -> Role:
        return Role(self.cleaned_data["role"])


class RightForm(forms.Form):
    """A right over one thing, written as its kind and number: «committee:12»."""

    right = forms.RegexField(label=_("Right"), regex=r"^(committee|senator):[0-9]{1,15}$")

    def chosen(self) -> tuple[str, int]:
        """The right and the number of its thing."""
        kind, _point, number = str(self.cleaned_data["right"]).partition(":")
        return RIGHTS[kind], int(number)


class LinkForm(forms.Form):
    """Nothing but the button."""


class LinkApprovalForm(forms.Form):
    """The link that was seen: another one asked for meanwhile is not approved by mistake."""

    enrolment = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)


class DisablingForm(forms.Form):
    reason = forms.CharField(label=_("Why it is closed"), widget=forms.Textarea, max_length=2000)
