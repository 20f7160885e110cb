"""Rows of a file as a page shows them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from beenthere.training.catalogue.facts import label_of, plainly
from beenthere.training.catalogue.writing import FACTS
from beenthere.training.importing import sentences
from beenthere.training.models import ImportBatch, ImportRow, RowVerdict
from beenthere.training.models.importing import ImportRowQuerySet

if TYPE_CHECKING:
    from beenthere.people.models import Person

NOT_SHOWN = {"name", "name_language"}  # the name stands above, marked with its language


@dataclass(frozen=True)
class Change:
    """One fact, as it stands here and as the row says it."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One row as it is shown."""

    row: ImportRow
    name: str
    language: str
    changes: list[Change]
    facts: list[tuple[str, str]]
    wrong: list[str]


def rows_of(batch: ImportBatch, person: "Person", verdict: str) -> ImportRowQuerySet:
    """The rows, of one verdict if it is asked for."""
    rows = ImportRow.objects.visible_to(person).filter(batch=batch).select_related("training").order_by("line")
    return rows.filter(verdict=verdict) if verdict in RowVerdict.values else rows


def verdicts_of(batch: ImportBatch, wanted: str) -> list[tuple[str, str | Promise, int, bool]]:
    """Each verdict that rows of the file have: code, words, how many, and whether only these are shown."""
    return [
        (code, label, batch.counts[code], code == wanted)
        for code, label in RowVerdict.choices
        if batch.counts.get(code)
    ]  # fmt: skip


def line_of(row: ImportRow) -> Line:
    """Tell what a row means."""
    name = row.facts.get("name") or (row.training.name if row.training else "")
    language = row.facts.get("name_language") or (row.training.name_language if row.training else "")
    changes = [
        Change(
            label_of(fact, row.facts.get(fact)),
            plainly(fact, before) if before else "",
            plainly(fact, row.facts.get(fact)),
        )
        for fact, before in row.before.items()
    ]
    is_new = row.verdict in {RowVerdict.NEW, RowVerdict.MAYBE}
    stated = [fact for fact in FACTS if is_new and row.facts.get(fact) and fact not in NOT_SHOWN]
    told = [(label_of(fact, row.facts[fact]), plainly(fact, row.facts[fact])) for fact in stated]
    return Line(row, name, language, changes, told, [sentences.of_row(why) for why in row.why])
