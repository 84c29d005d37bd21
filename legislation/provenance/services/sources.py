"""Remembers each file and response that was read."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from legislation.provenance.models import Source


@transaction.atomic
def record_source(name: str, *, content: bytes, at: datetime, url: str = "") -> Source:
    """The source for this content under this name; the same content is one source.

    :param name: how people know the file, such as ``tramitacion/8575-05.xml``
    :param at: when it was read; kept from the first time
    """
    source, _ = Source.objects.get_or_create(
        sha256=sha256(content).hexdigest(),
        name=name,
        defaults={"url": url, "size": len(content), "read_at": at},
    )
    return source
