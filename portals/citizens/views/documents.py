"""The files that were published, as they were approved, byte for byte."""

from typing import ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.cache import get_conditional_response

from legislation.procedure.selectors.documents import PublicFile, public_files
from legislation.publishing.enums import PublicationState
from portals.citizens.pages import stone
from portals.shared.files import file_answer
from portals.shared.language import gettext as _
from portals.shared.views import Audience, PageView

FOR_EVER = "public, max-age=31536000, immutable"


class PublishedFile(PageView):
    """One file: whoever has its hash has these bytes. Its name is for people; another name moves.

    What is not public is not there. What was withdrawn is gone, and a stone says why.
    """

    http_method_names = ["get", "head", "options"]  # noqa: RUF012 (as the framework declares it)
    template_name: ClassVar[str] = "citizens/documents/withdrawn.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "bills"

    def get(self, request: HttpRequest, sha256: str, name: str) -> HttpResponseBase:  # type: ignore[override]  # a file, or where it is
        found = public_files(sha256)
        if not found:
            raise Http404(_("There is no such page."))
        asked = f"/documentos/{sha256}/{name}"
        here = [one for one in found if one.address == asked]
        public = [one for one in found if one.state == PublicationState.PUBLISHED]
        if here and not any(one in public for one in here):
            return self._gone(here[0])
        if not public:
            return self._gone(found[0])
        if not here or request.path != asked:
            return HttpResponsePermanentRedirect((here or public)[0].address)
        return self._given(request, next(one for one in here if one in public), name)

    def _given(self, request: HttpRequest, found: PublicFile, name: str) -> HttpResponseBase:
        etag = f'"{found.sha256}"'
        answer: HttpResponseBase | None = get_conditional_response(request, etag=etag)
        if answer is None:
            answer = file_answer(found.sha256, kind=found.file_kind, name=name)
        answer.headers["ETag"] = etag
        answer.headers["Cache-Control"] = FOR_EVER
        return answer

    def _gone(self, found: PublicFile) -> HttpResponse:
        page = stone.build(found)
        return self.render({"page": page, "chrome": self.chrome(page)}, status=410)
