"""What was read, from where, and what could not be stored."""

from datetime import datetime, timedelta
from hashlib import sha256

from legislation.interchange.enums import FileOutcome, LossKind, RunState
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun
from legislation.provenance.models import Source

FILE = "tramitacion-17345.xml"
REASON = "The attribute is not stored."


def import_files(at: datetime) -> Source:
    """One finished run: a file that was stored with a remark, and one that was refused."""
    source = Source.objects.create(
        name=FILE, sha256=sha256(b"fictional").hexdigest(), size=48_213, read_at=at
    )
    run = ImportRun.objects.create(
        started_at=at - timedelta(minutes=1),
        finished_at=at,
        state=RunState.FAILED,
        origin="archivos de prueba",
    )
    read = ImportedFile.objects.create(
        run=run, name=FILE, source=source, outcome=FileOutcome.CREATED, changed_rows=212
    )
    ImportedFile.objects.create(
        run=run, name="tramitacion-99.xml", outcome=FileOutcome.REFUSED, error="It is a web page."
    )
    for kind, path in (
        (LossKind.NOT_STORED, "proyecto/descripcion/@orden"),
        (LossKind.NOT_MATCHED, "proyecto/votaciones/votacion/DETALLE_VOTACION/VOTO/PARLAMENTARIO"),
    ):
        ImportLoss.objects.create(
            file=read, kind=kind, path=path, value="x", reason=REASON, occurrences=3
        )
    return source
