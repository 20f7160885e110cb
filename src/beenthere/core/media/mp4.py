"""M4A: boxes within boxes. Those that a player needs stay; every other is emptied in its place.

Emptied in place, because the boxes of sound are found by where they stand in the file. Times, names and every byte
that no sample points at become zeros.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from beenthere.core.media.refused import NotTaken, Why

HEAD, LONG_HEAD = 8, 16
INSIDE: dict[bytes, set[bytes]] = {
    b"": {b"ftyp", b"moov", b"mdat"},
    b"moov": {b"mvhd", b"trak"},
    b"trak": {b"tkhd", b"edts", b"mdia"},
    b"edts": {b"elst"},
    b"mdia": {b"mdhd", b"hdlr", b"minf"},
    b"minf": {b"smhd", b"dinf", b"stbl"},
    b"dinf": {b"dref"},
    b"stbl": {b"stsd", b"stts", b"ctts", b"stsc", b"stsz", b"stco", b"co64", b"sgpd", b"sbgp"},
}
TIMED = {b"mvhd", b"tkhd", b"mdhd"}
IN_PIECES = {b"moof", b"mvex"}  # written while it was recorded: what a player needs stands all over the file
CODERS = {b"mp4a", b"Opus"}  # what every browser plays
ITSELF = struct.pack(">III4sI", 0, 1, 12, b"url ", 1)  # “the sound is in this file”
MOST_SAMPLES = 2_000_000


@dataclass(frozen=True)
class Box:
    """A box: its name, and where it, its content and its end are."""

    name: bytes
    at: int
    inside: int
    end: int


def written_anew(data: bytes) -> bytes:
    """Give the file with nothing left in it but what plays."""
    anew = bytearray(data)
    try:
        tracks = _emptied(anew, b"", 0, len(anew))
        _only_samples(anew, tracks)
    except (struct.error, IndexError, KeyError, ValueError) as error:
        raise NotTaken(Why.BROKEN) from error
    return bytes(anew)


def _boxes(data: bytearray, at: int, end: int) -> Iterator[Box]:
    while at + HEAD <= end:
        size, name = struct.unpack_from(">I4s", data, at)
        head = HEAD
        if size == 1:
            size, head = struct.unpack_from(">Q", data, at + HEAD)[0], LONG_HEAD
        size = size or end - at
        if size < head or at + size > end:
            raise NotTaken(Why.BROKEN)
        yield Box(name, at, at + head, at + size)
        at += size
    if at != end:
        raise NotTaken(Why.BROKEN)


def _emptied(data: bytearray, parent: bytes, at: int, end: int) -> dict[bytes, Box]:
    """Empty what no player needs; give the boxes that tell where the sound is."""
    found: dict[bytes, Box] = {}
    for box in list(_boxes(data, at, end)):
        if box.name in IN_PIECES or (box.name == b"trak" and b"trak" in found):
            raise NotTaken(Why.MORE_THAN_SOUND)
        if box.name not in INSIDE[parent]:
            data[box.at + 4 : box.at + 8] = b"free"
            data[box.inside : box.end] = bytes(box.end - box.inside)
            continue
        found[box.name] = box
        if box.name in INSIDE:
            found |= _emptied(data, box.name, box.inside, box.end)
        else:
            _without_words(data, box)
    return found


def _without_words(data: bytearray, box: Box) -> None:
    """Zero when it was made and with what; refuse what is no sound, or lies elsewhere."""
    if box.name in TIMED:
        times = 16 if data[box.inside] else 8
        data[box.inside + 4 : box.inside + 4 + times] = bytes(times)
    elif box.name == b"hdlr":
        if data[box.inside + 8 : box.inside + 12] != b"soun":
            raise NotTaken(Why.MORE_THAN_SOUND)
        data[box.inside + 24 : box.end] = bytes(max(box.end - box.inside - 24, 0))
    elif box.name == b"stsd" and bytes(data[box.inside + 12 : box.inside + 16]) not in CODERS:
        raise NotTaken(Why.KIND)
    elif box.name == b"dref" and data[box.inside : box.end] != ITSELF:
        raise NotTaken(Why.BROKEN)


def _only_samples(data: bytearray, boxes: dict[bytes, Box]) -> None:
    """Zero what no sample points at: other things can hide between the samples."""
    if not {b"ftyp", b"mdat", b"hdlr", b"stsd", b"stsc", b"stsz"} <= boxes.keys():
        raise NotTaken(Why.BROKEN)
    mdat = boxes[b"mdat"]
    sound = bytearray(mdat.end - mdat.inside)
    for start, end in _chunks(data, boxes):
        if not mdat.inside <= start <= end <= mdat.end:
            raise NotTaken(Why.BROKEN)
        sound[start - mdat.inside : end - mdat.inside] = data[start:end]
    data[mdat.inside : mdat.end] = sound


def _chunks(data: bytearray, boxes: dict[bytes, Box]) -> Iterator[tuple[int, int]]:
    """From where to where each chunk of samples goes."""
    starts, sizes = _starts(data, boxes), _sizes(data, boxes[b"stsz"])
    steps = [(first, many) for first, many, _ in _table(data, boxes[b"stsc"], ">III")]
    sample = 0
    for (first, many), (following, _) in zip(steps, [*steps[1:], (len(starts) + 1, 0)], strict=True):
        for chunk in range(first, following):
            end = starts[chunk - 1] + sum(sizes[sample : sample + many])
            yield starts[chunk - 1], end
            sample += many


def _starts(data: bytearray, boxes: dict[bytes, Box]) -> list[int]:
    wide = b"co64" in boxes
    return [at for (at,) in _table(data, boxes[b"co64" if wide else b"stco"], ">Q" if wide else ">I")]


def _sizes(data: bytearray, box: Box) -> list[int]:
    same, many = struct.unpack_from(">II", data, box.inside + 4)
    if many > MOST_SAMPLES:
        raise NotTaken(Why.BROKEN)
    if same:
        return [same] * many
    return list(struct.unpack_from(f">{many}I", data, box.inside + 12))


def _table(data: bytearray, box: Box, form: str) -> list[tuple[int, ...]]:
    (many,) = struct.unpack_from(">I", data, box.inside + 4)
    size = struct.calcsize(form)
    if box.inside + 8 + many * size > box.end:
        raise NotTaken(Why.BROKEN)
    return [struct.unpack_from(form, data, box.inside + 8 + number * size) for number in range(many)]
