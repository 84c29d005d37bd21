"""Committees: the list and each one."""

from typing import ClassVar

from django.utils import timezone

from portals.citizens.pages import committee, committee_list
from portals.shared.pagination import CURSOR_PARAMETER
from portals.shared.views import Audience, PageView


class CommitteeList(PageView):
    template_name: ClassVar[str] = "citizens/committees/list.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "committees"

    def build(self) -> committee_list.CommitteeListPage:
        return committee_list.build(on=timezone.localdate())


class CommitteeDetail(PageView):
    template_name: ClassVar[str] = "citizens/committees/detail.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "committees"

    def build(self, slug: str) -> committee.CommitteePage:
        return committee.build(
            slug, on=timezone.localdate(), cursor=self.request.GET.get(CURSOR_PARAMETER)
        )
