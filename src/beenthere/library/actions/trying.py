"""“I tried this too”, a worry about a card, and what somebody would rather not see."""

import datetime as dt
from collections.abc import Collection, Mapping

from django.db import transaction

from beenthere.core import clock, keys
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.library.models import Card, CardWorry, Tried, Wishes
from beenthere.people.models import Person
from beenthere.people.rules import is_peer

MOST_WORRIES = 20


def tried_token(person_id: object, card_id: object) -> str:
    """The keyed token under which somebody finds their own word again."""
    return keys.token(f"{person_id}:{card_id}", purpose="library.tried")


@transaction.atomic
def say(*, by: Person, card: Card, what: str) -> None:
    """Say how it went: one word for a person and card, which can change."""
    require(is_peer, by)
    said = {"card": str(card.pk), "challenge": card.challenge, "what": what, "on": clock.today().isoformat()}
    Tried.objects.update_or_create(token=tried_token(by.pk, card.pk), defaults={"person": by, "said": said})
    record("card.said", by=by, thing=None)


@transaction.atomic
def take_saying_back(*, by: Person, card: Card) -> None:
    """Be counted no more, from the next month on: at once would tell whoever watches the number."""
    require(is_peer, by)
    Tried.objects.visible_to(by).filter(token=tried_token(by.pk, card.pk)).delete()
    record("card.unsaid", by=by, thing=None)


@transaction.atomic
def publish_counts(*, as_of: dt.date, counted: Mapping[str, dict[str, int]]) -> None:
    """Show one month's numbers, once for each card; what they were is not changed before the next."""
    for card in Card.objects.exclude(counted_on=as_of).select_for_update():
        card.counted, card.counted_on = counted.get(str(card.pk), {}), as_of
        card.save(update_fields=["counted", "counted_on"])
    record("card.counted", by=None, thing=None)


@transaction.atomic
def worry(*, card: Card, what: str) -> None:
    """Tell readers that something may be wrong. Who tells it is not kept."""
    if card.worries.count() < MOST_WORRIES:
        CardWorry.objects.create(card=card, what=what, on=clock.today())


@transaction.atomic
def choose_wishes(*, by: Person, hidden: Collection[str], no_offers: bool, words_only: bool = False) -> None:
    """Choose what the library leaves out, and whether it offers anything elsewhere."""
    require(is_peer, by)
    told = {"hidden": sorted(hidden), "no_offers": no_offers, "words_only": words_only}
    Wishes.objects.update_or_create(person=by, defaults=told)
    record("library.wished", by=by, thing=None)
