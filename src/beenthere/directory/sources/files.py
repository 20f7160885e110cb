"""Which file is which, and what stands in it: one service after another, each with its line."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from beenthere.core.importing import Report
from beenthere.directory.hsds.reading import read, text
from beenthere.directory.hsds.writing import From, Numbered, bring_in
from beenthere.directory.sources import tabular, taxonomy, workbc

LARGEST = 200 * 1024 * 1024  # bytes of one JSON file, which is read whole


class NotAFile(Exception):
    """What was given holds no services that we can read."""


def bring_in_file(file: Path, *, origin: str = "", source_url: str = "", source_date: str = "") -> Iterator[Report]:
    """Bring in whatever it is, and tell how it stands after each few services."""
    try:
        yield from _bring_in(file, origin, source_url, source_date)
    except csv.Error as error:
        raise NotAFile(_("This is no table: a cell of it does not end.")) from error


def _bring_in(file: Path, origin: str, source_url: str, source_date: str) -> Iterator[Report]:
    if file.suffix.lower() == ".xml":
        yield taxonomy.bring_in(file)
        return
    given = slugify(origin)[:60]
    if file.is_dir() or file.name == "datapackage.json":
        folder = file if file.is_dir() else file.parent
        yield from _from(hsds_tables(folder, given or "hsds"), given or "hsds", source_url, source_date)
    elif file.suffix.lower() == ".json":
        yield from _from(hsds_json(file, given or "hsds"), given or "hsds", source_url, source_date)
    else:
        yield from _from(workbc_services(file), workbc.ORIGIN, source_url, source_date)


def _from(services: Iterator[Numbered], origin: str, source_url: str, source_date: str) -> Iterator[Report]:
    return bring_in(services, From(origin, source_url, source_date[:40]))


def workbc_services(file: Path) -> Iterator[Numbered]:
    """Read the table of the centres."""
    with file.open(encoding="utf-8-sig", newline="", errors="replace") as lines:
        reader = csv.DictReader(lines, restval="")
        if not workbc.is_this(list(reader.fieldnames or [])):
            raise NotAFile(_("This is neither the table of the WorkBC centres nor a folder or JSON of the standard."))
        for row in reader:
            plain = {name: (value or "").strip() for name, value in row.items() if name}
            node = workbc.service_of(plain)
            if node:
                yield Numbered(reader.line_num, read(node, workbc.ORIGIN))
            else:
                yield Numbered(reader.line_num, why=_("it has no number or no name"))


def hsds_tables(folder: Path, origin: str) -> Iterator[Numbered]:
    """Read a folder of the standard's tables."""
    if not (folder / tabular.SERVICES).exists():
        raise NotAFile(_("There is no %(name)s in this folder.") % {"name": tabular.SERVICES})
    yield from _read(tabular.nodes(folder), origin)


def hsds_json(file: Path, origin: str) -> Iterator[Numbered]:
    """Read a JSON file: one service, a list of them, or a page as an address of the standard gives it."""
    if file.stat().st_size > LARGEST:
        raise NotAFile(_("This file is too large to be read whole. Take the tables instead."))
    try:
        told = json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        raise NotAFile(_("This is no JSON.")) from error
    yield from _read(enumerate(_services_in(told), start=1), origin)


def _services_in(told: Any) -> list[Any]:
    if isinstance(told, dict):
        inside = told.get("contents", told.get("services"))
        return inside if isinstance(inside, list) else [told]
    return told if isinstance(told, list) else []


def _read(nodes: "Iterator[tuple[int, Any]] | enumerate[Any]", origin: str) -> Iterator[Numbered]:
    for line, node in nodes:
        if isinstance(node, dict) and text(node, "name"):
            yield Numbered(line, read(node, origin))
        else:
            yield Numbered(line, why=_("it is no service with a name"))
