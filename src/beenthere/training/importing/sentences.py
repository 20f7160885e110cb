"""Why a file or a row of it cannot be read, as a sentence that says what to do."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beenthere.core.tables import Unreadable, Why
from beenthere.training.catalogue.labels import LABELS

OTHERS: dict[str, Promise] = {
    "source_url": gettext_lazy("Source: a link"),
    "source_date": gettext_lazy("Source: its date"),
    "uid": gettext_lazy("The stable number of the record here"),
    "slug": gettext_lazy("The address of the record here"),
}
_FILES: dict[Why, Promise] = {
    Why.EMPTY: gettext_lazy("There is no table in this file."),
    Why.TOO_BIG: gettext_lazy("This file is larger than %(megabytes)d megabytes. Please split it and bring the parts."),
    Why.TOO_LONG: gettext_lazy("This file has more than %(rows)d rows. Please split it and bring the parts."),
    Why.TOO_WIDE: gettext_lazy(
        "This table has more than %(columns)d columns. Please leave out those that tell nothing."
    ),
    Why.NOT_TEXT: gettext_lazy("This is neither a table as text (CSV) nor an Excel workbook (XLSX)."),
    Why.OLD_OR_LOCKED: gettext_lazy(
        "This workbook is in the old form of Excel, or has a password. Please save it as XLSX, without a password."
    ),
    Why.NOT_A_WORKBOOK: gettext_lazy(
        "This is a packed file, but no Excel workbook. Please save the table as XLSX or CSV."
    ),
    Why.BROKEN_WORKBOOK: gettext_lazy("This workbook is damaged. Please open it, save it anew, and bring it again."),
    Why.SWELLS: gettext_lazy(
        "This workbook would become far too large when it is opened. Please copy the table alone into a new workbook."
    ),
}
_LINES: dict[str, Promise] = {
    Why.LONG_CELL: gettext_lazy("A cell here is longer than 10,000 letters."),
    Why.OPEN_QUOTE: gettext_lazy("A quotation mark is opened here and never closed."),
    Why.BROKEN_LETTERS: gettext_lazy("Some letters here cannot be read. Save the file as UTF-8."),
    "no_name": gettext_lazy("There is no name, and no record here to which this row belongs."),
}
_CELLS: dict[str, Promise] = {
    "formula": gettext_lazy("%(column)s: “%(cell)s” is a formula. Please write what it gives."),
    "day": gettext_lazy("%(column)s: “%(cell)s” is no day. Please write it like 2027-03-01."),
    "which_order": gettext_lazy(
        "%(column)s: “%(cell)s” can be two days: the day first, or the month first. Please write it like 2027-03-01."
    ),
    "money": gettext_lazy("%(column)s: “%(cell)s” cannot be what it costs."),
    "yes_no": gettext_lazy("%(column)s: “%(cell)s” is neither yes nor no."),
    "province": gettext_lazy("%(column)s: “%(cell)s” is no province or territory of Canada."),
    "language": gettext_lazy("%(column)s: “%(cell)s” is neither English nor French."),
    "standing": gettext_lazy("%(column)s: “%(cell)s” does not say whether it is offered, paused or over."),
    "address": gettext_lazy("%(column)s: “%(cell)s” is no address of a page."),
    "phone": gettext_lazy("%(column)s: “%(cell)s” is no telephone number."),
    "too_long": gettext_lazy("%(column)s: this text is too long: “%(cell)s…”"),
}
_ALIKE: dict[str, Promise] = {
    "same_name": gettext_lazy("the same name"),
    "similar_name": gettext_lazy("a similar name"),
    "same_page": gettext_lazy("the same web page"),
    "same_provider": gettext_lazy("the same provider"),
    "similar_provider": gettext_lazy("a similar provider"),
    "same_province": gettext_lazy("the same province"),
}


def label_of(target: str) -> str:
    """What a column may hold, in words."""
    return str(LABELS.get(target) or OTHERS.get(target) or target)


def of_file(error: Unreadable) -> str:
    """Why a whole file cannot be read."""
    sentence = _FILES.get(error.why) or _LINES[error.why]
    return str(sentence) % error.words


def of_row(why: Mapping[str, Any]) -> str:
    """What is wrong with a row."""
    code = why["why"]
    if code == "twice":
        return _("Line %(line)d is about the same training; that line holds.") % {"line": why["line"]}
    if code in _LINES:
        return str(_LINES[code])
    return str(_CELLS[code]) % {"column": label_of(why["target"]), "cell": why["cell"]}


def of_likeness(why: list[str]) -> list[str]:
    """Why two records look like one."""
    return [str(_ALIKE[code]) for code in why if code in _ALIKE]
