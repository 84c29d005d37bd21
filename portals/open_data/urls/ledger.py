"""``/bitacora/…``: what outsiders keep of the ledger. The acts themselves are not here."""

from django.urls import URLPattern, path

from portals.open_data.urls import converters  # noqa: F401 (registers the parts of addresses)
from portals.open_data.views import ledger

urlpatterns: list[URLPattern] = [
    path("bitacora/checkpoint", ledger.LatestCheckpoint.as_view(), name="ledger-checkpoint"),
    path(
        "bitacora/checkpoints/<rows_covered:size>",
        ledger.OneCheckpoint.as_view(),
        name="ledger-checkpoint-of",
    ),
    path("bitacora/clave", ledger.VerifyingKeys.as_view(), name="ledger-keys"),
]
