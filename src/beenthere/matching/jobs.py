"""The clock of the asks: a nudge after three days, the next person after seven. A day is 24 hours."""

import datetime as dt
from uuid import UUID

from beenthere.core import clock
from beenthere.core.jobs import enqueue, every, job
from beenthere.matching import waiting
from beenthere.matching.actions import moving
from beenthere.matching.models import Ask, Shown

SHOWN_KEPT = dt.timedelta(days=14)


@job
def nudge(ask_id: str) -> None:
    moving.nudge(ask_id=UUID(ask_id))


@job
def move_on(ask_id: str) -> None:
    moving.move_on(ask_id=UUID(ask_id))


@every(minutes=15)
def sweep() -> None:
    """Find what is due; each ask is its own job, so that one that fails holds up nobody."""
    open_asks = Ask.objects.answerable()
    late = open_asks.filter(waiting_since__lte=clock.now() - waiting.NEXT_AFTER)
    for ask_id in late.values_list("pk", flat=True):
        enqueue(move_on, ask_id=str(ask_id))
    slow = open_asks.filter(nudged_at=None, waiting_since__lte=clock.now() - waiting.NUDGE_AFTER)
    for ask_id in slow.exclude(pk__in=late.values("pk")).values_list("pk", flat=True):
        enqueue(nudge, ask_id=str(ask_id))
    Shown.objects.filter(shown_at__lt=clock.now() - SHOWN_KEPT).delete()
