"""How a request moves along its list: pushed by answers, by the clock, and by what happens elsewhere.

Every step claims the ask by one conditional update, so that of two that come at once only one counts, and the
clock may strike twice without harm.
"""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from beenthere.core import clock
from beenthere.core.audit import record
from beenthere.matching import letters, reads, waiting
from beenthere.matching.actions.indexing import mark
from beenthere.matching.actions.problems import CannotBeAsked, NoLongerOpen
from beenthere.matching.models import Ask, MatchRequest, Offer
from beenthere.matching.models.requests import ANSWERABLE, AskState
from beenthere.people.reads import kept_apart

SILENT_IN_A_ROW = 2


def ask_next(request: MatchRequest) -> bool:
    """Ask the next person on the list who can be asked; says whether there was one."""
    if not MatchRequest.objects.open().filter(pk=request.pk).exists():
        return False
    for ask in request.asks.filter(state=AskState.QUEUED).select_related("offer", "supporter"):
        now = clock.now()
        if not can_be_asked(ask):
            claim(ask, (AskState.QUEUED,), AskState.PASSED)
        elif claim(ask, (AskState.QUEUED,), AskState.ASKED, asked_at=now, waiting_since=now, closed_at=None):
            record("ask.asked", by=None, thing=ask)
            letters.you_are_asked(ask)
            return True
    return False


def ask_this_one(request: MatchRequest, offer: Offer) -> None:
    """Ask one person whom the asker named, as the next of their list. Raises CannotBeAsked, NoLongerOpen."""
    ask = Ask(request=request, offer=offer, asker=request.person, supporter=offer.supporter)
    if not can_be_asked(ask):
        raise CannotBeAsked
    if not request.is_open or request.asks.live().exists():
        raise NoLongerOpen
    ask.rank = request.asks.count() + 1
    ask.save(force_insert=True)
    ask_next(request)


def can_be_asked(ask: Ask) -> bool:
    """Whether the supporter could say yes now. Blocked, paused and full are one and the same to the asker."""
    offer = ask.offer
    approved = Offer.objects.approved().with_room().filter(pk=offer.pk).exists()
    return approved and not offer.is_paused and not kept_apart(ask.asker, ask.supporter)


def close(ask: Ask, state: AskState) -> bool:
    """Close an ask that waits for an answer, and turn to the next on the list; says whether it was still open."""
    if not claim(ask, ANSWERABLE, state):
        return False
    record(f"ask.{state}", by=None, thing=ask)
    tell_how_it_goes_on(ask)
    return True


def tell_how_it_goes_on(ask: Ask) -> None:
    """Ask the next one and tell the asker; or tell honestly that nobody is left."""
    MatchRequest.objects.filter(pk=ask.request_id).update(heard_at=clock.now())
    if ask_next(ask.request):
        letters.next_is_asked(ask)
    else:
        letters.nobody_is_left(ask)


def pass_on_all(asks: Iterable[Ask]) -> None:
    """Move every one of these on, as a pass without words."""
    for ask in list(asks):
        close(ask, AskState.PASSED)


def rest(offer: Offer, *, since: dt.date | None = None, until: dt.date | None = None) -> None:
    """Let an offer rest; if that begins now, whoever waits for its answer is passed on at once."""
    offer.paused_at, offer.paused_from, offer.paused_until = clock.now(), since, until
    offer.save(update_fields=["paused_at", "paused_from", "paused_until"])
    mark([offer.pk])
    if offer.is_paused:
        pass_on_all(offer.asks.answerable())


@transaction.atomic
def begin_rest(*, offer_id: UUID) -> None:
    """A planned rest begins: whoever waits is passed on, as with any rest."""
    offer = Offer.objects.select_related("supporter").get(pk=offer_id)
    if offer.is_paused:
        pass_on_all(offer.asks.answerable())


def release_unless_available(offer: Offer) -> None:
    """Whoever waits for a supporter without room, or without an organisation's yes, is passed on at once."""
    if not Offer.objects.approved().with_room().filter(pk=offer.pk).exists():
        pass_on_all(offer.asks.answerable())


def no_longer_needed(asks: Iterable[Ask]) -> None:
    """Take asks back; a supporter who was really asked is told."""
    for ask in list(asks):
        was_asked = ask.is_answerable
        if claim(ask, (AskState.QUEUED, *ANSWERABLE), AskState.WITHDRAWN):
            record("ask.withdrawn", by=None, thing=ask)
            if was_asked:
                letters.no_longer_asked(ask)


@transaction.atomic
def nudge(*, ask_id: UUID) -> None:
    """After three days, remind once the side whose turn it is."""
    due = Ask.objects.answerable().filter(
        pk=ask_id, nudged_at=None, waiting_since__lte=clock.now() - waiting.NUDGE_AFTER
    )
    if due.update(nudged_at=clock.now()) == 1:
        ask = Ask.objects.get(pk=ask_id)
        if ask.state == AskState.ASKED:
            letters.nudge(ask)
        else:
            letters.nudge_to_answer_question(ask)


@transaction.atomic
def move_on(*, ask_id: UUID) -> None:
    """After seven days: a question goes back to the supporter unanswered; an unanswered ask goes to the next."""
    ask = Ask.objects.filter(pk=ask_id, waiting_since__lte=clock.now() - waiting.NEXT_AFTER).first()
    if ask is None:
        return
    if ask.state == AskState.ASKING_FIRST:
        if hand_back(ask):
            letters.question_lapsed(ask)
    elif claim(ask, (AskState.ASKED,), AskState.EXPIRED):
        record("ask.expired", by=None, thing=ask)
        letters.time_is_up(ask)
        tell_how_it_goes_on(ask)
        _let_the_silent_rest(ask)


def _let_the_silent_rest(ask: Ask) -> None:
    """Whoever let two in a row pass unanswered rests until they say so: nobody else should wait a week in vain."""
    settled = Ask.objects.filter(offer=ask.offer_id, asked_at__isnull=False).exclude(state__in=ANSWERABLE)
    last = settled.exclude(state=AskState.WITHDRAWN).order_by("-closed_at").values_list("state", "answered_at")
    silent = [state == AskState.EXPIRED and answered is None for state, answered in last[:SILENT_IN_A_ROW]]
    if len(silent) == SILENT_IN_A_ROW and all(silent) and not ask.offer.is_paused:
        rest(ask.offer)
        record("offer.paused", by=None, thing=ask.offer)
        letters.we_let_you_rest(ask.supporter)


def look_again(*, request_id: UUID) -> None:
    """Two weeks in which nobody was asked: say honestly how it stands, so that no open request lies in silence."""
    due = MatchRequest.objects.open().filter(pk=request_id, heard_at__lte=clock.now() - waiting.LOOK_AGAIN_AFTER)
    due = due.exclude(asks__in=Ask.objects.live())
    if (request := due.select_related("person").first()) is None:
        return
    somebody = bool(reads.suggestions_anew(request))  # weighed before the write begins, which stays short so
    with transaction.atomic():
        if due.update(heard_at=clock.now()) == 1:
            letters.still_open(request, somebody=somebody)


def hand_back(ask: Ask) -> bool:
    """It is the supporter's turn again, with a fresh clock."""
    facts = {"waiting_since": clock.now(), "nudged_at": None, "closed_at": None}
    return claim(ask, (AskState.ASKING_FIRST,), AskState.ASKED, **facts)


def claim(ask: Ask, before: tuple[AskState, ...], after: AskState, **facts: dt.datetime | None) -> bool:
    """Let exactly one of those who come at once change the state."""
    values: dict[str, object] = {"state": after, "closed_at": clock.now(), **facts}
    claimed = Ask.objects.filter(pk=ask.pk, state__in=before).update(**values) == 1
    if claimed:
        for name, value in values.items():
            setattr(ask, name, value)
        mark([ask.offer_id])  # who waits for an answer strains, and a yes takes a place
        letters.settle(ask)
    return claimed
