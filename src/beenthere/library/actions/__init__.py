"""What people do in the library."""

from beenthere.library.actions.illustrating import add_picture, add_sound, leave_out
from beenthere.library.actions.reading import (
    answer_yes,
    ask_for_change,
    leave_to_others,
    nudge,
    pass_on,
    put_away,
    read_for_others,
    stop_reading,
    translate,
)
from beenthere.library.actions.trying import choose_wishes, publish_counts, say, take_saying_back, worry
from beenthere.library.actions.writing import (
    change,
    look_for_readers,
    remove,
    send,
    take_all_back,
    take_back,
    write,
)

__all__ = [
    "add_picture",
    "add_sound",
    "answer_yes",
    "ask_for_change",
    "change",
    "choose_wishes",
    "leave_out",
    "leave_to_others",
    "look_for_readers",
    "nudge",
    "pass_on",
    "publish_counts",
    "put_away",
    "read_for_others",
    "remove",
    "say",
    "send",
    "stop_reading",
    "take_all_back",
    "take_back",
    "take_saying_back",
    "translate",
    "worry",
    "write",
]
