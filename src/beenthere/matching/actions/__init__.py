"""What people do in matching."""

from beenthere.matching.actions.apart import keep_apart, keep_name_away, let_name_near
from beenthere.matching.actions.asks import accept_request, answer_question, ask_first, pass_on
from beenthere.matching.actions.caring import say_goodbye, say_it_was_heavy, say_thanks
from beenthere.matching.actions.leaving import (
    end_on_its_day,
    plan_end,
    remove_hand_over,
    take_end_back,
    write_hand_over,
)
from beenthere.matching.actions.matches import end_match
from beenthere.matching.actions.offers import (
    approve_offer,
    make_offer,
    not_yet,
    pause_offer,
    resume_offer,
    say_what_one_has,
    set_room,
    submit_offer,
)
from beenthere.matching.actions.problems import AlreadyAsking, CannotBeAsked, NoLongerOpen, NoRoom
from beenthere.matching.actions.proposals import (
    change_line,
    leave_proposed,
    offer_proposal,
    propose_list,
    take_line_out,
    take_proposed,
)
from beenthere.matching.actions.requests import (
    ask_again,
    ask_for_match,
    be_in_no_list,
    change_request,
    choose_again,
    choose_supporters,
    show_people,
    stop_telling,
    withdraw_request,
)

__all__ = [
    "AlreadyAsking", "CannotBeAsked", "NoLongerOpen", "NoRoom", "accept_request", "answer_question",
    "approve_offer", "ask_again", "ask_first", "ask_for_match", "be_in_no_list", "change_line",
    "change_request", "choose_again", "choose_supporters", "end_match", "end_on_its_day", "keep_apart",
    "keep_name_away", "leave_proposed", "let_name_near", "make_offer", "not_yet", "offer_proposal", "pass_on",
    "pause_offer", "plan_end", "propose_list", "remove_hand_over", "resume_offer",
    "say_goodbye", "say_it_was_heavy", "say_thanks", "say_what_one_has", "set_room", "show_people",
    "stop_telling", "submit_offer", "take_end_back", "take_line_out", "take_proposed", "withdraw_request",
    "write_hand_over",
]  # fmt: skip
