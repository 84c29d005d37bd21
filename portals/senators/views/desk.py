"""The desk."""

from typing import ClassVar

from django.utils import timezone

from portals.senators.base import SenatorPage
from portals.senators.pages import desk


class Desk(SenatorPage):
    template_name: ClassVar[str] = "senators/desk.html"
    section: ClassVar[str] = "desk"

    def build(self) -> desk.DeskPage:
        return desk.build(self.actor, on=timezone.localdate(self.now))
