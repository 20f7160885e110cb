"""What a training's texts mean, as codes to choose by; the texts themselves stay as the source gives them. Pure."""

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
