"""Bringing a file, naming its columns, stopping it, and publishing it with a second reader."""

from collections.abc import Sequence

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.jobs import enqueue
from beenthere.core.tables import Survey
from beenthere.people.models import Person
from beenthere.training import rules
from beenthere.training.importing.sheets.columns import fingerprint, guess
from beenthere.training.jobs import publish_rows, read_rows
from beenthere.training.models import BatchState, ColumnMapping, ImportBatch, ImportFile
from beenthere.training.models.importing import AT_WORK


@transaction.atomic
def bring_file(
    *,
    by: Person,
    name: str,
    packed: bytes,
    found: Survey,
    source_url: str = "",
    source_date: str = "",
    language: str = "en",
) -> ImportBatch:
    """Keep a file whose table was found, packed; its columns are named next. Remembered columns are named already."""
    require(rules.is_researcher, by)
    remembered = ColumnMapping.objects.filter(fingerprint=fingerprint(found.header)).first()
    batch = ImportBatch.objects.create(
        file_name=name[:200], by=by, source_url=source_url, source_date=source_date, language=language,
        header=list(found.header),
        examples=found.examples, day_first=found.day_first, total=found.total,
        targets=remembered.targets if remembered else guess(found.header),
    )  # fmt: skip
    ImportFile.objects.create(batch=batch, packed=packed)
    record("import.brought", by=by, thing=batch)
    return batch


@transaction.atomic
def name_columns(*, by: Person, batch: ImportBatch, targets: Sequence[str]) -> bool:
    """Say which column holds what, for this file and for the next one with the same header; reading begins."""
    require(rules.is_researcher, by)
    if not _move(batch, BatchState.COLUMNS, state=BatchState.READING, targets=list(targets), done=0):
        return False
    ColumnMapping.objects.update_or_create(
        fingerprint=fingerprint(batch.header), defaults={"targets": list(targets), "used_at": clock.now()}
    )
    enqueue(read_rows, batch=str(batch.pk))
    record("import.columns_named", by=by, thing=batch)
    return True


@transaction.atomic
def stop_import(*, by: Person, batch: ImportBatch) -> bool:
    """Stop a file. What was published before stays, with its history; nothing more follows."""
    require(rules.is_researcher, by)
    open_ = [*AT_WORK, BatchState.COLUMNS, BatchState.READ, BatchState.WAITING]
    stopped = ImportBatch.objects.filter(pk=batch.pk, state__in=open_)
    if not stopped.update(state=BatchState.CANCELLED, decided_at=clock.now()):
        return False
    ImportFile.objects.filter(batch=batch).delete()
    record("import.stopped", by=by, thing=batch)
    return True


@transaction.atomic
def send_to_readers(*, by: Person, batch: ImportBatch) -> bool:
    """Ask for a second reader."""
    require(rules.is_researcher, by)
    sent = _move(batch, BatchState.READ, state=BatchState.WAITING)
    if sent:
        record("import.sent", by=by, thing=batch)
    return sent


@transaction.atomic
def publish_import(*, by: Person, batch: ImportBatch) -> bool:
    """Let the whole file be published, by somebody else than whoever brought it."""
    require(rules.may_read_import, by, batch)
    if not _move(batch, BatchState.WAITING, state=BatchState.PUBLISHING, reader=by, done=0):
        return False
    enqueue(publish_rows, batch=str(batch.pk))
    record("import.read", by=by, thing=batch)
    return True


@transaction.atomic
def send_import_back(*, by: Person, batch: ImportBatch, reason: str) -> bool:
    """Send the whole file back, with a reason."""
    require(rules.may_read_import, by, batch)
    decided = {"state": BatchState.SENT_BACK, "reader": by, "reason": reason, "decided_at": clock.now()}
    back = _move(batch, BatchState.WAITING, **decided)
    if back:
        record("import.sent_back", by=by, thing=batch)
    return back


def _move(batch: ImportBatch, before: BatchState, **after: object) -> bool:
    """Move on from one state, exactly once, whoever presses at the same moment."""
    return ImportBatch.objects.filter(pk=batch.pk, state=before).update(**after) == 1
