"""The resources of the API. Each is also at the address of its page, with the ending .json."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from legislation.bills.enums import BillKind
from portals.open_data.base.lists import ListPage
from portals.open_data.base.views import AnyFormat, ApiView
from portals.open_data.pages import bills, filters, index, people, sessions, votes
from portals.open_data.serializers.bills import (
    BillSerializer,
    BillTextSerializer,
    DocumentSerializer,
)
from portals.open_data.serializers.envelopes import IndexSerializer
from portals.open_data.serializers.people import CommitteeSerializer, SenatorSerializer
from portals.open_data.serializers.sessions import SessionSerializer
from portals.open_data.serializers.votes import VoteSerializer
from portals.open_data.views import answers
from portals.open_data.views.schema import DescribedView

# The same view at the address of a page with the ending .json: not counted, not negotiated.
AS_A_FILE: dict[str, Any] = {"throttle_classes": (), "content_negotiation_class": AnyFormat}


class Resource(ApiView):
    """What the OpenAPI document says of an operation stands beside what answers it."""

    schema = DescribedView()
    shape: ClassVar[type[Serializer]]
    is_list: ClassVar[bool] = False
    tag: ClassVar[str]
    operation: str
    summary: str | Promise


class ListOf(Resource):
    """One page of a list. Subclasses say of what."""

    is_list = True

    def page(self) -> ListPage:
        raise NotImplementedError

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return answers.many(self, self.shape, self.page())


class One(Resource):
    """One resource by its address. Subclasses say which."""

    def resource(self, *args: Any, **kwargs: Any) -> Any:
        raise NotImplementedError

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return answers.one(self, self.shape, self.resource(**kwargs))


class Index(Resource):
    tag = "index"
    operation = "index"
    summary = _("What there is, how fresh it is, and how much may be asked for.")
    shape = IndexSerializer

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return Response(IndexSerializer(index.build(self.at)).data)


class Bills(ListOf):
    tag = "bills"
    shape = BillSerializer
    query_class = filters.BillQuery
    kind: BillKind = BillKind.BILL
    operation = "list_bills"
    summary = _("Bills, the one that moved last first.")

    def page(self) -> ListPage:
        return bills.list_bills(self.asked, kind=self.kind, on=timezone.localdate())


class OneBill(One):
    tag = "bills"
    shape = BillSerializer
    kind: BillKind = BillKind.BILL
    operation = "bill"
    summary = _("One bill with everything: authors, steps, urgencies, documents, texts, votes.")

    def resource(self, number: str) -> Any:
        return bills.one_bill(number, kind=self.kind)


class OneText(One):
    tag = "texts"
    shape = BillTextSerializer
    kind: BillKind = BillKind.BILL
    operation = "bill_text"
    summary = _("One text of a bill, article by article.")

    def resource(self, number: str, slug: str) -> Any:
        return bills.one_text(number, slug, kind=self.kind)


class Texts(ListOf):
    tag = "texts"
    shape = BillTextSerializer
    query_class = filters.TextQuery
    operation = "list_texts"
    summary = _("Texts of bills and matters, the newest first, without their articles.")

    def page(self) -> ListPage:
        return bills.list_texts(self.asked)


class Documents(ListOf):
    tag = "documents"
    shape = DocumentSerializer
    query_class = filters.DocumentQuery
    operation = "list_documents"
    summary = _("Papers of bills and matters, the one recorded last first.")

    def page(self) -> ListPage:
        return bills.list_documents(self.asked)


class Votes(ListOf):
    tag = "votes"
    shape = VoteSerializer
    query_class = filters.VoteQuery
    operation = "list_votes"
    summary = _("Votes of the floor, the newest first.")

    def page(self) -> ListPage:
        return votes.list_votes(self.asked)


class OneVote(One):
    tag = "votes"
    shape = VoteSerializer
    operation = "vote"
    summary = _("One vote with everybody's answer and, where it can be told, who was absent.")

    def resource(self, legislature: int, session: int, position: int) -> Any:
        return votes.one_vote(legislature, session, position)


class Senators(ListOf):
    tag = "senators"
    shape = SenatorSerializer
    query_class = filters.SenatorQuery
    operation = "list_senators"
    summary = _("Everybody who holds or held a seat, in Spanish alphabetical order.")

    def page(self) -> ListPage:
        return people.list_senators(self.asked, on=timezone.localdate())


class OneSenator(One):
    tag = "senators"
    shape = SenatorSerializer
    operation = "senator"
    summary = _("One senator with everything held, and figures with fair denominators.")

    def resource(self, slug: str) -> Any:
        return people.one_senator(slug, on=timezone.localdate())


class Committees(ListOf):
    tag = "committees"
    shape = CommitteeSerializer
    query_class = filters.CommitteeQuery
    operation = "list_committees"
    summary = _("Committees, in Spanish alphabetical order.")

    def page(self) -> ListPage:
        return people.list_committees(self.asked, on=timezone.localdate())


class OneCommittee(One):
    tag = "committees"
    shape = CommitteeSerializer
    operation = "committee"
    summary = _("One committee with its seats and the sittings to come.")

    def resource(self, slug: str) -> Any:
        return people.one_committee(slug, on=timezone.localdate())


class Sessions(ListOf):
    tag = "sessions"
    shape = SessionSerializer
    query_class = filters.SessionQuery
    operation = "list_sessions"
    summary = _("Sittings of the floor and of committees, the latest first.")

    def page(self) -> ListPage:
        return sessions.list_sessions(self.asked)


class OneSession(One):
    tag = "sessions"
    shape = SessionSerializer
    operation = "session"
    summary = _("One sitting of the floor: agenda, attendance, votes, what it did with bills.")

    def resource(self, legislature: int, number: int) -> Any:
        return sessions.one_session(legislature, number)


class OneCommitteeSession(One):
    tag = "sessions"
    shape = SessionSerializer
    operation = "committee_session"
    summary = _("One sitting of a committee: agenda and attendance.")

    def resource(self, slug: str, legislature: int, number: int) -> Any:
        return sessions.one_committee_session(slug, legislature, number)
