"""The floor's sittings, and the calendar of everybody's."""

from datetime import date
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from portals.citizens.pages import agenda, session, session_list
from portals.citizens.pages.session_names import session_address
from portals.shared.pagination import CURSOR_PARAMETER
from portals.shared.views import Audience, PageView


class SessionView(PageView):
    """Any page about sittings: for everyone."""

    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "sessions"


class SessionList(SessionView):
    template_name: ClassVar[str] = "citizens/sessions/list.html"

    def build(self) -> session_list.SessionListPage:
        query = self.request.GET
        return session_list.build(
            session_list.Chosen.read(query), cursor=query.get(CURSOR_PARAMETER)
        )


class SessionDetail(SessionView):
    template_name: ClassVar[str] = "citizens/sessions/detail.html"

    def build(self, legislature: int, number: int) -> session.SessionPage:
        return session.build(legislature, number)


class SessionByAnotherForm(SessionView):
    """A citation written with zeros before its numbers, or without the final slash."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        address = session_address(int(kwargs["legislature"]), int(kwargs["number"]))
        return HttpResponsePermanentRedirect(address)


class Week(SessionView):
    """The week of a day; without a day, of today."""

    template_name: ClassVar[str] = "citizens/sessions/week.html"

    def build(
        self, year: int | None = None, month: int | None = None, day: int | None = None
    ) -> agenda.WeekPage:
        today = timezone.localdate()
        return agenda.build_week(self._day(year, month, day) or today, today=today)

    def _day(self, year: int | None, month: int | None, day: int | None) -> date | None:
        if year is None or month is None or day is None:
            return None
        return agenda.day_of(year, month, day)


class Month(SessionView):
    template_name: ClassVar[str] = "citizens/sessions/month.html"

    def build(self, year: int, month: int) -> agenda.MonthPage:
        return agenda.build_month(year, month, today=timezone.localdate())


class Year(SessionView):
    template_name: ClassVar[str] = "citizens/sessions/year.html"

    def build(self, year: int) -> agenda.YearPage:
        return agenda.build_year(year)


class Today(SessionView):
    """«/agenda/hoy/»: where people look for it."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return HttpResponseRedirect(reverse("citizens:agenda"))


class AgendaByAnotherForm(SessionView):
    """A date without the zeros of its month or day: moved for good."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        parts = [int(kwargs[name]) for name in ("year", "month", "day") if kwargs.get(name)]
        return HttpResponsePermanentRedirect(agenda.agenda_address(*parts))
