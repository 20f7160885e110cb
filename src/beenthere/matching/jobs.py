"""The clock of the asks: a nudge after three days, the next person after seven. A day is 24 hours."""

import datetime as dt
from uuid import UUID

from beenthere.core import clock
from beenthere.core.jobs import enqueue, every, job
from beenthere.matching import waiting
from beenthere.matching.actions import apart, indexing, leaving, moving
from beenthere.matching.models import Ask, Match, MatchRequest, Offer, Proposal, Shown
from beenthere.matching.models.proposals import LINE_LASTS
from beenthere.matching.waiting import DAY

SHOWN_KEPT = dt.timedelta(days=14)
PIECE, PIECES = 200, 20


@job
def nudge(ask_id: str) -> None:
    moving.nudge(ask_id=UUID(ask_id))


@job
def move_on(ask_id: str) -> None:
    moving.move_on(ask_id=UUID(ask_id))


@job
def begin_rest(offer_id: str) -> None:
    moving.begin_rest(offer_id=UUID(offer_id))


@job
def look_again(request_id: str) -> None:
    moving.look_again(request_id=UUID(request_id))


@job
def end_on_its_day(match_id: str) -> None:
    leaving.end_on_its_day(match_id=UUID(match_id))


@every(minutes=15)
def sweep() -> None:
    """Find what is due; each ask is its own job, so that one that fails holds up nobody."""
    open_asks = Ask.objects.answerable()
    late = open_asks.filter(waiting_since__lte=clock.now() - waiting.NEXT_AFTER)
    for ask_id in late.values_list("pk", flat=True):
        enqueue(move_on, ask_id=str(ask_id))
    slow = open_asks.filter(nudged_at=None, waiting_since__lte=clock.now() - waiting.NUDGE_AFTER)
    for ask_id in slow.exclude(pk__in=late.values("pk")).values_list("pk", flat=True):
        enqueue(nudge, ask_id=str(ask_id))
    # In some zone it may have begun already, or still go on.
    begun = open_asks.filter(offer__paused_at__isnull=False, offer__paused_from__lte=clock.today() + DAY)
    rests = begun.exclude(offer__paused_until__lt=clock.today() - DAY)
    for offer_id in rests.values_list("offer_id", flat=True).distinct():
        enqueue(begin_rest, offer_id=str(offer_id))
    quiet = MatchRequest.objects.open().filter(heard_at__lte=clock.now() - waiting.LOOK_AGAIN_AFTER)
    for request_id in quiet.exclude(asks__in=Ask.objects.live()).values_list("pk", flat=True):
        enqueue(look_again, request_id=str(request_id))
    # Whether the day is over where the supporter is, the job looks.
    for match_id in Match.objects.current().filter(ends_on__lte=clock.today()).values_list("pk", flat=True):
        enqueue(end_on_its_day, match_id=str(match_id))
    Shown.objects.filter(shown_at__lt=clock.now() - SHOWN_KEPT).delete()
    Proposal.objects.filter(offered_at__lt=clock.now() - LINE_LASTS).delete()


@every(minutes=60)
def name_offers() -> None:
    """After an update: note the names of offers that were made before."""
    apart.note_missing_names()


@every(minutes=1)
def keep_index_in_step() -> None:
    """Bring into the index of suggestions what changed, in small pieces; offers from before it get their numbers."""
    indexing.mark(Offer.objects.filter(slot=None).values_list("pk", flat=True)[:PIECE])
    for _ in range(PIECES):
        if indexing.bring_in_step(most=PIECE) < PIECE:
            break
