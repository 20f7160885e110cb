"""A picture is decoded and painted onto a new one: where and with what it was made stays behind."""

import struct
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from beenthere.core.media.refused import NotTaken, Why

MOST_BYTES = 10 * 1024 * 1024
FORMATS = ("JPEG", "PNG", "WEBP")
CONTENT_TYPE = "image/webp"
MOST_DOTS = {"JPEG": 50_000_000}  # a JPEG is made smaller while it is read; others are unpacked whole
MOST_DOTS_ELSE = 20_000_000
LONGEST_SIDE = 1600
QUALITIES = (80, 65, 50, 35, 20)
# What each is for: a list, the page, and whoever asks for more. Bytes it should not pass where it can.
SIZES = {"tiny": (160, 6_000), "small": (640, 40_000), "large": (LONGEST_SIDE, 400_000)}
BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, ZeroDivisionError, struct.error)


@dataclass(frozen=True)
class Picture:
    """One size of a picture, as WebP."""

    data: bytes
    width: int
    height: int


def written_anew(data: bytes) -> dict[str, Picture]:
    """Give a picture in the sizes that we show, with nothing in them but its dots."""
    if len(data) > MOST_BYTES:
        raise NotTaken(Why.TOO_LARGE)
    dots = _dots(data)
    return {name: _saved(dots, side, bytes_) for name, (side, bytes_) in SIZES.items()}


def _dots(data: bytes) -> Image.Image:
    """The dots alone, upright, at most as large as we show them, on white where one could look through."""
    try:
        with _opened(data) as found:
            found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            found.load()
            upright = ImageOps.exif_transpose(found)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            seen = upright.convert("RGBA")
    except BROKEN as error:
        raise NotTaken(Why.BROKEN) from error
    plain = Image.new("RGB", seen.size, "white")
    plain.paste(seen, mask=seen.getchannel("A"))
    return plain


def _opened(data: bytes) -> Image.Image:
    """Read its head, and refuse before a dot is unpacked."""
    try:
        found = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NotTaken(Why.TOO_MANY_DOTS) from error
    except UnidentifiedImageError as error:
        raise NotTaken(Why.KIND) from error
    if found.width * found.height > MOST_DOTS.get(found.format or "", MOST_DOTS_ELSE):
        raise NotTaken(Why.TOO_MANY_DOTS)
    return found


def _saved(dots: Image.Image, side: int, most_bytes: int) -> Picture:
    """The best that fits into so many bytes; the plainest if none does."""
    shown = dots.copy()
    shown.thumbnail((side, side))
    data = b""
    for quality in QUALITIES:
        file = BytesIO()
        shown.save(file, "WEBP", quality=quality, method=4)
        data = file.getvalue()
        if len(data) <= most_bytes:
            break
    return Picture(data, shown.width, shown.height)
