"""The act and the dossier that a publication is of; an erratum is of the act that it corrects."""

from legislation.bills.enums import BillKind
from legislation.procedure.models import Act, Dossier
from legislation.publishing.models import Publication

KINDS = {"bill": BillKind.BILL, "matter": BillKind.MATTER}


def dossier_of(publication_id: int, *, lock: bool = False) -> Dossier:
    """The dossier, locked if wanted: always before its publication.

    :raises Publication.DoesNotExist: there is no such publication
    :raises Dossier.DoesNotExist: it is of no dossier
    """
    kind, key = Publication.objects.values_list("object_kind", "object_key").get(pk=publication_id)
    rows = Dossier.objects.select_for_update() if lock else Dossier.objects.all()
    return rows.get(kind=KINDS.get(kind), number=key)


def act_of(publication: Publication) -> Act:
    """The act whose words it holds.

    :raises Act.DoesNotExist: it is of no act
    """
    return Act.objects.get(
        dossier__kind=KINDS.get(publication.object_kind),
        dossier__number=publication.object_key,
        position=publication.content["position"],
    )
