"""The same pages in other formats: tables, feeds and calendars."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from rest_framework.response import Response

from legislation.bills.enums import BillKind
from portals.open_data.base.lists import ROWS_IN_A_FILE, ListPage, neighbours_of
from portals.open_data.base.views import MachineView
from portals.open_data.formats import atom, ical
from portals.open_data.pages import (
    bills,
    calendars,
    feeds,
    filters,
    people,
    publications,
    sessions,
    tables,
    votes,
)
from portals.shared import csv


class TableFile(MachineView):
    """A list as CSV: ten thousand rows, and where the rest is in the ``Link`` header."""

    name: str
    columns: tables.Columns

    def page(self, *args: Any, **kwargs: Any) -> ListPage:
        raise NotImplementedError

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        page = self.page(**kwargs)
        table = tables.table_of(self.name, self.columns, page, self.at)
        response = self.written(table)
        if around := neighbours_of(page, self.request._request).header:
            response.headers["Link"] = around
        return response

    def written(self, table: tables.Table) -> HttpResponse:
        return HttpResponse(
            csv.written(table.columns, table.rows),
            content_type=csv.MEDIA_TYPE,
            headers={"Content-Disposition": f'attachment; filename="{table.name}.csv"'},
        )


class BillsTable(TableFile):
    query_class = filters.BillFileQuery
    columns = tables.BILLS
    name = "proyectos"
    kind: BillKind = BillKind.BILL

    def page(self) -> ListPage:
        return bills.list_bills(
            self.asked, kind=self.kind, on=timezone.localdate(), size=ROWS_IN_A_FILE
        )


class VotesTable(TableFile):
    query_class = filters.VoteFileQuery
    columns = tables.VOTES
    name = "votaciones"

    def page(self) -> ListPage:
        return votes.table_of_votes(self.asked, size=ROWS_IN_A_FILE)


class SenatorsTable(TableFile):
    query_class = filters.SenatorFileQuery
    columns = tables.SENATORS
    name = "senadores"

    def page(self) -> ListPage:
        return people.list_senators(self.asked, on=timezone.localdate(), size=ROWS_IN_A_FILE)


class CommitteesTable(TableFile):
    query_class = filters.CommitteeFileQuery
    columns = tables.COMMITTEES
    name = "comisiones"

    def page(self) -> ListPage:
        return people.list_committees(self.asked, on=timezone.localdate(), size=ROWS_IN_A_FILE)


class SessionsTable(TableFile):
    query_class = filters.SessionFileQuery
    columns = tables.SESSIONS
    name = "sesiones"

    def page(self) -> ListPage:
        return sessions.list_sessions(self.asked, size=ROWS_IN_A_FILE)


class SenatorVotesTable(TableFile):
    """The votes of the senator's page, each with the answer; empty where none is on record."""

    query_class = filters.SenatorVotesFileQuery
    columns = tables.SENATOR_VOTES

    def page(self, slug: str) -> ListPage:
        self.name = f"votaciones-{slug}"
        return votes.list_answers(slug, self.asked, on=timezone.localdate(), size=ROWS_IN_A_FILE)


class RollCallTable(TableFile):
    """Everybody in one vote."""

    def answer(self, legislature: int, session: int, position: int) -> HttpResponse:
        vote = votes.one_vote(legislature, session, position)
        return self.written(tables.roll_call(vote, self.at))


class FeedFile(MachineView):
    def feed(self, *args: Any, **kwargs: Any) -> atom.Feed:
        raise NotImplementedError

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        feed = self.feed(self.request.get_full_path(), **kwargs)
        return HttpResponse(atom.written(feed), content_type=atom.MEDIA_TYPE)


class BillsFeed(FeedFile):
    query_class = filters.BillFilters
    kind: BillKind = BillKind.BILL

    def feed(self, path: str) -> atom.Feed:
        return feeds.of_bills(
            self.asked, kind=self.kind, on=timezone.localdate(), at=self.at, path=path
        )


class BillFeed(FeedFile):
    kind: BillKind = BillKind.BILL

    def feed(self, path: str, number: str) -> atom.Feed:
        return feeds.of_bill(number, kind=self.kind, at=self.at, path=path)


class VotesFeed(FeedFile):
    query_class = filters.VoteFilters

    def feed(self, path: str) -> atom.Feed:
        return feeds.of_votes(self.asked, at=self.at, path=path)


class SenatorFeed(FeedFile):
    def feed(self, path: str, slug: str) -> atom.Feed:
        return feeds.of_senator(slug, at=self.at, path=path)


class ErrataFeed(FeedFile):
    def feed(self, path: str) -> atom.Feed:
        return publications.feed_of_errata(at=self.at, path=path)


class SearchFeed(FeedFile):
    query_class = filters.SearchFeedQuery

    def feed(self, path: str) -> atom.Feed:
        return feeds.of_search(self.asked, on=timezone.localdate(), at=self.at, path=path)


class PublicationFile(MachineView):
    """A publication with the content that its hash is of; of one withdrawn, the stone alone."""

    def answer(self, number: int) -> HttpResponse:
        return Response(publications.one_publication(number, at=self.at))


class AgendaFile(MachineView):
    """A calendar to subscribe to. Subclasses say of whom."""

    def agenda(self, *args: Any, **kwargs: Any) -> calendars.Agenda:
        raise NotImplementedError

    def answer(self, *args: Any, **kwargs: Any) -> HttpResponse:
        agenda = self.agenda(**kwargs)
        return HttpResponse(
            ical.written(agenda.name, agenda.sittings), content_type=ical.MEDIA_TYPE
        )


class WholeAgenda(AgendaFile):
    def agenda(self) -> calendars.Agenda:
        return calendars.of_all(on=timezone.localdate(), at=self.at)


class FloorAgenda(AgendaFile):
    def agenda(self) -> calendars.Agenda:
        return calendars.of_floor(on=timezone.localdate(), at=self.at)


class CommitteeAgenda(AgendaFile):
    def agenda(self, slug: str) -> calendars.Agenda:
        return calendars.of_committee(slug, on=timezone.localdate(), at=self.at)
