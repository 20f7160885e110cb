"""Who may read and write with whom."""

from typing import TYPE_CHECKING

from beenthere.consent import reads as consent

if TYPE_CHECKING:
    from beenthere.people.models import Person
    from beenthere.talk.models import Thread


def may_write(person: "Person", to: "Person | None") -> bool:
    """Two people who said yes to each other write to each other, until one of them ends it."""
    return to is not None and to.pk != person.pk and consent.connected(person.pk, to.pk)


def is_in(person: "Person", thread: "Thread") -> bool:
    """One of the two whose words these are."""
    return person.pk in (thread.low_id, thread.high_id)
