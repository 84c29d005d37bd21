"""Addresses of the senators' portal. Spanish and permanent."""

from django.urls import path

from portals.senators.views import desk

app_name = "senators"

urlpatterns = [path("", desk.Desk.as_view(), name="desk")]
