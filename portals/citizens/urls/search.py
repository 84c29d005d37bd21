from django.urls import URLPattern, path

from portals.citizens.views import search

urlpatterns: list[URLPattern] = [path("buscar/", search.Search.as_view(), name="search")]
