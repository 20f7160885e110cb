"""Sounds: told by their bytes, and nothing but the sound comes through."""

import struct
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beenthere.core.media import sounds
from beenthere.core.media.ogg import FIRST, Page
from beenthere.core.media.refused import NotTaken, Why
from beenthere.core.media.tests.make import HIDDEN, box, m4a, mp3, ogg, wav

KINDS: dict[str, Callable[[], bytes]] = {"audio/mpeg": mp3, "audio/wav": wav, "audio/ogg": ogg, "audio/mp4": m4a}


def why(data: bytes) -> Why:
    with pytest.raises(NotTaken) as refused:
        sounds.written_anew(data)
    return refused.value.why


@pytest.mark.parametrize("kind", KINDS)
def test_who_spoke_where_and_when_is_gone(kind: str) -> None:
    before = KINDS[kind]()
    after = sounds.written_anew(before)
    assert HIDDEN in before
    assert HIDDEN not in after.data
    assert after.content_type == kind


@pytest.mark.parametrize("kind", KINDS)
def test_written_anew_twice_it_is_the_same(kind: str) -> None:
    once = sounds.written_anew(KINDS[kind]()).data
    assert sounds.written_anew(once).data == once


def test_every_frame_of_an_mp3_stays_and_none_of_its_cover() -> None:
    after = sounds.written_anew(mp3(frames=12)).data
    assert after == (b"\xff\xfb\x90\x00" + bytes(413)) * 12


def test_the_samples_of_a_wav_stay() -> None:
    assert sounds.written_anew(wav()).data.endswith(b"data" + (100).to_bytes(4, "little") + bytes(range(100)))


def test_the_sound_of_an_ogg_stays_under_sums_that_fit() -> None:
    after = sounds.written_anew(ogg()).data
    assert b"sound" * 20 in after
    assert b"OpusTags" + bytes(8) in after
    assert b"test" not in after


def test_the_sum_of_a_page_is_the_one_that_players_expect() -> None:
    page = bytes.fromhex(
        "4f67675300020000000000000000b6dbbf3b00000000075aeb66011e01766f72626973000000000244ac00000000000080b5010000000000b801"
    )  # typed from a file that another program wrote
    assert Page(FIRST, 0, int.from_bytes(page[14:18], "little"), page[27:28], page[28:]).written(0) == page


def test_an_m4a_keeps_its_samples_in_their_place_and_not_its_times() -> None:
    before, after = m4a(), sounds.written_anew(m4a()).data
    assert len(after) == len(before)
    assert after.index(b"sound onesound two") == before.index(b"sound onesound two")
    assert (3_900_000_000).to_bytes(4, "big") not in after
    assert b"+45.42" not in after


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<html><script>alert(1)</script>", Why.KIND),
        (b"", Why.KIND),
        (m4a(b"vide"), Why.MORE_THAN_SOUND),
        (m4a() + box(b"moof", bytes(8)), Why.MORE_THAN_SOUND),
        (ogg()[:-1].replace(b"OpusHead", b"theora!!"), Why.KIND),
        (ogg(7)[:47] + ogg(8)[47:], Why.MORE_THAN_SOUND),
        (mp3(frames=3), Why.BROKEN),
        (wav()[:44], Why.BROKEN),
        (m4a().replace(b"stco", b"skip"), Why.BROKEN),
        (m4a().replace(struct.pack(">IIIII", 0, 1, 1, 2, 1), bytes(20)), Why.BROKEN),
        (bytes(sounds.MOST_BYTES + 1), Why.TOO_LARGE),
    ],
)
def test_what_is_no_sound_or_more_than_one_is_refused(data: bytes, expected: Why) -> None:
    assert why(data) == expected


@settings(max_examples=150, deadline=None)
@given(kind=st.sampled_from(sorted(KINDS)), at=st.integers(0, 4000), value=st.binary(min_size=1, max_size=8))
def test_a_spoiled_file_is_taken_or_refused_and_never_stops_the_site(kind: str, at: int, value: bytes) -> None:
    data = bytearray(KINDS[kind]())
    at %= len(data)
    data[at : at + len(value)] = value
    with suppress(NotTaken):
        assert sounds.written_anew(bytes(data)).data
