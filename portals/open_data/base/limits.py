"""How often one address may ask. Answers kept in memory are given without counting them."""

import ipaddress
import logging
import time

from django.conf import settings
from django.core.cache import cache
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

REQUESTS_PER_MINUTE = 300
WINDOW_SECONDS = 60
# One household or office has one of these; counting single addresses would limit nobody.
IPV6_PREFIX = 64
logger = logging.getLogger(__name__)


def requests_per_minute() -> int:
    return int(getattr(settings, "OPEN_DATA_REQUESTS_PER_MINUTE", REQUESTS_PER_MINUTE))


def policy() -> str:
    """The limit as a header says it. The same for everyone, so that answers can be shared."""
    return f'"address";q={requests_per_minute()};w={WINDOW_SECONDS}'


class PerAddress(BaseThrottle):
    """So many requests a minute from one address, counted in the shared cache.

    What cannot be counted is let through: the limit protects the service, and a cache that is
    down must not close it.
    """

    def allow_request(self, request: Request, view: APIView) -> bool:
        now = time.time()
        window = int(now // WINDOW_SECONDS)
        self._wait = (window + 1) * WINDOW_SECONDS - now
        key = f"open-data:{window}:{asker_of(request)}"
        try:
            cache.add(key, 0, WINDOW_SECONDS * 2)
            asked = cache.incr(key)
        except Exception:  # noqa: BLE001 (each cache fails in its own way)
            logger.warning("Requests are not being counted: the cache does not answer.")
            return True
        return asked <= requests_per_minute()

    def wait(self) -> float:
        return self._wait


def asker_of(request: Request) -> str:
    """The address that asks: the connection's, or the one that our own proxies wrote down.

    What a client claims about itself is never believed: without ``NUM_PROXIES`` only the
    connection counts. A household of IPv6 is one asker.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    proxies = api_settings.NUM_PROXIES or 0
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if proxies and forwarded != [""]:
        address = forwarded[-min(proxies, len(forwarded))]
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(known, ipaddress.IPv6Address):
        if known.ipv4_mapped:  # as a server that listens to both kinds writes the older one
            return str(known.ipv4_mapped)
        return str(ipaddress.ip_network((known, IPV6_PREFIX), strict=False))
    return str(known)
