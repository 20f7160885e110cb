"""Why a file is not taken."""

from enum import StrEnum


class Why(StrEnum):
    """What is in the way, as a word that a screen turns into a sentence."""

    KIND = "kind"  # its bytes are no kind that we take, whatever its name says
    BROKEN = "broken"  # it begins like one and cannot be read
    TOO_LARGE = "too large"  # bytes
    TOO_MANY_DOTS = "too many dots"  # pixels: a small file may unpack into a huge picture
    MORE_THAN_SOUND = "more than sound"  # a film, or something else beside the sound


class NotTaken(Exception):
    """A file that is not taken."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
