"""A picture or a sound beside a story, each with its words."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.media.pictures import CONTENT_TYPE, Picture
from beenthere.core.media.sounds import Sound
from beenthere.core.sealed import Opened
from beenthere.library import rules
from beenthere.library.actions.writing import held
from beenthere.library.models import PARTS_OF, PIECE, Of, Writing, WrittenFile, WrittenPiece
from beenthere.library.models.media import PICTURE, SOUND
from beenthere.people.models import Person

AT_ONCE = 8  # pieces: sealed and written, a few at a time


@transaction.atomic
def add_picture(*, by: Person, writing: Writing, words: str, sizes: Mapping[str, Picture] | None) -> None:
    """Put a picture beside a story, or only word its description anew."""
    require(rules.owns, by, writing)
    files = [
        (WrittenFile(of=of, content_type=CONTENT_TYPE, width=each.width, height=each.height), each.data)
        for of, each in (sizes or {}).items()
    ]
    _add(by, writing, PICTURE, words, files)


@transaction.atomic
def add_sound(*, by: Person, writing: Writing, words: str, sound: Sound | None) -> None:
    """Put a sound beside a story, or only word anew what is said in it."""
    require(rules.owns, by, writing)
    files = [(WrittenFile(of=Of.SOUND, content_type=sound.content_type), sound.data)] if sound else []
    _add(by, writing, SOUND, words, files)


def _add(by: Person, writing: Writing, what: str, words: str, files: list[tuple[WrittenFile, bytes]]) -> None:
    writing = held(writing)
    require(rules.may_illustrate, by, writing)
    require(rules.has_room_for, by, writing)
    if files:
        writing.files.filter(of__in=PARTS_OF[what]).delete()
    for file, data in files:
        file.writing, file.size = writing, len(data)
        file.save()
        WrittenPiece.objects.bulk_create(_pieces(file, data), batch_size=AT_ONCE)
    writing.words = (writing.words or {}) | {what: words}
    writing.save(update_fields=["words"])
    record("writing.illustrated", by=by, thing=writing)


def _pieces(file: WrittenFile, data: bytes) -> Iterable[WrittenPiece]:
    for number, start in enumerate(range(0, len(data), PIECE)):
        yield WrittenPiece(file=file, number=number, content=Opened(data[start : start + PIECE]))


@transaction.atomic
def leave_out(*, by: Person, writing: Writing, what: str) -> None:
    """Take the picture or the sound away again, with its words."""
    require(rules.owns, by, writing)
    writing = held(writing)
    require(rules.may_illustrate, by, writing)
    writing.files.filter(of__in=PARTS_OF[what]).delete()
    writing.words = {name: text for name, text in (writing.words or {}).items() if name != what}
    writing.save(update_fields=["words"])
    record("writing.illustrated", by=by, thing=writing)
