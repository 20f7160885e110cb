"""A row of a sheet as facts with their source, or what is wrong with it. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from beenthere.training.importing.sheets.columns import IDENTITY, SOURCE, folded
from beenthere.training.importing.sheets.values import Misread, day, read

LONGEST_SHOWN = 60  # of a cell that cannot be read
_FRENCH = re.compile(
    r"[éèêàçœôîû]|\b(?:formation|pair|pairs|aidance|soutien|entraide|retablissement|de|du|des|le|la|les|pour|par)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a row: a code, the fact it is about, and the beginning of the cell."""

    why: str
    target: str = ""
    cell: str = ""


@dataclass
class Given:
    """What one row of a sheet says."""

    facts: dict[str, str] = field(default_factory=dict)
    source: dict[str, str] = field(default_factory=dict)
    identity: dict[str, str] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)


@dataclass(frozen=True)
class Reader:
    """How the rows of one sheet are read: which column holds which fact, how long facts may be, how it writes days."""

    targets: Sequence[str]
    longest: Mapping[str, int]
    day_first: Sequence[bool | None] = ()

    def read(self, cells: Sequence[str]) -> Given:
        """Read one row. An empty cell says nothing; it takes nothing away either."""
        given = Given()
        for index, (target, cell) in enumerate(zip(self.targets, cells, strict=False)):
            if target and cell:
                self._take(given, target, cell, self.day_first[index] if index < len(self.day_first) else None)
        return given

    def _take(self, given: Given, target: str, cell: str, day_first: bool | None) -> None:
        try:
            told = read(target, cell, self.longest.get(target, 0), day_first)
        except Misread as error:
            given.wrong.append(Wrong(error.why, target, cell[:LONGEST_SHOWN]))
            return
        if target in IDENTITY:
            given.identity[target] = told
        elif target in SOURCE:
            given.source[target] = told
        else:
            given.facts[target] = told
        if target == "starts" and "starts_on" not in self.targets:
            _also_as_day(given, told, day_first)


def _also_as_day(given: Given, told: str, day_first: bool | None) -> None:
    """“When it starts” may be a day or words; a day is kept as one too, so that it can be searched."""
    try:
        given.facts["starts_on"] = day(told, day_first)
    except Misread as error:
        if error.why == "which_order":
            given.wrong.append(Wrong(error.why, "starts", told[:LONGEST_SHOWN]))


def same_name(name: str, provider: str) -> str:
    """The same for one name and provider however they are written."""
    return f"{folded(name)}|{folded(provider)}"


def language_of(name: str, languages: str) -> str:
    """The language in which a name probably stands."""
    if languages in {"French", "English"}:
        return "fr" if languages == "French" else "en"
    return "fr" if _FRENCH.search(name) else "en"
