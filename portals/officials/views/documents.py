"""Documents of a bill: the list, bringing them, one with its versions, and its files."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from legislation.documents.permissions import TAKE_IN
from legislation.procedure import services
from portals.officials.base import OfficialAction, OfficialPage
from portals.officials.forms.documents import DocumentForm, VersionForm
from portals.officials.pages import document, documents
from portals.shared.files import file_answer
from portals.shared.uploads import receive_on_disk


class DocumentList(OfficialPage):
    template_name: ClassVar[str] = "officials/documents/list.html"
    section: ClassVar[str] = "bills"

    def build(self, number: str) -> documents.DocumentsPage:
        return documents.build(number, self.request.GET, self.actor)


class DocumentDetail(OfficialPage):
    template_name: ClassVar[str] = "officials/documents/detail.html"
    section: ClassVar[str] = "bills"

    def build(self, number: str, position: int) -> document.DocumentPage:
        return document.build(number, position, self.request.GET, self.actor)


class DocumentFile(OfficialPage):
    """The file of a version, for whoever must read it before it is public."""

    section: ClassVar[str] = "bills"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]  # a file
        found = self._built(**kwargs)
        return file_answer(found.sha256, kind=found.file_kind, name=found.name)

    def build(self, number: str, position: int, version: int) -> Any:
        return document.build_file(number, position, version)


class Bringing(OfficialAction):
    """A form that sends files. Whoever may not is told before a byte of them is read.

    The guard of forms stands after that, not before: it reads what was sent.
    """

    template_name: ClassVar[str] = "officials/documents/bring.html"
    section: ClassVar[str] = "bills"
    lets_in = frozenset(TAKE_IN)

    @method_decorator(csrf_exempt)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        receive_on_disk(request)
        return super().dispatch(request, *args, **kwargs)

    @method_decorator(csrf_protect)
    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return super().post(request, **kwargs)


class BringDocuments(Bringing):
    """One document or several, from files."""

    form_class = DocumentForm

    def build(self, number: str) -> documents.UploadPage:
        return documents.build_upload(number, self.actor)

    def new_form(self, page: documents.UploadPage, **kwargs: Any) -> DocumentForm:
        first = {"dated_on": timezone.localdate(self.now), "revision": page.revision}
        return DocumentForm(page.acts, initial=first)

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> DocumentForm:
        return DocumentForm(self._built(**kwargs).acts, request.POST, request.FILES)

    def perform(self, form: DocumentForm, number: str) -> HttpResponse:
        made = services.bring_documents(
            dossier_id=documents.build_upload(number, self.actor).dossier_id,
            uploads=form.uploads(),
            about=form.about(),
            actor=self.actor,
            at=self.now,
            expected_revision=form.cleaned_data["revision"],
            submits=not form.cleaned_data["keeps_draft"],
        )
        if len(made) > 1:
            return redirect("officials:documents", number=number)
        position = made[0].document.position
        return redirect("officials:document", number=number, position=position)


class BringVersion(Bringing):
    """Another version of a document that is there."""

    form_class = VersionForm

    def build(self, number: str, position: int) -> document.VersionPage:
        return document.build_version(number, position, self.actor)

    def new_form(self, page: document.VersionPage, **kwargs: Any) -> VersionForm:
        first = {"title": page.name, "dated_on": page.dated_on, "versions": page.versions}
        return VersionForm(initial=first)

    def perform(self, form: VersionForm, number: str, position: int) -> HttpResponse:
        page = document.build_version(number, position, self.actor)
        services.bring_version(
            document_id=page.document_id,
            upload=form.upload(),
            about=form.about(page.kind),
            reason=form.cleaned_data["reason"],
            actor=self.actor,
            at=self.now,
            expected_versions=form.cleaned_data["versions"],
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:document", number=number, position=position)
