"""What is true everywhere."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from senate.embedded.places import APPLICATION, BROKER_DATABASES, OWNER, RECORDS, find_places
from senate.settings import env

BASE_DIR = Path(__file__).resolve().parents[2]

# --- Which record -----------------------------------------------------------------------------
# The fictional Senate of the demonstration and the real one never share a database.

SENATE_RECORD = env.one_of("SENATE_RECORD", RECORDS, "fictional")
SENATE_REAL_DATA = env.path("SENATE_REAL_DATA", BASE_DIR.parent / "shared" / "data" / "senado")

# --- Servers ----------------------------------------------------------------------------------
# Where no address is given, the embedded servers' is used; manage.py starts them when needed.

PLACES = find_places(BASE_DIR)
DATABASE_ADDRESS = env.DatabaseAddress.parse(
    env.text(
        "DATABASE_URL",
        PLACES.database_url(
            RECORDS[SENATE_RECORD],
            role=env.one_of("SENATE_DATABASE_ROLE", (OWNER, APPLICATION), APPLICATION),
        ),
    )
)
DATABASES = {
    "default": DATABASE_ADDRESS.settings(
        CONN_MAX_AGE=env.integer("DATABASE_CONN_MAX_AGE", 600, low=0),
        CONN_HEALTH_CHECKS=True,
    )
}
REDIS_URL = env.text("REDIS_URL", PLACES.redis_url(BROKER_DATABASES[SENATE_RECORD]))

# --- Applications -----------------------------------------------------------------------------

INSTALLED_APPS = [
    "accounts.apps.AccountsConfig",
    "legislation.apps.LegislationConfig",
    "metrics.apps.MetricsConfig",
    "portals.apps.PortalsConfig",
    "senate.apps.SenateConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.usersessions",
    "accounts.clave_unica.apps.ClaveUnicaConfig",
    "axes",
    "csp",
    "drf_spectacular",
    "guardian",
    "rest_framework",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
ROOT_URLCONF = "senate.urls"
WSGI_APPLICATION = "senate.wsgi.application"
SENATE_STREAMS = False  # whether any address lies under processes.STREAM_PATH

# Which portals this process serves, so that each may have its own host. Whoever works in one of
# them signs in on that very host, so «accounts» goes with «senators» and «officials».
PORTALS = ("accounts", "citizens", "officials", "open_data", "senators")
SENATE_PORTALS = env.some_of("SENATE_PORTALS", PORTALS)

# Public pages set no cookie, so nothing here opens a session but where a view asks who it is.
MIDDLEWARE = [
    # First, so that a kept page is answered with all its headers and nothing else runs.
    "portals.shared.publishing.PublicPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portals.shared.language.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portals.shared.publishing.NoTokenUnasked",
    "accounts.middleware.SessionsWhereAsked",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SessionLimits",
    "axes.middleware.AxesMiddleware",
]

# --- Pages ------------------------------------------------------------------------------------

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "portals.shared.jinja.environment",
            "autoescape": True,
            # For pages that are given their request: those of an account.
            "context_processors": ["portals.shared.framing.surroundings"],
        },
    },
    {  # pages of other people's applications, which know Django's own language only
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "django"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {"framing": "portals.shared.framing"},
        },
    },
]

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "staticfiles")
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# The address that search engines are told is the page's own; empty, the one that was asked.
PUBLIC_BASE_URL = env.text("PUBLIC_BASE_URL")
SENATE_VERSION = env.text("SENATE_VERSION")
# Where readers report errors in what is published; empty, no address is shown.
SENATE_CONTACT_EMAIL = env.text("SENATE_CONTACT_EMAIL")

# --- Language, place and time -----------------------------------------------------------------
# Spanish at /, English at /en/: portals.shared.language reads it from the path, and only there.

LANGUAGE_CODE = "es"
LANGUAGES = [("es", _("Spanish")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "senate.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "America/Santiago"

# --- Caches -----------------------------------------------------------------------------------
# Each process listens for changes of the record (RECORD_WATCH) and keeps what it may until one
# comes: answers that many pages share, and whole public pages, so that a hit costs no round trip.

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": f"senado-{SENATE_RECORD}",
    }
}
RECORD_WATCH = env.flag("RECORD_WATCH", default=True)
PUBLIC_CACHE_BYTES = env.integer("PUBLIC_CACHE_BYTES", 64 * 1024 * 1024, low=0)

# --- Background work --------------------------------------------------------------------------
# The periodic table is senate/schedule.py.

CELERY_BROKER_URL = env.broker_url(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(
    env.path("BEAT_SCHEDULE_FILE", PLACES.root / f"beat-{SENATE_RECORD}")
)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- The Senate's own service -----------------------------------------------------------------
# What its public data are read from. Syncing by itself is off until somebody wants it.

SENATE_SERVICE_URL = env.text("SENATE_SERVICE_URL", "https://tramitacion.senado.cl/wspublico/")
SENATE_SERVICE_TIMEOUT = float(env.integer("SENATE_SERVICE_TIMEOUT", 20, low=1))  # seconds
SENATE_SERVICE_TRIES = env.integer("SENATE_SERVICE_TRIES", 4, low=1)
SENATE_SERVICE_FIRST_WAIT = 1.0  # seconds before the second try; doubled for each one after
SENATE_SERVICE_RATE = 1.0  # requests a second
SENATE_FILE_LIMIT = env.integer("SENATE_FILE_LIMIT", 20_000_000, low=1)  # bytes
SENATE_SYNC_ENABLED = env.flag("SENATE_SYNC_ENABLED", default=False)

# --- Documents that officials upload ----------------------------------------------------------

SENATE_FILES_FOLDER = env.path("SENATE_FILES_FOLDER", PLACES.root / f"files-{SENATE_RECORD}")
# Bytes of one file; the proxy before us lets no larger request pass than its own limit.
SENATE_UPLOAD_LIMIT = env.integer("SENATE_UPLOAD_LIMIT", 24_000_000, low=1)
# clamd: the path of its socket, or host:port. Once it is named, nothing passes without its word.
SENATE_ANTIVIRUS = env.text("SENATE_ANTIVIRUS", "none")

# --- The ledger -------------------------------------------------------------------------------
# Checkpoints are signed under this name. The key is 32 bytes in base64, or a file that holds
# them; keys of before are written as /bitacora/clave shows them.

LEDGER_ORIGIN = env.text("LEDGER_ORIGIN", f"senado-{SENATE_RECORD}/bitacora")
LEDGER_SIGNING_KEY = env.text("LEDGER_SIGNING_KEY")
LEDGER_VERIFYING_KEYS = env.words("LEDGER_VERIFYING_KEYS")
# Where checkpoints are written for outsiders, and where a witness keeps them; either may be none.
LEDGER_CHECKPOINT_FOLDER = env.text("LEDGER_CHECKPOINT_FOLDER")
LEDGER_WITNESS_FOLDER = env.text("LEDGER_WITNESS_FOLDER")

# --- Safety -----------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "frame-src": [NONE],
        "object-src": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: []
    for name in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
}
PERMISSIONS_POLICY |= {  # passkeys, on our own pages alone
    "publickey-credentials-create": ["self"],
    "publickey-credentials-get": ["self"],
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # bytes of a form without its files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- Who is asking ----------------------------------------------------------------------------
# Nobody has a password. Citizens: a code by mail, a passkey or ClaveÚnica; staff and senators: a
# passkey, which accounts.requests demands before it says what they hold.

# Safe unless said otherwise: with it on, nothing of the demonstration can be imported.
PRODUCTION = True
DEMONSTRATION_ENTERING = False  # whether anybody may enter as a fictional person

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "sesion", "csrf"
SESSION_COOKIE_AGE = 12 * 3600  # seconds; accounts.sessions ends most of them before
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "guardian.backends.ObjectPermissionBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account_home"

ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("SENATE_PROXIES", 0, low=0)
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "senado@localhost")
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Senado] "
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 2
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # seconds
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60  # seconds
ACCOUNT_SESSION_REMEMBER = False

MFA_ADAPTER = "accounts.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Senado de Chile"

SOCIALACCOUNT_ADAPTER = "accounts.adapters.IdentityAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
CLAVE_UNICA_URL = env.text("CLAVE_UNICA_URL", "https://accounts.claveunica.gob.cl/openid")
CLAVE_UNICA_CLIENT_ID = env.text("CLAVE_UNICA_CLIENT_ID")
CLAVE_UNICA_SECRET = env.text("CLAVE_UNICA_SECRET")
CLAVE_UNICA_KEY = env.text("CLAVE_UNICA_KEY")  # of the hash that stands for a RUN
CLAVE_UNICA_IS_FAKE = False

# An address and an account together, and briefly: nobody can lock another person out.
AXES_LOCKOUT_PARAMETERS = [["ip_address", "username"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 5 / 60  # hours
AXES_HANDLER = "axes.handlers.cache.AxesCacheHandler"
AXES_CLIENT_IP_CALLABLE = "allauth.core.internal.httpkit.get_client_ip"
AXES_USERNAME_CALLABLE = "accounts.attempts.account_asked"
AXES_VERBOSE = False

# accounts.grants alone asks it: no anonymous account, nothing hung on the model of users.
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False

# --- Machines ---------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    # How many of our own proxies stand before us: none is believed unless it is said.
    "NUM_PROXIES": env.integer("SENATE_PROXIES", 0, low=0),
    "UNAUTHENTICATED_USER": None,
}
# The document describes /api/v1/ alone and tests hold it; this check would draw every address.
SPECTACULAR_SETTINGS = {"ENABLE_DJANGO_DEPLOY_CHECK": False}

# --- Log --------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
}
