"""WAV: how it was sampled and the samples; every other part of the file stays behind."""

import struct

from beenthere.core.media.refused import NotTaken, Why

SHORTEST, LONGEST = 16, 40  # bytes that say how it was sampled
HEAD = 8


def written_anew(data: bytes) -> bytes:
    """Give the two parts that are sound, under a new head."""
    parts = _parts(data)
    how, samples = parts.get(b"fmt ", b""), parts.get(b"data", b"")
    if not samples or not SHORTEST <= len(how) <= LONGEST:
        raise NotTaken(Why.BROKEN)
    body = b"WAVE" + _part(b"fmt ", how) + _part(b"data", samples)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _parts(data: bytes) -> dict[bytes, bytes]:
    """The parts of the file by name, the first of each; what was cut off ends where the file does."""
    parts: dict[bytes, bytes] = {}
    at = 12
    while at + HEAD <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        parts.setdefault(name, data[at + HEAD : at + HEAD + size])
        at += HEAD + size + size % 2
    return parts


def _part(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
