"""Every address of the Senate: the portals, the door for machines and the two health checks.

A process serves the portals that ``SENATE_PORTALS`` names. The addresses of the others are known
to it, so that a page may name them, and answer that there is no such page here.
"""

from collections.abc import Set
from typing import Any, NoReturn

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import Http404, HttpRequest
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext as _

from senate import health

Addresses = list[URLPattern | URLResolver]
# Nobody can work where nobody can sign in.
SIGNED_IN = frozenset({"senators", "officials"})


def addresses(portals: Set[str]) -> Addresses:
    """Every address, those of the portals that are not among these answering 404."""
    served = portals | {"accounts"} if portals & SIGNED_IN else portals

    def portal(root: str, name: str, home: str) -> URLResolver:
        namespace = None if name == "accounts" else name
        mounted: URLResolver = path(root, include(home, namespace=namespace))
        return mounted if name in served else _closed(mounted)

    return [
        *health.urlpatterns,
        portal("", "open_data", "portals.open_data.urls"),
        *i18n_patterns(
            portal("", "citizens", "portals.citizens.urls"),
            portal("cuenta/", "accounts", "accounts.urls"),
            portal("portal/senadores/", "senators", "portals.senators.urls"),
            portal("portal/funcionarios/", "officials", "portals.officials.urls"),
            prefix_default_language=False,
        ),
    ]


def elsewhere(_request: HttpRequest, **_address: Any) -> NoReturn:
    """What another process serves is not here."""
    raise Http404(_("There is no such page."))


def _closed(portal: URLResolver) -> URLResolver:
    """The same addresses under the same names, with nothing behind them."""
    patterns: Addresses = [
        _closed(one)
        if isinstance(one, URLResolver)
        else URLPattern(one.pattern, elsewhere, one.default_args, one.name)
        for one in portal.url_patterns
    ]
    return URLResolver(
        portal.pattern,
        patterns,
        app_name=portal.app_name,
        namespace=portal.namespace,
    )


urlpatterns = addresses(settings.SENATE_PORTALS)

if settings.CLAVE_UNICA_IS_FAKE:
    urlpatterns += [path("clave-unica-ficticia/", include("accounts.clave_unica.fake.urls"))]

if settings.DEMONSTRATION_ENTERING:
    urlpatterns += i18n_patterns(
        path("demostracion/", include("senate.demonstration.entering.urls")),
        prefix_default_language=False,
    )

if settings.DEBUG:
    urlpatterns += [path("", include("portals.shared.gallery"))]

handler400 = "portals.shared.errors.bad_request"
handler403 = "portals.shared.errors.permission_denied"
handler404 = "portals.shared.errors.page_not_found"
handler500 = "portals.shared.errors.server_error"
