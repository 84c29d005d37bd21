"""Where publications and errata are."""

from portals.shared.addresses import address_of


def errata_address() -> str:
    """Where every erratum and withdrawal is listed."""
    return address_of("citizens:errata-list")


def publications_address() -> str:
    """What the address of each publication begins with; its number and a slash follow."""
    return errata_address().removesuffix("erratas/") + "publicaciones/"


def publication_address(pk: int) -> str:
    return f"{publications_address()}{pk}/"
