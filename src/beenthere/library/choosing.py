"""Whom to ask to read: peers who ticked that they do, never somebody who knows the writer here."""

from collections import Counter

from beenthere.consent import reads as consent
from beenthere.core import clock, keys
from beenthere.library.models import Reader, Reading, Writing
from beenthere.library.waiting import MOST_WAITING
from beenthere.orgs.models import Membership, Role
from beenthere.people.models import Person


def readers_for(writing: Writing, number: int) -> list[Person]:
    """Readers of its language with room: who read an earlier version first, then whoever has least to read."""
    if number <= 0:
        return []
    asked = set(Reading.objects.filter(writing=writing).of_this_version().values_list("reader", flat=True))
    earlier = set(Reading.objects.filter(writing=writing).values_list("reader", flat=True))
    near = {writing.person_id, *consent.connected_ids(writing.person_id), *consent.blocked_ids(writing.person_id)}
    waiting = Counter(Reading.objects.waiting().values_list("reader", flat=True))
    supporters = Membership.objects.current().filter(role=Role.SUPPORTER).values("person")
    readers = Reader.objects.filter(person__in=supporters, **{_speaks(writing): True}).exclude(person__in=asked | near)
    free = [row.person for row in readers.select_related("person") if waiting[row.person_id] < MOST_WAITING]
    free.sort(key=lambda person: (person.pk not in earlier, waiting[person.pk], _drawn(writing, person)))
    return free[:number]


def ask(writing: Writing, reader: Person) -> Reading:
    """Ask one reader."""
    return Reading.objects.create(writing=writing, reader=reader, asked_at=clock.now())


def _speaks(writing: Writing) -> str:
    return "french" if writing.language == "fr" else "english"


def _drawn(writing: Writing, person: Person) -> str:
    return keys.token(f"{writing.pk}:{person.pk}", purpose="library.reader")
