"""Who may tell, change and see what is told about a person."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from beenthere.consent.reads import readable_things, walk_together
from beenthere.experience.models import SHARED_MIRROR, LivedExperience, Mirror, Moment, Strength
from beenthere.people.models import Person
from beenthere.people.rules import is_peer as is_peer

MOST_MOMENTS = 200  # all of them are opened to show the list
MOST_STRENGTHS = 100


class Owned(Protocol):
    person_id: UUID


def owns_lived(person: Person, lived: LivedExperience) -> bool:
    """The word is their own."""
    return lived.person_id == person.pk


def owns(person: Person, thing: Owned) -> bool:
    """It is their own moment or strength, or they asked the question."""
    return thing.person_id == person.pk


def owns_all(person: Person, things: Iterable[Owned]) -> bool:
    """All of it is their own."""
    return all(owns(person, thing) for thing in things)


def has_room_for_moment(person: Person) -> bool:
    """They have not yet written as many moments as one may."""
    return is_peer(person) and Moment.objects.visible_to(person).count() < MOST_MOMENTS


def room_for_strengths(person: Person) -> int:
    """How many more strengths they may keep."""
    return MOST_STRENGTHS - Strength.objects.visible_to(person).count()


def may_keep_strengths(person: Person, number: int) -> bool:
    """They may keep so many more strengths."""
    return number <= room_for_strengths(person)


def may_ask_for_mirror(person: Person, supporter: Person, things: Iterable[Owned]) -> bool:
    """The two walk together now, and all that is shown is theirs."""
    return walk_together(person.pk, supporter.pk) and owns_all(person, things)


def may_answer_mirror(person: Person, mirror: Mirror) -> bool:
    """They were asked, and may still read what they were asked."""
    return mirror.supporter_id == person.pk and mirror.pk in readable_things(person.pk, SHARED_MIRROR)


def may_keep_heard(person: Person, mirror: Mirror, strength: Strength) -> bool:
    """It was written for them, and the strength is theirs."""
    return owns_all(person, (mirror, strength)) and mirror.state == Mirror.State.WRITTEN


def may_see_after_yes(reader: Person, person: Person) -> bool:
    """The two walk together now, or it is the person themselves."""
    return reader.pk == person.pk or walk_together(reader.pk, person.pk)
