from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponseRedirect
from django.test import RequestFactory

from legislation.errors import Overtaken, RuleViolation
from legislation.procedure.lifecycle import Unlawful
from portals.shared import views
from portals.shared.views import ActionView, Audience, PageView

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

REACHED = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    number: str
    updated_at: datetime = REACHED


class Untouchable:
    def __getattr__(self, name):
        raise AssertionError(f"a page for everyone looked at {name}")


class Shown(PageView):
    template_name = "sample.html"
    audience = Audience.EVERYONE
    section = "bills"

    def build(self, number):
        if number == "absent":
            raise ObjectDoesNotExist
        return Sample(number)


class StepForm(forms.Form):
    to = forms.ChoiceField(
        choices=[("floor", "Floor"), ("never", "Never"), ("late", "Late"), ("unlawful", "Unlawful")]
    )


class Advance(ActionView):
    template_name = "sample.html"
    audience = Audience.EVERYONE
    form_class = StepForm
    performed: list[tuple[str, str]] = []  # noqa: RUF012 (reset by each test)

    def build(self, number):
        return Sample(number)

    def perform(self, form, number):
        data = form.cleaned_data
        if data["to"] == "never":
            raise RuleViolation("«Filed» does not lead to «Never».")
        if data["to"] == "late":
            raise Overtaken("Somebody was before you.")
        if data["to"] == "unlawful":
            raise Unlawful("Not now.", "CPR 65")
        self.performed.append((number, data["to"]))
        return HttpResponseRedirect("/done/")


@pytest.fixture
def written(monkeypatch):
    """What each view gave to its template, instead of the template's text."""
    given = []

    def render(name, context):
        given.append((name, context))
        return "text"

    monkeypatch.setattr(views.loader, "render_to_string", render)
    Advance.performed.clear()
    return given


def test_a_page_is_its_dataclass_and_its_surroundings_and_nothing_else(written):
    request = RequestFactory().get("/proyectos/1-07/")
    request.session = request.user = Untouchable()
    response = Shown.as_view()(request, number="1-07")
    [(name, context)] = written
    assert (response.status_code, name, set(context)) == (200, "sample.html", {"page", "chrome"})
    assert context["page"] == Sample("1-07")
    assert context["chrome"].section == "bills"
    assert context["chrome"].updated_at == REACHED
    assert context["chrome"].canonical_url == "http://testserver/proyectos/1-07/"


def test_a_page_for_everyone_sets_no_cookie_and_may_be_kept(written):
    response = Shown.as_view()(RequestFactory().get("/x/"), number="1-07")
    assert not response.cookies
    assert response.is_public_page is True


def test_what_does_not_exist_is_not_found(written):
    with pytest.raises(Http404):
        Shown.as_view()(RequestFactory().get("/x/"), number="absent")


@pytest.mark.parametrize("audience", [a for a in Audience if a is not Audience.EVERYONE])
def test_only_everyone_is_admitted_unless_a_portal_says_who(written, audience):
    view = type("Closed", (Shown,), {"audience": audience})
    with pytest.raises(Http404):
        view.as_view()(RequestFactory().get("/x/"), number="1-07")


def test_a_view_without_an_audience_is_open_to_nobody():
    assert PageView.audience is Audience.NOBODY
    assert ActionView.audience is Audience.NOBODY


def test_a_page_does_not_accept_a_form(written):
    assert Shown.as_view()(RequestFactory().post("/x/"), number="1").status_code == 405


def test_a_valid_form_is_performed_once_and_leads_elsewhere(written):
    response = Advance.as_view()(RequestFactory().post("/x/", {"to": "floor"}), number="1-07")
    assert (response.status_code, response.url) == (302, "/done/")
    assert Advance.performed == [("1-07", "floor")]


def test_an_invalid_form_answers_422_with_the_form(written):
    response = Advance.as_view()(RequestFactory().post("/x/", {"to": "moon"}), number="1-07")
    [(_name, context)] = written
    assert response.status_code == 422
    assert [one.field_id for one in context["errors"]] == ["id_to"]
    assert Advance.performed == []


def test_a_broken_rule_answers_422_with_its_sentence(written):
    response = Advance.as_view()(RequestFactory().post("/x/", {"to": "never"}), number="1-07")
    [(_name, context)] = written
    assert response.status_code == 422
    assert [one.message for one in context["errors"]] == ["«Filed» does not lead to «Never»."]


def test_what_somebody_else_changed_meanwhile_answers_409_and_keeps_what_was_typed(written):
    response = Advance.as_view()(RequestFactory().post("/x/", {"to": "late"}), number="1-07")
    [(_name, context)] = written
    assert response.status_code == 409
    assert [one.message for one in context["errors"]] == ["Somebody was before you."]
    assert [one.value for one in context["fields"]] == ["late"]
    assert Advance.performed == []


def test_a_refusal_names_its_article(written):
    Advance.as_view()(RequestFactory().post("/x/", {"to": "unlawful"}), number="1-07")
    [(_name, context)] = written
    assert [one.message for one in context["errors"]] == ["Not now. (CPR 65)"]


def test_a_form_comes_with_its_token(written):
    Advance.as_view()(RequestFactory().get("/x/"), number="1-07")
    [(_name, context)] = written
    assert len(context["csrf_token"]) == 64
    assert context["fields"][0].value == ""
