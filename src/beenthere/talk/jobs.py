"""The clock of concerns: a reminder after three days, a word to the writer after fourteen, and an end."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from beenthere.core import clock, keys
from beenthere.core.jobs import enqueue, every, job
from beenthere.talk import letters
from beenthere.talk.models import Concern, ConcernWord
from beenthere.talk.models.concerns import KEPT_AFTER, READABLE_AFTER, ConcernState, Part

REMIND_AFTER = dt.timedelta(days=3)
LATE_AFTER = dt.timedelta(days=14)


@job
def destroy_key_of_concern(concern_id: str) -> None:
    """Destroy the key, so that old backups of the concern cannot be opened either."""
    keys.destroy_key(UUID(concern_id))


@transaction.atomic
def destroy_concern(concern_id: UUID) -> None:
    """The rows go now, and the key once that is certain."""
    enqueue(destroy_key_of_concern, concern_id=str(concern_id))
    Concern.objects.filter(pk=concern_id).delete()


@every(minutes=60)
def sweep() -> None:
    """Remind whoever is to read, tell whoever waits, and forget what is over."""
    now = clock.now()
    for concern in Concern.objects.filter(
        state=ConcernState.OPEN, reminded_at=None, told_to_reader_at__lte=now - REMIND_AFTER
    ):
        _once(concern, "reminded_at", letters.reminder)
    for concern in Concern.objects.undecided().filter(late_at=None, told_to_reader_at__lte=now - LATE_AFTER):
        _once(concern, "late_at", letters.late)
    over = Concern.objects.filter(decided_at__lte=now - READABLE_AFTER)
    ConcernWord.objects.filter(concern__in=over, part=Part.ATTACHED).delete()
    for pk in Concern.objects.filter(decided_at__lte=now - KEPT_AFTER).values_list("pk", flat=True):
        destroy_concern(pk)


@transaction.atomic
def _once(concern: Concern, mark: str, letter: Callable[[Concern], None]) -> None:
    """Write it down before writing the letter, so that two sweeps write one."""
    if Concern.objects.filter(pk=concern.pk, **{mark: None}).update(**{mark: clock.now()}) == 1:
        letter(concern)
