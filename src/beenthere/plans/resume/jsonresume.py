"""JSON Resume, in and out: the common form in which programs keep résumés. Pure.

Coming in, nothing is trusted: what has the right shape is understood, what has not is left aside, and a file that is
no résumé gets one reason. A peer's work and a break stand among work, as on paper, and say beside it what they are.
"""

import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from beenthere.plans.resume import days
from beenthere.plans.resume.facts import MOST_TITLE, MOST_WORDS, About, Fact, Kind
from beenthere.plans.resume.sheet import Style, lines_of

MOST_BYTES = 64 * 1024
MOST_FACTS = 150
MOST_LINE = 1000
# Each part of the file: what its entries are, the first being the usual, and the names of their title and place.
PARTS: dict[str, tuple[tuple[Kind, ...], str, str]] = {
    "work": ((Kind.WORK, Kind.PEER, Kind.BREAK), "position", "name"),
    "volunteer": ((Kind.VOLUNTEER,), "position", "organization"),
    "education": ((Kind.STUDY,), "area", "institution"),
    "certificates": ((Kind.TRAINING,), "name", "issuer"),
    "skills": ((Kind.SKILL, Kind.STRENGTH), "name", ""),
    "languages": ((Kind.LANGUAGE,), "language", ""),
}
ASIDE = ("awards", "publications", "interests", "references", "projects")
_TURNS_LETTERS = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


class Why(Enum):
    """Why a file was not understood."""

    TOO_BIG = "too big"
    NOT_TEXT = "not text"
    NOT_JSON = "not json"
    NO_RESUME = "no resume"


class NotUnderstood(Exception):
    """The file is no résumé that one could read."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Understood:
    """What a file tells, and which of its parts have no place here."""

    about: About
    facts: tuple[Fact, ...]
    aside: tuple[str, ...]
    shortened: bool


# Out


def written(about: About, facts: Sequence[Fact], style: Style) -> dict[str, Any]:
    """One résumé as JSON Resume; what is left out of it is left out here."""
    basics = {"name": about.name, "summary": about.line, "phone": about.phone, "email": about.email, "url": about.web}
    found: dict[str, Any] = {"basics": _told(basics | ({"location": {"city": about.town}} if about.town else {}))}
    for part, (kinds, *_) in PARTS.items():
        of_part = [fact for fact in facts if fact.kind in kinds and not fact.says_nothing]
        if of_part:
            found[part] = [_entry(part, fact, style) for fact in of_part]
    return found


def _entry(part: str, fact: Fact, style: Style) -> dict[str, Any]:
    kinds, title, place = PARTS[part]
    entry = {title: fact.title, place: fact.place} | _days(part, fact, style) | _words(part, fact.words)
    if fact.kind != kinds[0]:
        entry["kind"] = str(fact.kind)
    if fact.language != style.language:
        entry["inLanguage"] = fact.language
    return _told(entry)


def _days(part: str, fact: Fact, style: Style) -> dict[str, Any]:
    if style.dates == "none":
        return {}
    start, end = (day[:4] if style.dates == "years" else day for day in (fact.start, fact.end))
    if part == "certificates":
        return {"date": end or start}
    # Without an end it goes on, says the common form.
    return {"startDate": start, "endDate": "" if fact.ongoing else end or start}


def _words(part: str, words: str) -> dict[str, Any]:
    lines = list(lines_of(words))
    match part:
        case "skills":
            return {"keywords": lines}
        case "languages":
            return {"fluency": " ".join(lines)}
        case "education":
            return {"courses": lines}
    return {"summary": lines[0]} if len(lines) == 1 else {"highlights": lines}


def _told(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name and value}


# In


def read(data: bytes, language: str, most: int = MOST_BYTES) -> Understood:
    """Understand a file, or say why not."""
    found = _object(data, most)
    reading = _Reading(language)
    about = reading.about(found.get("basics"))
    facts = tuple(fact for part in PARTS for fact in reading.facts(part, found.get(part)))
    if about == About() and not facts:
        raise NotUnderstood(Why.NO_RESUME)
    aside = tuple(part for part in ASIDE if found.get(part))
    return Understood(about, facts[:MOST_FACTS], aside, reading.shortened or len(facts) > MOST_FACTS)


def _object(data: bytes, most: int) -> dict[str, Any]:
    if len(data) > most:
        raise NotUnderstood(Why.TOO_BIG)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUnderstood(Why.NOT_TEXT) from error
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:  # also numbers of a million digits, and a million brackets
        raise NotUnderstood(Why.NOT_JSON) from error
    if not isinstance(found, dict):
        raise NotUnderstood(Why.NO_RESUME)
    return found


class _Reading:
    """Takes texts out of a file, and remembers whether one had to be cut."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.shortened = False

    def about(self, basics: Any) -> About:
        """Who it is and how to reach them."""
        basics = basics if isinstance(basics, dict) else {}
        where = basics.get("location")
        where = where if isinstance(where, dict) else {}
        town = [self.text(where.get(name)) for name in ("city", "region")]
        web, email = self.text(basics.get("url")), self.text(basics.get("email"))
        return About(
            name=self.text(basics.get("name")),
            line=self.text(basics.get("summary"), MOST_LINE) or self.text(basics.get("label")),
            town=", ".join(each for each in town if each)[:MOST_TITLE],
            phone=self.text(basics.get("phone"))[:40],
            email=email if "@" in email and " " not in email else "",
            web=web if web.startswith(("http://", "https://")) and " " not in web else "",
        )

    def facts(self, part: str, entries: Any) -> Iterator[Fact]:
        """The entries of one part that have words."""
        for entry in entries if isinstance(entries, list) else []:
            if isinstance(entry, dict):
                fact = self._fact(part, entry)
                if fact.title or fact.place or fact.words:
                    yield fact

    def _fact(self, part: str, entry: dict[str, Any]) -> Fact:
        kinds, title, place = PARTS[part]
        kind, language = entry.get("kind"), entry.get("inLanguage")
        start, end = (self._day(entry.get(name)) for name in ("startDate", "endDate"))
        date = self._day(entry.get("date"))
        titles = [self.text(entry.get(name)) for name in (*(["studyType"] if part == "education" else []), title)]
        return Fact(
            kind=next((each for each in kinds if each == kind), kinds[0]),
            title=", ".join(each for each in titles if each)[:MOST_TITLE],
            place=self.text(entry.get(place)),
            start=start or date,
            end="" if end == start else end,
            ongoing=bool(start and not end),
            words=self._words(entry),
            language=language if language in ("en", "fr") else self.language,
        )

    def _day(self, value: Any) -> str:
        return days.parse(self.text(value)) or ""

    def _words(self, entry: dict[str, Any]) -> str:
        one = [self.text(entry.get(name), MOST_WORDS) for name in ("summary", "level", "fluency")]
        lists = [entry.get(name) for name in ("highlights", "keywords", "courses")]
        many = [self.text(each, MOST_WORDS) for found in lists if isinstance(found, list) for each in found]
        return self.cut("\n".join(line for line in [*one, *many] if line), MOST_WORDS)

    def text(self, value: Any, most: int = MOST_TITLE) -> str:
        """A text without signs that a page or a file cannot hold; anything else is no text."""
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            return ""
        plain = "".join(sign for sign in value if sign == "\n" or _may_stand(sign))
        return self.cut(plain.strip() if most > MOST_TITLE else " ".join(plain.split()), most)

    def cut(self, text: str, most: int) -> str:
        """At most so many letters."""
        self.shortened |= len(text) > most
        return text[:most]


def _may_stand(sign: str) -> bool:
    """Whether a sign is part of a text, and not a control of a machine or of the direction of what follows."""
    return unicodedata.category(sign) not in {"Cc", "Cs"} and sign not in _TURNS_LETTERS
