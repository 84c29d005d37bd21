"""Publications at ``/publicaciones/12/``, for ever; errata and withdrawals at ``/erratas/``."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import IntConverter

from portals.citizens.views import publications


class PublicationConverter(IntConverter):
    """A number from 1, without leading zeros, that a key of the record can hold."""

    regex = "[1-9][0-9]{0,17}"


register_converter(PublicationConverter, "publication")

urlpatterns: list[URLPattern] = [
    path(
        "publicaciones/<publication:number>/",
        publications.PublicationDetail.as_view(),
        name="publication",
    ),
    path("erratas/", publications.ErrataList.as_view(), name="errata-list"),
]
