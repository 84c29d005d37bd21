"""The demonstration: as production answers, on one machine and without its secrets."""

from senate.settings import env
from senate.settings.base import *  # noqa: F403 - a settings module is its base and more
from senate.settings.base import PLACES

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY", "for the demonstration only, and of no use anywhere else")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = PLACES.root / "mail"

# Hashed names as in production; compressing them would only delay the first start.
STATIC_ROOT = PLACES.root / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
