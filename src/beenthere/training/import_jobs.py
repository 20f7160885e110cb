"""What happens later to a file that somebody brought, and to records that look alike."""

from beenthere.core import clock
from beenthere.core.jobs import enqueue, every, job
from beenthere.training import bringing, duplicates
from beenthere.training.models import BatchState, ImportBatch, ImportFile, ImportRow
from beenthere.training.models.importing import DECIDED, LEFT_LYING, ROWS_KEPT

ROWS_AT_ONCE = 2000


@job
def read_rows(batch: str) -> None:
    """Read some rows, and come back for more after whoever else waits."""
    if bringing.read_for(batch):
        enqueue(read_rows, batch=batch)


@job
def publish_rows(batch: str) -> None:
    """Publish some rows, and come back for more; when all are, look for duplicates among them."""
    if bringing.publish_for(batch):
        enqueue(publish_rows, batch=batch)
    else:
        enqueue(find_duplicates)


@job
def find_duplicates() -> None:
    """Compare what was written lately with everything."""
    duplicates.look_at_changed()


@every(minutes=15)
def look_for_duplicates() -> None:
    """The same for whatever else was published meanwhile."""
    duplicates.look_at_changed()


@every(minutes=24 * 60)
def forget_rows() -> None:
    """Forget the rows of files that were decided long ago, and files that nobody went on with."""
    now = clock.now()
    idle = ImportBatch.objects.filter(state__in=[BatchState.COLUMNS, BatchState.READ], made_at__lt=now - LEFT_LYING)
    idle.update(state=BatchState.CANCELLED, decided_at=now)
    over = ImportBatch.objects.filter(state__in=DECIDED)
    ImportFile.objects.filter(batch__in=over).delete()
    old = ImportRow.objects.filter(batch__in=over.filter(decided_at__lt=now - ROWS_KEPT))
    while pks := list(old.order_by("pk").values_list("pk", flat=True)[:ROWS_AT_ONCE]):
        ImportRow.objects.filter(pk__in=pks).delete()
