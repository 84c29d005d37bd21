"""The system's own checks: what must hold before this is shown to anybody.

Those tagged for deployment run with ``check --deploy``, in production's settings.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "data:", "http:", "https:")
GUARDS = (
    "django.middleware.csrf.CsrfViewMiddleware",
    "accounts.middleware.SessionsWhereAsked",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SessionLimits",
    "axes.middleware.AxesMiddleware",
)
NEVER_IN_PRODUCTION = ("senate.demonstration.entering", "accounts.clave_unica.fake")
SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
LISTED_SESSIONS = (
    "django.contrib.sessions.backends.db",
    "django.contrib.sessions.backends.cached_db",
)
LONGEST_FORM = 10_000_000  # bytes
SHORTEST_KEY = 32
Apps = Sequence[AppConfig] | None

# Privileges that make every refusal of the database void.
ROLE = """
  SELECT rolsuper, rolbypassrls,
         pg_has_role(current_user, (SELECT relowner FROM pg_class
                                     WHERE oid = to_regclass('public.accounts_user')), 'MEMBER')
    FROM pg_roles WHERE rolname = current_user
"""


@register(Tags.security)
def policy_is_strict(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """Nothing from elsewhere and nothing written inside a page, in any directive."""
    directives = settings.CONTENT_SECURITY_POLICY.get("DIRECTIVES", {})
    loose = sorted(
        f"{name} {source}"
        for name, sources in directives.items()
        for source in sources
        if source in UNSAFE
    )
    missing = [
        name for name in ("default-src", "form-action", "base-uri") if name not in directives
    ]
    has_guard = "csp.middleware.CSPMiddleware" in settings.MIDDLEWARE
    if loose or missing or not has_guard:
        why = ", ".join((*loose, *missing)) or "no middleware"
        yield Error(f"The content security policy is not strict: {why}.", id="senado.E001")


@register(Tags.security)
def guards_are_in_place(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """Every middleware that accounts rest on, in its order, behind what keeps public pages."""
    found = [name for name in settings.MIDDLEWARE if name in GUARDS]
    if tuple(found) != GUARDS:
        yield Error(
            "Middleware is missing or out of order.", hint=", ".join(GUARDS), id="senado.E002"
        )
    backends = settings.AUTHENTICATION_BACKENDS
    if not backends or backends[0] != "axes.backends.AxesStandaloneBackend":
        yield Error("The guard of attempts must be the first backend.", id="senado.E003")


@register(Tags.security)
def sessions_are_plain_and_listed(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """Sessions that run no code when read, and that can be ended from outside them."""
    if settings.SESSION_SERIALIZER != SERIALIZER:
        yield Error("Sessions must be JSON.", id="senado.E004")
    if settings.SESSION_ENGINE not in LISTED_SESSIONS:
        yield Error("Sessions must lie where they can be ended.", id="senado.E005")


@register(Tags.security)
def uploads_are_limited(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """A form has a size, a number of fields and a number of files."""
    size = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    numbers = (settings.DATA_UPLOAD_MAX_NUMBER_FIELDS, settings.DATA_UPLOAD_MAX_NUMBER_FILES)
    if size is None or size > LONGEST_FORM or None in numbers:
        yield Error("DATA_UPLOAD_MAX_* must be set, and not too high.", id="senado.E006")


@register(Tags.security)
def passkeys_may_be_used(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """The permissions policy lets our own pages, and nobody else's, use passkeys."""
    for name in ("publickey-credentials-get", "publickey-credentials-create"):
        if list(settings.PERMISSIONS_POLICY.get(name, ())) != ["self"]:
            yield Error(f"{name} must be for our own pages alone.", id="senado.E007")


@register(Tags.security, deploy=True)
def cookies_are_of_this_host(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """Names that a browser takes from this host alone, over TLS; closed to scripts."""
    for kind in ("SESSION", "CSRF"):
        name = getattr(settings, f"{kind}_COOKIE_NAME")
        is_bound = (
            getattr(settings, f"{kind}_COOKIE_SECURE")
            and getattr(settings, f"{kind}_COOKIE_HTTPONLY")
            and getattr(settings, f"{kind}_COOKIE_DOMAIN") is None
            and getattr(settings, f"{kind}_COOKIE_PATH") == "/"
        )
        if not name.startswith("__Host-") or not is_bound:
            yield Error(f"The cookie {name} is not bound to this host.", id="senado.E008")


@register(Tags.security, deploy=True)
def transport_is_kept_safe(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """A year of TLS and nothing else, subdomains included."""
    if (
        settings.SECURE_HSTS_SECONDS < 365 * 24 * 3600
        or not settings.SECURE_HSTS_INCLUDE_SUBDOMAINS
    ):
        yield Error("Strict transport must last a year and cover subdomains.", id="senado.E009")


@register(Tags.security, deploy=True)
def nothing_is_pretended(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """No entering as somebody else, no fictional ClaveÚnica, no passkeys without TLS."""
    loaded = [name for name in NEVER_IN_PRODUCTION if name in sys.modules]
    flags = (
        not settings.PRODUCTION,
        settings.DEMONSTRATION_ENTERING,
        settings.CLAVE_UNICA_IS_FAKE,
        getattr(settings, "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", False),
    )
    if any(flags) or loaded:
        yield Error(
            "The demonstration has no place here.", hint=", ".join(loaded), id="senado.E010"
        )


@register(Tags.security, deploy=True)
def runs_are_kept_by_a_key(app_configs: Apps, **_more: Any) -> Iterable[CheckMessage]:
    """Where ClaveÚnica is in use, its hashes have a key of their own, and its client a secret."""
    if settings.CLAVE_UNICA_CLIENT_ID and (
        len(settings.CLAVE_UNICA_KEY) < SHORTEST_KEY or not settings.CLAVE_UNICA_SECRET
    ):
        yield Error(
            f"Set CLAVE_UNICA_SECRET and CLAVE_UNICA_KEY, of {SHORTEST_KEY} characters at least.",
            id="senado.E011",
        )


@register(Tags.database)
def application_owns_nothing(
    app_configs: Apps, databases: Sequence[str] | None = None, **_more: Any
) -> Iterable[CheckMessage]:
    """``check --database default``: we are neither the owner of the tables nor a superuser."""
    for name in databases or ():
        with connections[name].cursor() as cursor:
            cursor.execute(ROLE)
            row = cursor.fetchone()
        if row is None or any(row):
            yield Error("The application's role has privileges it must not have.", id="senado.E012")
