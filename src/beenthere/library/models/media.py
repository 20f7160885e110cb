"""A story's picture and sound: sealed while they are their writer's alone, and a copy for everybody while it is public.

Both lie in pieces, in the database: so they go with their rows, are in every backup of it, and a phone that asks for
some seconds of a sound is given these without the whole being opened.
"""

from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedBytes, SealedQuerySet
from beenthere.library.models.cards import DESCRIBED, Card
from beenthere.library.models.writings import KEEPING, Reading, Writing

if TYPE_CHECKING:
    from beenthere.people.models import Person

PIECE = 128 * 1024
PICTURE, SOUND = DESCRIBED


class Of(models.TextChoices):
    """What a file is of a story: its picture in three sizes, or its sound."""

    TINY = "tiny", _("picture for lists")
    SMALL = "small", _("picture")
    LARGE = "large", _("large picture")
    SOUND = "sound", _("sound")


PARTS_OF = {PICTURE: (Of.TINY, Of.SMALL, Of.LARGE), SOUND: (Of.SOUND,)}
ENDINGS = {"image/webp": "webp", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/ogg": "ogg", "audio/wav": "wav"}


class File(models.Model):
    """What a picture and a sound have in common, for their writer and for everybody."""

    of = models.CharField(max_length=8, choices=Of.choices)
    content_type = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    width = models.PositiveSmallIntegerField(default=0)
    height = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True

    def told(self) -> dict[str, Any]:
        """All but its bytes, to make a copy."""
        return {name: getattr(self, name) for name in ("of", "content_type", "size", "width", "height")}


class WrittenFileQuerySet(models.QuerySet["WrittenFile"]):
    def visible_to(self, person: "Person") -> Self:
        return self.filter(writing__person=person.pk)

    def readable_by(self, person: "Person") -> Self:
        """Those of what waits to be read by this person."""
        return self.filter(writing__in=Reading.objects.visible_to(person).values("writing"))


class WrittenFile(File):
    """A picture or a sound as its writer keeps it."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    writing = models.ForeignKey(Writing, models.CASCADE, related_name="files")

    objects = WrittenFileQuerySet.as_manager()
    privacy = Privacy(
        title=_("Pictures and sounds of your stories"),
        subject="writing__person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "writing": TECHNICAL,
            "of": _("to know whether it is a picture or a sound"),
            "content_type": TECHNICAL,
            "size": _("to say how large it is before somebody opens it"),
            "width": TECHNICAL,
            "height": TECHNICAL,
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["writing", "of"], name="written_file_once")]

    def read(self, first: int, end: int) -> bytes:
        """Some of its bytes, opened."""
        rows = self.pieces.select_related("file__writing").filter(number__range=_pieces(first, end))
        return _joined([row.content.content if row.content else b"" for row in rows.order_by("number")], first, end)

    @property
    def file_name(self) -> str:
        """The name under which its owner downloads it."""
        return f"{self.writing_id}-{self.of}.{ENDINGS[self.content_type]}"

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it; the file lies beside it."""
        return {"of": str(self.get_of_display()), "size": self.size, "file": self.file_name}

    def exported_file(self) -> tuple[str, bytes]:
        """The file itself."""
        return self.file_name, self.read(0, self.size)


class WrittenPieceQuerySet(SealedQuerySet["WrittenPiece"]):
    def visible_to(self, person: "Person") -> Self:
        return self.filter(file__writing__person=person.pk).select_related("file__writing").defer("content")


class WrittenPiece(models.Model):
    """Some of its bytes, sealed with the key of whoever wrote the story."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    file = models.ForeignKey(WrittenFile, models.CASCADE, related_name="pieces")
    number = models.PositiveSmallIntegerField()
    content = SealedBytes()

    sealed_by = "file.writing.person_id"
    objects = WrittenPieceQuerySet.as_manager()
    privacy = Privacy(
        title=_("What is in these pictures and sounds"),
        subject="file__writing__person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        export_visible=True,
        fields={
            "id": TECHNICAL,
            "file": TECHNICAL,
            "number": TECHNICAL,
            "content": _("to show your picture and play your sound once you and two readers want it"),
        },
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="written_piece_once")]

    def exported(self) -> dict[str, Any]:
        """Which piece of which file it is; the files themselves lie beside."""
        return {"file": self.file.file_name, "number": self.number}


class CardFileQuerySet(models.QuerySet["CardFile"]):
    def public(self) -> Self:
        """Those of what everybody may read."""
        return self.filter(card__in=Card.objects.filter(out_of_sight=False))


class CardFile(File):
    """The copy that everybody may see or hear. Taken back, it is gone with its card."""

    card = models.ForeignKey(Card, models.CASCADE, related_name="files")

    objects = CardFileQuerySet.as_manager()
    privacy = Privacy.of_public_facts("id", "card", "of", "content_type", "size", "width", "height")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["card", "of"], name="card_file_once")]

    def read(self, first: int, end: int) -> bytes:
        """Some of its bytes."""
        rows = self.pieces.filter(number__range=_pieces(first, end)).order_by("number")
        return _joined([bytes(row.content) for row in rows], first, end)


class CardPiece(models.Model):
    """Some of its bytes."""

    file = models.ForeignKey(CardFile, models.CASCADE, related_name="pieces")
    number = models.PositiveSmallIntegerField()
    content = models.BinaryField()

    privacy = Privacy.of_public_facts("id", "file", "number", "content")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="card_piece_once")]


def _pieces(first: int, end: int) -> tuple[int, int]:
    return first // PIECE, max(end - 1, 0) // PIECE


def _joined(pieces: list[bytes], first: int, end: int) -> bytes:
    start = first - first // PIECE * PIECE
    return b"".join(pieces)[start : start + end - first]
