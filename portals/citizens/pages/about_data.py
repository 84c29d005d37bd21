"""Where the data come from, how fresh and how complete they are, and what is wrong in them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from portals.citizens.pages.learn import crumbs_to
from portals.shared.parts import Link


@dataclass(frozen=True)
class AboutDataPage:
    crumbs: tuple[Link, ...]


def build() -> AboutDataPage:
    return AboutDataPage(crumbs=crumbs_to(_("About the data"), below=True))
