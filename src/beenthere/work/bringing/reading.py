"""Rows of a file, one after another, and what is wrong with a row said in words."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from beenthere.core.importing import BadRow, Report, Row


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

    def bad(self, line: int, why: str) -> None:
        """Leave a row out, and say why."""
        self.report.bad.append(BadRow(line, why))


def columns_of(file: Path) -> list[str]:
    """The names of its columns, without the spaces around them."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        try:
            return [name.replace("\xa0", " ").strip() for name in next(csv.reader(lines), [])]
        except csv.Error:
            return []


def rows_of(file: Path, told: Told) -> Iterator[tuple[int, Row]]:
    """Each row with its line. One that no machine can read is reported, and the next is read."""
    names = columns_of(file)
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        reader = csv.reader(lines)
        next(reader, None)
        while True:
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
        return _("it holds signs that are not UTF-8")
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
