"""Hours as people write them, in English and French, read as days and times; and whether it is open now. Pure."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MIDNIGHT = dt.time(23, 59)  # as files write “until midnight”
_NAMES = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
    "lundi": 0, "mardi": 1, "mercredi": 2, "mecredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
}  # fmt: skip
_TIME = r"(\d{1,2})(?:[:h](\d{2}))?\s?(am|pm|h)?"
_RANGE = re.compile(rf"(?<![\d:]){_TIME}\s*(?:to|-|–|à)\s*{_TIME}(?![\d:])", re.IGNORECASE)
_DAY = re.compile(rf"\b({'|'.join(sorted(_NAMES, key=len, reverse=True))})s?\b\.?", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:to|-|–|au|à)\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\([^)]*\)?|\*.*")
_ALWAYS = re.compile(r"\b24\s?(?:/\s?7|h\b)")


@dataclass(frozen=True)
class Open:
    """Open on these days from one time to another."""

    byday: str
    opens_at: dt.time
    closes_at: dt.time


class Told(Protocol):
    """What is needed of a schedule."""

    # Any: columns of a table are no plain texts to the type checker.
    @property
    def byday(self) -> Any: ...
    @property
    def opens_at(self) -> Any: ...
    @property
    def closes_at(self) -> Any: ...


def read(text: str) -> list[Open]:
    """Read what is certain in a line such as “9:00 am to 5:00 pm Monday to Thursday”; nothing where it is not."""
    if _ALWAYS.search(text):
        return [Open(",".join(DAYS), dt.time(0, 0), MIDNIGHT)]
    plain = _ASIDE.sub(" ", text[:500])
    found = list(_RANGE.finditer(plain))
    ends = [match.start() for match in found[1:]] + [len(plain)]
    read_now = (_open(match, _days(plain[match.end() : end])) for match, end in zip(found, ends, strict=False))
    return [one for one in read_now if one]


def _open(match: re.Match[str], days: list[str]) -> Open | None:
    hour, minute, half, last_hour, last_minute, last_half = match.groups()
    if not (half or minute) or not (last_half or last_minute) or not days:
        return None  # “200-250” is no time of day
    opens, closes = _time(hour, minute, half), _time(last_hour, last_minute, last_half)
    return Open(",".join(days), opens, closes) if opens and closes and opens < closes else None


def _time(hour: str, minute: str | None, half: str | None) -> dt.time | None:
    number = int(hour)
    if (half or "").lower() in {"am", "pm"}:
        number = number % 12 + (12 if (half or "").lower() == "pm" else 0)
    try:
        return dt.time(number, int(minute or 0))
    except ValueError:
        return None


def _days(text: str) -> list[str]:
    """The days named in a piece of a line; “Monday to Thursday” names those between too."""
    found = list(_DAY.finditer(text))
    numbers = set[int]()
    for place, match in enumerate(found):
        day = _NAMES[match[1].lower()]
        before = found[place - 1] if place else None
        if before and _UNTIL.fullmatch(text[before.end() : match.start()]):
            numbers |= set(range(_NAMES[before[1].lower()], day))
        numbers.add(day)
    return [DAYS[number] for number in sorted(numbers)]


def is_open(schedules: Iterable[Told], now: dt.datetime) -> bool:
    """Whether it is open at a moment of its own place, by its usual hours."""
    return any(closes_after(one, now) for one in schedules)


def closes_after(one: Told, now: dt.datetime) -> bool:
    """Whether this schedule holds now."""
    if not one.opens_at or not one.closes_at or DAYS[now.weekday()] not in one.byday.split(","):
        return False
    here = now.time()
    return bool(one.opens_at <= here and (here < one.closes_at or one.closes_at >= MIDNIGHT))
