"""Rows of a file, one after another, and what is wrong with a row said in words."""

import codecs
import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.core.importing import BadRow, Report, Row

if TYPE_CHECKING:
    from _csv import Reader

SNIFFED, LONGEST_LINE = 4096, 65_536
MOST_BAD = 100_000  # rows; a file with more is something else


@dataclass(frozen=True)
class Given:
    """A file and what is known about it; what it brings is in this language."""

    file: Path
    language: str = "en"
    source_url: str = ""
    source_date: str = ""


@dataclass
class Told:
    """How it stands: what happened so far, and how many rows were read."""

    report: Report = field(default_factory=Report)
    read: int = 0
    occupations: set[str] = field(default_factory=set)  # to be found otherwise than before
    titles: set[str] = field(default_factory=set)
    postings: set[str] = field(default_factory=set)
    old: int = 0  # what nobody should count on any more, and so was left out

    def bad(self, line: int, why: str) -> None:
        """Leave a row out, and say why."""
        self.report.bad.append(BadRow(line, why))


@contextmanager
def opened(file: Path) -> Iterator["Reader"]:
    """Its rows as lists of cells: UTF-8 or UTF-16 with or without its mark, with commas or with tabs between."""
    with file.open("rb") as raw:
        start = raw.read(SNIFFED)
    with file.open(encoding=_encoding(start), errors="replace", newline="") as lines:
        first = lines.readline(SNIFFED)
        lines.seek(0)
        # What claims to be one endless line is read in pieces, which no row is, and never stands in memory whole.
        pieces = iter(partial(lines.readline, LONGEST_LINE), "")
        yield csv.reader(pieces, delimiter="\t" if first.count("\t") > first.count(",") else ",")


def _encoding(start: bytes) -> str:
    if start[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return "utf-16"
    # Every other byte of plain letters is empty in UTF-16.
    return {(0, 1): "utf-16-be", (1, 0): "utf-16-le"}.get(_letters(start), "utf-8-sig")


def _letters(start: bytes) -> tuple[int, int]:
    """Whether something mostly stands at the even places, and at the odd ones."""
    half = max(len(start) // 4, 1)
    return int(start[::2].count(0) < half), int(start[1::2].count(0) < half)


def words_of(column: str) -> str:
    """A column by its words alone: of one publisher's tables some have lines between them."""
    return column.replace("_", " ").replace("/", " ")


def columns_of(file: Path) -> list[str]:
    """The names of its columns, without the spaces around and within them."""
    with opened(file) as reader:
        try:
            return [" ".join(name.strip("\ufeff").split()) for name in next(reader, [])]
        except csv.Error:
            return []


def rows_of(
    file: Path, told: Told, *, by_place: Mapping[int, Sequence[str]] | None = None
) -> Iterator[tuple[int, Row]]:
    """Each row with its line. One that no machine can read is reported, and the next is read.

    Where a table has so many columns, they may be named `by_place`: in another language they are called otherwise.
    """
    names = columns_of(file)
    names = list((by_place or {}).get(len(names), names))
    with opened(file) as reader:
        next(reader, None)
        while True:
            if len(told.report.bad) >= MOST_BAD:
                told.bad(reader.line_num, _("so many rows are wrong that the rest was not read"))
                return
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                told.bad(reader.line_num, str(error))
                continue
            told.read += 1
            if why := _broken(values, names):
                told.bad(reader.line_num, why)
            elif any(values):
                cells = (" ".join(value.split()) for value in values)
                yield reader.line_num, dict(zip(names, cells, strict=False))


def _broken(values: Sequence[str], names: Sequence[str]) -> str:
    if any("\ufffd" in value or "\0" in value for value in values):
        return _("it holds signs that nobody can read: the file is cut off, or not in UTF-8 or UTF-16")
    if any(values) and len(values) < len(names):
        return _("it has %(here)d columns of %(all)d") % {"here": len(values), "all": len(names)}
    return ""


def number(text: str) -> int | None:
    """A whole number as the file writes it; nothing where it says that there is none."""
    plain = text.replace(",", "").replace("\xa0", "").strip()
    if plain.upper() in {"", "NA", "N/A", "N/D", "X", ".."}:
        return None
    try:
        return int(plain)
    except ValueError as error:
        raise ValidationError(_("“%(text)s” is no number") % {"text": text}) from error


def code5(text: str) -> str:
    """A code of five digits; a spreadsheet may have lost the zeros at its beginning."""
    digits = text.strip().zfill(5)
    if len(digits) != 5 or not digits.isdecimal():
        raise ValidationError(_("“%(text)s” is no code of five digits") % {"text": text})
    return digits
