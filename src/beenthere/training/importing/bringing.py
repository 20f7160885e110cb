"""A file into the database, some rows at a time, so that nobody else waits for it and it can be stopped.

A chunk stands or falls as a whole, and holds the row of its file: whoever stops the file comes before or after it.
"""

import datetime as dt
import time
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet

from beenthere.core import clock
from beenthere.core.kept import forget
from beenthere.core.tables import Line, read_table
from beenthere.training.catalogue.writing import (
    AT_ONCE,
    Source,
    make_findable,
    make_findable_what_is_not,
    plain,
    write_many,
)
from beenthere.training.importing.likeness import Told, likely_pairs
from beenthere.training.importing.verdicts import Judge, Known, digest
from beenthere.training.models import (
    BatchState,
    ImportBatch,
    ImportFile,
    ImportRow,
    Origin,
    RowResult,
    RowVerdict,
    Training,
)
from beenthere.training.seed import slug_of

SECONDS_AT_A_TIME = 8.0  # then other jobs get their turn
CHUNK_SECONDS = 0.08  # how long a chunk may hold up everybody else’s writing, aimed at
SMALLEST, BIGGEST = 20, 400


@dataclass
class Pace:
    """Chunks as large as this machine writes in a moment."""

    size: int = 100

    def took(self, seconds: float) -> None:
        """Learn from the last chunk."""
        wanted = int(self.size * CHUNK_SECONDS / max(seconds, 0.001))
        self.size = max(SMALLEST, min(BIGGEST, wanted, self.size * 2))


def read_for(pk: UUID | str, seconds: float = SECONDS_AT_A_TIME) -> bool:
    """Read rows of a file for a while; tells whether there are more."""
    batch = ImportBatch.objects.filter(pk=pk, state=BatchState.READING).select_related("file").first()
    if batch is None:
        return False
    end, lines = time.monotonic() + seconds, read_table(zlib.decompress(bytes(batch.file.packed))).rows
    judge, pace = Judge(batch, Known()), Pace()
    for _skipped in islice(lines, batch.done):
        pass
    while chunk := list(islice(lines, pace.size)):
        rows = judge.rows(chunk)
        begun = time.monotonic()
        if not _keep(batch, chunk, rows):
            return False
        pace.took(time.monotonic() - begun)
        if time.monotonic() > end:
            return True
    _mark_lookalikes(batch)
    _read_whole(batch)
    return False


@transaction.atomic
def _keep(batch: ImportBatch, lines: Sequence[Line], rows: Sequence[ImportRow]) -> bool:
    """Keep a chunk, unless the file was stopped or another worker has read on."""
    here, batch.done = batch.done, batch.done + len(lines)
    held = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.READING, done=here)
    if not held.update(done=batch.done):
        return False
    ImportRow.objects.bulk_create(rows)
    return True


def _mark_lookalikes(batch: ImportBatch) -> None:
    """Of the new rows, tell those that look like a record that stands here."""
    rows = batch.rows.filter(verdict=RowVerdict.NEW).order_by("line").values_list("pk", "facts")
    rest = rows.iterator(chunk_size=500) if Training.objects.public().exists() else iter(())
    # Not all at once: what so many rows are compared by would fill the memory.
    while some := list(islice(rest, COMPARED_AT_ONCE)):
        # Rows get numbers below zero, so that the two kinds of numbers never meet.
        told = [Told(-pk, *(facts.get(name, "") for name in COMPARED)) for pk, facts in some]
        _mark({-pair.a: pair.b for pair in likely_pairs(told, everything()) if pair.a < 0 < pair.b})


def _mark(alike: dict[int, int]) -> None:
    for some in _chunks(list(alike), 100):
        with transaction.atomic():
            for pk in some:
                ImportRow.objects.filter(pk=pk).update(verdict=RowVerdict.MAYBE, training=alike[pk])


COMPARED_AT_ONCE = 5_000
COMPARED = ("name", "provider", "province", "website")


def everything(**which: dt.datetime) -> Iterator[Told]:
    """All records that stand by themselves, or some of them, as they are compared, the oldest first."""
    rows = Training.objects.public().filter(**which).order_by("pk").values_list("pk", *COMPARED)
    return (Told(*row) for row in rows.iterator(chunk_size=2000))


def _chunks(things: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    return (things[at : at + size] for at in range(0, len(things), size))


def count(batch: ImportBatch) -> dict[str, int]:
    """How many rows of each verdict."""
    return dict(batch.rows.order_by().values_list("verdict").annotate(Count("pk")))


@transaction.atomic
def _read_whole(batch: ImportBatch) -> None:
    held = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.READING)
    held.update(state=BatchState.READ, counts=count(batch), done=batch.total)
    ImportFile.objects.filter(batch=batch).delete()


def publish_for(pk: UUID | str, seconds: float = SECONDS_AT_A_TIME) -> bool:
    """Publish rows of a file for a while; tells whether there are more."""
    batch = ImportBatch.objects.filter(pk=pk, state=BatchState.PUBLISHING).select_related("by", "reader").first()
    if batch is None:
        return False
    end, known, pace, new = time.monotonic() + seconds, Known(), Pace(), list[Training]()
    make_findable_what_is_not()
    waiting = iter(list(batch.rows.to_publish().values_list("pk", flat=True)))
    while pks := list(islice(waiting, pace.size)):
        rows, begun = list(ImportRow.objects.filter(pk__in=pks)), time.monotonic()
        written = _publish(batch, rows, known)
        pace.took(time.monotonic() - begun)
        new += written or []
        is_over = written is None or time.monotonic() > end
        if is_over or len(new) >= AT_ONCE:
            # Outside the transaction of the rows: making words of texts takes longer than anybody should wait.
            make_findable(new)
            new = []
        if is_over:
            return written is not None
    make_findable(new)
    _published(batch)
    return False


@transaction.atomic
def _publish(batch: ImportBatch, rows: Sequence[ImportRow], known: Known) -> list[Training] | None:
    """Write a chunk, unless the file was stopped or another worker is at it; gives the records that are new."""
    held: QuerySet[ImportBatch] = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.PUBLISHING, done=batch.done)
    batch.done += len(rows)
    if not held.update(done=batch.done):
        return None
    standing = Training.objects.select_for_update().order_by("pk").in_bulk(
        [row.training_id for row in rows if row.training_id and row.verdict == RowVerdict.CHANGES]
    )  # fmt: skip
    found = [(row, _record_to_write(row, standing, known, _source(batch, row))) for row in rows]
    written = [(row, record) for row, record in found if record]
    _free_slugs([record for _, record in written if not record.pk])
    sources = [_source(batch, row) for row, _ in written]
    new = write_many([(record, row.facts) for row, record in written], sources)
    for _, record in written:
        known.by_name[digest(record.name, record.provider)] = record.pk
    for row, there in found:
        row.result, row.training = (RowResult.WRITTEN, there) if there else (RowResult.MOVED, row.training)
    ImportRow.objects.bulk_update(rows, ["result", "training"])
    return new


def _record_to_write(row: ImportRow, standing: dict[int, Training], known: Known, source: Source) -> Training | None:
    """The record that a row is for, unless life has gone on since the file was read."""
    if row.verdict != RowVerdict.CHANGES:
        return (
            None
            if row.same_name in known.by_name
            else Training(source_url=source.url, source_date=source.date, **_columns(row.facts))
        )
    record = standing.get(row.training_id or 0)
    if record is None or record.merged_into_id:
        return None
    as_read = all(plain(getattr(record, name)) == before for name, before in row.before.items())
    return record if as_read else None


def _columns(facts: dict[str, str]) -> dict[str, str | None]:
    return {name: None if name == "starts_on" else value for name, value in facts.items()}


def _free_slugs(records: Sequence[Training]) -> None:
    """Give each new record an address that no other has."""
    wanted = [slug_of(record.name, record.provider) or "training" for record in records]
    taken = set(Training.objects.filter(slug__in=wanted).values_list("slug", flat=True))
    for record, slug in zip(records, wanted, strict=True):
        record.slug, number = slug, 1
        while record.slug in taken:
            number += 1
            record.slug = f"{slug[:110]}-{number}"
            if record.slug not in taken and Training.objects.filter(slug=record.slug).exists():
                taken.add(record.slug)
        taken.add(record.slug)


def _source(batch: ImportBatch, row: ImportRow) -> Source:
    told = row.source or {}
    return Source(
        Origin.IMPORT,
        told.get("source_url") or batch.source_url,
        told.get("source_date") or batch.source_date,
        batch.by,
        language=batch.language,
    )


def _published(batch: ImportBatch) -> None:
    with transaction.atomic():
        held = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.PUBLISHING)
        held.update(state=BatchState.PUBLISHED, decided_at=clock.now())
    forget()
