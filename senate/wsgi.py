"""The door for pages. WSGI answers them several times faster than ASGI does."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senate.settings.prod")

application = get_wsgi_application()
