"""The front page, and the pages that explain the Senate and its data."""

from typing import ClassVar

from django.utils import timezone

from portals.citizens.pages import about_data, glossary, home, law_making, learn
from portals.shared.record_watch import current_state
from portals.shared.views import Audience, PageView


class Home(PageView):
    template_name: ClassVar[str] = "citizens/home/home.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "home"

    def build(self) -> home.HomePage:
        return home.build(at=timezone.now(), changed_at=current_state().changed_at)


class Learn(PageView):
    template_name: ClassVar[str] = "citizens/learn/index.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "learn"

    def build(self) -> learn.LearnPage:
        return learn.build()


class LawMaking(PageView):
    template_name: ClassVar[str] = "citizens/learn/law_making.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "learn"

    def build(self) -> law_making.LawMakingPage:
        return law_making.build()


class Glossary(PageView):
    template_name: ClassVar[str] = "citizens/learn/glossary.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "learn"

    def build(self) -> glossary.GlossaryPage:
        return glossary.build()


class AboutData(PageView):
    template_name: ClassVar[str] = "citizens/learn/about_data.html"
    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "data"

    def build(self) -> about_data.AboutDataPage:
        return about_data.build(state=current_state())
