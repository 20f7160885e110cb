"""By which words and choices a card is found."""

from collections.abc import Collection

from django.utils.translation import override

from beenthere.core.challenges import CHALLENGES
from beenthere.core.search import Entry
from beenthere.core.words import fold
from beenthere.library.models import Card, CardText

KIND = "card"


def entry_of(card: Card) -> Entry:
    """Give all by which the search finds it. In a list it stands by its title: never by when it came."""
    texts = list(card.texts.all())
    order = {text.language: fold(text.title) for text in texts}
    titles = {language: order.get(language) or order[card.language] for language in ("en", "fr")}
    return Entry({text.language: _words(card, text) for text in texts}, facets_of(card), titles)


def facets_of(card: Card) -> dict[str, Collection[str]]:
    """What a card has of each facet."""
    return {
        "challenge": (card.challenge,),
        "kind": (card.kind,),
        "by": ("project" if card.editorial else "peers",),
        "told": [text.language for text in card.texts.all()],
        "note": card.notes or ("none",),
    }


def _words(card: Card, text: CardText) -> list[str]:
    with override(text.language):
        told = [text.title, str(CHALLENGES.get(card.challenge, "")), text.picture, text.sound]
        return told + [words for _heading, words in text.parts()]
