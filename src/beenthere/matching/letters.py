"""What the site writes to the two sides. A letter holds no name and no word of anybody: it leads to the page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from beenthere.matching.models import Ask, Match, MatchRequest, ProposalLine
from beenthere.people.actions import settle_letters, write_letter
from beenthere.people.models import Person

NEXT_IS_ASKED = _("Somebody you chose cannot take this on just now. We have asked the next person on your list.")
NOBODY_LEFT = _(
    "Nobody on your list can take this on just now. That says nothing about you. Here is what you can do meanwhile."
)


def you_are_asked(ask: Ask) -> None:
    _to_supporter(
        ask, _("Somebody would like to walk with you. Please answer within seven days: yes, a question, or pass.")
    )


def nudge(ask: Ask) -> None:
    _to_supporter(ask, _("Somebody has been waiting three days for your answer. A kind “pass” is an answer too."))


def nudge_to_answer_question(ask: Ask) -> None:
    _to_asker(ask, _("A supporter asked you something and would be glad of an answer."))


def time_is_up(ask: Ask) -> None:
    _to_supporter(ask, _("Seven days have passed, so we have asked somebody else. No harm done. Do you need a rest?"))


def no_longer_asked(ask: Ask) -> None:
    _to_supporter(ask, _("Somebody no longer needs your answer. Thank you for being there."))


def next_is_asked(ask: Ask) -> None:
    _to_asker(ask, NEXT_IS_ASKED)


def we_let_you_rest(supporter: Person) -> None:
    text = _(
        "Two requests went unanswered, so your offer rests now. Nothing is lost and nobody is cross. "
        "If you would like to be asked again, one button brings it back."
    )
    write_letter(to=supporter, text=text, route="matching:offer")


def still_open(request: MatchRequest, *, somebody: bool) -> None:
    there = _("Your request for a supporter is still open. There are people who could walk with you: look again.")
    nobody = _(
        "Your request for a supporter is still open. Nobody with room fits it just now, and that says nothing about "
        "you. You can ask for something else, or take it back."
    )
    write_letter(
        to=request.person, text=there if somebody else nobody, route="matching:suggestions", route_args=[request.pk]
    )


def nobody_is_left(ask: Ask) -> None:
    _to_asker(ask, NOBODY_LEFT)


def question(ask: Ask) -> None:
    _to_asker(ask, _("Somebody you chose would like to ask you something first."))


def answer(ask: Ask) -> None:
    _to_supporter(ask, _("Your question was answered."))


def question_lapsed(ask: Ask) -> None:
    text = _("Your question was not answered in seven days. You can still say yes, or pass.")
    _to_supporter(ask, text)


def yes(ask: Ask, match: Match) -> None:
    text = _("Somebody you chose said yes. You can write to each other now.")
    write_letter(to=ask.asker, text=text, route="matching:match", route_args=[match.pk])


def ended(match: Match, to: Person) -> None:
    text = _(
        "Somebody you walked with has ended it here. Nobody needs to give a reason. Thank you for the way together."
    )
    write_letter(to=to, text=text, route="matching:match", route_args=[match.pk])


def goodbye(match: Match, *, to: Person) -> None:
    text = _("Somebody you walked with left you a goodbye.")
    write_letter(to=to, text=text, route="matching:match", route_args=[match.pk])


FOUND_IT_HEAVY = _("A supporter found something heavy, and wrote to you.")


def thanked(person: Person) -> None:
    write_letter(to=person, text=_("Somebody you walk or walked with thanks you."), route="matching:thanks")


def offer_yes(supporter: Person) -> None:
    write_letter(to=supporter, text=_("An organisation said yes to your offer of support."), route="matching:offer")


def offer_not_yet(supporter: Person) -> None:
    write_letter(to=supporter, text=_("An organisation answered your offer of support."), route="matching:offer")


def settle(ask: Ask) -> None:
    """What was written about this ask until now is settled: the next letter tells how it stands."""
    settle_letters(to=ask.supporter, route="matching:answer", route_args=[ask.pk])
    settle_letters(to=ask.asker, route="matching:suggestions", route_args=[ask.request_id])


def _to_supporter(ask: Ask, text: Promise | str) -> None:
    write_letter(to=ask.supporter, text=text, route="matching:answer", route_args=[ask.pk])


def _to_asker(ask: Ask, text: Promise | str) -> None:
    write_letter(to=ask.asker, text=text, route="matching:suggestions", route_args=[ask.request_id])


def somebody_is_proposed(line: ProposalLine) -> None:
    text = _("An organisation proposes a supporter to you. You see who and why, and you choose.")
    write_letter(to=line.request.person, text=text, route="matching:suggestions", route_args=[line.request_id])


def settle_match(match: Match) -> None:
    """What was written to the two about how it goes on is settled: it has ended, or goes on after all."""
    for person in (match.asker, match.supporter):
        if person:
            settle_letters(to=person, route="matching:match", route_args=[match.pk])


def will_rest(match: Match) -> None:
    text = _("Your supporter will rest for a while and tells you first. You see when, and what you can do.")
    _to_who_asked(match, text)


def will_end(match: Match) -> None:
    text = _("Your supporter will stop and tells you first. You see when, and what you can do.")
    _to_who_asked(match, text)


def goes_on(match: Match) -> None:
    settle_match(match)
    _to_who_asked(match, _("Your supporter does not stop after all."))


def _to_who_asked(match: Match, text: Promise | str) -> None:
    if match.asker:
        write_letter(to=match.asker, text=text, route="matching:match", route_args=[match.pk])
