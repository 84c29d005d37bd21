"""Speed and strictness: cheap hashes, tasks at once, nothing shared with other processes."""

from senate.settings import env
from senate.settings.base import *  # noqa: F403 - a settings module is its base and more
from senate.settings.base import DATABASES as BASE_DATABASES
from senate.settings.base import PLACES

DEBUG = False
SECRET_KEY = "for tests only"  # noqa: S105 - protects nothing
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
RECORD_WATCH = False  # a test of what is remembered asks for it
PUBLIC_CACHE_BYTES = 0
# The plugin names a database migrated once, from which every worker's is copied.
DATABASES = {
    "default": {
        **BASE_DATABASES["default"],
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,
        # Tests with real transactions end by emptying every table, the ledger's too.
        "OPTIONS": {
            **BASE_DATABASES["default"]["OPTIONS"],
            "options": "-c senado.allow_truncate=on",
        },
        "TEST": {"TEMPLATE": env.text("SENATE_TEST_TEMPLATE") or None},
    }
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # static files are found where they lie, not collected
WHITENOISE_USE_FINDERS = True

PRODUCTION = False
CLAVE_UNICA_IS_FAKE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
SILENCED_SYSTEM_CHECKS = ["axes.W001"]  # tests keep what they remember in one process

LEDGER_SIGNING_KEY = "Zm9yIHRlc3RzIG9ubHksIGFuZCB0aGV5IGFyZSAzMiE="  # protects nothing

SENATE_FILES_FOLDER = PLACES.root / "test" / "files"  # apart from those of the demonstration
