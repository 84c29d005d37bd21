"""Addresses for machines. They have no language: the formats of a page are at its Spanish address.

Only the page for people and the search description exist in both languages.
"""

from portals.open_data.urls import api, discovery, files, ledger, reference

app_name = "open_data"

urlpatterns = [
    *reference.urlpatterns,
    *api.urlpatterns,
    *api.elsewhere,
    *files.urlpatterns,
    *discovery.urlpatterns,
    *ledger.urlpatterns,
]
