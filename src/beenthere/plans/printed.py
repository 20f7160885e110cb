"""The list of applications that somebody prints or takes along as a file: only the columns that they ticked."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core.days import in_words
from beenthere.core.formulas import harmless
from beenthere.plans.applied import Line

# Neither contacts nor notes: they are about other people, or for oneself.
COLUMNS = {
    "day": _("Sent on"),
    "what": pgettext_lazy("application", "What it is for"),
    "place": _("With whom, or where"),
    "kind": _("What sort of thing"),
    "how": _("How"),
    "stage": pgettext_lazy("application", "Where it stands"),
    "resume": _("Which résumé"),
}
USUAL = ("day", "what", "place")
MARK = "\ufeff"  # tells spreadsheets that accents are accents
Table = list[list[str]]


def between(lines: Iterable[Line], since: dt.date | None, until: dt.date | None, *, unsent: bool) -> list[Line]:
    """Those sent in these days, the earliest first; those without a day after them, if they are wanted."""
    all_of_them = list(lines)
    sent = [(on, line) for line in all_of_them if (on := line.application.sent_on)]
    inside = [(on, line) for on, line in sent if (since or on) <= on <= (until or on)]
    others = [line for line in all_of_them if unsent and not line.application.sent_on]
    return [line for _on, line in sorted(inside, key=lambda pair: pair[0])] + others


def table(lines: Iterable[Line], columns: Sequence[str], *, for_a_file: bool = False) -> Table:
    """The heading and a row for each; a file has days that a spreadsheet can sort."""
    rows = [[_cell(line, name, for_a_file=for_a_file) for name in columns] for line in lines]
    return [[str(COLUMNS[name]) for name in columns], *rows]


def _cell(line: Line, name: str, *, for_a_file: bool) -> str:
    application = line.application
    if name == "day":
        on = application.sent_on
        return "" if on is None else on.isoformat() if for_a_file else in_words(on)
    if name == "stage":
        return line.stage.words
    if name == "resume":
        return str((application.sent or {}).get("name", ""))
    return application.said(name)


def as_csv(rows: Table) -> bytes:
    """The table as a file; nothing in it is carried out by a spreadsheet."""
    page = io.StringIO(MARK)
    page.seek(0, io.SEEK_END)
    csv.writer(page, lineterminator="\r\n").writerows([harmless(cell) for cell in row] for row in rows)
    return page.getvalue().encode()
