"""Ogg with Opus or Vorbis in it: the pages of sound under new heads, with an empty page of comments."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from beenthere.core.media.refused import NotTaken, Why

HEAD = 27
FIRST, LAST, GOES_ON = 2, 4, 1  # marks of a page
MOST_PIECES, PIECE = 255, 255
LONGEST_START = 300
# For each kind of sound: how its first packet begins, how many packets stand before the sound, an empty comment.
KINDS = {
    b"OpusHead": (2, b"OpusTags" + bytes(8)),
    b"\x01vorbis": (3, b"\x03vorbis" + bytes(8) + b"\x01"),
}
TURNED = bytes(int(f"{each:08b}"[::-1], 2) for each in range(256))


@dataclass(frozen=True)
class Page:
    """One page: its marks, until which sample it goes, whose it is, and what is on it."""

    marks: int
    until: int
    stream: int
    pieces: bytes
    content: bytes

    def written(self, number: int) -> bytes:
        """The page under its number, with its sum."""
        head = struct.pack("<4sBBqIII", b"OggS", 0, self.marks, self.until, self.stream, number, 0)
        page = head + bytes([len(self.pieces)]) + self.pieces + self.content
        return page[:22] + struct.pack("<I", _sum(page)) + page[26:]


def written_anew(data: bytes) -> bytes:
    """Give the pages of sound after a start of our own writing."""
    pages = list(_pages(data))
    if not pages or not pages[0].marks & FIRST:
        raise NotTaken(Why.BROKEN)
    before, comment = next((told for start, told in KINDS.items() if pages[0].content.startswith(start)), (0, b""))
    if not before:
        raise NotTaken(Why.KIND)
    packets, sound = _start(pages, before)
    if not sound or len(packets[0]) > LONGEST_START:
        raise NotTaken(Why.BROKEN)
    first = _page([packets[0]], FIRST, pages[0].stream)
    second = _page([comment, *packets[2:]], 0, pages[0].stream)
    return b"".join(page.written(number) for number, page in enumerate([first, second, *sound]))


def _pages(data: bytes) -> Iterator[Page]:
    """The pages of the first stream, until its last; another stream beside it would be more than sound."""
    at, stream, ended = 0, None, False
    while not ended and data[at : at + 4] == b"OggS" and at + HEAD <= len(data):
        _, _, marks, until, whose, _, _ = struct.unpack_from("<4sBBqIII", data, at)
        pieces = data[at + HEAD : at + HEAD + data[at + HEAD - 1]]
        start = at + HEAD + len(pieces)
        content = data[start : start + sum(pieces)]
        if stream not in {None, whose}:
            raise NotTaken(Why.MORE_THAN_SOUND)
        stream = whose
        if len(content) < sum(pieces):
            return  # cut off
        yield Page(marks, until, whose, pieces, content)
        at, ended = start + len(content), bool(marks & LAST)


def _start(pages: list[Page], wanted: int) -> tuple[list[bytes], list[Page]]:
    """The packets before the sound, and the pages of sound; the sound begins on a page of its own."""
    packets, open_packet = [], b""
    for number, page in enumerate(pages):
        at = 0
        for piece in page.pieces:
            open_packet += page.content[at : at + piece]
            at += piece
            if piece < PIECE:
                packets.append(open_packet)
                open_packet = b""
        if len(packets) >= wanted:
            if len(packets) > wanted or open_packet:
                raise NotTaken(Why.BROKEN)
            sound = pages[number + 1 :]
            return packets, [replace(sound[0], marks=sound[0].marks & ~GOES_ON), *sound[1:]] if sound else []
    raise NotTaken(Why.BROKEN)


def _page(packets: list[bytes], marks: int, stream: int) -> Page:
    pieces = b"".join(bytes([PIECE] * (len(each) // PIECE) + [len(each) % PIECE]) for each in packets)
    if len(pieces) > MOST_PIECES:
        raise NotTaken(Why.BROKEN)
    return Page(marks, 0, stream, pieces, b"".join(packets))


def _sum(page: bytes) -> int:
    """Ogg’s sum runs through the bits in the other direction than zlib’s."""
    turned = zlib.crc32(page.translate(TURNED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{turned:032b}"[::-1], 2)
