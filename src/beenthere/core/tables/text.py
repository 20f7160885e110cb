"""Lines out of CSV, whatever program wrote it. Pure."""

import codecs
import csv
import io
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import islice

from beenthere.core.tables.lines import MOST_ROWS, Line, Unreadable, Why, line_of

SEPARATORS = ",;\t|"
LONGEST_RECORD = 50  # lines; a quotation mark that is open for longer was never meant
MOST_LINES = 5 * MOST_ROWS  # empty ones too, which are no rows, but have to be read all the same
_SAMPLE = 40
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters and marks of English and French beyond ASCII: what a text is full of if its encoding was guessed right.
_OURS = "éèêëàâçîïôùûüœæÉÈÊËÀÂÇÎÏÔÙÛÜŒ’‘“”«»–—…·•°€\u00a0"
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_TOLD = re.compile(r"sep=(.)\s*$", re.IGNORECASE)


def lines_of_text(data: bytes) -> Iterator[Line]:
    """Give the lines of the text, each record of several lines as one."""
    text = io.TextIOWrapper(io.BytesIO(data), encoding=encoding_of(data), errors="replace", newline=None)
    start = list(islice(text, _SAMPLE))
    separator, told = separator_of(start)
    rest = start[1:] if told else start
    return _records(_Lines(_chained(rest, text), 1 + told), separator)


def encoding_of(data: bytes) -> str:
    """Guess how letters are written as bytes."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    if b"\x00" in data[:4000]:
        return _without_mark(data[:4000])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _older(data)
    return "utf-8"


def _without_mark(start: bytes) -> str:
    """UTF-16 of a western language has a zero in every second place, and nearly only there."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    raise Unreadable(Why.NOT_TEXT)


def _older(data: bytes) -> str:
    """Tell broken UTF-8, Windows and old Macs apart by what each would make of the letters."""
    beyond = Counter(_NOT_ASCII.findall(data))
    broken = data.decode("utf-8", errors="replace").count("\ufffd")
    if sum(beyond.values()) > 8 * broken:
        return "utf-8"
    scores = {name: _score(beyond, name) for name in ("cp1252", "mac_roman")}
    return max(scores, key=lambda name: scores[name])


def _score(beyond: Counter[bytes], encoding: str) -> int:
    return sum(count for byte, count in beyond.items() if byte.decode(encoding, errors="replace") in _OURS)


def separator_of(lines: list[str]) -> tuple[str, bool]:
    """Give the separator that cuts most lines into equally many parts, and whether the file tells it itself."""
    if lines and (told := _TOLD.match(lines[0])) and told[1] in SEPARATORS:
        return told[1], True
    scores = {separator: _evenness(lines, separator) for separator in SEPARATORS}
    return max(scores, key=lambda separator: scores[separator]), False


def _evenness(lines: list[str], separator: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return sum(line.count(separator) for line in lines)
    return max(((width - 1) * count for width, count in widths.items() if width > 1), default=0)


def _chained(first: Iterable[str], rest: Iterable[str]) -> Iterator[str]:
    yield from first
    yield from rest


class _OpenTooLong(Exception):
    """A quotation mark was opened and never closed."""


class _Lines:
    """Lines that can be given once more, if it turns out that they did not belong together."""

    def __init__(self, lines: Iterator[str], number: int) -> None:
        self.lines, self.number = lines, number
        self.again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= LONGEST_RECORD:
            raise _OpenTooLong
        line = self.again.popleft() if self.again else next(self.lines)
        self.taken.append(line)
        return line

    def begin(self) -> int:
        """Begin the next record; gives the number of its first line."""
        self.number += len(self.taken)
        self.taken = []
        if self.number > MOST_LINES:
            raise Unreadable(Why.TOO_LONG, rows=MOST_ROWS)
        return self.number

    def only_first(self) -> None:
        """Take only the first line as read, and give the others again."""
        self.again.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def _records(lines: _Lines, separator: str) -> Iterator[Line]:
    reader = csv.reader(lines, delimiter=separator)
    while True:
        number = lines.begin()
        try:
            yield line_of(number, next(reader))
        except StopIteration:
            return
        except (_OpenTooLong, csv.Error):
            # One line is lost, not all that stand below it.
            why = Why.OPEN_QUOTE if len(lines.taken) > 1 else Why.LONG_CELL
            lines.only_first()
            reader = csv.reader(lines, delimiter=separator)
            yield Line(number, (), why)
