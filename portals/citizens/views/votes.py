"""Votes: the list, and one vote in its two orders."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone

from portals.citizens.pages import vote, vote_list
from portals.citizens.pages.vote_addresses import BY_ANSWER, REGION_PARAMETER
from portals.shared.pagination import CURSOR_PARAMETER
from portals.shared.parameters import asked
from portals.shared.views import Audience, PageView


class VoteList(PageView):
    template_name: ClassVar[str] = "citizens/votes/list.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "votes"

    def build(self) -> vote_list.VoteListPage:
        query = self.request.GET
        return vote_list.build(vote_list.Chosen.read(query), cursor=query.get(CURSOR_PARAMETER))


class VoteDetail(PageView):
    """A vote; ``is_by_answer`` orders the seats by what was answered."""

    template_name: ClassVar[str] = "citizens/votes/detail.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "votes"
    is_by_answer: bool = False

    def build(self, legislature: int, session: int, position: int) -> vote.VotePage:
        return vote.build(
            (legislature, session, position),
            on=timezone.localdate(),
            is_by_answer=self.is_by_answer,
            region=asked(self.request.GET, REGION_PARAMETER),
        )


class VoteByAnotherForm(PageView):
    """Numbers written with leading zeros: moved for good to the one way of writing them."""

    audience: ClassVar[Audience] = Audience.EVERYONE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        numbers = {name: int(kwargs[name]) for name in ("legislature", "session", "position")}
        address = reverse("citizens:vote", kwargs=numbers)
        query = request.META.get("QUERY_STRING", "")
        address += BY_ANSWER if kwargs["rest"] else ""
        return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
