"""MP3: frame after frame of sound; what stands before, between and after them (tags, covers, words) stays behind."""

from collections.abc import Iterator

from beenthere.core.media.refused import NotTaken, Why

# Thousands of bits a second and samples a second, by the codes of a frame's head (ISO/IEC 11172-3 and 13818-3).
BITS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
BITS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
VERSION_1, LAYER_3 = 3, 1
HEAD, ID3_HEAD = 4, 10
IN_A_ROW = 3  # so many frames one after another are no accident
FEWEST = 8


def frame_at(data: bytes, at: int) -> int:
    """How many bytes the frame that begins here has, or 0 if none begins here."""
    if at + HEAD > len(data) or data[at] != 0xFF or data[at + 1] & 0xE0 != 0xE0:
        return 0
    version, layer = data[at + 1] >> 3 & 3, data[at + 1] >> 1 & 3
    bits, rate, padding = data[at + 2] >> 4, data[at + 2] >> 2 & 3, data[at + 2] >> 1 & 1
    if version not in RATES or layer != LAYER_3 or bits in {0, 15} or rate == 3:
        return 0
    thousands, samples = (BITS_1, 144) if version == VERSION_1 else (BITS_2, 72)
    return samples * thousands[bits] * 1000 // RATES[version][rate] + padding


def written_anew(data: bytes) -> bytes:
    """Give its frames alone."""
    anew, number = bytearray(), 0
    for number, frame in enumerate(_frames(data), start=1):  # noqa: B007  (how many there were counts after it)
        anew += frame
    if number < FEWEST:
        raise NotTaken(Why.BROKEN)
    return bytes(anew)


def _frames(data: bytes) -> Iterator[bytes]:
    at = _next_frame(data, 0)
    while at < len(data):
        size = frame_at(data, at)
        if size and at + size <= len(data):
            yield data[at : at + size]
            at += size
        else:
            at = _next_frame(data, at + 1 if data[at : at + 3] != b"ID3" else at)


def _next_frame(data: bytes, at: int) -> int:
    """Where the next frame that is followed by others begins; the end of the file if there is none."""
    while 0 <= at < len(data):
        if data[at : at + 3] == b"ID3" and at + ID3_HEAD <= len(data):
            at += ID3_HEAD + _id3_size(data[at + 6 : at + ID3_HEAD])
        elif _in_a_row(data, at):
            return at
        else:
            at = data.find(b"\xff", at + 1)
    return len(data)


def _id3_size(four: bytes) -> int:
    return four[0] << 21 | four[1] << 14 | four[2] << 7 | four[3]


def _in_a_row(data: bytes, at: int) -> bool:
    for _ in range(IN_A_ROW):
        size = frame_at(data, at)
        if not size:
            return False
        at += size
    return at <= len(data)
