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
from beenthere.matching.models import HandOver, KindWord, Match
from beenthere.matching.models.kind_words import Kind
from beenthere.people.models import Person


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
        KindWord.objects.filter(match=match, author=by, kind=Kind.GOODBYE).delete()
        record("match.end_taken_back", by=by, thing=match)
        letters.goes_on(match)


@transaction.atomic
def end_on_its_day(*, match_id: UUID) -> None:
    """The day that was told ahead is over."""
    rows = Match.objects.current().select_for_update(of=("self",)).select_related("supporter", "asker")
    match = rows.filter(pk=match_id).first()
    if match and match.supporter and match.ends_on and match.ends_on < clock.today(match.supporter):
        end_match(by=match.supporter, match=match)


@transaction.atomic
def write_hand_over(*, by: Person, text: str, with_ask: bool = False) -> None:
    """Write, or write anew, for the next supporter: whoever supports one by now, or did before, does not see it."""
    require(rules.is_peer, by)
    facts = {"text": text, "with_ask": with_ask, "begun_at": clock.now()}
    HandOver.objects.update_or_create(person=by, defaults=facts)
    record("hand_over.written", by=by, thing=by)


@transaction.atomic
def remove_hand_over(*, by: Person) -> None:
    """Nobody reads it any more."""
    require(rules.is_peer, by)
    HandOver.objects.filter(person=by).delete()
    record("hand_over.removed", by=by, thing=by)
