"""Published files at ``/documentos/<hash>/<name>``: an address that is given out once stays."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from portals.citizens.views import documents


class FileHashConverter(StringConverter):
    """A SHA-256 as it is written: 64 small hexadecimal digits."""

    regex = "[0-9a-f]{64}"


class FileNameConverter(StringConverter):
    """A name of ours: small letters, digits and hyphens, and one of three endings."""

    regex = r"[a-z0-9][a-z0-9_-]{0,99}\.(?:pdf|docx|txt)"


register_converter(FileHashConverter, "file_hash")
register_converter(FileNameConverter, "file_name")

urlpatterns: list[URLPattern] = [
    path(
        "documentos/<file_hash:sha256>/<file_name:name>",
        documents.PublishedFile.as_view(),
        name="published-file",
    ),
]
