"""Comfort: answers in detail, reloads, keeps nothing secret."""

from senate.settings import env
from senate.settings.base import *  # noqa: F403 - a settings module is its base and more
from senate.settings.base import CLAVE_UNICA_CLIENT_ID, PLACES, SENATE_RECORD

DEBUG = True
SECRET_KEY = env.text("SECRET_KEY", "for development only, and of no use anywhere else")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
PUBLIC_CACHE_BYTES = 0  # a template changed must show at the next request

PRODUCTION = False
DEMONSTRATION_ENTERING = SENATE_RECORD == "fictional"
CLAVE_UNICA_IS_FAKE = not CLAVE_UNICA_CLIENT_ID
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

# Made when the Senate is prepared; whoever reads it can sign as this ledger.
LEDGER_SIGNING_KEY = env.text("LEDGER_SIGNING_KEY", str(PLACES.root / "ledger-key"))
LEDGER_CHECKPOINT_FOLDER = env.text(
    "LEDGER_CHECKPOINT_FOLDER", str(PLACES.root / f"bitacora-{SENATE_RECORD}")
)
