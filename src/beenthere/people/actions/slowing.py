"""Counting vain tries, so that the device that guesses is slowed."""

from datetime import timedelta

from django.db import transaction

from beenthere.core import clock
from beenthere.people import slowing
from beenthere.people.models import SlowedDevice


@transaction.atomic
def try_once(*, device: str) -> int:
    """Count a try before it is checked, so that many at once are all counted. Returns the seconds still to wait."""
    now = clock.now()
    SlowedDevice.objects.get_or_create(device=device, defaults={"last_at": now})
    row = SlowedDevice.objects.select_for_update().get(device=device)
    quiet = (now - row.last_at).total_seconds()
    wait = slowing.seconds_left(row.tries, quiet)
    if wait == 0:
        row.tries = slowing.still_counted(row.tries, quiet) + 1
        row.last_at = now
        row.save()
    return wait


@transaction.atomic
def forgive_try(*, device: str) -> None:
    """Take back the try that succeeded, and only that one: signing in to one's own account buys no more guesses.

    It was let through, so the wait before it was over; it may not begin anew because of the right passphrase.
    """
    row = SlowedDevice.objects.select_for_update().filter(device=device, tries__gt=0).first()
    if row:
        row.tries -= 1
        row.last_at = min(row.last_at, clock.now() - timedelta(seconds=slowing.wait_after(row.tries)))
        row.save()
