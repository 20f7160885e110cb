"""How long people wait: the clock of an ask, and how soon somebody usually answers. Pure."""

import datetime as dt
from collections.abc import Sequence
from math import ceil

DAY = dt.timedelta(days=1)  # 24 hours, whatever the calendar does
NUDGE_AFTER = 3 * DAY
NEXT_AFTER = 7 * DAY
LOOK_AGAIN_AFTER = 14 * DAY
ANSWERS_NEEDED = 5
WAITS_NEEDED = 5
STEPS = (1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 365)  # days, as people speak of them; then years
YEAR = STEPS[-1] * DAY


def usual_days(answers: Sequence[dt.timedelta]) -> int | None:
    """The days within which three of four answers came, from five answers on. It never ranks: slow can mean unwell."""
    if len(answers) < ANSWERS_NEEDED:
        return None
    in_order = sorted(answers)
    usual = in_order[ceil(len(in_order) * 3 / 4) - 1]
    return max(1, ceil(usual / DAY))


def usual_range(waits: Sequence[dt.timedelta]) -> tuple[int, int] | None:
    """Between how many days most waits ended, from five waits on; None means that we cannot know yet.

    The middle three fifths, widened to round numbers of days and never to one alone, so that nobody's own wait can
    be read off.
    """
    if len(waits) < WAITS_NEEDED:
        return None
    in_order = sorted(waits)
    first, last = in_order[len(in_order) // 5], in_order[-1 - len(in_order) // 5]
    high = next((step for step in STEPS if last <= step * DAY), ceil(last / YEAR) * STEPS[-1])
    low = max((step for step in STEPS if step * DAY <= first and step < high), default=0)
    return low, high


def full_days(waited: dt.timedelta) -> int:
    """Whole days of 24 hours."""
    return max(0, waited // DAY)
