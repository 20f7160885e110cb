"""All records as a table and as JSON, made while they are sent: a few hundred in memory, however many there are.

Records are read in short queries, each beginning where the last one ended. A single long one would hold its reading
place in the database for as long as the slowest line takes, and everything written meanwhile would pile up behind it.
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import override

from beenthere.core.formulas import harmless
from beenthere.core.opendata import LANGUAGES, LICENCE, LICENCE_ADDRESS, in_both
from beenthere.training.catalogue import classification
from beenthere.training.catalogue.writing import FACTS
from beenthere.training.models import Revision, Training
from beenthere.training.opendata import dictionary

AT_A_TIME = 500
FORM = 2  # grows with every change of what is answered, so that nobody keeps an answer of the old form
Row = dict[str, Any]

# What is read off a record's texts: the name of the field, the texts, and how they are read.
_CODES: tuple[tuple[str, tuple[str, ...], Callable[..., Any]], ...] = (
    ("province_codes", ("province",), classification.provinces_in),
    ("language_codes", ("languages",), classification.languages_in),
    ("delivery_codes", ("delivery",), classification.deliveries_in),
    ("audience_codes", ("audience",), classification.audiences_in),
    ("cost_codes", ("cost", "cost_help"), classification.costs_in),
    ("entry_codes", ("prerequisites",), classification.entry_in),
    ("credential_codes", ("credential",), classification.credentials_in),
    ("recognised_codes", ("recognised_by", "credential"), classification.recognised_in),
)
_COLUMNS = (
    "pk", "uid", "slug", *FACTS, "source_url", "source_date", "read_on", "checked_by", "checked_on",
    "confirmed_on", "confirmed_from", "in_french", "changed_at",
    "merged_into__uid",
)  # fmt: skip
_HEADER = [one.name for one in dictionary.ALL_FIELDS]


def state(since: dt.date | None = None) -> tuple[str, dt.datetime | None]:
    """Tell which state of the database an answer is made from, and when that came to be."""
    newest = {"last": Max("changed_at"), "checked": Max("checked_on"), "read": Max("read_on")}
    found = _all().aggregate(all=Count("pk"), gone=Count("merged_into"), **newest)
    return repr((FORM, since, *found.values())), found["last"]


def rows(since: dt.date | None = None) -> Iterator[Row]:
    """Give every record, the oldest first; of those merged into another no more than where they went."""
    wanted = _all() if since is None else _all().filter(changed_at__gte=_midnight(since))
    wanted, pages, last = wanted.order_by("pk"), _pages(), 0
    while some := list(wanted.filter(pk__gt=last).values_list(*_COLUMNS)[:AT_A_TIME]):
        yield from (_row(dict(zip(_COLUMNS, values, strict=True)), pages) for values in some)
        if len(some) < AT_A_TIME:
            break
        last = some[-1][0]


def row_of(uid: str) -> Row | None:
    """Give one record."""
    found = _all().filter(uid=uid).values_list(*_COLUMNS).first()
    return _row(dict(zip(_COLUMNS, found, strict=True)), _pages()) if found else None


def history_of(uid: str) -> list[Row]:
    """Tell what was published when and from which source; by whose hand is nobody's business."""
    names = ("number", "at", "origin", "source_url", "source_date", "language", "checked", "facts")
    found = Revision.objects.filter(training__uid=uid).order_by("number").values(*names)
    return [{name: plain(value) for name, value in one.items()} for one in found]


def _all() -> Any:
    """Merged records too: whoever remembers one must learn where it went."""
    return Training.objects.all()


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _row(given: Row, pages: dict[str, str]) -> Row:
    row = {name: plain(value) for name, value in given.items()}
    merged_into = row.pop("merged_into__uid")
    row["merged_into"] = merged_into
    if merged_into:
        return {name: row[name] for name in dictionary.OF_A_MERGED}
    for language, page in pages.items():
        row[f"page_{language}"] = page.replace("-slug-", given["slug"])
    for name, columns, read in _CODES:
        row[name] = _codes(read, *(given[column] for column in columns))
    return {one.name: row[one.name] for one in dictionary.FIELDS}


def plain(value: Any) -> Any:
    """What no source states is nothing; moments are told in universal time."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    return value if isinstance(value, int | dict | list) else str(value)


@lru_cache(maxsize=4000)
def _codes(read: Callable[..., Any], *texts: str) -> list[str]:
    """Many records say the same words, so these are read once."""
    return sorted(code for code in read(*texts) if code != classification.NOT_SAID)


def _pages() -> dict[str, str]:
    """Give the address of any record's page, with a place for its name."""
    found = {}
    for code in LANGUAGES:
        with override(code):
            found[code] = settings.PUBLIC_ADDRESS + reverse("training:page", args=["-slug-"])
    return found


def as_csv(since: dt.date | None = None) -> Iterator[bytes]:
    """Give the table in pieces. The mark at its beginning tells spreadsheets that accents are accents."""
    page = io.StringIO("\ufeff")
    page.seek(0, io.SEEK_END)
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(_HEADER)
    for number, row in enumerate(rows(since), start=1):
        row["licence"] = LICENCE
        writer.writerow([_cell(row.get(name)) for name in _HEADER])
        if number % AT_A_TIME == 0:
            yield _taken(page)
    yield _taken(page)


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return " ".join(value)
    return harmless(value) if isinstance(value, str) else value


def as_json(since: dt.date | None = None) -> Iterator[bytes]:
    """Give the same as one JSON object in pieces, each record on a line of its own; the number of them at the end."""
    first = json.dumps(head() | {"changed_since": since.isoformat() if since else None}, ensure_ascii=False)
    page, number = io.StringIO(), 0
    page.write(f'{first[:-1]}, "records": [')
    for number, row in enumerate(rows(since), start=1):
        page.write(("\n" if number == 1 else ",\n") + json.dumps(row, ensure_ascii=False))
        if number % AT_A_TIME == 0:
            yield _taken(page)
    page.write(f'\n], "count": {number}}}\n')
    yield _taken(page)


def _taken(page: io.StringIO) -> bytes:
    text = page.getvalue().encode()
    page.seek(0)
    page.truncate()
    return text


def head() -> Row:
    """Say whose data this is, under which licence, and where it is explained."""
    return {
        "licence": LICENCE,
        "licence_url": LICENCE_ADDRESS,
        "attribution": "Been There / Passé par là",
        "dictionary": settings.PUBLIC_ADDRESS + reverse("data:dictionary"),
    }


def dictionary_as_json() -> Row:
    """Give the data dictionary with every word in both languages."""
    fields = [
        {
            "name": one.name,
            "type": one.kind,
            "label": in_both(one.label),
            "unit": in_both(one.unit),
            "about": in_both(one.about),
            "codes": {code: in_both(label) for code, label in one.codes.items()},
        }
        for one in dictionary.ALL_FIELDS
    ]
    return head() | {"fields": fields}
