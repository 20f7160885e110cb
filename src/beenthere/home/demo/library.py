"""What people of the demo tell each other: a card and a story that all can read, and a card that waits for Benoît."""

from typing import Any

from beenthere.core import keys
from beenthere.core.media import pictures, sounds
from beenthere.home.demo import drawn
from beenthere.home.demo.calendar import Calendar
from beenthere.home.demo.cast import Five, House
from beenthere.library import actions
from beenthere.library.models import Reading, Writing, WritingState
from beenthere.orgs.models import Role
from beenthere.orgs.reads import people_with_role
from beenthere.people.models import Person

CARD: dict[str, Any] = {
    "challenge": "back-to-school", "title": "Sitting near the door", "shown_as": "nobody",
    "tried": "I told the teacher in one line that I sometimes step out, and sat near the door.",
    "helped": "Nobody ever asked. After three weeks I forgot about the door.",
    "did_not": "Explaining it to the whole class.", "tell": "One line to one person was enough.",
}  # fmt: skip
STORY: dict[str, Any] = {
    "challenge": "after-hospital", "title": "L’hiver, puis la cafétéria", "shown_as": "nickname", "nickname": "Mésange",
    "story": "L’hiver, je ne sortais que pour la soupe du mardi. On m’a demandé de porter les bols. Au printemps, je "
    "portais aussi les clés. Je ne savais pas que c’était un début.",
}  # fmt: skip
SEEN = "Un bol bleu, une cuillère dedans, sur une table de bois; derrière, une fenêtre grise."
HEARD = "Trois petits coups de cuillère contre un bol. C’était le signal : la soupe est prête."
WAITS: dict[str, Any] = {
    "challenge": "interviews", "title": "Tea before, soup after", "shown_as": "nobody",
    "tried": "I plan the hour before an interview and the hour after, not the interview.",
    "helped": "Knowing where I go when it is over.", "did_not": "More coffee.", "tell": "The soup is yours either way.",
}  # fmt: skip


def live(five: Five, house: House, calendar: Calendar) -> None:
    """Put on the calendar who reads and who writes."""
    calendar.on(8, lambda: _read(house))
    calendar.on(7, lambda: _write(five))
    calendar.on(2, lambda: _wait(five, house))


def _read(house: House) -> None:
    for reader in _two_of(house):
        actions.read_for_others(by=reader, english=True, french=True)


def _two_of(house: House) -> list[Person]:
    return people_with_role(house.organisations[1].pk, Role.SUPPORTER)[:2]


def _write(five: Five) -> None:
    _sent(five.amara, "card", "en", CARD)
    _tell_story(five.dana)
    public = Writing.objects.filter(state=WritingState.READ).values("pk")
    with keys.held():
        for reading in Reading.objects.filter(writing__in=public).select_related("writing__person", "reader"):
            actions.answer_yes(
                by=reading.reader, reading=reading, words="Thank you. I had forgotten about my own door."
            )


def _tell_story(dana: Person) -> None:
    """A story with a picture and a sound."""
    story = actions.write(by=dana, kind="story", language="fr", words=STORY)
    with keys.held():
        actions.add_picture(by=dana, writing=story, words=SEEN, sizes=pictures.written_anew(drawn.bowl()))
        actions.add_sound(by=dana, writing=story, words=HEARD, sound=sounds.written_anew(drawn.spoon()))
    actions.send(by=dana, writing=story)


def _wait(five: Five, house: House) -> None:
    """One of the two stops, so that Benoît is asked."""
    actions.stop_reading(by=_two_of(house)[0])
    actions.read_for_others(by=five.benoit, english=True, french=True)
    _sent(five.dana, "card", "en", WAITS)


def _sent(writer: Person, kind: str, language: str, words: dict[str, Any]) -> None:
    writing = actions.write(by=writer, kind=kind, language=language, words=words)
    actions.send(by=writer, writing=writing)
