"""Two people stop walking together."""

from django.db import transaction
from django.db.models import F

from beenthere.consent.actions import disconnect
from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import letters, rules
from beenthere.matching.actions.caring import say_goodbye
from beenthere.matching.actions.indexing import mark_offer_of
from beenthere.matching.models import Match, Offer
from beenthere.people.models import Person


@transaction.atomic
def end_match(*, by: Person, match: Match, goodbye: str = "") -> None:
    """End it, without a reason: writing and sharing stop, everything that is one's own stays."""
    require(rules.is_in_match, by, match)
    if not close_match(match, told=match.other(by)):
        return
    record("match.ended", by=by, thing=match)
    if goodbye:
        say_goodbye(by=by, match=match, text=goodbye)
    other = match.other(by)
    # Two people may support each other: the connection lasts as long as one of the two matches does.
    if other and not Match.objects.between(by.pk, other.pk).current().exists():
        disconnect(one=by.pk, other=other.pk)


def close_match(match: Match, *, told: Person | None) -> bool:
    """Mark it ended, free the supporter's place, and tell the other one; says whether it was still current."""
    if Match.objects.current().filter(pk=match.pk).update(ended_at=clock.now()) != 1:
        return False
    match.ended_at = clock.now()
    if match.supporter_id:
        Offer.objects.filter(supporter=match.supporter_id, taken__gt=0).update(taken=F("taken") - 1)
        mark_offer_of(match.supporter_id)
    letters.settle_match(match)
    if told:
        letters.ended(match, to=told)
    return True
