"""What a person tells of their life, once, for any of their résumés. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Self, TypeVar
from uuid import UUID, uuid5

MOST_TITLE, MOST_WORDS = 200, 2000


class Kind(StrEnum):
    """What sort of thing it is. Work for pay, for nothing and as a peer count alike."""

    WORK = "work"
    VOLUNTEER = "volunteer"
    PEER = "peer"
    BREAK = "break"
    STUDY = "study"
    TRAINING = "training"
    SKILL = "skill"
    STRENGTH = "strength"
    LANGUAGE = "language"


DONE = (Kind.WORK, Kind.VOLUNTEER, Kind.PEER, Kind.BREAK)
LEARNED = (Kind.STUDY, Kind.TRAINING)
LISTED = (Kind.SKILL, Kind.STRENGTH, Kind.LANGUAGE)  # a few words each, without days


@dataclass(frozen=True, kw_only=True)
class _Told:
    """Plain values that come from a sealed row and go into it."""

    @classmethod
    def of(cls, told: dict[str, Any] | None) -> Self:
        """What a row says, as far as this version of the site knows it."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in (told or {}).items() if name in known})

    def told(self) -> dict[str, Any]:
        """Everything that says something, for a row."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value}


@dataclass(frozen=True, kw_only=True)
class Fact(_Told):
    """One thing that was done, learned, can be done or was lived; every word but the kind may be missing."""

    kind: str
    title: str = ""
    place: str = ""
    start: str = ""
    end: str = ""
    ongoing: bool = False
    words: str = ""
    language: str = "en"

    @property
    def says_nothing(self) -> bool:
        """A break without words: nothing stands for it, and nothing points at it."""
        return self.kind == Kind.BREAK and not self.title and not self.words

    @property
    def latest(self) -> tuple[str, str]:
        """What comes first when the latest does; what has no day comes last."""
        return ("9" if self.ongoing else self.end or self.start, self.start)


@dataclass(frozen=True, kw_only=True)
class About(_Told):
    """Who it is, in a line, and how to reach them. All of it may stay empty."""

    name: str = ""
    line: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""


T = TypeVar("T")


def placed(kept: Sequence[T], new: Iterable[T], facts: dict[T, Fact]) -> list[T]:
    """Put new ones among those whose order the person has set: each before the first one that is older."""
    order = list(kept)
    for one in sorted(new, key=lambda key: facts[key].latest, reverse=True):
        older = (at for at, key in enumerate(order) if facts[key].latest < facts[one].latest)
        order.insert(next(older, len(order)), one)
    return order


def moved_up(order: Sequence[T], one: T, facts: dict[T, Fact]) -> list[T]:
    """Put one before the next one above it that stands in the same part of the résumé."""
    moved, at = list(order), order.index(one)
    above = [index for index in range(at) if part_of(facts[order[index]]) == part_of(facts[one])]
    if above:
        moved.insert(above[-1], moved.pop(at))
    return moved


def part_of(fact: Fact) -> str:
    """The part of a résumé in which a fact stands."""
    if fact.kind in DONE:
        return "done"
    return "learned" if fact.kind in LEARNED else fact.kind


def fact_id_of(strength_id: UUID) -> UUID:
    """The fact as which a strength stands on résumés: one at most, so that no word of it is kept twice."""
    return uuid5(strength_id, "0")
