"""ClaveÚnica as allauth knows a provider of identities."""

import secrets
from hashlib import sha256
from typing import Any

from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.base import ProviderAccount, ProviderException
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from accounts.clave_unica.exchange import NONCE, PROVIDER_ID, ClaveUnicaExchange
from accounts.clave_unica.run import InvalidRun, blinded, checked_run

SCOPE = ["openid", "run", "name"]
KEY_SALT = "accounts.clave_unica.run"


class ClaveUnicaAccount(ProviderAccount):  # type: ignore[misc]
    """What an account shows of it: that it is joined, and nothing of whom."""

    def to_str(self) -> str:
        return "ClaveÚnica"


class ClaveUnicaProvider(OAuth2Provider):  # type: ignore[misc]
    """Known by a keyed hash of the RUN; of everything else that it says, only the name is read."""

    id = PROVIDER_ID
    name = "ClaveÚnica"
    account_class = ClaveUnicaAccount
    oauth2_adapter_class = ClaveUnicaExchange
    pkce_enabled_default = True

    def get_default_scope(self) -> list[str]:
        return list(SCOPE)

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:
        """Never more than we ask for, whatever the address says."""
        return list(SCOPE)

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, str]:
        return {}

    def redirect(self, request: HttpRequest, process: str, **more: Any) -> HttpResponse:
        """Send them there with a number used once, which its answer must bring back."""
        request.session[NONCE] = secrets.token_urlsafe(32)
        more["auth_params"] = {"nonce": request.session[NONCE]}
        answer: HttpResponse = super().redirect(request, process, **more)
        return answer

    def extract_uid(self, data: dict[str, Any]) -> str:
        """The keyed hash of the RUN.

        :raises ProviderException: no RUN, or one whose digit is another; without saying which
        """
        run = data.get("RolUnico")
        if not isinstance(run, dict):
            raise ProviderException("ClaveÚnica gave no RUN.")
        try:
            return blinded(checked_run(run.get("numero"), run.get("DV")), key())
        except InvalidRun as invalid:
            raise ProviderException(str(invalid)) from None

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Nothing: what is not kept cannot leak."""
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, str]:
        name = data.get("name")
        parts = name if isinstance(name, dict) else {}
        words = [*_words(parts.get("nombres")), *_words(parts.get("apellidos"))]
        return {"name": " ".join(words)}


def key() -> bytes:
    """The key of the hashes: its own in production, one derived from the secret elsewhere."""
    if settings.CLAVE_UNICA_KEY:
        return sha256(settings.CLAVE_UNICA_KEY.encode()).digest()
    return salted_hmac(KEY_SALT, "", algorithm="sha256").digest()


def uid_of(number: object, digit: object) -> str:
    """What stands for this RUN in our tables."""
    return blinded(checked_run(number, digit), key())


def is_joined(user_id: int) -> bool:
    """Whether this account is joined to ClaveÚnica."""
    return bool(SocialAccount.objects.filter(user_id=user_id, provider=PROVIDER_ID).exists())


def _words(value: object) -> list[str]:
    return [word for word in value if isinstance(word, str)] if isinstance(value, list) else []


provider_classes = [ClaveUnicaProvider]
