"""Hours and dollars as people write them, in English and in French. Pure."""

import re

# No amount of anybody has more digits than these; Python reads no number of thousands of them.
_HOURS = re.compile(r"(\d{1,9}(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|heures?)?", re.IGNORECASE)
_HOURS_AND_MINUTES = re.compile(r"(\d{1,9})\s*(?:h|:)\s*([0-5]\d)(?:\s*(?:min|m))?", re.IGNORECASE)
_DOLLARS = re.compile(r"\$?\s*(\d{1,3}(?:[ ,.]\d{3}){1,4}|\d{1,15})(?:[.,](\d{1,2}))?\s*\$?", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


def parse_hours(text: str) -> float | None:
    """Read “12”, “7.5”, “7,5”, “7 h 30” or “7:30”; None if it is no number of hours."""
    plain = _SPACES.sub(" ", text).strip()
    if found := _HOURS_AND_MINUTES.fullmatch(plain):
        return round(int(found[1]) + int(found[2]) / 60, 2)
    if found := _HOURS.fullmatch(plain):
        return round(float(found[1].replace(",", ".")), 2)
    return None


def parse_dollars(text: str) -> int | None:
    """Read “400”, “$1,200” or “1 200,50 $” as whole dollars; None if it is no amount."""
    cents = parse_cents(text)
    return None if cents is None else (cents + 50) // 100  # half a dollar counts as one


def parse_cents(text: str) -> int | None:
    """Read “19”, “$19.50” or “19,50 $” as cents; None if it is no amount."""
    found = _DOLLARS.fullmatch(_SPACES.sub(" ", text).strip())
    if not found:
        return None
    return int(re.sub(r"\D", "", found[1])) * 100 + int((found[2] or "0").ljust(2, "0"))
