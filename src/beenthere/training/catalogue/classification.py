"""What a training's texts mean, as codes to choose by; the texts themselves stay as the source gives them. Pure."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal, Protocol

CANADA = "CA"
NOT_SAID = "not-said"

_DELIVERY = {
    "in-person": re.compile(r"in-person|classroom|hybrid"),
    "online": re.compile(r"online|webinar|zoom|hybrid"),
    "reading": re.compile(r"textbook"),
}
_LANGUAGES = {
    "en": "english",
    "fr": "french",
    "zh": "mandarin",
    "yue": "cantonese",
    "iu": "inuktitut",
}
INDIGENOUS = frozenset({"iu"})
OTHER_LANGUAGES = frozenset(_LANGUAGES) - INDIGENOUS - {"en", "fr"}
# In this order: “adult (substance use)” is for both, “newcomer women” too.
_AUDIENCES = {
    "adults": re.compile(r"\badult"),
    "families": re.compile(r"famil|caregiver"),
    "youth": re.compile(r"youth"),
    "students": re.compile(r"student"),
    "women": re.compile(r"women"),
    "indigenous": re.compile(r"indigenous|inuit"),
    "newcomers": re.compile(r"newcomer"),
    "lgbtq": re.compile(r"lgbtq"),
    "substance": re.compile(r"substance use"),
    "veterans": re.compile(r"veteran"),
    "responders": re.compile(r"first responder"),
    "rural": re.compile(r"rural"),
    "workers": re.compile(r"peer workers|supervisor|practitioner|staff|organisations"),
}
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

StandingCode = Literal["running", "unconfirmed", "historic", "certification"]
_CERTIFICATION = re.compile(r"\(certification, not training\)|\bdesignation\b", re.IGNORECASE)
_HISTORIC = re.compile(r"^(historic|completed)\b", re.IGNORECASE)
_UNCONFIRMED = re.compile(r"not confirmed|check whether still offered|none scheduled|^announced\b", re.IGNORECASE)


def provinces_in(text: str) -> tuple[str, ...]:
    """Read “AB; ON; QC” or “national” as codes."""
    codes = [part.strip() for part in text.split(";") if part.strip()]
    return tuple(CANADA if code == "national" else code for code in codes)


def deliveries_in(text: str) -> frozenset[str]:
    """Tell the ways of taking a training that the text speaks of."""
    return codes_in(_DELIVERY, text)


def languages_in(text: str) -> frozenset[str]:
    """Tell the languages in which a training is given; plans for one do not count."""
    told = "" if "planned" in text else text.lower()
    return frozenset(code for code, name in _LANGUAGES.items() if name in told) or frozenset({NOT_SAID})


def audiences_in(text: str) -> frozenset[str]:
    """Tell for whom the text says that a training is."""
    return codes_in(_AUDIENCES, text)


def codes_in(patterns: dict[str, re.Pattern[str]], text: str) -> frozenset[str]:
    """Tell the codes whose pattern the text holds; without any, that it says nothing."""
    found = frozenset(code for code, pattern in patterns.items() if pattern.search(text.lower()))
    return found or frozenset({NOT_SAID})


class HasLength(Protocol):
    """What counts how long something takes, each unit by itself."""

    hours: str
    days: str
    weeks: str
    sessions: str
    credits: str


@dataclass(frozen=True)
class Band:
    """A length that can be compared, and how it was reached; or in what it is counted, and so cannot be."""

    hours: tuple[float, float] | None
    how: Literal["hours", "each-week", "other", "nothing"]
    words: str = ""


# The most hours of each band; what is longer stands in the last one.
MOST_HOURS = (21.0, 60.0, 150.0)
_HOURS = re.compile(r"(?:\d+(?:\.\d+)?\s*(?:-|–|to)\s*)?(\d+(?:\.\d+)?)\s*(?:h|hours?)?(?=$|\s|;|,|\()")
_EACH_WEEK = re.compile(r"(\d+(?:\.\d+)?)\s*(?:h|hours?)? (?:per|a|each) week")
_WEEKS = re.compile(r"(?:about )?(?:\d+(?:\.\d+)?-)?(\d+(?:\.\d+)?)(?=$|\s)(?! days?)")


def band_of(training: HasLength) -> Band:
    """Tell between how many hours it takes, from hours alone: how long a day or a session lasts is not guessed."""
    each_week, weeks = _EACH_WEEK.match(training.hours), _WEEKS.match(training.weeks)
    if each_week and weeks:
        return Band(_band(float(each_week[1]) * float(weeks[1])), "each-week", f"{each_week[1]} × {weeks[1]}")
    if not each_week and (found := _HOURS.match(training.hours)):
        return Band(_band(float(found[1])), "hours", training.hours)
    others = (training.hours, training.days, training.weeks, training.sessions, training.credits)
    return Band(None, "other" if any(others) else "nothing")


def _band(hours: float) -> tuple[float, float]:
    lowest = 0.0
    for most in MOST_HOURS:
        if hours <= most:
            return lowest, most
        lowest = most
    return lowest, float("inf")


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


def standing_of(name: str, notes: str) -> StandingCode:
    """Read the standing off the name and the notes of a row."""
    if _CERTIFICATION.search(name):
        return "certification"
    if _HISTORIC.search(notes):
        return "historic"
    return "unconfirmed" if _UNCONFIRMED.search(notes) else "running"
