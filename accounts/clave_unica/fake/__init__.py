"""A fictional ClaveÚnica for developing, tests and the demonstration: nobody in it exists.

Production cannot import it.
"""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

if settings.PRODUCTION:
    raise ImproperlyConfigured("The fictional ClaveÚnica has no place in production.")
