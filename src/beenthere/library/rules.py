"""Who may do what in the library: a writer with their own, a reader with what waits for them."""

from typing import TYPE_CHECKING

from beenthere.library.models import Card, CardKind, Reader, Reading, Writing, WritingState, WrittenFile
from beenthere.orgs.models import Membership, Role

if TYPE_CHECKING:
    from beenthere.people.models import Person

MOST_ILLUSTRATED = 6


def owns(person: "Person", writing: Writing) -> bool:
    """They wrote it."""
    return writing.person_id == person.pk


def may_change(person: "Person", writing: Writing) -> bool:
    """They wrote it, and it is with them now."""
    return owns(person, writing) and writing.is_with_its_writer


def may_illustrate(person: "Person", writing: Writing) -> bool:
    """They wrote it, it is a story, and it is with them now."""
    return may_change(person, writing) and writing.kind == CardKind.STORY


def has_room_for(person: "Person", writing: Writing) -> bool:
    """A few stories may have a picture or a sound: they take room on whatever small machine this is."""
    others = WrittenFile.objects.visible_to(person).exclude(writing=writing)
    return others.values("writing").distinct().count() < MOST_ILLUSTRATED


def may_take_back(person: "Person", writing: Writing) -> bool:
    """They wrote it, and it is being read or public."""
    return owns(person, writing) and writing.state in {WritingState.READ, WritingState.PUBLIC}


def may_read_for_others(person: "Person") -> bool:
    """Supports peers in an organisation that runs here: readers are peers, not clinicians."""
    return Membership.objects.current().filter(person=person, role=Role.SUPPORTER).exists()


def reads_for_others(person: "Person") -> bool:
    """Ticked that they read, and may."""
    return Reader.objects.visible_to(person).exists() and may_read_for_others(person)


def is_asked(person: "Person", reading: Reading) -> bool:
    """They read for others, and this waits for them."""
    return reads_for_others(person) and Reading.objects.visible_to(person).filter(pk=reading.pk).exists()


def may_translate(person: "Person", card: Card) -> bool:
    """They read for others, and the writer lets readers tell it in the other language too."""
    return reads_for_others(person) and card.may_translate and bool(card.other_language)


def may_put_away(person: "Person", card: Card) -> bool:
    """They read for others, somebody said that something is wrong with the card, and it is not their own."""
    return reads_for_others(person) and card.worries.exists() and str(card.pk) not in own_cards(person)


def own_cards(person: "Person") -> set[str]:
    """The public cards of this person, found in their own sealed rows."""
    return {str(each.card) for each in Writing.objects.visible_to(person).filter(state=WritingState.PUBLIC)}
