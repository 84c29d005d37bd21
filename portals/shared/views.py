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

from legislation.errors import Overtaken, RuleViolation
from portals.shared.chrome import Chrome, chrome_of
from portals.shared.forms import errors_of, shown_fields
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

    An invalid form and a broken rule answer 422 with the same page, the form as it was typed and
    the sentence; what somebody else changed meanwhile, 409 with the page as it is now.
    """

    http_method_names = ["get", "head", "options", "post"]  # noqa: RUF012 (as above)
    form_class: ClassVar[type[forms.Form]]
    # The exceptions whose sentence is shown beside what was typed.
    refusals: ClassVar[tuple[type[Exception], ...]] = (RuleViolation,)

    def perform(self, form: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Given the valid form and the address's arguments, call one service and redirect."""
        raise NotImplementedError

    def new_form(self, page: Any, **kwargs: Any) -> forms.Form:
        """The form before anything is typed."""
        return self.form_class()

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> forms.Form:
        """The form with what was typed."""
        return self.form_class(request.POST, request.FILES)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        page = self._built(**kwargs)
        return self._shown(page, self.new_form(page, **kwargs), "", 200)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.filled_form(request, **kwargs)
        if not form.is_valid():
            return self._shown(self._built(**kwargs), form, "", 422)
        try:
            return self.perform(form, **kwargs)
        except Overtaken as rule:
            return self._shown(self._built(**kwargs), form, str(rule), 409)
        except self.refusals as rule:
            return self._shown(self._built(**kwargs), form, said(rule), 422)
        except ObjectDoesNotExist as absent:
            raise Http404(_("There is no such page.")) from absent

    def _shown(self, page: Any, form: forms.Form, refusal: str, status: int) -> HttpResponse:
        context = {
            "page": page,
            "chrome": self.chrome(page),
            "fields": shown_fields(form),
            "errors": errors_of(form, refusal),
            "csrf_token": get_token(self.request),
        }
        return self.render(context, status=status)


def said(rule: Exception) -> str:
    """The sentence of a rule, with its article where it names one."""
    citation = getattr(rule, "citation", "")
    return f"{rule} ({citation})" if citation else str(rule)
