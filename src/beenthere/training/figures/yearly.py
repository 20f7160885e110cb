"""One year of the database, read off what was written into it when. Pure: writings in, figures out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median_low
from typing import Any

OVER = "historic"


@dataclass(frozen=True)
class Writing:
    """What was written into one record at one moment: the first holds all that it began with."""

    record: int
    first: bool
    in_year: bool
    facts: Mapping[str, Any]


@dataclass
class Year:
    """What every record said when the year ended, and what had happened in it. No record counts twice in one figure."""

    states: dict[int, dict[str, Any]] = field(default_factory=dict)
    added: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    ended: set[int] = field(default_factory=set)

    def by(self, values: Callable[[Mapping[str, Any]], Collection[str]]) -> Counter[str]:
        """How many records have each value; one with several counts with each."""
        return Counter(value for state in self.states.values() for value in set(values(state)))


def read(writings: Iterable[Writing]) -> Year:
    """Follow the writings, in their order, up to the end of the year."""
    year = Year()
    for one in writings:
        state = year.states.setdefault(one.record, {})
        was_over = state.get("standing") == OVER
        state.update(one.facts)
        if one.in_year:
            _note(year, one, ends=state.get("standing") == OVER and not was_over)
    year.changed -= year.added | year.ended
    return year


def _note(year: Year, one: Writing, *, ends: bool) -> None:
    if one.first:
        year.added.add(one.record)
    else:
        (year.ended if ends else year.changed).add(one.record)


def half_within(days: Sequence[int]) -> int | None:
    """Within how many days half of them were decided, or nothing if none was."""
    return median_low(days) if days else None


def share(number: int, most: int) -> int:
    """How long a bar is, of a hundred; what is there at all can be seen."""
    return max(1, round(100 * number / most)) if number and most else 0
