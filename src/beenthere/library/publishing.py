"""From a sealed writing to a public card, and back. The link between the two lies sealed in the writing alone."""

import secrets

from django.db import transaction

from beenthere.core import clock
from beenthere.core.kept import forget
from beenthere.core.search import index, remove_with_words
from beenthere.library.findable import KIND, entry_of
from beenthere.library.models import Card, CardFile, CardPiece, CardText, ShownAs, Writing, WritingState
from beenthere.library.models.cards import DESCRIBED, PARTS

SLUG_BYTES = 6


def publish(writing: Writing) -> Card:
    """Make it public. Only the month is kept, and the address tells nothing."""
    words = dict(writing.words)
    card = Card.objects.create(
        slug=secrets.token_hex(SLUG_BYTES),
        kind=writing.kind,
        challenge=words["challenge"],
        notes=words.get("notes", []),
        shown_name=shown_name(writing),
        language=writing.language,
        may_translate=bool(words.get("may_translate", True)),
        month=clock.today().replace(day=1),
        subject=words.get("subject", ""),
        subject_key=words.get("subject_key", ""),
    )
    CardText.objects.create(card=card, language=writing.language, **texts(words))
    _copy_files(writing, card)
    writing.card, writing.state = str(card.pk), WritingState.PUBLIC
    writing.save(update_fields=["card", "state"])
    find_again(card)
    return card


def _copy_files(writing: Writing, card: Card) -> None:
    """Give everybody a copy of its picture and its sound, a piece at a time: memory stays small."""
    for file in writing.files.all():
        copy = CardFile.objects.create(card=card, **file.told())
        for piece in file.pieces.select_related("file__writing").order_by("number").iterator(chunk_size=8):
            CardPiece.objects.create(file=copy, number=piece.number, content=piece.content.content)


def texts(words: dict[str, str]) -> dict[str, str]:
    """The parts of what somebody wrote that everybody may read."""
    return {part: words.get(part, "") for part in ("title", *PARTS, *DESCRIBED)}


def shown_name(writing: Writing) -> str:
    """The name that its writer chose to show, or nothing."""
    words = writing.words or {}
    if words.get("shown_as") == ShownAs.NAME:
        return str(writing.person)[:60]
    return str(words.get("nickname", "")) if words.get("shown_as") == ShownAs.NICKNAME else ""


def find_again(card: Card) -> None:
    """Put the card, as it is now, into the search."""
    index(KIND, card.slug, entry_of(Card.objects.prefetch_related("texts").get(pk=card.pk)))
    _forget()


def unpublish(writing: Writing) -> None:
    """Take the public card away: its words, what was said of it, and its place in the search."""
    if not writing.card:
        return
    for card in Card.objects.filter(pk=writing.card):
        remove_with_words(KIND, card.slug)
        card.delete()
    writing.card = None
    _forget()


def _forget() -> None:
    """Now, and once more when it is so for everybody: in between, another request may have remembered what was."""
    forget()
    transaction.on_commit(forget)


def rename(writing: Writing) -> None:
    """Show a card under the name that its writer has now."""
    if writing.card and (writing.words or {}).get("shown_as") == ShownAs.NAME:
        Card.objects.filter(pk=writing.card).update(shown_name=shown_name(writing))
        _forget()
