"""«Enter as …»: in the demonstration anybody may be any of its fictional people, without a passkey.

Production cannot import it.
"""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if settings.PRODUCTION:
    raise ImproperlyConfigured("Nobody enters production as somebody else.")
