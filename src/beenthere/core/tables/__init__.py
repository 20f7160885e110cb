"""Tables out of files as people have them: CSV in any of the usual encodings and separators, and XLSX. Pure.

Whatever the bytes are, one gets a table or an `Unreadable` that says why; never anything else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from beenthere.core.tables.lines import LONGEST_CELL, MOST_ROWS, Line, Unreadable, Why
from beenthere.core.tables.sheets import lines_of_workbook, looks_zipped
from beenthere.core.tables.text import lines_of_text

__all__ = ["LONGEST_CELL", "Line", "Table", "Unreadable", "Why", "read_table", "survey"]

MOST_BYTES = 20 * 1024 * 1024
MOST_COLUMNS = 200
LOOKED_AT = 30  # lines in which the header must stand: people write titles above their tables
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SHORT_DAY = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})\s*$")


@dataclass(frozen=True)
class Table:
    """The names of the columns, and the rows below them as they come."""

    header: tuple[str, ...]
    rows: Iterator[Line]


@dataclass
class Survey:
    """What one look through a whole table tells: how long it is, what stands in it, how it writes days."""

    header: tuple[str, ...]
    total: int = 0
    examples: list[list[str]] = field(default_factory=list)
    day_first: list[bool | None] = field(default_factory=list)


def read_table(data: bytes) -> Table:
    """Find the table in the bytes of a file."""
    if not data.strip():
        raise Unreadable(Why.EMPTY)
    if len(data) > MOST_BYTES:
        raise Unreadable(Why.TOO_BIG, megabytes=MOST_BYTES // 1024**2)
    if data.startswith(_OLD_OFFICE):
        raise Unreadable(Why.OLD_OR_LOCKED)
    lines = lines_of_workbook(data) if looks_zipped(data) else lines_of_text(data)
    return _with_header(line for line in lines if line.why or any(line.cells))


def _with_header(lines: Iterator[Line]) -> Table:
    first = list(islice(lines, LOOKED_AT))
    filled = [sum(map(bool, line.cells)) for line in first]
    if not any(filled):
        raise Unreadable(Why.EMPTY)
    at = next(number for number, count in enumerate(filled) if 2 * count >= max(filled))
    header = first[at].cells
    if len(header) > MOST_COLUMNS:
        raise Unreadable(Why.TOO_WIDE, columns=MOST_COLUMNS)
    width = max(index for index, name in enumerate(header) if name) + 1
    return Table(header[:width], chain(first[at + 1 :], lines))


def survey(data: bytes, examples: int = 3) -> Survey:
    """Look through the whole table once."""
    table = read_table(data)
    width = len(table.header)
    found = Survey(table.header, 0, [[] for _ in range(width)], [None] * width)
    for line in table.rows:
        found.total += 1
        if found.total > MOST_ROWS:
            raise Unreadable(Why.TOO_LONG, rows=MOST_ROWS)
        for index, cell in enumerate(line.cells[:width]):
            if cell and len(shown := found.examples[index]) < examples and cell[:80] not in shown:
                shown.append(cell[:80])
            if 6 <= len(cell) <= 10 and (day := _SHORT_DAY.match(cell)):
                found.day_first[index] = _order(day[1], day[2], found.day_first[index])
    return found


def _order(one: str, other: str, so_far: bool | None) -> bool | None:
    """One day after the twelfth settles the order for its whole column."""
    if int(one) > 12 >= int(other):
        return True
    return False if int(other) > 12 >= int(one) and so_far is None else so_far


def padded(cells: Sequence[str], width: int) -> list[str]:
    """As many cells as the header has."""
    return [*cells[:width], *[""] * (width - len(cells))]
