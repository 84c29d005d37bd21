"""Addresses of the citizens' portal, one module a subject. Spanish and permanent."""

from portals.citizens.urls import bills, learn, people, search, sessions, votes

app_name = "citizens"

urlpatterns = [
    *learn.urlpatterns,
    *search.urlpatterns,
    *bills.urlpatterns,
    *votes.urlpatterns,
    *people.urlpatterns,
    *sessions.urlpatterns,
]
