"""The roles that a person may hold, and which of them one person may never hold together."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    CITIZEN = "CITIZEN", _("Citizen")
    SENATOR = "SENATOR", _("Senator")
    ADVISER = "ADVISER", _("Senator's adviser")
    COMMITTEE_SECRETARY = "COMMITTEE_SECRETARY", _("Committee secretary")
    DRAFTING_OFFICIAL = "DRAFTING_OFFICIAL", _("Drafting official")
    APPROVING_OFFICIAL = "APPROVING_OFFICIAL", _("Approving official")
    FLOOR_SECRETARIAT = "FLOOR_SECRETARIAT", _("Floor secretariat")
    QUALITY = "QUALITY", _("Quality")
    AUDITOR = "AUDITOR", _("Auditor")
    IT_ADMINISTRATOR = "IT_ADMINISTRATOR", _("IT administrator")


SENATORS_PORTAL = frozenset({Role.SENATOR, Role.ADVISER})
OFFICIALS_PORTAL = frozenset(
    {
        Role.COMMITTEE_SECRETARY,
        Role.DRAFTING_OFFICIAL,
        Role.APPROVING_OFFICIAL,
        Role.FLOOR_SECRETARIAT,
        Role.QUALITY,
        Role.AUDITOR,
        Role.IT_ADMINISTRATOR,
    }
)
STAFF = SENATORS_PORTAL | OFFICIALS_PORTAL

# Those who write the record. An auditor reads all and writes nothing; an IT administrator
# manages accounts and has no right over content.
WRITERS = STAFF - {Role.AUDITOR, Role.IT_ADMINISTRATOR}


def conflict(held: frozenset[Role], wanted: Role) -> Role | None:
    """The role already held that the wanted one must never be joined with, if any.

    Who audits writes nothing, and who manages accounts decides nothing of the record: each
    of these two stands alone among the roles of staff.
    """
    alone = (Role.AUDITOR, Role.IT_ADMINISTRATOR)
    for role in sorted((held & STAFF) - {wanted}):
        if role in alone or (wanted in alone and wanted in STAFF):
            return role
    return None
