"""Receives uploads piece by piece: on disk, never whole in memory, never far beyond the limit."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest


class UpToTheLimit(TemporaryFileUploadHandler):
    """Of a file that is too large one piece more is kept than may be: enough to be told apart."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start <= settings.SENATE_UPLOAD_LIMIT:
            self.file.write(raw_data)
        return None


def receive_on_disk(request: HttpRequest) -> None:
    """Before anything asks what was sent: see ``UpToTheLimit``."""
    handlers: list[Any] = [UpToTheLimit(request)]
    request.upload_handlers = handlers
