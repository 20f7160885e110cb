"""What a training is chosen by, as codes read off its texts, which stay as the source gives them. Pure."""

import datetime as dt
import re

from beenthere.training.reading import NOT_SAID, codes_in

FREE, HELP, PAID = "free", "help", "paid"
ONLINE = frozenset({"online", "reading"})

_HELP = re.compile(r"sliding|sponsor|bursar|honorarium|scholarship|subsid|by income|stipend")
_COSTS = re.compile(r"[1-9]|sliding")
_ENTRY = {
    "lived": re.compile(r"lived experience|in recovery|has received peer support"),
    "selection": re.compile(r"interview|application|selection|examination"),
    "age": re.compile(r"\bage \d"),
    "school": re.compile(r"diploma|high-school|degree"),
    "practice": re.compile(r"\d+\+? h\b.*peer support"),
    "police": re.compile(r"police|background check|criminal record"),
}
_CREDENTIAL = {
    "certification": re.compile(r"certified|certification|designation|ccpss|cprrp"),
    "certificate": re.compile(r"certificate\b|attestation"),
    "credits": re.compile(r"credits"),
    "exam": re.compile(r"\bexam"),
    "job": re.compile(r"qualifies for"),
}
_RECOGNISED = {
    "psc": re.compile(r"peer support canada"),
    "peerworks": re.compile(r"peerworks|opdi"),
    "caccf": re.compile(r"caccf|ccpss|addiction counsellors"),
    "psrrps": re.compile(r"psr/rps|cprrp|psychosocial rehabilitation canada"),
    "school": re.compile(r"universit|college|credits"),
}
OTHER = "other"
_HOURS = re.compile(r"(\d+(?:\.\d+)?)(?: h\b| hours?\b|$)")
_EACH_WEEK = re.compile(r"(\d+(?:\.\d+)?) per week")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:-(\d+))?")
_DAYS = re.compile(r"(\d+(?:\.\d+)?)(?:-(\d+))?[ -]days?\b")
_WEEKS = re.compile(r"(?:about )?(\d+)(?:-(\d+))?")
# The longest of each band: in hours; in days where the source counts in days; in weeks where it says no more.
BANDS = (("days", 21, 3, 0), ("fortnight", 60, 10, 2), ("months", 150, 60, 26))
LONGER = "longer"


def costs_in(text: str, help_text: str) -> frozenset[str]:
    """Tell whether it is free, costs something, and whether there is help with that."""
    lower = text.lower()
    codes = {FREE} if re.match(r"(0|free)\b", lower) else {PAID} if _COSTS.search(lower) else set[str]()
    codes |= {HELP} if _HELP.search(lower) or help_text.strip() else set()
    return frozenset(codes) or frozenset({NOT_SAID})


def entry_in(text: str) -> frozenset[str]:
    """Tell what is asked of those who want to take part."""
    return codes_in(_ENTRY, text)


def credentials_in(text: str) -> frozenset[str]:
    """Tell what one holds in the end."""
    return codes_in(_CREDENTIAL, text)


def recognised_in(recognised_by: str, credential: str) -> frozenset[str]:
    """Tell who recognises it: the bodies that the field knows, or somebody else."""
    known = codes_in(_RECOGNISED, f"{recognised_by} {credential}")
    return frozenset({OTHER}) if recognised_by.strip() and known == {NOT_SAID} else known


def start_in(starts_on: dt.date | None) -> str:
    """Tell the month in which it begins next."""
    return f"{starts_on:%Y-%m}" if starts_on else NOT_SAID


def months_from(day: dt.date, first: int, last: int) -> list[str]:
    """Name the months from the one so many after a day to another."""
    numbers = (12 * day.year + day.month - 1 + further for further in range(first, last + 1))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def length_in(hours: str, days: str, weeks: str) -> str:
    """Tell the band of its length by what the source counts in: hours, else days, else weeks."""
    number, unit = _length(hours, days, weeks)
    if not unit:
        return NOT_SAID
    return next((code for code, *most in BANDS if number <= most[unit - 1]), LONGER)


def _length(hours: str, days: str, weeks: str) -> tuple[float, int]:
    """The number, and whether it counts hours (1), days (2) or weeks (3)."""
    each_week, long = _EACH_WEEK.match(hours), _WEEKS.match(weeks)
    if each_week and long:
        return float(each_week[1]) * float(long[2] or long[1]), 1
    if found := _HOURS.match(hours):
        return float(found[1]), 1
    if found := (_DAYS.search(weeks) or _NUMBER.match(days)):
        return float(found[2] or found[1]), 2
    return (float(long[2] or long[1]), 3) if long else (0, 0)
