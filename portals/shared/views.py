"""The two kinds of view: one shows a page, the other also acts. There is no third.

A view names its template, its section and its audience; whoever declares no audience is open
to nobody. A page for everyone never looks at the session or the user, so that it can be kept
and given to anyone. Absent and unpublished answer alike: not found.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.template import loader
from django.views import View

from legislation.errors import RuleViolation
from portals.shared.chrome import Chrome, chrome_of
from portals.shared.language import gettext as _
from portals.shared.publishing import mark_public


class Audience(StrEnum):
    """For whom a view is. The portals decide, in ``admits``, who belongs to the last three."""

    NOBODY = "nobody"
    EVERYONE = "everyone"
    CITIZENS = "citizens"
    SENATORS = "senators"
    OFFICIALS = "officials"


class PageView(View):
    """GET: build the page, render the template with ``page`` and ``chrome``, and nothing else."""

    http_method_names = ["get", "head", "options"]  # noqa: RUF012 (as the framework declares it)
    template_name: ClassVar[str]
    audience: ClassVar[Audience] = Audience.NOBODY
    section: ClassVar[str] = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.admits(request):
            raise Http404(_("There is no such page."))
        return super().dispatch(request, *args, **kwargs)

    def admits(self, request: HttpRequest) -> bool:
        """Whether whoever asks belongs to the audience. Only «everyone» is admitted here."""
        return self.audience is Audience.EVERYONE

    def build(self, *args: Any, **kwargs: Any) -> Any:
        """Return the page: a frozen dataclass of plain values."""
        raise NotImplementedError

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = self.respond(self._built(**kwargs))
        return mark_public(response) if self.audience is Audience.EVERYONE else response

    def respond(self, page: Any) -> HttpResponse:
        """Write the page. Formats other than HTML override this."""
        return self.render({"page": page, "chrome": self.chrome(page)})

    def render(self, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        return HttpResponse(loader.render_to_string(self.template_name, context), status=status)

    def chrome(self, page: Any) -> Chrome:
        return chrome_of(
            self.request,
            section=self.section,
            updated_at=self.updated_at(page),
            search_query=str(getattr(page, "search_query", "")),
            canonical_path=getattr(page, "canonical_path", None),
        )

    def updated_at(self, page: Any) -> datetime | None:
        """When what the page shows last changed."""
        return getattr(page, "updated_at", None)

    def _built(self, **kwargs: Any) -> Any:
        try:
            return self.build(**kwargs)
        except ObjectDoesNotExist as absent:
            raise Http404(_("There is no such page.")) from absent


class ActionView(PageView):
    """Also POST: a valid form goes to ``perform``, which calls one service and redirects.

    An invalid form and a broken rule answer 422 with the same page, the form and the sentence.
    """

    http_method_names = ["get", "head", "options", "post"]  # noqa: RUF012 (as above)
    form_class: ClassVar[type[forms.Form]]

    def perform(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Given the form's data and the address's arguments, call one service and redirect."""
        raise NotImplementedError

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._shown(self.form_class(), "", 200, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.form_class(request.POST)
        if not form.is_valid():
            return self._shown(form, "", 422, **kwargs)
        try:
            return self.perform(form.cleaned_data, **kwargs)
        except RuleViolation as rule:
            return self._shown(form, str(rule), 422, **kwargs)

    def _shown(self, form: forms.Form, refusal: str, status: int, **kwargs: Any) -> HttpResponse:
        page = self._built(**kwargs)
        context = {"page": page, "chrome": self.chrome(page), "form": form, "refusal": refusal}
        context["csrf_token"] = get_token(self.request)
        return self.render(context, status=status)
