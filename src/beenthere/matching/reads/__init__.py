"""What screens, and the apps above, ask about matching."""

from beenthere.matching.reads.caring import Thanked, goodbyes_of, listeners, past_matches, thanks_to
from beenthere.matching.reads.desk import (
    Late,
    OfferWaiting,
    Room,
    Waiting,
    late_answers,
    offers_waiting_for,
    room,
    waiting_list,
)
from beenthere.matching.reads.pages import (
    AskPage,
    Choice,
    ask_page,
    choice_of,
    choices_of,
    current_matches,
    decisions_on,
    match_of,
    my_asks,
    offers_support,
    open_request,
)
from beenthere.matching.reads.proposals import (
    DeskLine,
    desk_lines,
    draft_of,
    in_the_list,
    last_offered,
    places_for,
    proposed_to,
    whole_list,
)
from beenthere.matching.reads.suggestions import (
    Card,
    current_page,
    people_shown,
    suggestions_anew,
    suggestions_before,
    wish_of,
)
from beenthere.matching.reads.today import Due, MyRequest, asks_due, my_request, usual_wait

__all__ = [
    "AskPage", "Card", "Choice", "DeskLine", "Due", "Late", "MyRequest", "OfferWaiting", "Room", "Thanked",
    "Waiting", "ask_page", "asks_due", "choice_of", "choices_of", "current_matches", "current_page",
    "decisions_on", "desk_lines", "draft_of", "goodbyes_of", "in_the_list", "last_offered", "late_answers",
    "listeners", "match_of", "my_asks", "my_request", "offers_support", "offers_waiting_for", "open_request",
    "past_matches", "people_shown", "places_for", "proposed_to", "room", "suggestions_anew",
    "suggestions_before", "thanks_to", "usual_wait", "waiting_list", "whole_list", "wish_of",
]  # fmt: skip
