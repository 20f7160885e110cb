"""Lay facts out as one résumé: the same for the screen, for paper and for a file. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from beenthere.plans.resume.days import span
from beenthere.plans.resume.facts import LISTED, About, Fact, Kind, part_of

# A résumé has a language of its own, whatever the page around it is written in.
HEADINGS = {
    "en": {
        "resume": "Résumé", "done": "Experience", "learned": "Learning", Kind.SKILL: "Skills",
        Kind.STRENGTH: "Strengths", Kind.LANGUAGE: "Languages", Kind.VOLUNTEER: "volunteer",
    },
    "fr": {
        "resume": "Curriculum vitæ", "done": "Expérience", "learned": "Formation", Kind.SKILL: "Compétences",
        Kind.STRENGTH: "Forces", Kind.LANGUAGE: "Langues", Kind.VOLUNTEER: "bénévolat",
    },
}  # fmt: skip
ORDERS = {
    "time": ("done", "learned", Kind.SKILL, Kind.STRENGTH, Kind.LANGUAGE),
    "skills": (Kind.SKILL, Kind.STRENGTH, "done", "learned", Kind.LANGUAGE),
}
MOST_LINES = 40  # of one fact: a hundred thousand lines of one letter each would be a PDF of fifty megabytes
_DIALLED = re.compile(r"\+?[\d\s().\u2011-]*")  # what follows it is an extension, or another number
_BULLETS = "-–—•*· \t"


@dataclass(frozen=True)
class Style:
    """What a person chose for one of their résumés."""

    language: str = "en"
    order: str = "time"
    dates: str = "full"  # or "years", or "none"


@dataclass(frozen=True)
class Reach:
    """One way to reach somebody, and where a tap on it leads."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class Entry:
    """One fact as it stands there; its language only if it is not the one of the résumé."""

    title: str
    place: str
    days: str
    lines: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it; what is told in a few words is a list."""

    title: str
    is_list: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Sheet:
    """A whole résumé."""

    language: str
    kind: str
    name: str
    line: str
    reach: tuple[Reach, ...]
    sections: tuple[Section, ...]


def lay_out(about: About, facts: Sequence[Fact], style: Style) -> Sheet:
    """Lay out these facts in their order. What says nothing leaves no trace."""
    headings = HEADINGS[style.language]
    parts = {part: [fact for fact in facts if part_of(fact) == part and not fact.says_nothing] for part in headings}
    sections = tuple(
        Section(headings[part], part in LISTED, tuple(_entry(fact, style) for fact in parts[part]))
        for part in ORDERS[style.order]
        if parts[part]
    )
    return Sheet(style.language, headings["resume"], about.name, about.line, _reach(about), sections)


def _entry(fact: Fact, style: Style) -> Entry:
    # Who finished something in 2015 has it since 2015, and not until then.
    start = fact.start or (fact.end if part_of(fact) == "learned" else "")
    days = span(start, fact.end, ongoing=fact.ongoing, language=style.language, years_only=style.dates == "years")
    place = fact.place
    if fact.kind == Kind.VOLUNTEER:
        place = ", ".join(each for each in (place, HEADINGS[fact.language][Kind.VOLUNTEER]) if each)
    language = fact.language if fact.language != style.language else ""
    return Entry(fact.title, place, "" if style.dates == "none" else days, lines_of(fact.words), language)


def lines_of(words: str) -> tuple[str, ...]:
    """The lines that were typed, without the dashes that people put before them; the last holds all that follow."""
    lines = [line for each in words.splitlines() if (line := each.strip().lstrip(_BULLETS))]
    return tuple([*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])] if len(lines) > MOST_LINES else lines)


def _reach(about: About) -> tuple[Reach, ...]:
    dialled = _DIALLED.match(about.phone.strip())
    number = re.sub(r"[^\d+]", "", dialled[0]) if dialled else ""
    told = [
        Reach(about.town),
        Reach(about.phone, f"tel:{number}" if number else ""),
        Reach(about.email, f"mailto:{quote(about.email, safe='@+')}"),
        Reach(about.web.removeprefix("https://").removeprefix("http://").rstrip("/"), about.web),
    ]
    return tuple(each for each in told if each.text)
