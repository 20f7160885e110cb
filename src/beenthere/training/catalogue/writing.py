"""The one way in which facts get into the database: with who, when and from which source, and then into the search."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import CharField, Exists, Max, OuterRef

from beenthere.core import clock
from beenthere.core.search import SearchEntry, index_some
from beenthere.training.catalogue.findable import KIND, entries_of, entry_of
from beenthere.training.catalogue.phrases import PHRASES
from beenthere.training.importing.sheets.words import ENGLISH
from beenthere.training.models import Proposal, Revision, Training

if TYPE_CHECKING:
    from beenthere.people.models import Person

# Every fact of a record, in the order of its page. The rest of a row is the machine's, or follows from these.
FACTS = (
    "name", "name_language", "provider", "province", "city", "delivery", "languages", "hours", "days", "weeks",
    "sessions", "credits", "mandatory", "practicum", "cost", "cost_help", "starts", "starts_on", "prerequisites",
    "credential", "recognised_by", "audience", "teachers", "peer_run", "accessibility", "website", "phone", "notes",
    "standing",
)  # fmt: skip


LONGEST_TEXT = 4000  # of a fact that may have several lines, whoever writes it
_ONE_LINE = frozenset(
    column.name for column in Training._meta.concrete_fields if isinstance(column, CharField) and column.name in FACTS
)
_BETWEEN_WORDS = re.compile(r"[ \t\r\n\v\f\u2028\u2029]+")

# Facts whose words stand in a language; the others are names, numbers, days and codes.
WORDED = frozenset(FACTS) - {
    "name", "name_language", "provider", "province", "city", "starts_on", "peer_run", "website", "phone", "standing",
}  # fmt: skip

AT_ONCE = 300  # records put into the search together


@dataclass(frozen=True)
class Source:
    """From where facts come, who brought them, and whether the committee checked them."""

    origin: str
    url: str = ""
    date: str = ""
    by: "Person | None" = None
    proposal: Proposal | None = None
    checked: bool = False
    language: str = "en"  # in which the words of the facts were typed


def facts_of(training: Training) -> dict[str, Any]:
    """What the record says now, as JSON holds it."""
    return {name: plain(getattr(training, name)) for name in FACTS}


def plain(value: Any) -> Any:
    """A fact as JSON holds it: days as 2026-11-27, nothing as an empty text."""
    return value.isoformat() if hasattr(value, "isoformat") else ("" if value is None else value)


def tidied(name: str, value: Any) -> Any:
    """A fact as a record holds it: browsers end lines in their own way, and most facts have one line only."""
    if not isinstance(value, str):
        return plain(value)
    return (_BETWEEN_WORDS.sub(" ", value) if name in _ONE_LINE else value.replace("\r\n", "\n")).strip()


@transaction.atomic
def write(training: Training, facts: Mapping[str, Any], source: Source) -> Revision | None:
    """Write facts into a record that stands, or one that is new; no revision if nothing changes.

    The row is locked first, so that of two who write at once the second sees what the first wrote.
    """
    if training.pk:
        training = Training.objects.select_for_update().get(pk=training.pk)
    changed = {name: value for name, value in facts.items() if plain(getattr(training, name)) != plain(value)}
    if training.pk and not changed:
        return None
    for name, value in changed.items():
        setattr(training, name, None if name == "starts_on" and value == "" else value)
    _mark_language(training, changed if training.pk else FACTS, source.language)
    training.changed_at = clock.now()
    training.full_clean(validate_unique=False, validate_constraints=False)
    first = not training.pk
    if first and not training.source_url:  # the first source is the record's main one
        training.source_url, training.source_date = source.url, source.date
    training.save()
    revision = _note(training, facts_of(training) if first else {n: plain(v) for n, v in changed.items()}, source)
    if not training.merged_into_id:
        index_some(KIND, {training.slug: entry_of(training)})
    return revision


def write_many(things: Sequence[tuple[Training, Mapping[str, Any]]], sources: Sequence[Source]) -> list[Training]:
    """Do what `write` does for very many at once, for facts that were checked when they were read.

    Whoever calls it holds the rows that stand already. Records that stood are put into the search at once; those
    that are new are given back, because whoever writes very many puts them there together, after each chunk.
    """
    changed = [
        (one, {name: value for name, value in facts.items() if plain(getattr(one, name)) != plain(value)}, source)
        for (one, facts), source in zip(things, sources, strict=True)
    ]
    changed = [(one, facts, source) for one, facts, source in changed if facts or not one.pk]
    new = [one for one, _, _ in changed if not one.pk]
    last = dict(
        Revision.objects.filter(training__in=[one.pk for one, _, _ in changed if one.pk])
        .values_list("training")
        .annotate(Max("number"))
    )
    for one, facts, source in changed:
        _set_facts(one, facts, source.language)
    _save_many([(one, facts) for one, facts, _ in changed])
    Revision.objects.bulk_create(
        _revision(
            one,
            last.get(one.pk, 0) + 1,
            {name: plain(value) for name, value in facts.items()} if one.pk in last else facts_of(one),
            source,
        )
        for one, facts, source in changed
    )
    make_findable([one for one, _, _ in changed if one.pk in last])
    return new


def make_findable(trainings: Iterable[Training]) -> None:
    """Put records into the search, all at once."""
    if things := dict(entries_of(trainings)):
        index_some(KIND, things)


def make_findable_what_is_not() -> None:
    """Put into the search what a worker that was killed had no time to put there."""
    there = SearchEntry.objects.filter(kind=KIND, key=OuterRef("slug"))
    missing = Training.objects.public().filter(~Exists(there)).order_by("pk")
    while some := list(missing[:AT_ONCE]):
        make_findable(some)


def _set_facts(training: Training, facts: Mapping[str, Any], language: str) -> None:
    for name, value in facts.items():
        setattr(training, name, _day(value) if name == "starts_on" else value)
    _mark_language(training, facts if training.pk else FACTS, language)


def _mark_language(training: Training, names: Iterable[str], language: str) -> None:
    """Note in which language these facts stand now; what we know by an English word or phrase is English."""
    written = WORDED.intersection(names)
    french = {name for name in written if language == "fr" and not _is_english(getattr(training, name))}
    training.in_french = sorted(set(training.in_french) - written | french)


def _is_english(text: str) -> bool:
    return not text or text in PHRASES or all(part.strip() in ENGLISH for part in text.split(";"))


def _save_many(changed: Sequence[tuple[Training, Mapping[str, Any]]]) -> None:
    new = []
    for one, facts in changed:
        one.changed_at = clock.now()
        if one.pk:
            one.save(update_fields=[*facts, "in_french", "changed_at"])
        else:
            new.append(one)
    Training.objects.bulk_create(new)


def _day(value: Any) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) and value else value or None


def _note(training: Training, facts: dict[str, Any], source: Source) -> Revision:
    last = training.revisions.aggregate(last=Max("number"))["last"] or 0
    revision = _revision(training, last + 1, facts, source)
    revision.save(force_insert=True)
    return revision


def _revision(training: Training, number: int, facts: dict[str, Any], source: Source) -> Revision:
    return Revision(
        training=training,
        number=number,
        by=source.by,
        origin=source.origin,
        source_url=source.url,
        source_date=source.date,
        language=source.language,
        checked=source.checked,
        proposal=source.proposal,
        facts=facts,
    )
