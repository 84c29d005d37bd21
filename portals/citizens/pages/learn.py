"""The door to everything that explains the Senate."""

from dataclasses import dataclass

from django.urls import reverse

from portals.shared.language import gettext as _
from portals.shared.parts import Link


@dataclass(frozen=True)
class LearnPage:
    links: tuple[Link, ...]
    crumbs: tuple[Link, ...]


def build() -> LearnPage:
    return LearnPage(
        links=(
            Link(
                _("How a law is made"),
                reverse("citizens:law-making"),
                _("From an idea to the Diario Oficial, with the bills that stand at each step."),
            ),
            Link(
                _("Glossary"),
                reverse("citizens:glossary"),
                _("What «pairing», «urgency» or «in general» mean, with the law that says so."),
            ),
            Link(
                _("About the data"),
                reverse("citizens:about-data"),
                _("Sources, freshness, coverage and known errors."),
            ),
            Link(
                _("Open data"),
                reverse("open_data:api-docs"),
                _("The same record for machines: no key, no charge."),
            ),
        ),
        crumbs=crumbs_to(_("Learn")),
    )


def crumbs_to(label: str, *, below: bool = False) -> tuple[Link, ...]:
    """Where an explaining page hangs; ``below`` the door to them all."""
    middle = (Link(_("Learn"), reverse("citizens:learn")),) if below else ()
    return (Link(_("Home"), reverse("citizens:home")), *middle, Link(label))
