"""What people and the clock do in the directory."""

from beenthere.core.still_right import AlreadyAnswered, SaysSomethingElse
from beenthere.directory.actions.keeping import (
    answer_link,
    ask_now,
    close_link,
    decide,
    make_link,
    mark_sent,
    note_sent,
)
from beenthere.directory.actions.telling import (
    confirm_own,
    keep_own,
    publish_what_happened,
    set_standing,
    take_back_what_happened,
    tell_what_happened,
)

__all__ = [
    "AlreadyAnswered",
    "SaysSomethingElse",
    "answer_link",
    "ask_now",
    "close_link",
    "confirm_own",
    "decide",
    "keep_own",
    "make_link",
    "mark_sent",
    "note_sent",
    "publish_what_happened",
    "set_standing",
    "take_back_what_happened",
    "tell_what_happened",
]
