"""Pictures and sounds of every kind, typed here, with what phones hide in them."""

import struct
from io import BytesIO

from PIL import Image

from beenthere.core.media.ogg import FIRST, LAST, Page

HIDDEN = b"Amara, 12 Bank Street"
GPS, MAKER, TURNED = 0x8825, 0x010F, 0x0112


def jpeg(width: int = 60, height: int = 40, *, turned: int = 1) -> bytes:
    """A picture with the place, the maker and a remark in it."""
    exif = Image.Exif()
    exif[MAKER], exif[TURNED] = HIDDEN.decode(), turned
    exif.get_ifd(GPS).update({1: "N", 2: (45.0, 25.0, 15.0), 3: "W", 4: (75.0, 41.0, 24.0)})
    file = BytesIO()
    Image.new("RGB", (width, height), "teal").save(file, "JPEG", exif=exif, comment=HIDDEN)
    return file.getvalue()


def saved(form: str, width: int = 60, height: int = 40) -> bytes:
    """A picture that one can look through, of another kind."""
    file = BytesIO()
    Image.new("RGBA", (width, height), (0, 0, 0, 0)).save(file, form)
    return file.getvalue()


def mp3(frames: int = 12) -> bytes:
    """Frames of silence between a tag with a cover before and a tag after."""
    frame = b"\xff\xfb\x90\x00" + bytes(413)
    tag = b"TPE1" + struct.pack(">IH", len(HIDDEN) + 1, 0) + b"\0" + HIDDEN + b"APIC" + b"\xff\xfb\x90\x00" * 9
    size = bytes([0, 0, len(tag) >> 7, len(tag) & 0x7F])
    return b"ID3\x04\0\0" + size + tag + frame * frames + b"TAG" + HIDDEN.ljust(125, b"\0")


def wav() -> bytes:
    """A hundred samples, and who spoke them."""
    how = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    parts = [(b"LIST", b"INFOIART" + struct.pack("<I", len(HIDDEN)) + HIDDEN + b"\0"), (b"fmt ", how)]
    body = b"WAVE" + b"".join(name + struct.pack("<I", len(each)) + each for name, each in parts)
    body += b"data" + struct.pack("<I", 100) + bytes(range(100))
    return b"RIFF" + struct.pack("<I", len(body)) + body


def ogg(stream: int = 7) -> bytes:
    """Opus: how it was coded, who speaks, and a page of sound."""
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 0, 48000, 0, 0)
    words = b"ARTIST=" + HIDDEN
    tags = b"OpusTags" + struct.pack("<I", 4) + b"test" + struct.pack("<II", 1, len(words)) + words
    pages = [(FIRST, 0, head), (0, 0, tags), (LAST, 960, b"\xfc" + b"sound" * 20)]
    told = [Page(marks, until, stream, bytes([len(each)]), each) for marks, until, each in pages]
    return b"".join(page.written(number) for number, page in enumerate(told))


def box(name: bytes, *content: bytes) -> bytes:
    """One box of an MP4 file."""
    body = b"".join(content)
    return struct.pack(">I", len(body) + 8) + name + body


def m4a(kind: bytes = b"soun") -> bytes:
    """Two samples of sound, with a place, a name, the times, and words hidden before the samples."""
    first = box(b"ftyp", b"M4A \0\0\0\0M4A mp42")
    mdat = box(b"mdat", HIDDEN, b"sound one", b"sound two")
    at = len(first) + 8 + len(HIDDEN)
    times = struct.pack(">III", 0, 3_900_000_000, 3_900_000_000)
    dref = struct.pack(">III4sI", 0, 1, 12, b"url ", 1)
    table = box(
        b"stbl", box(b"stsd", struct.pack(">II", 0, 1), box(b"mp4a", bytes(28))), box(b"stts", bytes(8)),
        box(b"stsc", struct.pack(">IIIII", 0, 1, 1, 2, 1)), box(b"stsz", struct.pack(">III", 0, 9, 2)),
        box(b"stco", struct.pack(">III", 0, 1, at)),
    )  # fmt: skip
    media = box(b"minf", box(b"smhd", bytes(8)), box(b"dinf", box(b"dref", dref)), table)
    handler = box(b"hdlr", bytes(8), kind, bytes(12), HIDDEN, b"\0")
    track = box(b"trak", box(b"tkhd", times, bytes(72)), box(b"mdia", box(b"mdhd", times, bytes(12)), handler, media))
    place = box(b"udta", box(b"\xa9xyz", b"+45.42-075.69/", HIDDEN))
    return first + mdat + box(b"moov", box(b"mvhd", times, bytes(88)), track, place)
