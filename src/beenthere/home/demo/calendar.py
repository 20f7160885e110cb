"""The demo's past: deeds are put on days, then lived through in order, with the clock's own jobs between them."""

import datetime as dt
from collections.abc import Callable

from beenthere.core import clock, jobs

Deed = Callable[[], object]


class Calendar:
    """Deeds by how many days ago they happened."""

    def __init__(self) -> None:
        self.now = clock.now()
        self.days: dict[int, list[Deed]] = {}

    def on(self, days_ago: int, deed: Deed) -> None:
        """Put a deed on a day; a deed may put more deeds on the same or later days."""
        self.days.setdefault(max(days_ago, 0), []).append(deed)

    def live(self) -> None:
        """Live through all the days, the oldest first."""
        while self.days:
            ago = max(self.days)
            with clock.at(self.moment(ago)):
                deeds = self.days[ago]
                while deeds:
                    deeds.pop(0)()
                del self.days[ago]
                jobs.run_due()

    def moment(self, days_ago: int) -> dt.datetime:
        """This time of the day, so many days ago."""
        return self.now - dt.timedelta(days=days_ago)

    def date(self, days_ahead: int) -> dt.date:
        """The date so many days from now."""
        return (self.now + dt.timedelta(days=days_ahead)).date()
