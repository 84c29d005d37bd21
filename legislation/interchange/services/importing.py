"""Imports files one by one: each all or nothing, each on its own."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from accounts.actors import SYSTEM
from legislation.bills.models import Bill
from legislation.errors import RuleViolation
from legislation.events.services import record
from legislation.interchange.enums import FileOutcome, LossKind
from legislation.interchange.events import FileImported
from legislation.interchange.inputs import Input
from legislation.interchange.models import ImportedFile, ImportLoss, ImportRun
from legislation.interchange.readers import formats
from legislation.interchange.readers import losses as why
from legislation.interchange.readers.losses import Loss
from legislation.interchange.services.directory import Directory
from legislation.interchange.services.recording import (
    Written,
    is_connection_lost,
    record_file,
)
from legislation.interchange.services.runs import (
    close_run,
    files_of_interrupted_runs,
    open_run,
    the_only_import,
    was_interrupted,
)
from legislation.interchange.services.sittings import (
    Key,
    cited_by,
    disagreements,
    outside_their_legislature,
)
from legislation.provenance.enums import Nature
from legislation.provenance.models import Source
from legislation.provenance.services import declare_nature, record_source
from legislation.search.services import rebuild_words

STEP_DAY = "proyectos/proyecto/tramitacion/tramite/FECHA"
SITTING = "SESION"
NAME_LIMIT, URL_LIMIT = 300, 500
SENTENCE_LIMIT = 2_000
log = logging.getLogger(__name__)
Clock = Callable[[], datetime]


@dataclass
class Report:
    """What an import did, for the person who asked for it."""

    outcomes: Counter[FileOutcome] = field(default_factory=Counter)
    changed_rows: int = 0
    losses: Counter[tuple[LossKind, str, str]] = field(default_factory=Counter)
    refused: list[tuple[str, str]] = field(default_factory=list)
    run_id: int | None = None

    @property
    def files(self) -> int:
        return self.outcomes.total()


def import_inputs(
    inputs: Iterable[Input],
    *,
    origin: str,
    clock: Clock,
    dry_run: bool = False,
    after_each: Callable[[str], None] = lambda name: None,
) -> Report:
    """Read these files into the record, in order, and keep an account of it.

    Each file is one transaction: a refused one leaves nothing behind and the others go on.
    Reading the same again changes no row. Nobody is notified and no rule of procedure is
    asked: what the Senate published is what happened. After a run that was killed, what
    that one had still to say of its files is said by this one.

    :param origin: what was read, for people
    :param clock: tells the time; asked once for each file
    :param dry_run: undo everything at the end and keep no account
    :param after_each: told the name of each file once it is done
    :raises RecordConflict: this database holds the fictional Senate
    :raises ImportUnderway: another import is running
    """
    with the_only_import(), transaction.atomic() if dry_run else nullcontext():
        declare_nature(Nature.REAL, at=clock())
        interrupted, left = was_interrupted(), files_of_interrupted_runs()
        importer = Importer(open_run(origin, at=clock()), clock)
        if interrupted:
            importer.take_over(left)
        for one in inputs:
            importer.take(one)
            after_each(one.name)
        report = importer.finish()
        if dry_run:
            report.run_id = None
            transaction.set_rollback(True)
    return report


class Importer:
    """One run under way."""

    def __init__(self, run: ImportRun, clock: Clock) -> None:
        self._run = run
        self._clock = clock
        self._directory = Directory()
        self._report = Report(run_id=run.pk)
        self._file_of_bill: dict[int, int] = {}
        self._sittings: dict[Key, int] = {}
        self._left: dict[Key, int] = {}
        self._names: set[str] = set()
        self._words_are_stale = False

    def take_over(self, files: dict[int, int]) -> None:
        """Answer also for what runs that were killed had recorded.

        :param files: by source, the file in which they read it
        """
        self._words_are_stale = True
        sources = dict(Bill.objects.filter(source__in=files).values_list("pk", "source_id"))
        self._file_of_bill |= {bill: files[source] for bill, source in sources.items()}
        for bill, key in cited_by(sources):
            self._left.setdefault(key, files[sources[bill]])

    def take(self, one: Input) -> None:
        """Read one file and record it, or say why not. Only a lost database is an error."""
        name = self._name_for(one)
        try:
            file, written = self._record(one, name)
        except RuleViolation as refusal:
            self._refuse(name, str(refusal))
        except DatabaseError as refusal:
            if is_connection_lost():
                raise
            self._refuse(name, _("The record refuses it: %(why)s") % {"why": refusal})
        except Exception as mistake:
            if is_connection_lost():
                raise
            log.exception("Reading %s failed", name)
            why = f"{type(mistake).__name__}: {mistake}"
            self._refuse(
                name, _("Reading it failed, which the log explains: %(why)s") % {"why": why}
            )
        else:
            self._count(file, written)

    def finish(self) -> Report:
        """Report what only the whole shows, and close the run."""
        self._sittings = self._left | self._sittings
        with transaction.atomic():
            self._report_sittings()
            if self._report.changed_rows or self._words_are_stale:
                rebuild_words()
            close_run(self._run, refused=len(self._report.refused), at=self._clock())
        return self._report

    def _name_for(self, one: Input) -> str:
        """Its name, with a number where the run has read another of that name."""
        name, times = one.name[-NAME_LIMIT:], 1
        while name in self._names:
            times += 1
            suffix = f" ({times})"
            name = one.name[-NAME_LIMIT + len(suffix) :] + suffix
        self._names.add(name)
        return name

    def _record(self, one: Input, name: str) -> tuple[ImportedFile, Written]:
        content = one.content()
        read = formats.read(content, name=one.name, may_be_empty=one.may_be_empty)
        with transaction.atomic():
            at = self._clock()
            source = record_source(
                one.name[-NAME_LIMIT:], content=content, at=at, url=one.url[:URL_LIMIT]
            )
            written = record_file(read, directory=self._directory, source=source, at=at)
            file = self._keep(name, written, source_id=source.pk)
            if written.changed_rows:
                self._announce(name, written, source)
            return file, written

    def _announce(self, name: str, written: Written, source: Source) -> None:
        record(
            FileImported(
                name=name,
                sha256=source.sha256,
                changed_rows=written.changed_rows,
                losses=len(written.losses),
            ),
            actor=SYSTEM,
            object_kind="import",
            object_key=str(self._run.pk),
        )

    def _keep(self, name: str, written: Written, *, source_id: int) -> ImportedFile:
        outcome = FileOutcome.UNCHANGED
        if written.changed_rows:
            outcome = FileOutcome.CREATED if written.created else FileOutcome.CHANGED
        file = ImportedFile.objects.create(
            run=self._run,
            name=name,
            source_id=source_id,
            outcome=outcome,
            changed_rows=written.changed_rows,
        )
        ImportLoss.objects.bulk_create(
            _row(file.pk, loss, times) for loss, times in why.counted(written.losses).items()
        )
        return file

    def _count(self, file: ImportedFile, written: Written) -> None:
        self._report.outcomes[FileOutcome(file.outcome)] += 1
        self._report.changed_rows += written.changed_rows
        self._tell(written.losses)
        self._file_of_bill |= dict.fromkeys(written.bills, file.pk)
        for key in written.sittings:
            self._sittings.setdefault(key, file.pk)

    def _tell(self, losses: Iterable[Loss]) -> None:
        self._report.losses.update((loss.kind, loss.path, loss.reason) for loss in losses)

    def _refuse(self, name: str, sentence: str) -> None:
        """Nothing of the file was kept; what this run knew of it may be gone with it."""
        self._directory.forget()
        sentence = sentence.replace("\x00", "")[:SENTENCE_LIMIT]
        self._report.outcomes[FileOutcome.REFUSED] += 1
        self._report.refused.append((name, sentence))
        ImportedFile.objects.create(
            run=self._run, name=name, outcome=FileOutcome.REFUSED, error=sentence
        )

    def _report_sittings(self) -> None:
        found: list[tuple[int, Loss]] = []
        for one in disagreements(self._sittings):
            value = f"{one.sitting}: {one.says:%d/%m/%Y} ≠ {one.held_on:%d/%m/%Y}"
            loss = Loss(LossKind.DISAGREES, STEP_DAY, value, why.SESSION_DAY_DISAGREES, one.number)
            if one.bill_id in self._file_of_bill:
                found.append((self._file_of_bill[one.bill_id], loss))
        for session in outside_their_legislature(self._sittings):
            value = f"{session}: {session.held_on:%d/%m/%Y}"
            loss = Loss(LossKind.WARNING, SITTING, value, why.OUTSIDE_LEGISLATURE)
            found.append((self._sittings[session.legislature_id, session.number], loss))
        ImportLoss.objects.bulk_create(
            _row(file, loss, times) for (file, loss), times in Counter(found).items()
        )
        self._tell(loss for _, loss in found)


def _row(file_id: int, loss: Loss, times: int) -> ImportLoss:
    return ImportLoss(
        file_id=file_id,
        kind=loss.kind,
        number=loss.number,
        path=loss.path[:300],
        value=loss.value,
        reason=loss.reason,
        occurrences=times,
    )
