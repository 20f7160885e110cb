"""Pictures: nothing of what a phone hides in them comes through, and nothing that only calls itself a picture."""

import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from beenthere.core.media import pictures
from beenthere.core.media.refused import NotTaken, Why
from beenthere.core.media.tests.make import HIDDEN, jpeg, saved


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def why(data: bytes) -> Why:
    with pytest.raises(NotTaken) as refused:
        pictures.written_anew(data)
    return refused.value.why


def test_the_place_the_maker_and_the_remark_are_gone() -> None:
    before = jpeg()
    assert opened(before).getexif().get_ifd(0x8825)
    for picture in pictures.written_anew(before).values():
        assert HIDDEN not in picture.data
        after = opened(picture.data)
        assert not after.getexif()
        assert after.info.keys() <= {"loop", "background", "timestamp", "duration"}


def test_what_stands_behind_the_picture_is_gone() -> None:
    assert HIDDEN not in pictures.written_anew(jpeg() + HIDDEN)["large"].data


def test_a_picture_taken_sideways_stands_upright() -> None:
    assert opened(pictures.written_anew(jpeg(60, 40, turned=6))["large"].data).size == (40, 60)


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_what_one_could_look_through_becomes_white(form: str) -> None:
    dot = opened(pictures.written_anew(saved(form))["small"].data).convert("RGB").getpixel((1, 1))
    assert isinstance(dot, tuple)
    assert min(dot) > 250


def test_it_is_made_as_small_as_pages_need_it() -> None:
    noisy = Image.effect_noise((2000, 1500), 90)
    file = BytesIO()
    noisy.save(file, "JPEG", quality=90)
    sizes = pictures.written_anew(file.getvalue())
    assert [(each.width, each.height) for each in sizes.values()] == [(160, 120), (640, 480), (1600, 1200)]
    assert len(sizes["tiny"].data) < 10_000
    assert len(sizes["small"].data) < 90_000


def test_a_small_file_that_unpacks_into_a_huge_picture_is_refused_before_it_does() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b"")]
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(each)) + name + each + struct.pack(">I", zlib.crc32(name + each)) for name, each in parts
    )
    assert why(bomb) == Why.TOO_MANY_DOTS
    assert why(saved("PNG", 5000, 4001)) == Why.TOO_MANY_DOTS


@pytest.mark.parametrize(
    "disguised",
    [b"<html><script>alert(1)</script>", b'<svg xmlns="http://www.w3.org/2000/svg"/>', b"GIF89a" + bytes(30), b""],
)
def test_what_only_calls_itself_a_picture_is_refused(disguised: bytes) -> None:
    assert why(disguised) == Why.KIND


def test_too_many_bytes_are_refused() -> None:
    assert why(bytes(pictures.MOST_BYTES + 1)) == Why.TOO_LARGE


@pytest.mark.filterwarnings("ignore::UserWarning")  # what the decoder finds odd in hidden remarks
@settings(max_examples=60, deadline=None)
@given(at=st.integers(0, 900), value=st.integers(0, 255), end=st.integers(0, 900))
def test_a_spoiled_file_is_taken_or_refused_and_never_stops_the_site(at: int, value: int, end: int) -> None:
    data = bytearray(jpeg())
    data[at % len(data)] = value
    with suppress(NotTaken):
        assert pictures.written_anew(bytes(data[: end or len(data)]))
