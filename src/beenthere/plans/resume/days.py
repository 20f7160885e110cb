"""Days of a life as people write them: a year, a month of a year, or nothing. Pure."""

import re

from beenthere.core.words import fold

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
}  # fmt: skip
_FOLDED = [(fold(name), number) for names in MONTHS.values() for number, name in enumerate(names, 1)]
_YEAR = r"((?:19|20)\d\d)"
_FORMS = [
    re.compile(rf"(?P<year>{_YEAR})"),
    re.compile(rf"(?P<year>{_YEAR})[-/. ](?P<month>\d\d?)(?:[-/.]\d\d?)?"),
    re.compile(rf"(?P<month>\d\d?)[-/. ](?P<year>{_YEAR})"),
    re.compile(rf"(?P<name>[^\W\d]+)\.?,? ?(?P<year>{_YEAR})"),
    re.compile(rf"(?P<year>{_YEAR}),? ?(?P<name>[^\W\d]+)\.?"),
]
NO_BREAK = "\u00a0"


def parse(text: str) -> str | None:
    """Read “2019”, “2019-03”, “03/2019”, “March 2019” or “mars 2019”; None if it is no such day."""
    plain = " ".join(text.split())
    for form in _FORMS:
        if found := form.fullmatch(plain):
            parts = found.groupdict()
            if "name" in parts:
                return _joined(parts["year"], _month(parts["name"]))
            return _joined(parts["year"], int(parts["month"])) if "month" in parts else parts["year"]
    return None


def _month(name: str) -> int:
    """The month that a name or the beginning of one can only mean; 0 if there is none."""
    meant = {number for folded, number in _FOLDED if len(name) > 2 and folded.startswith(fold(name))}
    return meant.pop() if len(meant) == 1 else 0


def _joined(year: str, month: int) -> str | None:
    return f"{year}-{month:02}" if 1 <= month <= 12 else None


def said(day: str, language: str, *, years_only: bool = False) -> str:
    """A day in words: “March 2019”, “mars 2019”, “2019”."""
    year, _, month = day.partition("-")
    if years_only or not month:
        return year
    return f"{MONTHS[language][int(month) - 1]}{NO_BREAK}{year}"


def span(start: str, end: str, *, ongoing: bool, language: str, years_only: bool = False) -> str:
    """From when to when, as far as it is told: “2016 – 2019”, “since 2016”, “until 2019”, or nothing."""
    first, last = (said(day, language, years_only=years_only) if day else "" for day in (start, end))
    if ongoing:
        since = {"en": "since", "fr": "depuis"}[language]
        return f"{since}{NO_BREAK}{first}" if first else {"en": "until now", "fr": "jusqu’à présent"}[language]
    if first and last and first != last:
        return f"{first} – {last}"
    if last and not first:
        return {"en": "until", "fr": "jusqu’en"}[language] + NO_BREAK + last
    return first
