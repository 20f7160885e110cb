"""Amara puts a picture and a sound beside a story; readers see and hear them, then everybody; and then nobody."""

from collections.abc import Callable
from pathlib import Path

import pytest

from beenthere.core.media.tests.make import jpeg, mp3
from beenthere.library.models import Card, Reading, Writing
from beenthere.library.tests.make import house_of_readers, readers_say_yes, story
from beenthere.people.models import Person
from beenthere.people.tests.make import person
from tests.journeys.conftest import at, is_well
from tests.journeys.peer import Peer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True, databases=["default", "keys"])]


PLAYS = """new Promise(end => {
    const sound = document.querySelector("audio")
    sound.onloadedmetadata = () => end(sound.duration)
    sound.preload = "auto"
    sound.load()
})"""


def gives(phone: Peer, writing: Writing, what: str, file: Path, words: str) -> None:
    at(phone, "library:illustrate", writing.pk, what)
    is_well(phone)
    phone.page.locator("input[type=file]").set_input_files(file)
    phone.page.locator("textarea").fill(words)
    phone.presses("Keep it with me")
    phone.sees("Kept. Only you have it until you send the story.")


def is_seen_and_plays(phone: Peer) -> None:
    is_well(phone)
    phone.page.locator(".medium img").scroll_into_view_if_needed()
    phone.page.wait_for_function("() => document.querySelector('.medium img').naturalWidth > 0")
    assert phone.page.evaluate(PLAYS) > 1


@pytest.mark.parametrize("language", ["en"])
def test_a_picture_and_a_sound_go_with_their_story(phone_of: Callable[[Person | None], Peer], tmp_path: Path) -> None:
    _house, (farah, _emile) = house_of_readers("Farah", "Émile")
    amara = person()
    writing, hers, anybodys = story(amara), phone_of(amara), phone_of(None)
    for what, data in (("picture", jpeg(600, 400)), ("sound", mp3(frames=60))):
        (tmp_path / what).write_bytes(data)
        gives(hers, writing, what, tmp_path / what, f"A {what} of a green door")
    at(hers, "library:send", writing.pk)
    is_seen_and_plays(hers)
    hers.presses("Send it to two readers")
    reads = phone_of(farah)
    at(reads, "library:reading", Reading.objects.get(reader=farah).pk)
    is_seen_and_plays(reads)
    card = readers_say_yes(writing)
    at(anybodys, "library:card", card.slug)
    is_seen_and_plays(anybodys)
    at(hers, "library:take-back", writing.pk)
    hers.presses("Take it back")
    assert anybodys.page.goto(card.get_absolute_url() + "file/sound/").status == 404  # type: ignore[union-attr]
    assert not Card.objects.exists()
