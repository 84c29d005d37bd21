"""Comfort: answers in detail, reloads, keeps nothing secret."""

from senate.settings import env
from senate.settings.base import *  # noqa: F403 - a settings module is its base and more

DEBUG = True
SECRET_KEY = env.text("SECRET_KEY", "for development only, and of no use anywhere else")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
PUBLIC_CACHE_BYTES = 0  # a template changed must show at the next request
