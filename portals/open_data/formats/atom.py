"""Atom feeds (RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.utils import timezone

from portals.open_data.formats.xml import HEAD, element

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
BEFORE_EVERYTHING = datetime(1811, 7, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """Something that happened. ``id`` is for ever, whatever happens to its title or address."""

    id: str
    title: str
    href: str
    at: date | datetime
    summary: str = ""
    category: str = ""


@dataclass(frozen=True)
class Feed:
    """``href`` is the page that it follows, ``own_href`` its own address."""

    id: str
    title: str
    href: str
    own_href: str
    author: str
    entries: tuple[Entry, ...]
    language: str = "es-CL"

    @property
    def changed_at(self) -> datetime:
        """When its newest entry happened."""
        return max((moment_of(entry.at) for entry in self.entries), default=BEFORE_EVERYTHING)


def moment_of(value: date | datetime) -> datetime:
    """A day is known by its first moment, by the Chilean clock."""
    if isinstance(value, datetime):
        return timezone.localtime(value)
    return timezone.make_aware(datetime.combine(value, time.min))


def tag(host: str, name: str) -> str:
    """A permanent identifier for something of a site (RFC 4151)."""
    return f"tag:{host},2026:{name}"


def written(feed: Feed) -> bytes:
    lines = [
        f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}">',
        element("id", feed.id),
        element("title", feed.title),
        element("updated", feed.changed_at.isoformat()),
        f"<author>{element('name', feed.author)}</author>",
        element("link", rel="self", type="application/atom+xml", href=feed.own_href),
        element("link", rel="alternate", type="text/html", href=feed.href),
        *_entries(feed.entries),
        "</feed>",
    ]
    return "\n".join(lines).encode() + b"\n"


def _entries(entries: Iterable[Entry]) -> Iterable[str]:
    for entry in entries:
        parts = [
            element("id", entry.id),
            element("title", entry.title or entry.id),
            element("updated", moment_of(entry.at).isoformat()),
            element("link", rel="alternate", type="text/html", href=entry.href),
        ]
        if entry.summary:
            parts.append(element("summary", entry.summary))
        if entry.category:
            parts.append(element("category", term=entry.category))
        yield f"<entry>{''.join(parts)}</entry>"
