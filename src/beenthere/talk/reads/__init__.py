"""What other apps and the screens ask about messages and concerns."""

from beenthere.talk.reads.concerns import (
    LOOKED_AT,
    Reader,
    concerns_to_read,
    others_to_read,
    parted,
    person_met,
    readers_for,
    readers_of,
    told_concerns,
    words_of,
)
from beenthere.talk.reads.messages import SHOWN_AT_ONCE, Line, Shown, lines_of, new_count, shown_to

__all__ = [
    "LOOKED_AT", "SHOWN_AT_ONCE", "Line", "Reader", "Shown", "concerns_to_read", "lines_of", "new_count",
    "others_to_read", "parted", "person_met", "readers_for", "readers_of", "shown_to", "told_concerns", "words_of",
]  # fmt: skip
