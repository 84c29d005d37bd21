"""Senators, regions and parties, by their permanent names."""

from django.urls import URLPattern, path

from portals.citizens.views import people

SENATOR = "senadores/<slug:slug>/"

urlpatterns: list[URLPattern] = [
    path("senadores/", people.SenatorList.as_view(), name="senator-list"),
    path("senadores/comparar/", people.ChooseSenators.as_view(), name="senator-choose-comparison"),
    path(
        "senadores/comparar/<slug:one>..<slug:other>/",
        people.CompareSenators.as_view(),
        name="senator-compare",
    ),
    path(SENATOR, people.SenatorDetail.as_view(), name="senator"),
    path(f"{SENATOR}votaciones/", people.SenatorVotes.as_view(), name="senator-votes"),
    path(f"{SENATOR}asistencia/", people.SenatorAttendance.as_view(), name="senator-attendance"),
    path(f"{SENATOR}proyectos/", people.SenatorBills.as_view(), name="senator-bills"),
    path("mis-senadores/", people.MySenators.as_view(), name="my-senators"),
    path("regiones/<slug:slug>/", people.RegionDetail.as_view(), name="region"),
    path("partidos/<slug:slug>/", people.PartyDetail.as_view(), name="party"),
]
