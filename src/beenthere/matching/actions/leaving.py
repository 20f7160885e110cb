"""A supporter who rests or leaves tells the people they walk with first; these may hand over in their own words."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.matching import letters, rules
from beenthere.matching.actions.caring import keep_words
from beenthere.matching.actions.matches import end_match
from beenthere.matching.actions.offers import pause_offer
from beenthere.matching.models import HandOver, Match, Offer
from beenthere.matching.models.kind_words import Kind
from beenthere.people.models import Person


@transaction.atomic
def rest_and_tell(
    *, by: Person, offer: Offer, since: dt.date | None = None, until: dt.date | None = None, words: str = ""
) -> None:
    """Rest, and tell each person one walks with: a letter at once, and the words where they walk together."""
    require(rules.owns_offer, by, offer)
    pause_offer(by=by, offer=offer, since=since, until=until)
    for match in Match.objects.current().filter(supporter=by).select_related("asker"):
        if words:
            keep_words(by, match, Kind.REST, words)
        letters.will_rest(match)


@transaction.atomic
def plan_end(*, by: Person, match: Match, on: dt.date, words: str = "") -> None:
    """Stop supporting after a day that is told ahead; until then all stays as it is."""
    require(rules.supports_in, by, match)
    Match.objects.current().filter(pk=match.pk).update(ends_on=on)
    if words:
        keep_words(by, match, Kind.GOODBYE, words)
    record("match.end_planned", by=by, thing=match)
    letters.will_end(match)


@transaction.atomic
def take_end_back(*, by: Person, match: Match) -> None:
    """Go on walking together after all."""
    require(rules.supports_in, by, match)
    if Match.objects.current().filter(pk=match.pk, ends_on__isnull=False).update(ends_on=None):
        record("match.end_taken_back", by=by, thing=match)
        letters.goes_on(match)


@transaction.atomic
def end_on_its_day(*, match_id: UUID) -> None:
    """The day that was told ahead is over."""
    match = Match.objects.current().select_related("supporter", "asker").filter(pk=match_id).first()
    if match and match.supporter and match.ends_on and match.ends_on < clock.today(match.supporter):
        end_match(by=match.supporter, match=match)


@transaction.atomic
def write_hand_over(*, by: Person, text: str, with_ask: bool = False) -> None:
    """Write for the next supporter; whoever supports one now does not see what is begun now."""
    require(rules.is_peer, by)
    HandOver.objects.update_or_create(person=by, defaults={"text": text, "with_ask": with_ask})
    record("hand_over.written", by=by, thing=by)


@transaction.atomic
def remove_hand_over(*, by: Person) -> None:
    """Nobody reads it any more."""
    require(rules.is_peer, by)
    HandOver.objects.filter(person=by).delete()
    record("hand_over.removed", by=by, thing=by)
