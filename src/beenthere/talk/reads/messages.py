"""What other apps and the screens ask about messages."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from beenthere.consent import reads as consent
from beenthere.core import keys
from beenthere.people.models import Person
from beenthere.talk.models import Message, Thread

SHOWN_AT_ONCE = 40


@dataclass(frozen=True)
class Line:
    """One row of the list of people one writes with."""

    person: Person | None
    thread: Thread | None = None
    new: int = 0
    last_at: dt.datetime | None = None
    open: bool = True


def new_count(person: Person) -> int:
    """How many messages wait to be read."""
    return Message.objects.new_for(person).count()


def lines_of(person: Person) -> list[Line]:
    """Everybody one writes or wrote with, what is newest first, then those to whom one has not yet written."""
    threads = list(Thread.objects.visible_to(person).order_by("-last_at"))
    keys.load(each for thread in threads for each in (thread.low_id, thread.high_id) if each)
    walking = consent.connected_ids(person.pk)
    new = Counter(Message.objects.new_for(person).values_list("thread_id", flat=True))
    written = [_line(person, thread, new[thread.pk], walking) for thread in threads]
    known = {line.person.pk for line in written if line.person}
    silent = Person.objects.visible_to(person).filter(pk__in=walking - known)
    return [*written, *(Line(person=other) for other in silent)]


@dataclass(frozen=True)
class Shown:
    """A message as one of the two sees it; no text is left once its author erased their account."""

    message: Message
    mine: bool
    new: bool

    @property
    def text(self) -> str | None:
        text: str | None = self.message.text
        return text


def shown_to(person: Person, thread: Thread | None, before: dt.datetime | None = None) -> tuple[list[Shown], bool]:
    """The last messages before a moment, oldest first, and whether there are earlier ones."""
    if thread is None:
        return [], False
    rows = Message.objects.filter(thread=thread).order_by("-sent_at", "-id")
    if before:
        rows = rows.filter(sent_at__lt=before)
    newest_first = list(rows[: SHOWN_AT_ONCE + 1])
    read_at = thread.read_at(person.pk)
    return [
        Shown(
            message,
            mine=(mine := message.author_id == person.pk),
            new=not mine and (read_at is None or message.sent_at > read_at),
        )
        for message in newest_first[SHOWN_AT_ONCE - 1 :: -1]
    ], len(newest_first) > SHOWN_AT_ONCE


def _line(person: Person, thread: Thread, new: int, walking: set[UUID]) -> Line:
    other = thread.other(person.pk)
    return Line(other, thread, new, thread.last_at, open=other is not None and other.pk in walking)
