"""Talking with ClaveÚnica: a code for a token, and a token for who it is."""

import hmac
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.base import ProviderException
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

PROVIDER_ID = "clave_unica"
SECONDS = 10  # to wait for the State
NONCE = "clave_unica_nonce"


class ClaveUnicaExchange(OAuth2Adapter):  # type: ignore[misc]
    """ClaveÚnica's three addresses. Who it is comes by POST, with the token as bearer."""

    provider_id = PROVIDER_ID

    @property
    def base_url(self) -> str:
        """Where ClaveÚnica answers; the fictional one, on this same server."""
        if settings.CLAVE_UNICA_IS_FAKE:
            return str(self.request.build_absolute_uri(reverse("fake_clave_unica"))).rstrip("/")
        return str(settings.CLAVE_UNICA_URL).rstrip("/")

    @property
    def authorize_url(self) -> str:
        return f"{self.base_url}/authorize/"

    @property
    def access_token_url(self) -> str:
        return f"{self.base_url}/token/"

    @property
    def profile_url(self) -> str:
        return f"{self.base_url}/userinfo/"

    def complete_login(
        self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        """Ask who it is, and keep nothing of the answer but a name and a keyed hash.

        :raises ProviderException: the answer is to another request than ours
        """
        _check_nonce(kwargs["response"].get("id_token"), request.session.pop(NONCE, ""))
        with get_adapter().get_requests_session() as session:
            answer = session.post(
                self.profile_url,
                headers={"Authorization": f"Bearer {token.token}"},
                timeout=SECONDS,
            )
            answer.raise_for_status()
            return self.get_provider().sociallogin_from_response(request, answer.json())


def _check_nonce(id_token: object, nonce: str) -> None:
    """The token of identity comes straight from ClaveÚnica over TLS: its signature adds nothing.

    OpenID Connect Core 1.0, 3.1.3.7, point 6; what it must bring back is point 11.
    """
    if not isinstance(id_token, str):
        return
    try:
        claims = jwt.decode(id_token, options={"verify_signature": False})
    except jwt.PyJWTError:
        raise ProviderException("ClaveÚnica gave a token that cannot be read.") from None
    if not nonce or not hmac.compare_digest(str(claims.get("nonce", "")), nonce):
        raise ProviderException("ClaveÚnica answered to another request.")
