"""A line of a table, and why something cannot be read. Pure."""

from dataclasses import dataclass
from enum import StrEnum

LONGEST_CELL = 10_000
MOST_ROWS = 200_000


class Why(StrEnum):
    """Why a file, or a line of it, cannot be read; who shows it finds the sentence."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_LONG = "too_long"
    TOO_WIDE = "too_wide"
    NOT_TEXT = "not_text"
    OLD_OR_LOCKED = "old_or_locked"
    NOT_A_WORKBOOK = "not_a_workbook"
    BROKEN_WORKBOOK = "broken_workbook"
    SWELLS = "swells"
    LONG_CELL = "long_cell"
    OPEN_QUOTE = "open_quote"
    BROKEN_LETTERS = "broken_letters"


class Unreadable(Exception):
    """The file cannot be read at all."""

    def __init__(self, why: Why, **words: int) -> None:
        super().__init__(why)
        self.why, self.words = why, words


@dataclass(frozen=True)
class Line:
    """One line as texts without spaces around them; with `why` it could not be read."""

    number: int
    cells: tuple[str, ...]
    why: Why | None = None


def line_of(number: int, cells: list[str]) -> Line:
    """Make a line of cells, or say what is wrong with one of them."""
    if any(len(cell) > LONGEST_CELL for cell in cells):
        return Line(number, (), Why.LONG_CELL)
    if any("\ufffd" in cell for cell in cells):
        return Line(number, (), Why.BROKEN_LETTERS)
    return Line(number, tuple(cell.replace("\x00", "").strip() for cell in cells))
