"""Peers read before something is public: yes, a change first, or a pass; and what they look after later."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.search import remove as unfind
from beenthere.library import letters, publishing, rules
from beenthere.library.actions.writing import held, look_for_readers, writing_behind
from beenthere.library.findable import KIND
from beenthere.library.models import Card, CardText, CardWorry, Reader, Reading, ReadingState, Writing, WritingState
from beenthere.library.waiting import NEXT_AFTER, READERS
from beenthere.people.models import Person
from beenthere.people.rules import is_peer


@transaction.atomic
def read_for_others(*, by: Person, english: bool, french: bool) -> None:
    """Tick that one reads what others write, in these languages."""
    require(rules.may_read_for_others, by)
    Reader.objects.update_or_create(person=by, defaults={"english": english, "french": french})
    record("reader.began", by=by, thing=None)
    short = Writing.objects.filter(state=WritingState.READ, language__in=_languages(english, french))
    for writing in short.exclude(person=by).select_related("person"):
        look_for_readers(writing=writing)


def _languages(english: bool, french: bool) -> list[str]:
    return [code for code, reads in (("en", english), ("fr", french)) if reads]


@transaction.atomic
def stop_reading(*, by: Person) -> None:
    """Read no more; what waited goes to others."""
    require(is_peer, by)
    Reader.objects.visible_to(by).delete()
    record("reader.stopped", by=by, thing=None)
    leave_to_others(reader_id=by.pk)


@transaction.atomic
def leave_to_others(*, reader_id: UUID, writer_id: UUID | None = None) -> None:
    """What waits for this reader, of this writer if one is named, is brought to somebody else."""
    of = {"writing__person": writer_id} if writer_id else {}
    waits = Reading.objects.filter(reader=reader_id, **of).waiting()
    for reading in waits.select_related("writing__person", "reader"):
        _end(reading, ReadingState.PASSED)


@transaction.atomic
def answer_yes(*, by: Person, reading: Reading, words: str) -> None:
    """Say that it can be public; with the second yes it is."""
    require(rules.is_asked, by, reading)
    writing = held(reading.writing)
    if not _claim(reading, ReadingState.YES, words):
        return
    record("reading.yes", by=by, thing=reading)
    said_yes = Reading.objects.filter(writing=writing, state=ReadingState.YES).count()
    if said_yes >= READERS and writing.state == WritingState.READ:
        publishing.publish(writing)
        record("card.public", by=None, thing=None)
        letters.is_public(writing.person)


@transaction.atomic
def ask_for_change(*, by: Person, reading: Reading, words: str) -> None:
    """Give it back to its writer with kind words about what should change first."""
    require(rules.is_asked, by, reading)
    writing = held(reading.writing)
    if not _claim(reading, ReadingState.CHANGE, words):
        return
    record("reading.change", by=by, thing=reading)
    others = Reading.objects.filter(writing=writing).waiting().select_related("reader")
    for other in others:
        letters.settle(other)
    others.update(state=ReadingState.EARLIER)
    writing.state = WritingState.BACK
    writing.save(update_fields=["state"])
    letters.comes_back(writing.person)


@transaction.atomic
def pass_on(*, by: Person, reading: Reading) -> None:
    """Leave it to somebody else, without a reason."""
    require(rules.is_asked, by, reading)
    _end(reading, ReadingState.PASSED)
    record("reading.passed", by=by, thing=reading)


@transaction.atomic
def nudge(*, reading: Reading) -> None:
    """Remind a reader once; after seven days ask somebody else."""
    if reading.asked_at <= clock.now() - NEXT_AFTER:
        _end(reading, ReadingState.LAPSED)
    elif Reading.objects.waiting().filter(pk=reading.pk, nudged=False).update(nudged=True):
        letters.nudge(reading)


def _claim(reading: Reading, state: str, words: str) -> bool:
    """Answer once, whoever else acts at the same moment."""
    if not Reading.objects.waiting().filter(pk=reading.pk).update(state=state):
        return False
    reading.state, reading.words = state, words or None
    reading.save(update_fields=["words"])
    letters.settle(reading)
    return True


def _end(reading: Reading, state: str) -> None:
    writing = held(reading.writing)
    if Reading.objects.waiting().filter(pk=reading.pk).update(state=state):
        letters.settle(reading)
        look_for_readers(writing=writing)


# Later


@transaction.atomic
def translate(*, by: Person, card: Card, words: Mapping[str, str]) -> None:
    """Tell a public card in the other language, marked as a reader’s translation."""
    require(rules.may_translate, by, card)
    CardText.objects.create(
        card=card, language=card.other_language, translated=True, **publishing.texts(dict(words))
    )  # fmt: skip
    record("card.translated", by=by, thing=card)
    publishing.find_again(card)


@transaction.atomic
def put_away(*, by: Person, card: Card, wrong: bool) -> None:
    """After a worry: take the card out of sight and give it back to its writer, or find that nothing is wrong."""
    require(rules.may_put_away, by, card)
    CardWorry.objects.filter(card=card).delete()
    record("card.put_away" if wrong else "card.stays", by=by, thing=card)
    if not wrong:
        return
    writing = None if card.editorial else writing_behind(card)
    if writing:
        publishing.unpublish(writing)
        writing.state = WritingState.BACK
        writing.save(update_fields=["state", "card"])
        letters.out_of_sight(writing.person)
    else:
        unfind(KIND, card.slug)
        Card.objects.filter(pk=card.pk).update(out_of_sight=True)
