"""As production answers, on the bench's own database, with one bare address added."""

from senate.settings import env
from senate.settings.demo import *  # noqa: F403 - a settings module is its base and more
from senate.settings.demo import DATABASES as DEMO_DATABASES
from senate.settings.demo import PLACES

BENCH_DATABASE = env.text("BENCH_DATABASE", "senado_bench")
DATABASES = {"default": {**DEMO_DATABASES["default"], "NAME": BENCH_DATABASE}}
ROOT_URLCONF = "bench.urls"
STATIC_ROOT = PLACES.root / "static-bench"
PUBLIC_CACHE_BYTES = env.integer("PUBLIC_CACHE_BYTES", 0, low=0)
LOGGING = {"version": 1, "disable_existing_loggers": False}
