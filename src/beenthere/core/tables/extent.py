"""How large the sheets of a workbook would stand in memory, told by a real reader of XML that opens nothing. Pure.

Patterns over bytes can be led astray by spaces, comments and quotation marks; what is well-formed, both readers see
alike. What is not is refused, wherever cells could stand in it.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat  # nosec: no entity is ever opened, a DOCTYPE is refused

from beenthere.core.tables.lines import Unreadable, Why

MOST_CELLS = 4_000_000  # as a rectangle, because that is how a sheet stands in memory
MOST_LINES = 250_000
MOST_TEXT = 200 * 1024 * 1024  # of all cells: a text that many cells share stands in memory once for each of them
LONGEST_TAG = 4 * 1024 * 1024  # the reader begins each tag anew with every piece of it
_DIGITS = frozenset("0123456789")
_MARKS = (b"sheetData", b"sst")  # without one of these, nothing of it is read as a sheet or as its texts
_OVERLAP = 16


class _Refused(Exception):
    """It would swell."""


class _Declares(Exception):
    """It declares entities; these are no files of a workbook."""


@dataclass
class Extent:
    """Counts the cells of one sheet: how far down and to the right they lie, and how many share a text."""

    cells: int = 0
    row: int = 0
    column: int = 0
    lowest: int = 1
    rightmost: int = 1
    shared: int = 0
    began: int = -1
    texts: "array[int]" = field(default_factory=lambda: array("I"))  # how long each is

    @property
    def longest(self) -> int:
        """The longest text that stands in it for cells to share."""
        return max(self.texts, default=0)

    def take(self, name: str, given: dict[str, str], at: int) -> None:
        """Go on by one element, as whoever reads the sheet does: what tells no place follows on the last one."""
        match name.rpartition(":")[2]:
            case "c":
                self._cell(given)
            case "row":
                self.row, self.column = _number(given.get("r", "")) or self.row + 1, 0
            case "si":
                self.end_text(at)
                self.began = at
            case _:
                return
        self.lowest = max(self.lowest, self.row)
        self.rightmost = max(self.rightmost, self.column)
        if max(self.cells, self.lowest * self.rightmost) > MOST_CELLS or self.lowest > MOST_LINES:
            raise _Refused

    def end_text(self, at: int) -> None:
        """The text that began last ends here."""
        if self.began >= 0:
            self.texts.append(at - self.began)
        if len(self.texts) > MOST_CELLS:
            raise _Refused

    def _cell(self, given: dict[str, str]) -> None:
        self.cells += 1
        place = given.get("r", "")
        letters = place.rstrip("0123456789")
        self.column = _column(letters) if letters else self.column + 1
        self.lowest = max(self.lowest, _number(place[len(letters) :]))
        self.shared += given.get("t") == "s"


def _number(digits: str) -> int:
    if len(digits) > 9:
        raise _Refused
    return int(digits) if digits and _DIGITS.issuperset(digits) else 0


def _column(letters: str) -> int:
    if len(letters) > 9:
        raise _Refused
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def extent_of(pieces: Iterable[bytes]) -> Extent:
    """Read one file of a workbook to its end. It may be no XML at all, but then no cells may stand in it."""
    found, fed, is_xml, marked, tail = Extent(), 0, True, False, b""
    parser = _parser()
    parser.StartElementHandler = lambda name, given: found.take(name, given, parser.CurrentByteIndex)
    try:
        for piece in pieces:
            marked = marked or any(mark in tail + piece for mark in _MARKS)
            tail, fed = piece[-_OVERLAP:], fed + len(piece)
            is_xml = is_xml and _fed(parser, piece)
            if is_xml and fed - parser.CurrentByteIndex > LONGEST_TAG:
                raise _Refused
        is_xml = is_xml and _fed(parser, b"", last=True)
        found.end_text(fed)
    except _Refused:
        raise Unreadable(Why.SWELLS) from None
    if marked and not is_xml:
        raise Unreadable(Why.BROKEN_WORKBOOK)
    return found


def shared_text(pieces: Iterable[bytes], lengths: Sequence[int], longest: int) -> int:
    """How long the texts of all cells of a sheet are, put together, that share one; of an unknown one the longest."""
    total, shares, inside = 0, False, False
    parser = _parser()
    parser.buffer_text = True

    def start(name: str, given: dict[str, str]) -> None:
        nonlocal shares, inside
        local = name.rpartition(":")[2]
        inside = local == "v"
        shares = given.get("t") == "s" if local == "c" else shares

    def told(text: str) -> None:
        nonlocal total
        if shares and inside:
            number = text.strip()
            known = number.isdigit() and len(number) < 10 and int(number) < len(lengths)
            total += lengths[int(number)] if known else longest

    parser.StartElementHandler, parser.CharacterDataHandler = start, told
    for piece in pieces:
        if not _fed(parser, piece) or total > MOST_TEXT:
            break
    return total


def _parser() -> expat.XMLParserType:
    # Whatever it says of its letters: the other reader takes them for UTF-8, and so both see the same.
    parser = expat.ParserCreate("utf-8")

    def refuse(*_told: object) -> None:
        raise _Declares

    parser.StartDoctypeDeclHandler = refuse
    return parser


def _fed(parser: expat.XMLParserType, piece: bytes, *, last: bool = False) -> bool:
    try:
        parser.Parse(piece, last)
    except (expat.ExpatError, LookupError, ValueError, _Declares):
        return False
    return True
