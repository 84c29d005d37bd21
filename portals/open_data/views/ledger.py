"""The signed checkpoints of the ledger, for whoever keeps a copy, and the key to check them."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils.cache import get_conditional_response
from rest_framework.request import Request

from accounts.ledger import selectors
from accounts.ledger.keys import verifying_keys
from portals.open_data.base.queries import Anything
from portals.open_data.base.views import MachineView

PLAIN_TEXT = "text/plain; charset=utf-8"
FOR_A_MINUTE = "public, max-age=60"
FOR_EVER = "public, max-age=31536000, immutable"


class KeptText(MachineView):
    """A short text. It does not change with the record, and pages in memory know nothing of it."""

    query_class = Anything
    lasts = FOR_A_MINUTE

    def get(self, request: Request, **kwargs: Any) -> HttpResponse:
        text, etag = self.text(**kwargs)
        answer = get_conditional_response(request._request, etag=etag) or HttpResponse(
            text, content_type=PLAIN_TEXT
        )
        answer.headers["ETag"] = etag
        answer.headers["Cache-Control"] = self.lasts
        return answer

    def text(self, *args: Any, **kwargs: Any) -> tuple[str, str]:
        """The text and its validator."""
        raise NotImplementedError


class LatestCheckpoint(KeptText):
    """The newest checkpoint; there is none while nothing was done here."""

    def text(self, *_args: Any, **_kwargs: Any) -> tuple[str, str]:
        found = selectors.latest_checkpoint()
        if found is None:
            raise Http404
        return found.note, f'"{found.size}-{found.key_id}"'


class OneCheckpoint(KeptText):
    """The checkpoint over so many rows, the same for ever."""

    lasts = FOR_EVER

    def text(self, *_args: Any, size: int, **_kwargs: Any) -> tuple[str, str]:
        found = selectors.find_checkpoint(size)
        if found is None:
            raise Http404
        return found.note, f'"{found.size}-{found.key_id}"'


class VerifyingKeys(KeptText):
    """The keys that checkpoints are signed with, one a line: today's first."""

    def text(self, *_args: Any, **_kwargs: Any) -> tuple[str, str]:
        keys = verifying_keys()
        etag = "-".join(key.key_id for key in keys)
        return "".join(f"{key}\n" for key in keys), f'"{etag}"'
