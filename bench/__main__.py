"""``python -m bench``"""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
# The bench makes and fills a database of its own.
os.environ.setdefault("SENATE_DATABASE_ROLE", "senado_owner")
django.setup()

from bench.run import main  # noqa: E402 - the settings come first

sys.exit(main())
