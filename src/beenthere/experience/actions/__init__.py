"""What people do with what they tell of themselves."""

from beenthere.experience.actions.about import change_word, choose_words, remove_word, tell
from beenthere.experience.actions.mirrors import (
    ask_for_mirror,
    keep_heard,
    leave_mirror,
    put_mirror_away,
    remove_mirror,
    stop_mirror,
    thank_for_mirror,
    write_mirror,
)
from beenthere.experience.actions.strengths import (
    begin_moment,
    find_strengths,
    forget_heard,
    move_strength_up,
    put_on_about,
    remove_moment,
    remove_strength,
    tell_moment,
    word_strength,
)

__all__ = [
    "ask_for_mirror",
    "begin_moment",
    "change_word",
    "choose_words",
    "find_strengths",
    "forget_heard",
    "keep_heard",
    "leave_mirror",
    "move_strength_up",
    "put_mirror_away",
    "put_on_about",
    "remove_mirror",
    "remove_moment",
    "remove_strength",
    "remove_word",
    "stop_mirror",
    "tell",
    "tell_moment",
    "thank_for_mirror",
    "word_strength",
    "write_mirror",
]
