"""Enters into the record somebody who is not in it yet, so that they can take a seat."""

from django.utils.translation import gettext as _

from legislation.errors import RuleViolation
from legislation.membership.proposals import Change
from legislation.people import naming
from legislation.people.models import Person

SLUG_LIMIT = 110


def name_of(change: Change) -> str:
    parts = (change.given_names, change.paternal_surname, change.maternal_surname)
    return " ".join(part.strip() for part in parts if part.strip())


def slug_of(change: Change) -> str:
    """The address that they will have; that of a namesake if there is one."""
    return naming.slug(name_of(change))[:SLUG_LIMIT].strip("-")


def check(change: Change) -> None:
    """Whether they may be entered.

    :raises RuleViolation: a name or surname is missing, or somebody is called so already
    """
    if not (change.given_names.strip() and change.paternal_surname.strip()):
        raise RuleViolation(_("Give the names and the first surname."))
    if Person.objects.filter(slug=slug_of(change)).exists():
        raise RuleViolation(_("Somebody of that name is in the record already."))


def register(change: Change) -> Person:
    """Enter them, within the transaction that publishes it.

    :raises RuleViolation: as ``check``
    """
    check(change)
    return Person.objects.create(
        slug=slug_of(change),
        given_names=change.given_names.strip(),
        paternal_surname=change.paternal_surname.strip(),
        maternal_surname=change.maternal_surname.strip(),
    )
