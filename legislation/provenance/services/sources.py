"""Remembers each file and response that was read."""

from datetime import datetime
from hashlib import sha256

from legislation.provenance.models import Source


def record_source(name: str, *, content: bytes, at: datetime, url: str = "") -> Source:
    """The source for this content under this name; the same content is one source.

    :param name: how people know the file, such as ``tramitacion/8575-05.xml``
    :param at: when it was read; kept from the first time
    """
    digest = sha256(content).hexdigest()
    known = Source.objects.filter(sha256=digest, name=name).first()
    if known is not None:
        return known
    source, _ = Source.objects.get_or_create(
        sha256=digest, name=name, defaults={"url": url, "size": len(content), "read_at": at}
    )
    return source
