"""What people do with the database of trainings: one file for each kind of doing."""

from beenthere.training.actions.committee import go_back, propose_as_committee
from beenthere.training.actions.cover import end_cover, tick_cover
from beenthere.training.actions.proposing import propose, take_back_by_code
from beenthere.training.actions.reading import (
    AlreadyDecided,
    ChangedMeanwhile,
    publish_after_wait,
    read_proposal,
    step_aside,
)
from beenthere.training.actions.rhythm import (
    AlreadyAnswered,
    SaysSomethingElse,
    answer_link,
    ask_now,
    close_link,
    keep_up,
    lay_down,
    look_after,
    make_link,
    mark_sent,
    note_sent,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadyDecided",
    "ChangedMeanwhile",
    "SaysSomethingElse",
    "answer_link",
    "ask_now",
    "close_link",
    "end_cover",
    "go_back",
    "keep_up",
    "lay_down",
    "look_after",
    "make_link",
    "mark_sent",
    "note_sent",
    "propose",
    "propose_as_committee",
    "publish_after_wait",
    "read_proposal",
    "step_aside",
    "take_back_by_code",
    "tick_cover",
]
