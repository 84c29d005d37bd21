"""Addresses of the citizens' portal, one module a subject. Spanish and permanent."""

from portals.citizens.urls import (
    bills,
    documents,
    learn,
    people,
    publications,
    search,
    sessions,
    votes,
)

app_name = "citizens"

urlpatterns = [
    *learn.urlpatterns,
    *search.urlpatterns,
    *bills.urlpatterns,
    *documents.urlpatterns,
    *publications.urlpatterns,
    *votes.urlpatterns,
    *people.urlpatterns,
    *sessions.urlpatterns,
]
