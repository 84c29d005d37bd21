"""The acts of a dossier that have effect: neither undone nor an undoing."""

from legislation.procedure.enums import ActKind
from legislation.procedure.models import Act, Dossier


def effective_acts(dossier: Dossier) -> list[Act]:
    """In the order in which they were taken: one query."""
    rows = Act.objects.filter(dossier=dossier, undone_by__isnull=True)
    return list(rows.exclude(kind=ActKind.UNDO).order_by("position"))
