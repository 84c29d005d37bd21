"""What surrounds every page: language, addresses, section, freshness. The only global of a template."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from portals.shared.language import language
from portals.shared.record_watch import current_state

ENGLISH_ROOT = "/en/"


@dataclass(frozen=True)
class Chrome:
    """Everything a layout may know about the page besides the page itself.

    ``path`` and ``path_in_other_language`` are addresses on this site, with their language
    prefix; ``canonical_url`` is absolute. ``section`` is the entry of the navigation to mark:
    home, bills, votes, sessions, committees, senators, learn, data or search.
    """

    language: str
    path: str
    path_in_other_language: str
    canonical_url: str
    section: str = ""
    is_fictional: bool = False
    updated_at: datetime | None = None
    version: str = ""
    search_query: str = ""
    query_string: str = ""

    @property
    def html_language(self) -> str:
        return "es-CL" if self.language == "es" else "en"

    @property
    def root(self) -> str:
        """Where the site begins in this language."""
        return "/" if self.language == "es" else ENGLISH_ROOT

    def at(self, path: str) -> str:
        """An address of the site in the page's language: ``at("proyectos/")``."""
        return self.root + path

    @property
    def entering_href(self) -> str:
        """Where anybody enters as a fictional person; empty but in the demonstration."""
        return self.at("demostracion/entrar/") if settings.DEMONSTRATION_ENTERING else ""

    @property
    def language_href(self) -> str:
        """This page in the other language, with the same filters."""
        kept = f"?{self.query_string}" if self.query_string else ""
        return self.path_in_other_language + kept

    @property
    def site_url(self) -> str:
        """Scheme and host, without a final slash."""
        parts = urlsplit(self.canonical_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def alternate_urls(self) -> tuple[tuple[str, str], ...]:
        """The page in each language, for ``hreflang``; Spanish is the one for everyone else."""
        here = (self.html_language, self.canonical_url)
        other = self.site_url + in_other_language(self.canonical_url.removeprefix(self.site_url))
        if self.language == "es":
            return (here, ("en", other), ("x-default", self.canonical_url))
        return (("es-CL", other), here, ("x-default", other))


def in_other_language(path: str) -> str:
    """The same address in the other language: Spanish at ``/``, English at ``/en/``."""
    if path == ENGLISH_ROOT.rstrip("/"):
        return "/"
    return "/" + path.removeprefix(ENGLISH_ROOT) if path.startswith(ENGLISH_ROOT) else f"/en{path}"


def chrome_of(
    request: HttpRequest,
    *,
    section: str = "",
    updated_at: datetime | None = None,
    search_query: str = "",
    canonical_path: str | None = None,
) -> Chrome:
    """Describe a request's surroundings without touching its session or its user.

    The canonical address is the path without its query unless ``canonical_path`` says otherwise.
    """
    state = current_state()
    base = str(getattr(settings, "PUBLIC_BASE_URL", "") or "").rstrip("/")
    base = base or f"{request.scheme}://{request.get_host()}"
    return Chrome(
        language=language(),
        path=request.path,
        path_in_other_language=in_other_language(request.path),
        canonical_url=base + (canonical_path or request.path),
        section=section,
        is_fictional=state.is_fictional,
        updated_at=updated_at or state.changed_at,
        version=str(getattr(settings, "SENATE_VERSION", "")),
        search_query=search_query,
        query_string=request.META.get("QUERY_STRING", ""),
    )
