"""Letters about days that somebody chose; they are written only to whoever ticked that, and say nothing of what."""

import datetime as dt
from uuid import UUID

from beenthere.core import clock
from beenthere.core.jobs import enqueue, every, job
from beenthere.plans.actions import reminding
from beenthere.plans.models import FollowUp


@job
def remind(follow_up_id: str) -> None:
    reminding.remind(follow_up_id=UUID(follow_up_id))


@every(minutes=60)
def sweep() -> None:
    """Find the days that have come; in some zone it may be tomorrow already."""
    ahead = FollowUp.objects.open().filter(letter=True, told_on=None, on__lte=clock.today() + dt.timedelta(days=1))
    for follow_up_id in ahead.values_list("pk", flat=True):
        enqueue(remind, follow_up_id=str(follow_up_id))
