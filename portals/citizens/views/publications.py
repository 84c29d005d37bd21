"""What was published here, to the letter, and what was corrected or withdrawn."""

from typing import ClassVar

from portals.citizens.pages import errata_list, publication
from portals.shared.pagination import CURSOR_PARAMETER
from portals.shared.views import Audience, PageView


class PublicationView(PageView):
    """Any page about publications: for everyone."""

    audience: ClassVar[Audience] = Audience.EVERYONE
    section: ClassVar[str] = "bills"


class PublicationDetail(PublicationView):
    template_name: ClassVar[str] = "citizens/publications/detail.html"

    def build(self, number: int) -> publication.PublicationPage:
        return publication.build(number)


class ErrataList(PublicationView):
    template_name: ClassVar[str] = "citizens/publications/errata.html"

    def build(self) -> errata_list.ErrataPage:
        return errata_list.build(cursor=self.request.GET.get(CURSOR_PARAMETER))
