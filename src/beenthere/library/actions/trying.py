"""“I tried this too”, a worry about a card, and what somebody would rather not see."""

from collections.abc import Collection

from django.db import transaction

from beenthere.core import clock, keys
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.library.models import Card, CardWorry, Said, Tried, Wishes
from beenthere.people.models import Person
from beenthere.people.rules import is_peer

MOST_WORRIES = 20


def said_token(person_id: object, card_id: object) -> str:
    """The keyed token under which somebody is counted once for a card."""
    return keys.token(f"{person_id}:{card_id}", purpose="library.said")


def tried_token(person_id: object, card_id: object) -> str:
    """The keyed token under which somebody finds their own word again. Not the other one: it would join the two."""
    return keys.token(f"{person_id}:{card_id}", purpose="library.tried")


@transaction.atomic
def say(*, by: Person, card: Card, what: str) -> None:
    """Say how it went: one word for a person and card, which can change."""
    require(is_peer, by)
    Said.objects.update_or_create(token=said_token(by.pk, card.pk), defaults={"card": card, "what": what})
    said = {"card": str(card.pk), "challenge": card.challenge, "what": what}
    Tried.objects.update_or_create(token=tried_token(by.pk, card.pk), defaults={"person": by, "said": said})
    record("card.said", by=by, thing=None)


@transaction.atomic
def take_saying_back(*, by: Person, card: Card) -> None:
    """Be counted no more."""
    require(is_peer, by)
    Said.objects.filter(token=said_token(by.pk, card.pk)).delete()
    Tried.objects.visible_to(by).filter(token=tried_token(by.pk, card.pk)).delete()
    record("card.unsaid", by=by, thing=None)


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
