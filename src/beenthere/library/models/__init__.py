"""What peers know: what is public, and what its writers and readers keep."""

from beenthere.library.models.cards import KINDS, NOTES, Card, CardKind, CardText, CardWorry, Saying, Subject
from beenthere.library.models.media import PARTS_OF, PIECE, CardFile, CardPiece, Of, WrittenFile, WrittenPiece
from beenthere.library.models.writings import (
    Reader,
    Reading,
    ReadingState,
    ShownAs,
    Tried,
    Wishes,
    Writing,
    WritingState,
)

__all__ = [
    "KINDS",
    "NOTES",
    "PARTS_OF",
    "PIECE",
    "Card",
    "CardFile",
    "CardKind",
    "CardPiece",
    "CardText",
    "CardWorry",
    "Of",
    "Reader",
    "Reading",
    "ReadingState",
    "Saying",
    "ShownAs",
    "Subject",
    "Tried",
    "Wishes",
    "Writing",
    "WritingState",
    "WrittenFile",
    "WrittenPiece",
]
