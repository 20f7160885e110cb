"""What each row of a file means for the records that stand here: new, changes, the same, or not to be read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import blake2b
from typing import Any
from uuid import UUID

from beenthere.core.formulas import harmless
from beenthere.core.tables import Line
from beenthere.training.catalogue.classification import standing_of
from beenthere.training.catalogue.writing import FACTS, plain
from beenthere.training.importing.sheets.rows import LONGEST_SHOWN, Given, Reader, Wrong, language_of, same_name
from beenthere.training.importing.sheets.values import Misread, read
from beenthere.training.models import ImportBatch, ImportRow, RowVerdict, Training

LONGEST: Mapping[str, int] = {
    field.name: field.max_length or 0
    for field in Training._meta.concrete_fields
    if field.name in {*FACTS, "source_url", "source_date", "slug"}
}


def digest(name: str, provider: str) -> str:
    """The same for one name and provider however they are written."""
    return blake2b(same_name(name, provider).encode(), digest_size=12).hexdigest()


class Known:
    """The records that stand here, by name and provider; one look at all of them serves for very many rows."""

    def __init__(self) -> None:
        every = Training.objects.order_by("-pk").values_list("pk", "name", "provider").iterator(chunk_size=2000)
        self.by_name = {digest(name, provider): pk for pk, name, provider in every}

    def found(self, givens: Sequence[Given]) -> list[Training | None]:
        """The record that each row is about: by its stable number, its address here, or its name and provider."""
        slugs = {given.identity["slug"] for given in givens if "slug" in given.identity}
        uids = {uid for given in givens if (uid := _uuid(given.identity.get("uid", "")))}
        ways: dict[Any, int] = dict(Training.objects.filter(slug__in=slugs).values_list("slug", "pk"))
        ways |= dict(Training.objects.filter(uid__in=uids).values_list("uid", "pk"))
        pks = [self._pk(given, ways) for given in givens]
        records = Training.objects.select_related("merged_into").in_bulk([pk for pk in pks if pk])
        return [records.get(pk) if pk else None for pk in pks]

    def _pk(self, given: Given, ways: Mapping[Any, int]) -> int | None:
        uid, slug = _uuid(given.identity.get("uid", "")), given.identity.get("slug")
        named = digest(given.facts.get("name", ""), given.facts.get("provider", ""))
        return ways.get(uid) or ways.get(slug) or self.by_name.get(named)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


class Judge:
    """Reads the lines of one file and says what each means."""

    def __init__(self, batch: ImportBatch, known: Known) -> None:
        self.batch, self.known = batch, known
        self.reader = Reader(batch.targets, LONGEST, batch.day_first)
        earlier = batch.rows.exclude(same_name="").order_by("-line").values_list("same_name", "line")
        self.seen: dict[str, int] = dict(earlier.iterator(chunk_size=2000))

    def rows(self, lines: Sequence[Line]) -> list[ImportRow]:
        """Judge some lines, one after the other as they stand in the file."""
        givens = [Given() if line.why else self.reader.read(line.cells) for line in lines]
        records = self.known.found(givens)
        rows = [self._row(*each) for each in zip(lines, givens, records, strict=True)]
        self._refuse_twice(rows)
        return rows

    def _row(self, line: Line, given: Given, record: Training | None) -> ImportRow:
        row = ImportRow(batch=self.batch, line=line.number, facts=given.facts, source=given.source)
        wrongs = [wrong for wrong in given.wrong if not _stands(record, wrong)]
        if line.why or wrongs:
            row.verdict = RowVerdict.BAD
            row.why = [{"why": str(line.why)}] if line.why else [asdict(wrong) for wrong in wrongs]
        elif record:
            _compare(row, record)
        elif given.facts.get("name"):
            row.verdict, row.facts = RowVerdict.NEW, _completed(given.facts)
            row.same_name = digest(given.facts["name"], given.facts.get("provider", ""))
        else:
            row.verdict, row.why = RowVerdict.BAD, [{"why": "no_name"}]
        return row

    def _refuse_twice(self, rows: Iterable[ImportRow]) -> None:
        """The second row about one training cannot be told from a slip, so the first one holds."""
        for row in rows:
            first = self.seen.setdefault(row.same_name, row.line) if row.same_name else row.line
            if first != row.line:
                row.verdict, row.why, row.before = RowVerdict.BAD, [{"why": "twice", "line": first}], {}
                row.same_name = ""


def _compare(row: ImportRow, record: Training) -> None:
    """What the row changes. What a merged record said already is no news for the one that it became."""
    stays = record.stays
    news = {name: value for name, value in row.facts.items() if not _says(record, name, value)}
    changed = {name: value for name, value in news.items() if not _says(stays, name, value)}
    row.training, row.same_name = stays, f"record {stays.pk}"
    row.verdict = RowVerdict.CHANGES if changed else RowVerdict.SAME
    row.facts = changed or row.facts
    row.before = {name: plain(getattr(stays, name)) for name in changed}


def _says(record: Training, name: str, value: str) -> bool:
    """Whether the record says this: the same text, or one that a file would be read from in the same way."""
    here = str(plain(getattr(record, name)))
    try:
        return here == value or read(name, harmless(here), LONGEST[name]) == value
    except Misread:
        return False


def _stands(record: Training | None, wrong: Wrong) -> bool:
    """Whether the cell that cannot be read says what the record says already, so that nothing of it would change."""
    return record is not None and wrong.target in FACTS and _first(record, wrong.target) == wrong.cell


def _first(record: Training, name: str) -> str:
    return harmless(str(plain(getattr(record, name))))[:LONGEST_SHOWN]


def _completed(facts: Mapping[str, str]) -> dict[str, str]:
    name, notes = facts["name"], facts.get("notes", "")
    spoken = language_of(name, facts.get("languages", ""))
    return {"name_language": spoken, "standing": standing_of(name, notes), **facts}
