"""When a step that was put aside is shown again. Pure."""

from datetime import date, timedelta

A_WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)


def shown_again_on(today: date, due: date | None) -> date:
    """After a week, but a day before the step's own day, and never before tomorrow."""
    wanted = today + A_WEEK if due is None else min(today + A_WEEK, due - A_DAY)
    return max(wanted, today + A_DAY)


def waits_until(today: date, wait: str) -> date | None:
    """The day to which one tap moves something; none for “not now”, which leaves it without a day."""
    return {"day": today + A_DAY, "week": today + A_WEEK}.get(wait)
