"""People and committees: the lists, one of each, and the changes that are entered."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.roles import Role
from legislation.membership import services
from legislation.membership.enums import ChangeKind
from portals.officials.base import OfficialAction, OfficialPage
from portals.officials.forms.people import PersonForm
from portals.officials.pages import committees, people, person

KEEPERS = frozenset({Role.FLOOR_SECRETARIAT, Role.COMMITTEE_SECRETARY})


class PeopleList(OfficialPage):
    template_name: ClassVar[str] = "officials/people/list.html"
    section: ClassVar[str] = "people"

    def build(self) -> people.PeoplePage:
        return people.build(self.request.GET, self.actor, on=timezone.localdate(self.now))


class PersonDetail(OfficialPage):
    template_name: ClassVar[str] = "officials/people/detail.html"
    section: ClassVar[str] = "people"

    def build(self, slug: str) -> person.PersonPage:
        return person.build(slug, self.actor, on=timezone.localdate(self.now))


class RegisterPerson(OfficialAction):
    """Somebody who is not in the record yet."""

    template_name: ClassVar[str] = "officials/people/act.html"
    section: ClassVar[str] = "people"
    form_class = PersonForm
    lets_in = frozenset({Role.FLOOR_SECRETARIAT})

    def build(self) -> person.ChangePage:
        return person.build_registration(self.actor)

    def new_form(self, page: person.ChangePage, **kwargs: Any) -> PersonForm:
        today = {"since": timezone.localdate(self.now)}
        return PersonForm(ChangeKind.REGISTER, {}, initial=today)

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> PersonForm:
        return PersonForm(ChangeKind.REGISTER, {}, request.POST)

    def perform(self, form: PersonForm) -> HttpResponse:
        services.propose_change(
            change=form.change(),
            actor=self.actor,
            at=self.now,
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:publications")


class ChangePerson(OfficialAction):
    """One change of a person: its form, or why whoever looks may not enter it."""

    template_name: ClassVar[str] = "officials/people/act.html"
    section: ClassVar[str] = "people"
    form_class = PersonForm
    lets_in = KEEPERS

    def build(self, slug: str, act_slug: str) -> person.ChangePage:
        return person.build_change(slug, act_slug, self.actor)

    def new_form(self, page: person.ChangePage, **kwargs: Any) -> PersonForm:
        first = {"since": timezone.localdate(self.now), "seen": page.acts}
        return PersonForm(
            person.CHANGES[kwargs["act_slug"]], self._choices(**kwargs), initial=first
        )

    def filled_form(self, request: HttpRequest, **kwargs: Any) -> PersonForm:
        self._built(**kwargs)
        kind = person.CHANGES[kwargs["act_slug"]]
        return PersonForm(kind, self._choices(**kwargs), request.POST)

    def perform(self, form: PersonForm, slug: str, act_slug: str) -> HttpResponse:
        services.propose_change(
            person_id=person.build_change(slug, act_slug, self.actor).person_id,
            change=form.change(),
            actor=self.actor,
            at=self.now,
            expected_acts=form.cleaned_data["seen"],
            submits=not form.cleaned_data["keeps_draft"],
        )
        return redirect("officials:person", slug=slug)

    def _choices(self, slug: str, act_slug: str) -> dict[str, Any]:
        kind, today = person.CHANGES[act_slug], timezone.localdate(self.now)
        return person.choices(kind, slug, self.actor, on=today)


class CommitteeList(OfficialPage):
    template_name: ClassVar[str] = "officials/committees/list.html"
    section: ClassVar[str] = "committees"

    def build(self) -> committees.CommitteesPage:
        return committees.build_list(on=timezone.localdate(self.now))


class CommitteeDetail(OfficialPage):
    template_name: ClassVar[str] = "officials/committees/detail.html"
    section: ClassVar[str] = "committees"

    def build(self, slug: str) -> committees.CommitteePage:
        return committees.build(slug, self.actor, on=timezone.localdate(self.now))
