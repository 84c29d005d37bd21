"""Takes files in, makes versions of documents, and reads their text.

Nothing here publishes: a version is seen by the public once a publication shows it.
"""

from legislation.documents.services.observed import (
    ArticleText,
    record_version,
    record_versions,
    text_digest,
)
from legislation.documents.services.reading import read_file
from legislation.documents.services.taking_in import scan_waiting, take_in
from legislation.documents.services.versions import add_version

__all__ = [
    "ArticleText",
    "add_version",
    "read_file",
    "record_version",
    "record_versions",
    "scan_waiting",
    "take_in",
    "text_digest",
]
