"""What a training is chosen by, as codes read off its texts, which stay as the source gives them. Pure."""

import datetime as dt
import re

from beenthere.training.reading import MOST_HOURS, NOT_SAID, HasLength, band_of, codes_in

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
LONGER, OTHER_UNITS = "longer", "other-units"


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


def length_in(training: HasLength) -> str:
    """Tell the band of its hours by the most that belong to it, or that it is counted in something else."""
    found = band_of(training)
    if found.hours is None:
        return NOT_SAID if found.how == "nothing" else OTHER_UNITS
    most = found.hours[1]
    return f"{most:.0f}" if most in MOST_HOURS else LONGER
