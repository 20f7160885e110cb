"""Who waits longest and who is asked most, by language, region, path and way to meet. Pure.

Only people who ticked “count me” are handed over to this.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from beenthere.core.rounding import Draw, rounded

T = TypeVar("T", bound="Traits")
LEAST = 10  # people in all: with fewer, a table would be about somebody
LEAST_IN_A_LINE = 5  # on each side of a line: fewer are told as 0, with whatever they did
LEAST_IN_A_FIFTH = 5
NOBODY: frozenset[str] = frozenset()


class Table(StrEnum):
    """By what the mirror tells people apart, and by nothing else."""

    ALL = "all"
    LANGUAGE = "language"
    REGION = "region"
    PATH = "path"
    WAY = "way"


@dataclass(frozen=True)
class Traits:
    """What somebody told, or asked for."""

    person: str
    languages: frozenset[str] = NOBODY
    region: str = ""
    paths: frozenset[str] = NOBODY
    ways: frozenset[str] = NOBODY

    def codes(self, table: Table) -> frozenset[str]:
        """Under which rows of a table this stands; under several, if several hold."""
        found = {
            Table.ALL: frozenset({"all"}), Table.LANGUAGE: self.languages, Table.PATH: self.paths, Table.WAY: self.ways,
            Table.REGION: frozenset({self.region} - {""}),
        }  # fmt: skip
        return found[table]


@dataclass(frozen=True)
class Asked(Traits):
    """One request, and how long it waited if somebody said yes."""

    waited: dt.timedelta | None = None


@dataclass(frozen=True)
class Offered(Traits):
    """One supporter, and how often they were asked."""

    asks: int = 0


@dataclass(frozen=True)
class Line:
    """One row of a published table. Every number is to base 5; the wait is a range of round days."""

    table: Table
    code: str
    requests: int
    people: int
    asks: int
    supporters: int
    wait: tuple[int, int] | None = None


@dataclass
class Mirror:
    """One organisation, one period; `name` is the organisation alone."""

    name: str
    asked: Sequence[Asked]
    offered: Sequence[Offered]
    draw: Draw
    usual_range: Callable[[Sequence[dt.timedelta]], tuple[int, int] | None]
    lines: list[Line] = field(default_factory=list)

    def enough(self) -> bool:
        """Whether so many people let themselves be counted that a table is about nobody."""
        return len({one.person for one in (*self.asked, *self.offered)}) >= LEAST

    def tables(self) -> Iterator[Line]:
        """Every line in which there is somebody, as far as the rounded numbers tell."""
        for table in Table if self.enough() else ():
            codes = {code for one in (*self.asked, *self.offered) for code in one.codes(table)}
            lines = (self._line(table, code) for code in sorted(codes))
            yield from (line for line in lines if line.people or line.supporters)

    def _line(self, table: Table, code: str) -> Line:
        asked = _enough([one for one in self.asked if code in one.codes(table)])
        offered = _enough([one for one in self.offered if code in one.codes(table)])
        askers, supporters = _people(asked), _people(offered)

        def told(true: int, who: Iterable[str]) -> int:
            # Neither line nor period is in the key: drawing anew for each would let the draws be averaged away.
            return rounded(true, self.name, who, self.draw)

        return Line(
            table,
            code,
            requests=told(len(asked), askers),
            people=told(len(askers), askers),
            asks=told(sum(one.asks for one in offered), supporters),
            supporters=told(len(supporters), supporters),
            wait=self.usual_range([one.waited for one in asked if one.waited is not None]),
        )

    def busiest_fifth(self) -> int | None:
        """Which share of the asks, in percent to base 5, went to the fifth of supporters asked most; None: too few."""
        loads = sorted((one.asks for one in self.offered), reverse=True)
        if len(loads) < 5 * LEAST_IN_A_FIFTH or not sum(loads):
            return None
        share = 100 * sum(loads[: len(loads) // 5]) / sum(loads)
        return 5 * round(share / 5)


def _enough(ones: list[T]) -> list[T]:
    """Those of a line, unless they are so few that it would tell of one of them."""
    return ones if len(_people(ones)) >= LEAST_IN_A_LINE else []


def _people(ones: Iterable[Traits]) -> set[str]:
    return {one.person for one in ones}
