"""How sittings and committees are named and where they are."""

from django.urls import reverse
from django.utils.translation import gettext as _


def session_name(legislature: int, number: int) -> str:
    """«Sitting 39/372», as the Senate cites it."""
    return _("Sitting %(number)d/%(legislature)d") % {
        "number": number,
        "legislature": legislature,
    }


def session_address(legislature: int, number: int) -> str:
    return reverse("citizens:session", kwargs={"legislature": legislature, "number": number})


def committee_address(slug: str) -> str:
    return reverse("citizens:committee", kwargs={"slug": slug})
