"""By when somebody has to confirm a record. Pure but for the clock."""

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING

from beenthere.core import clock

if TYPE_CHECKING:
    from beenthere.training.models import Training


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day some months later; the last of the month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def confirm(training: "Training", origin: str) -> None:
    """Note on the row, without saving it, that somebody confirmed it today."""
    training.confirmed_on, training.confirmed_from = clock.today(), origin
    training.confirm_by = months_after(clock.today(), training.confirm_months)
    training.asked_on = None
