"""A story's picture and sound as pages show them: where they lie, how large they are, and what they tell in words."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.urls import reverse

from beenthere.library.models import Card, Of, Reading, Writing
from beenthere.library.models.media import PICTURE, SOUND, File


@dataclass(frozen=True)
class Shown:
    """A picture or a sound on a page."""

    words: str
    language: str
    address: str
    size: int
    is_sound: bool = False
    width: int = 0
    height: int = 0
    large: str = ""
    large_size: int = 0


def of_writing(writing: Writing) -> list[Shown]:
    """For whoever wrote it."""
    return _shown(writing.files.all(), writing.words or {}, writing.language, _in("library:own-file", writing.pk))


def of_reading(reading: Reading) -> list[Shown]:
    """For whoever is asked to read it."""
    own = reading.writing
    return _shown(own.files.all(), own.words or {}, own.language, _in("library:reading-file", reading.pk))


def of_card(card: Card) -> list[Shown]:
    """For everybody, with its words in the language of the page where they are told in it."""
    text = card.text
    words = {PICTURE: text.picture, SOUND: text.sound}
    return _shown(card.files.all(), words, text.language, _in("library:file", card.slug))


def in_a_list(card: Card, words_only: bool) -> Shown | None:
    """The smallest picture of a card in a list; none where there is a content note, or somebody wants words only."""
    if words_only or card.notes:
        return None
    files, text = {file.of: file for file in card.files.all()}, card.text
    return _picture(files, Of.TINY, text.picture, text.language, _in("library:file", card.slug))


def words_only(request: HttpRequest, wished: bool) -> bool:
    """Whether to show no picture unasked: somebody chose it here, or their browser saves data."""
    return wished or request.headers.get("Save-Data", "").casefold() == "on"


def _in(route: str, thing: object) -> Callable[[str], str]:
    return lambda of: reverse(route, args=[thing, of])


def _shown(files: Iterable[File], words: Mapping[str, str], language: str, at: Callable[[str], str]) -> list[Shown]:
    there = {file.of: file for file in files}
    picture = _picture(there, Of.SMALL, words.get(PICTURE, ""), language, at)
    sound = there.get(Of.SOUND)
    told = Shown(words.get(SOUND, ""), language, at(Of.SOUND), sound.size, is_sound=True) if sound else None
    return [each for each in (picture, told) if each]


def _picture(
    files: Mapping[str, File], of: Of, words: str, language: str, at: Callable[[str], str]
) -> Shown | None:  # fmt: skip
    small, large = files.get(of), files.get(Of.LARGE)
    if not small or not large:
        return None
    shown = Shown(words, language, at(of), small.size, width=small.width, height=small.height)
    return replace(shown, large=at(Of.LARGE), large_size=large.size)
