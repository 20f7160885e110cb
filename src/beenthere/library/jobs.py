"""The clock of the readers: a nudge after three days, somebody else after seven. And of the numbers, monthly."""

from uuid import UUID

from beenthere.core import clock
from beenthere.core.jobs import enqueue, every, job
from beenthere.library import actions
from beenthere.library.counting import counted, first_of_month
from beenthere.library.models import Card, Reading, Writing, WritingState
from beenthere.library.waiting import NEXT_AFTER, NUDGE_AFTER


@job
def look_after(reading_id: str) -> None:
    """Nudge a reader, or move on."""
    for reading in Reading.objects.waiting().filter(pk=UUID(reading_id)).select_related("writing__person", "reader"):
        actions.nudge(reading=reading)


@job
def look_for_readers(writing_id: str) -> None:
    """Ask whoever has room by now."""
    for writing in Writing.objects.filter(pk=UUID(writing_id)).select_related("person"):
        actions.look_for_readers(writing=writing)


@every(minutes=60)
def sweep() -> None:
    """Find what is due; each is its own job, so that one that fails holds up nobody."""
    now = clock.now()
    slow = Reading.objects.waiting().filter(asked_at__lte=now - NUDGE_AFTER)
    for pk in slow.exclude(nudged=True, asked_at__gt=now - NEXT_AFTER).values_list("pk", flat=True):
        enqueue(look_after, reading_id=str(pk))
    for pk in Writing.objects.filter(state=WritingState.READ, told_of_wait=True).values_list("pk", flat=True):
        enqueue(look_for_readers, writing_id=str(pk))


@every(minutes=12 * 60)
def count_what_was_said() -> None:
    """This month's numbers, once for each card; what is counted is opened before anything is written."""
    as_of = first_of_month()
    due = Card.objects.exclude(counted_on=as_of)
    if due.exists():
        actions.publish_counts(as_of=as_of, counted=counted(as_of))
