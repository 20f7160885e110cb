"""Writing a card, sending it to two readers, and taking it back. No deed names a public card and a person."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.library import choosing, letters, publishing, rules
from beenthere.library.models import Card, Reading, ReadingState, Writing, WritingState
from beenthere.library.models.cards import DESCRIBED
from beenthere.library.waiting import READERS
from beenthere.people.models import Person
from beenthere.people.rules import is_peer


@transaction.atomic
def write(
    *, by: Person, kind: str, language: str, words: Mapping[str, Any], new_id: UUID | None = None
) -> Writing:  # fmt: skip
    """Keep a card or a story for oneself. The form brings the new row's id, so that sending it twice does nothing."""
    require(is_peer, by)
    told = {"person": by, "kind": kind, "language": language, "words": dict(words)}
    writing, made = Writing.objects.get_or_create(pk=new_id or uuid4(), defaults=told)
    require(rules.owns, by, writing)
    if made:
        record("writing.kept", by=by, thing=writing)
    return writing


@transaction.atomic
def change(*, by: Person, writing: Writing, language: str, words: Mapping[str, Any]) -> None:
    """Word it anew, while it is with its writer."""
    require(rules.owns, by, writing)
    writing = held(writing)
    require(rules.may_change, by, writing)
    described = {name: text for name in DESCRIBED if (text := (writing.words or {}).get(name))}
    writing.language, writing.words = language, dict(words) | described
    writing.save(update_fields=["language", "words"])
    record("writing.changed", by=by, thing=writing)


@transaction.atomic
def send(*, by: Person, writing: Writing) -> None:
    """Ask two peers to read it before it is public."""
    require(rules.owns, by, writing)
    writing = held(writing)
    require(rules.may_change, by, writing)
    Reading.objects.filter(writing=writing).update(state=ReadingState.EARLIER)
    writing.state, writing.told_of_wait = WritingState.READ, False
    writing.save(update_fields=["state", "told_of_wait"])
    record("writing.sent", by=by, thing=None)
    look_for_readers(writing=writing)


@transaction.atomic
def look_for_readers(*, writing: Writing) -> None:
    """Ask as many readers as are still needed; when there are none, tell the writer so, once."""
    if writing.state != WritingState.READ:
        return
    of_now = Reading.objects.filter(writing=writing).of_this_version()
    wanted = READERS - of_now.filter(state__in=[ReadingState.WAITING, ReadingState.YES]).count()
    for reader in choosing.readers_for(writing, wanted):
        letters.please_read(choosing.ask(writing, reader))
        wanted -= 1
    if wanted > 0 and not writing.told_of_wait:
        Writing.objects.filter(pk=writing.pk).update(told_of_wait=True)
        letters.nobody_reads_yet(writing.person)


@transaction.atomic
def take_back(*, by: Person, writing: Writing) -> None:
    """Take it out of everybody’s sight, at once and everywhere. The words stay with their writer."""
    require(rules.owns, by, writing)
    writing = held(writing)
    require(rules.may_take_back, by, writing)
    _take_back(writing)
    record("writing.taken_back", by=by, thing=None)


def _take_back(writing: Writing) -> None:
    publishing.unpublish(writing)
    for reading in Reading.objects.filter(writing=writing).waiting().select_related("reader"):
        letters.settle(reading)
    Reading.objects.filter(writing=writing).update(state=ReadingState.EARLIER)
    writing.state = WritingState.DRAFT
    writing.save(update_fields=["state", "card"])


@transaction.atomic
def take_all_back(*, by: Person) -> None:
    """Take back everything that is public or being read."""
    require(is_peer, by)
    away = Writing.objects.visible_to(by).filter(state__in=[WritingState.READ, WritingState.PUBLIC])
    for writing in away.select_for_update():
        _take_back(writing)
    record("writing.taken_back", by=by, thing=None)


@transaction.atomic
def remove(*, by: Person, writing: Writing) -> None:
    """Remove it altogether, from the public too."""
    require(rules.owns, by, writing)
    writing = held(writing)
    if not writing.is_with_its_writer:
        _take_back(writing)
    record("writing.removed", by=by, thing=None)
    writing.delete()


def held(writing: Writing) -> Writing:
    """The row as it is now, which nobody else changes until this ends: a last yes and a taking back never cross."""
    return Writing.objects.select_for_update().get(pk=writing.pk)


def writing_behind(card: Card) -> Writing | None:
    """Whose writing a public card is: found only by opening each, which only this server can."""
    public = Writing.objects.filter(state=WritingState.PUBLIC, kind=card.kind, language=card.language)
    return next((writing for writing in public if writing.card == str(card.pk)), None)
