"""How long people wait: the clock of an ask, and how soon somebody usually answers. Pure."""

import datetime as dt
from collections.abc import Sequence
from math import ceil

DAY = dt.timedelta(days=1)  # 24 hours, whatever the calendar does
NUDGE_AFTER = 3 * DAY
NEXT_AFTER = 7 * DAY
ANSWERS_NEEDED = 5


def usual_days(answers: Sequence[dt.timedelta]) -> int | None:
    """The days within which three of four answers came, from five answers on. It never ranks: slow can mean unwell."""
    if len(answers) < ANSWERS_NEEDED:
        return None
    in_order = sorted(answers)
    usual = in_order[ceil(len(in_order) * 3 / 4) - 1]
    return max(1, ceil(usual / DAY))


def full_days(waited: dt.timedelta) -> int:
    """Whole days of 24 hours."""
    return max(0, waited // DAY)
