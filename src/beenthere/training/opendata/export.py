"""The committee's export: all records and all of their history as a workbook, written row by row into a file.

Every text is written as a text. A cell that begins with = stays what it is and is never carried out.
"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from beenthere.core.opendata import LICENCE
from beenthere.training.models import Revision
from beenthere.training.opendata import dictionary, streams

MOST_IN_A_CELL = 32_767  # letters, says the form of these files
MOST_ROWS = 1_000_000  # on one sheet
PIECE = 64 * 1024
CUT = " […]"
AS_TEXT = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
HISTORY = ("uid", "number", "at", "origin", "source_url", "source_date", "checked", "facts")
Cells = Sequence[Any]


def pieces(language: str) -> Iterator[bytes]:
    """Write the workbook once somebody waits for its first piece, and let go of the file with the last one."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        with override(language):
            write_workbook(Path(file.name))
        with Path(file.name).open("rb") as whole:
            while piece := whole.read(PIECE):
                yield piece


def write_workbook(file: Path) -> None:
    """Write records and history. Who wrote what stays here: a file goes further than those who may know."""
    with Workbook(str(file), AS_TEXT) as book:
        book.set_properties({"comments": LICENCE})
        names = [one.name for one in dictionary.ALL_FIELDS]
        _fill(book, _("Records"), names, _records(names))
        _fill(book, _("History"), HISTORY, _history())
        meanings = [(one.name, str(one.label), str(one.unit), str(one.about)) for one in dictionary.ALL_FIELDS]
        _fill(book, _("Fields"), (_("Field"), _("Name"), _("Unit"), _("About")), iter(meanings))


def _records(names: Cells) -> Iterator[Cells]:
    for row in streams.rows():
        row["licence"] = LICENCE
        yield [" ".join(value) if isinstance(value := row.get(name), list) else value for name in names]


def _history() -> Iterator[Cells]:
    """One line for each time something was written; the facts as JSON, since each time there are others."""
    columns = ("pk", "training__uid", *HISTORY[1:])
    wanted, last = Revision.objects.order_by("pk"), 0
    while some := list(wanted.filter(pk__gt=last).values_list(*columns)[: streams.AT_A_TIME]):
        yield from ([streams.plain(value) for value in values[1:]] for values in some)
        last = some[-1][0]


def _fill(book: Workbook, title: str, header: Cells, rows: Iterator[Cells]) -> None:
    """Fill one sheet, or several of the same form if one is too small."""
    sheet, number, sheets = _sheet(book, title, header), 0, 1
    for row in rows:
        if number == MOST_ROWS:
            sheets, number = sheets + 1, 0
            sheet = _sheet(book, f"{title} {sheets}", header)
        number += 1
        for column, value in enumerate(row):
            _put(sheet, number, column, value)


def _sheet(book: Workbook, title: str, header: Cells) -> Worksheet:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(header):
        sheet.write_string(0, column, str(name))
    return sheet


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int):
        sheet.write_number(row, column, value)
    else:
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
        short = text if len(text) <= MOST_IN_A_CELL else text[: MOST_IN_A_CELL - len(CUT)] + CUT
        sheet.write_string(row, column, short)
