"""Days as people write them, “1er mars” in French, and as they count them."""

import datetime as dt
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


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day some months later; the last of the month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))
