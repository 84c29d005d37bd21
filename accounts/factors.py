"""Adding and removing what proves somebody: allauth's own pages, written into the ledger as well."""

from typing import Any, ClassVar

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from accounts.adapters import account_of
from accounts.services import record_factor


class Recorded:
    """What changes a factor is one transaction with what the ledger says of it."""

    act: ClassVar[str]
    kind: ClassVar[str]
    request: HttpRequest

    def form_valid(self, form: Any) -> HttpResponse:
        user = account_of(self.request.user)
        with transaction.atomic():
            response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
            record_factor(act=self.act, user=user, kind=self.kind, at=timezone.now())
        return response


class AddPasskey(Recorded, AddWebAuthnView):  # type: ignore[misc]
    act, kind = "factor.added", "webauthn"


class RemovePasskey(Recorded, RemoveWebAuthnView):  # type: ignore[misc]
    act, kind = "factor.removed", "webauthn"


class ActivateApplication(Recorded, ActivateTOTPView):  # type: ignore[misc]
    act, kind = "factor.added", "totp"


class DeactivateApplication(Recorded, DeactivateTOTPView):  # type: ignore[misc]
    act, kind = "factor.removed", "totp"


class RenewCodes(Recorded, GenerateRecoveryCodesView):  # type: ignore[misc]
    act, kind = "factor.added", "recovery_codes"


add_passkey = AddPasskey.as_view()
remove_passkey = RemovePasskey.as_view()
activate_application = ActivateApplication.as_view()
deactivate_application = DeactivateApplication.as_view()
renew_codes = RenewCodes.as_view()
