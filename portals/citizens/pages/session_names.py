"""How sittings and committees are named and where they are."""

from portals.shared.addresses import address_of
from portals.shared.language import gettext as _


def session_name(legislature: int, number: int) -> str:
    """«Sitting 39/372», as the Senate cites it."""
    return _("Sitting %(number)d/%(legislature)d") % {
        "number": number,
        "legislature": legislature,
    }


def session_address(legislature: int, number: int) -> str:
    return f"{address_of('citizens:session-list')}{legislature}/{number}/"


def committee_address(slug: str) -> str:
    return f"{address_of('citizens:committee-list')}{slug}/"
