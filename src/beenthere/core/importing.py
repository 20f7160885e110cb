"""Rows of a file into a catalogue: safe to run twice, and a bad row is reported without losing the good ones."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from beenthere.core.provenance import Sourced
from beenthere.core.search import gathered

T = TypeVar("T", bound=Sourced)
Row = dict[str, str]

CHUNK = 100
# Written here by a person who checked the row, never by a file.
OURS = frozenset({"id", "checked_by", "checked_on"})


@dataclass(frozen=True)
class BadRow:
    """A row that could not be taken in, and why."""

    line: int
    why: str


@dataclass
class Report:
    """What an import did."""

    added: int = 0
    changed: int = 0
    same: int = 0
    bad: list[BadRow] = field(default_factory=list)

    def __str__(self) -> str:
        summary = _("%(added)d added, %(changed)d changed, %(same)d as before, %(bad)d left out") % {
            "added": self.added,
            "changed": self.changed,
            "same": self.same,
            "bad": len(self.bad),
        }
        return "\n".join(
            [summary, *(_("line %(line)d: %(why)s") % {"line": row.line, "why": row.why} for row in self.bad)]
        )


def bring_in(
    model: type[T], file: Path, make: Callable[[Row], T], keep: Callable[[list[T], Report], None] | None = None
) -> Report:
    """Add the file's rows to the catalogue, by their slug; rows that somebody checked here stay as they are.

    `keep` writes a chunk of rows and counts it in the report, where a catalogue has a way of its own.
    """
    report, seen = Report(), set[str]()
    write = keep or partial(_keep, model)
    rows = _rows(file)
    while chunk := list(islice(rows, CHUNK)):
        made = [(line, thing) for line, row in chunk if (thing := _made(make, line, row, seen, report))]
        with transaction.atomic(), gathered():
            write([thing for _line, thing in made], report)
    return report


def _rows(file: Path) -> Iterator[tuple[int, Row]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, restval="")
        for row in reader:
            yield reader.line_num, {name: (value or "").strip() for name, value in row.items() if name}


def _made(make: Callable[[Row], T], line: int, row: Row, seen: set[str], report: Report) -> T | None:
    """Make a checked thing of the row, or say in the report why that cannot be."""
    try:
        thing = make(row)
        thing.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        report.bad.append(BadRow(line, " ".join(error.messages)))
    except KeyError as missing:
        report.bad.append(BadRow(line, _("there is no column called %(name)s") % {"name": missing.args[0]}))
    else:
        slug: str = thing.slug  # type: ignore[attr-defined]
        if slug not in seen:
            seen.add(slug)
            return thing
        report.bad.append(BadRow(line, _("the same as a row above")))
    return None


def _keep(model: type[T], things: list[T], report: Report) -> None:
    slugs = [thing.slug for thing in things]  # type: ignore[attr-defined]
    known = {row.slug: row for row in model._default_manager.filter(slug__in=slugs)}  # type: ignore[attr-defined]
    for thing in things:
        before = known.get(thing.slug)  # type: ignore[attr-defined]
        if before is None:
            report.added += 1
            thing.save()
        elif before.checked_on or _facts(before) == _facts(thing):
            report.same += 1
        else:
            report.changed += 1
            thing.pk = before.pk
            thing.save(update_fields=_facts(thing).keys())


def _facts(thing: Sourced) -> dict[str, object]:
    names = (column.name for column in thing._meta.concrete_fields)
    return {name: getattr(thing, name) for name in names if name not in OURS}
