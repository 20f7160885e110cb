"""Days as people write them, “1er mars” in French, and as they count them."""

import datetime as dt
import re
from calendar import monthrange

from django.utils.formats import date_format
from django.utils.translation import get_language


def said(text: str) -> str:
    """Give a written day its “1er”, where French has one."""
    begins = text.startswith("1 ") and get_language() == "fr"
    return f"1er {text[2:]}" if begins else text


def in_words(day: dt.date) -> str:
    """A day with its month and year: “March 1, 2027”, “1er mars 2027”."""
    return said(date_format(day, "DATE_FORMAT"))


_WRITTEN = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")


def as_said(text: str) -> str:
    """What a source gives as its date, in words as far as it is one: “2023-10” is October 2023; the rest stays."""
    parts = [_WRITTEN.fullmatch(part) for part in text.split("/")]
    if not all(parts):
        return text
    return " – ".join(_month_or_day(*part.groups()) for part in parts if part)


def _month_or_day(year: str, month: str, day: str | None) -> str:
    try:
        found = dt.date(int(year), int(month), int(day or 1))
    except ValueError:
        return "-".join(filter(None, [year, month, day]))
    return in_words(found) if day else date_format(found, "F Y")


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day some months later; the last of the month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))
