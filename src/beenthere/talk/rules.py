"""Who may read and write with whom."""

from typing import TYPE_CHECKING

from beenthere.consent import reads as consent
from beenthere.talk.met import met
from beenthere.talk.models import Concern

if TYPE_CHECKING:
    from beenthere.people.models import Person
    from beenthere.talk.models import Thread


def may_write(person: "Person", to: "Person | None") -> bool:
    """Two people who said yes to each other write to each other, until one of them ends it."""
    return to is not None and to.pk != person.pk and consent.connected(person.pk, to.pk)


def is_in(person: "Person", thread: "Thread") -> bool:
    """One of the two whose words these are."""
    return person.pk in (thread.low_id, thread.high_id)


def may_tell_concern(person: "Person", about: "Person") -> bool:
    """Whoever met somebody here may tell that something went wrong, also long after."""
    return met(person, about) is not None


def told_it(person: "Person", concern: "Concern") -> bool:
    """The concern is theirs."""
    return concern.writer_id == person.pk


def reads_it(person: "Person", concern: "Concern") -> bool:
    """Was named to read it, and its time is not over."""
    return Concern.objects.readable_by(person).filter(pk=concern.pk).exists()


def has_taken_it(person: "Person", concern: "Concern") -> bool:
    """Took it on, and may still read it."""
    return concern.taken_by_id == person.pk and reads_it(person, concern)


def was_told_of_it(person: "Person", concern: "Concern") -> bool:
    """It is about them, and they were told what."""
    return concern.about_id == person.pk and concern.told_at is not None


def has_a_say_in(person: "Person", concern: "Concern") -> bool:
    """Told it, took it on, or was told of it, and it still goes on."""
    takes_part = told_it(person, concern) or has_taken_it(person, concern) or was_told_of_it(person, concern)
    return takes_part and concern.goes_on
