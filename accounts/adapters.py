"""How allauth behaves here: what it asks of us at each turn of signing in."""

from base64 import urlsafe_b64encode
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.utils import build_absolute_uri
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from qrcode.main import QRCode

from accounts.clave_unica.exchange import PROVIDER_ID
from accounts.landing import landing_of
from accounts.models import User
from accounts.requests import actor_of, begin
from accounts.services import record_sign_in

FACTOR_SALT = "accounts.factors"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts and their addresses."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where somebody goes once signed in: the portal of their post, or their account."""
        actor = actor_of(request, timezone.now())
        return landing_of(actor) if actor else reverse("account_login")

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Sign in; the session begins to count, and of staff the ledger says so."""
        super().login(request, user)
        now = timezone.now()
        begin(request, now)
        records = get_authentication_records(request, user)
        methods = [str(one.get("type") or one.get("method")) for one in records]
        record_sign_in(user=account_of(user), methods=methods, at=now)

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A passkey first, where there is one: the first is what is asked for."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        words = {
            "mfa_reauthenticate": _("Use a code"),
            "mfa_reauthenticate:webauthn": _("Use my passkey"),
        }
        named = [
            {**one, "description": words.get(one["id"], one["description"])} for one in methods
        ]
        return sorted(named, key=lambda method: "webauthn" not in method["id"])

    def send_account_already_exists_mail(self, email: str) -> None:
        """Whoever asks for an account that exists is told by mail alone, and how to sign in."""
        address = build_absolute_uri(context.request, reverse("account_login"))
        self.send_mail("account/email/account_already_exists", email, {"login_url": address})

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_home")


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys, codes of an application and recovery codes. Their secrets are kept encrypted."""

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """The square as markup of its own: the page's policy lets no image be written inside it."""
        code = QRCode(border=2)
        code.add_data(url)
        rows = code.get_matrix()
        path = "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        )
        side = len(rows)
        return f'<svg class="account__qr" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>'

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 - as it is called
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": _("Senate of Chile")}


class IdentityAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Identities that others vouch for: ClaveÚnica."""

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """ClaveÚnica as the settings have it, or nothing where it is not set up; no table is asked."""
        if settings.CLAVE_UNICA_IS_FAKE:
            credentials = {"client_id": "senado", "secret": "fictional"}
        else:
            credentials = {
                "client_id": settings.CLAVE_UNICA_CLIENT_ID,
                "secret": settings.CLAVE_UNICA_SECRET,
            }
        app = SocialApp(provider=PROVIDER_ID, name="ClaveÚnica", **credentials)
        is_asked = provider in (None, PROVIDER_ID) and client_id in (None, app.client_id)
        return [app] if app.client_id and is_asked else []

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        user: User = super().populate_user(request, sociallogin, data)
        user.name = str(data.get("name") or "")[: User._meta.get_field("name").max_length]
        return user

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: the State gives no address, and we ask for one that we can write to."""
        return False


def cipher() -> MultiFernet:
    """What encrypts factors' secrets: by the secret key of now, and those it replaced to read."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (
        salted_hmac(FACTOR_SALT, "", secret=key, algorithm="sha256").digest() for key in keys
    )
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])


def account_of(user: AbstractBaseUser | AnonymousUser) -> User:
    """The account, which allauth knows only as somebody that Django can sign in.

    :raises TypeError: it is of another kind
    """
    if not isinstance(user, User):
        raise TypeError("Only our own accounts sign in here.")
    return user
