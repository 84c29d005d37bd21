"""Says once what the record is."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from legislation.errors import RecordConflict
from legislation.provenance.enums import Nature
from legislation.provenance.models import RecordNature


@transaction.atomic
def declare_nature(nature: Nature, *, at: datetime) -> bool:
    """Declare that this database holds fictional or real facts, for as long as it lives.

    Declaring the same again changes nothing.

    :returns: whether this call was the one that declared it
    :raises RecordConflict: it was declared to be the other
    """
    row, created = RecordNature.objects.get_or_create(
        id=1, defaults={"nature": nature, "declared_at": at}
    )
    if row.nature == nature:
        return created
    if nature is Nature.REAL:
        raise RecordConflict(
            _("This database holds a fictional Senate. Real facts go into another database.")
        )
    raise RecordConflict(
        _("This database holds the real Senate. Fictional facts go into another database.")
    )
