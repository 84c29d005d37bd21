"""The door of the API: what there is, how fresh it is, and how much may be asked for."""

from typing import Any

from portals.open_data.base.addresses import Addresses
from portals.open_data.base.limits import requests_per_minute
from portals.open_data.base.lists import ROWS_IN_A_FILE
from portals.open_data.base.queries import LARGEST_PAGE
from portals.shared.record_watch import current_state

RESOURCES = (
    "bills",
    "matters",
    "votes",
    "senators",
    "committees",
    "sessions",
    "documents",
    "texts",
)


def build(at: Addresses) -> dict[str, Any]:
    """Describe the API and the state of the record. One query."""
    return {
        "version": "1",
        "documentation": at.documentation(),
        "openapi": at.api("openapi.json"),
        "record": current_state(),
        "limits": {
            "requests_per_minute": requests_per_minute(),
            "results_per_page": LARGEST_PAGE,
            "rows_per_file": ROWS_IN_A_FILE,
        },
        "resources": {name: at.api(name) for name in RESOURCES},
    }
