"""The demonstration: as production answers, on one machine and without its secrets."""

from senate.settings import env
from senate.settings.base import *  # noqa: F403 - a settings module is its base and more
from senate.settings.base import CLAVE_UNICA_CLIENT_ID, PLACES, SENATE_RECORD

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY", "for the demonstration only, and of no use anywhere else")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = PLACES.root / "mail"

# Whoever tries the demonstration enters as a fictional person, and signs in with a fictional RUN.
PRODUCTION = False
DEMONSTRATION_ENTERING = SENATE_RECORD == "fictional"
CLAVE_UNICA_IS_FAKE = not CLAVE_UNICA_CLIENT_ID
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

# Hashed names as in production; compressing them would only delay the first start.
STATIC_ROOT = PLACES.root / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}

# Made when the Senate is prepared; whoever reads it can sign as this ledger.
LEDGER_SIGNING_KEY = env.text("LEDGER_SIGNING_KEY", str(PLACES.root / "ledger-key"))
LEDGER_CHECKPOINT_FOLDER = env.text(
    "LEDGER_CHECKPOINT_FOLDER", str(PLACES.root / f"bitacora-{SENATE_RECORD}")
)
