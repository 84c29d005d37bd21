"""The page that enters a bill."""

from dataclasses import dataclass

from django.urls import reverse

from portals.shared.language import gettext as _
from portals.shared.parts import Link


@dataclass(frozen=True)
class FilingPage:
    title: str
    lead: str
    crumbs: tuple[Link, ...]


def build_taking_up() -> FilingPage:
    """The page that takes up a bill of the public record."""
    title = _("Take up a bill of the record")
    lead = _("It goes on from the stage at which the public record has it.")
    return FilingPage(title, lead, (Link(_("Bills"), reverse("officials:bills")), Link(title)))


def build(*, is_arrival: bool) -> FilingPage:
    """:param is_arrival: it comes from the Chamber of Deputies"""
    title = _("Receive a bill from the Chamber of Deputies") if is_arrival else _("Enter a bill")
    lead = (
        _("It keeps the number that its chamber gave it.")
        if is_arrival
        else _("It gets the next number of the national series. Nothing is public yet.")
    )
    return FilingPage(title, lead, (Link(_("Bills"), reverse("officials:bills")), Link(title)))
