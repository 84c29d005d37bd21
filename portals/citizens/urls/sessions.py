"""Sittings at ``/sesiones/<legislature>/<number>/``, the calendar at ``/agenda/2026/08/19/``,
committees at ``/comisiones/<name>/``."""

from django.urls import URLPattern, path, re_path, register_converter
from django.urls.converters import IntConverter

from portals.citizens.views import committees, sessions


class TwoDigitsConverter(IntConverter):
    """A month or a day of it, always with two digits."""

    regex = "[0-9]{2}"

    def to_url(self, value: str | int) -> str:
        return f"{int(value):02}"


class YearConverter(IntConverter):
    regex = "[0-9]{4}"


class CitedConverter(IntConverter):
    """A number of a citation such as 39/372: from 1, without leading zeros."""

    regex = "[1-9][0-9]{0,4}"


register_converter(TwoDigitsConverter, "dd")
register_converter(YearConverter, "yyyy")
register_converter(CitedConverter, "cited")

AGENDA = "agenda/<yyyy:year>/"

urlpatterns: list[URLPattern] = [
    path("sesiones/", sessions.SessionList.as_view(), name="session-list"),
    path(
        "sesiones/<cited:legislature>/<cited:number>/",
        sessions.SessionDetail.as_view(),
        name="session",
    ),
    re_path(
        r"^sesiones/0*(?P<legislature>[1-9][0-9]{0,4})/0*(?P<number>[1-9][0-9]{0,4})/?$",
        sessions.SessionByAnotherForm.as_view(),
        name="session-by-another-form",
    ),
    path("agenda/", sessions.Week.as_view(), name="agenda"),
    path("agenda/hoy/", sessions.Today.as_view(), name="agenda-today"),
    path(AGENDA, sessions.Year.as_view(), name="agenda"),
    path(f"{AGENDA}<dd:month>/", sessions.Month.as_view(), name="agenda"),
    path(f"{AGENDA}<dd:month>/<dd:day>/", sessions.Week.as_view(), name="agenda"),
    re_path(
        r"^agenda/(?P<year>[0-9]{4})(?:/(?P<month>[0-9]{1,2})(?:/(?P<day>[0-9]{1,2}))?)?/?$",
        sessions.AgendaByAnotherForm.as_view(),
        name="agenda-by-another-form",
    ),
    path("comisiones/", committees.CommitteeList.as_view(), name="committee-list"),
    path("comisiones/<slug:slug>/", committees.CommitteeDetail.as_view(), name="committee"),
]
