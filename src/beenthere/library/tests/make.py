"""Cards, writers and readers for tests."""

from typing import Any

from beenthere.core.media import pictures, sounds
from beenthere.core.media.tests.make import jpeg, mp3
from beenthere.library import actions
from beenthere.library.models import Card, Reading, Writing
from beenthere.orgs.models import Organisation
from beenthere.orgs.tests.make import member, organisation
from beenthere.people.models import Person
from beenthere.people.tests.make import person

WORDS: dict[str, Any] = {
    "challenge": "interviews",
    "title": "Three sentences on a slip of paper",
    "tried": "I wrote three sentences and kept them in my pocket",
    "helped": "Knowing that they were there",
    "did_not": "Learning them by heart",
    "tell": "Breathe first",
    "shown_as": "nobody",
}


def house_of_readers(*names: str, language: str = "english") -> tuple[Organisation, list[Person]]:
    """An organisation whose supporters ticked that they read."""
    house, readers = organisation(), [person(name) for name in names]
    for reader in readers:
        member(reader, house)
        actions.read_for_others(by=reader, english=language == "english", french=language == "french")
    return house, readers


def sent(by: Person, **more: Any) -> Writing:
    """A card that its writer sent to readers."""
    writing = actions.write(by=by, kind="card", language="en", words=WORDS | more)
    actions.send(by=by, writing=writing)
    return Writing.objects.get(pk=writing.pk)


def readers_say_yes(writing: Writing) -> Card:
    """Both readers say yes, and the card is public."""
    for reading in Reading.objects.filter(writing=writing, state="waiting").select_related("writing__person", "reader"):
        actions.answer_yes(by=reading.reader, reading=reading, words="Thank you for this")
    return Card.objects.get(pk=Writing.objects.get(pk=writing.pk).card)


def public_card(by: Person, **more: Any) -> Card:
    """A public card; whoever reads it is made for it."""
    house_of_readers("Farah", "Émile")
    return readers_say_yes(sent(by, **more))


def story(by: Person, **more: Any) -> Writing:
    """A story that its writer keeps."""
    words = {"challenge": "interviews", "title": "The green door", "story": "It was green", "shown_as": "nobody"}
    return actions.write(by=by, kind="story", language="en", words=words | more)


def illustrated_story(by: Person, frames: int = 12, **more: Any) -> Writing:
    """A story with a picture and a sound."""
    writing = story(by, **more)
    actions.add_picture(by=by, writing=writing, words="A teal square", sizes=pictures.written_anew(jpeg()))
    sound = sounds.written_anew(mp3(frames))
    actions.add_sound(by=by, writing=writing, words="I say that it was green", sound=sound)
    return Writing.objects.get(pk=writing.pk)


def public_story(by: Person, **more: Any) -> Card:
    """A story with a picture and a sound that two readers said yes to."""
    house_of_readers("Farah", "Émile")
    writing = illustrated_story(by, **more)
    actions.send(by=by, writing=writing)
    return readers_say_yes(writing)
