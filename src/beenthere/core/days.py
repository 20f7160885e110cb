"""Days as people write them: the first of a month is “1er mars” in French."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import get_language


def said(text: str) -> str:
    """Give a written day its “1er”, where French has one."""
    begins = text.startswith("1 ") and get_language() == "fr"
    return f"1er {text[2:]}" if begins else text


def in_words(day: dt.date) -> str:
    """A day with its month and year: “March 1, 2027”, “1er mars 2027”."""
    return said(date_format(day, "DATE_FORMAT"))
