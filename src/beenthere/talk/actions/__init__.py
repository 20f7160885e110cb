"""What people do with their words, and with a concern."""

from beenthere.talk.actions.concerns import (
    NobodyToRead,
    add_word,
    decide,
    say_it_is_safe,
    send_on,
    take_concern,
    tell_concern,
    withdraw_concern,
)
from beenthere.talk.actions.messages import mark_read, write

__all__ = [
    "NobodyToRead", "add_word", "decide", "mark_read", "say_it_is_safe", "send_on", "take_concern", "tell_concern",
    "withdraw_concern", "write",
]  # fmt: skip
