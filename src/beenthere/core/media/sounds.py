"""A sound is told by its bytes, never by its name, and written anew from its sound alone."""

from collections.abc import Callable
from dataclasses import dataclass

from beenthere.core.media import mp3, mp4, ogg, wav
from beenthere.core.media.refused import NotTaken, Why

MOST_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class Sound:
    """A sound and what it is."""

    data: bytes
    content_type: str


def written_anew(data: bytes) -> Sound:
    """Give the sound without anything that was written beside it: who, where, when, with what."""
    if len(data) > MOST_BYTES:
        raise NotTaken(Why.TOO_LARGE)
    content_type, anew = _kind(data)
    return Sound(anew(data), content_type)


def _kind(data: bytes) -> tuple[str, Callable[[bytes], bytes]]:
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "audio/wav", wav.written_anew
    if data[:4] == b"OggS":
        return "audio/ogg", ogg.written_anew
    if data[4:8] == b"ftyp":
        return "audio/mp4", mp4.written_anew
    if data[:3] == b"ID3" or mp3.frame_at(data, 0):
        return "audio/mpeg", mp3.written_anew
    raise NotTaken(Why.KIND)
