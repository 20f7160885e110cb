"""The only place that knows what time it is, so that a test can live through a week in a second."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol
from zoneinfo import ZoneInfo

from django.utils import timezone

_pretended: ContextVar[dt.datetime | None] = ContextVar("pretended", default=None)


class HasZone(Protocol):
    @property
    def time_zone(self) -> str: ...


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return _pretended.get() or dt.datetime.now(dt.UTC)


def today(person: HasZone | None = None) -> dt.date:
    """The date in the person's zone, or in the current one."""
    zone = ZoneInfo(person.time_zone) if person and person.time_zone else timezone.get_current_timezone()
    return now().astimezone(zone).date()


def end_of(day: dt.date, person: HasZone) -> dt.datetime:
    """The moment at which a day is over where the person is."""
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZoneInfo(person.time_zone)).astimezone(dt.UTC)


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    """Let `now()` be the given moment inside the block."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
