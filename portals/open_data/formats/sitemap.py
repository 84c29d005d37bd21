"""Sitemaps: the list of lists, and the lists, with each page in both languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from portals.open_data.formats.xml import HEAD, element

MEDIA_TYPE = "application/xml; charset=utf-8"
_PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True)
class Listed:
    """A page: its path without the language, and when what it shows last changed."""

    path: str
    changed: date | datetime | None = None


def index(addresses: Iterable[tuple[str, date | datetime | None]]) -> bytes:
    entries = "\n".join(
        f"<sitemap>{element('loc', address)}{_changed(changed)}</sitemap>"
        for address, changed in addresses
    )
    return f'{HEAD}<sitemapindex xmlns="{_PROTOCOL}">\n{entries}\n</sitemapindex>\n'.encode()


def pages(site: str, listed: Iterable[Listed]) -> bytes:
    """Every page twice, once in each language, and each time with both addresses."""
    entries = "\n".join(_page(site, page) for page in listed)
    return (
        f'{HEAD}<urlset xmlns="{_PROTOCOL}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}\n</urlset>\n"
    ).encode()


def _page(site: str, page: Listed) -> str:
    spanish, english = f"{site}/{page.path}", f"{site}/en/{page.path}"
    known = "".join(
        element("xhtml:link", rel="alternate", hreflang=language, href=address)
        for language, address in (("es-CL", spanish), ("en", english), ("x-default", spanish))
    )
    changed = _changed(page.changed)
    return "\n".join(
        f"<url>{element('loc', address)}{changed}{known}</url>" for address in (spanish, english)
    )


def _changed(when: date | datetime | None) -> str:
    return element("lastmod", when.isoformat()) if when else ""
