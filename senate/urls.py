"""Every address of the Senate: the portals, the door for machines and the two health checks."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from senate import health

urlpatterns = [
    *health.urlpatterns,
    path("", include("portals.open_data.urls", namespace="open_data")),
    *i18n_patterns(
        path("", include("portals.citizens.urls", namespace="citizens")),
        path("cuenta/", include("accounts.urls")),
        path("portal/funcionarios/", include("portals.officials.urls", namespace="officials")),
        prefix_default_language=False,
    ),
]

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
