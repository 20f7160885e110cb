"""What belongs to somebody: what they write, what they read for others, what they tried. Sealed with their key."""

from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core.challenges import CHALLENGES
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedQuerySet, SealedText
from beenthere.library.models.cards import LANGUAGES, CardKind, Saying

if TYPE_CHECKING:
    from beenthere.people.models import Person

KEEPING = _("until you remove it or erase your account")


class ShownAs(models.TextChoices):
    """Under what a card is shown."""

    NOBODY = "nobody", _("Without a name")
    NICKNAME = "nickname", _("Under another name, only for this")
    NAME = "name", _("Under the name that I am called here")


class WritingState(models.TextChoices):
    """Where a piece of writing stands."""

    DRAFT = "draft", pgettext_lazy("state of a card", "Only with you")
    READ = "read", pgettext_lazy("state of a card", "Being read")
    BACK = "back", pgettext_lazy("state of a card", "Back with you")
    PUBLIC = "public", pgettext_lazy("state of a card", "Public")


class ReadingState(models.TextChoices):
    """What became of a reading."""

    WAITING = "waiting", pgettext_lazy("state of a reading", "waits for an answer")
    YES = "yes", pgettext_lazy("state of a reading", "it can be public")
    CHANGE = "change", pgettext_lazy("state of a reading", "something should change first")
    PASSED = "passed", pgettext_lazy("state of a reading", "passed")
    LAPSED = "lapsed", pgettext_lazy("state of a reading", "not answered in time")
    EARLIER = "earlier", pgettext_lazy("state of a reading", "of an earlier version")


M = TypeVar("M", bound=models.Model)


class OwnQuerySet(SealedQuerySet[M]):
    """Rows of one person, shown to nobody else."""

    def visible_to(self, person: "Person") -> Self:
        return self.filter(person=person.pk)


class WritingQuerySet(OwnQuerySet["Writing"]):
    pass


class Writing(models.Model):
    """A card or a story as its writer keeps it. Which public card it became is sealed like its words."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=CardKind.choices, default=CardKind.CARD)
    language = models.CharField(max_length=2, choices=LANGUAGES)
    words = SealedJSON()
    card = SealedText()
    state = models.CharField(max_length=8, choices=WritingState.choices, default=WritingState.DRAFT)
    told_of_wait = models.BooleanField(default=False)

    sealed_by = "person_id"
    objects = WritingQuerySet.as_manager()
    privacy = Privacy(
        title=_("Cards and stories that you wrote"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "kind": _("to know whether it is a card or a story"),
            "language": _("to find readers of that language"),
            "words": _("to keep your words, and to show them once you and two readers want it"),
            "card": _("to let you, and nobody else, find the public card again and take it back"),
            "state": _("to know whether it is with you, being read, or public"),
            "told_of_wait": TECHNICAL,
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=WritingState.values), name="writing_has_a_known_state"),
            models.CheckConstraint(condition=Q(kind__in=CardKind.values), name="writing_has_a_known_kind"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return str((self.words or {}).get("title", ""))

    @property
    def challenge(self) -> str:
        """What it is about, in words."""
        return str(CHALLENGES.get((self.words or {}).get("challenge", ""), ""))

    @property
    def is_with_its_writer(self) -> bool:
        return self.state in {WritingState.DRAFT, WritingState.BACK}

    def exported(self) -> dict[str, Any]:
        """The row as its writer downloads it."""
        told = {"kind": str(self.get_kind_display()), "state": str(self.get_state_display())}
        return told | (self.words or {}) | {"challenge": self.challenge}


class ReaderQuerySet(models.QuerySet["Reader"]):
    def visible_to(self, person: "Person") -> "ReaderQuerySet":
        return self.filter(person=person.pk)


class Reader(models.Model):
    """Somebody who ticked that they read what others write before it is public."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    english = models.BooleanField(default=False)
    french = models.BooleanField(default=False)

    objects = ReaderQuerySet.as_manager()
    privacy = Privacy(
        title=_("That you read cards"),
        subject="person",
        keeping=_("until you stop or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "english": _("to bring you what is written in English"),
            "french": _("to bring you what is written in French"),
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(english=True) | Q(french=True), name="reader_reads_something")
        ]


class PeerReadingQuerySet(SealedQuerySet["Reading"]):
    def visible_to(self, person: "Person") -> "PeerReadingQuerySet":
        """What waits to be read by this person, and no other reader's."""
        return self.filter(reader=person.pk, state=ReadingState.WAITING, writing__state=WritingState.READ)

    def of_this_version(self) -> "PeerReadingQuerySet":
        return self.exclude(state=ReadingState.EARLIER)

    def waiting(self) -> "PeerReadingQuerySet":
        return self.filter(state=ReadingState.WAITING)


class Reading(models.Model):
    """One reader is asked to read one piece of writing. Its writer never learns who, the reader never whose."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    writing = models.ForeignKey(Writing, models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=ReadingState.choices, default=ReadingState.WAITING)
    words = SealedText()
    asked_at = models.DateTimeField()
    nudged = models.BooleanField(default=False)

    sealed_by = "writing.person_id"
    objects = PeerReadingQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you read for others, and what readers wrote to you"),
        subject=("reader", "writing__person"),
        keeping=_("until the writer removes it, or one of you two erases their account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "writing": TECHNICAL,
            "reader": TECHNICAL,
            "state": _("to know what the reader answered"),
            "words": _("to bring the reader’s words to the writer"),
            "asked_at": _("to ask somebody else when no answer comes"),
            "nudged": TECHNICAL,
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=ReadingState.values), name="reading_has_a_known_state"),
            models.UniqueConstraint(
                fields=["writing", "reader"], condition=~Q(state="earlier"), name="one_reading_for_a_reader_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["state", "asked_at"], name="readings_by_age")]


class TriedQuerySet(OwnQuerySet["Tried"]):
    pass


class Tried(models.Model):
    """What a person said of a card, for themselves: they see it again and change it. It is counted once a month.

    Which card it is stands in no column and in no other row: a row for the count alone, made at the same moment, would
    tell it by its place.
    """

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    token = models.CharField(max_length=64, unique=True)
    said = SealedJSON()

    sealed_by = "person_id"
    objects = TriedQuerySet.as_manager()
    privacy = Privacy(
        title=_("Cards that you tried, and stories that you answered"),
        subject="person",
        keeping=_("until you take it back or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "token": TECHNICAL,
            "said": _("to show you what you said, let you change it, and count it with what others said, in fives"),
        },
    )

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it."""
        said = self.said or {}
        what = said.get("what", "")
        return {
            "about": str(CHALLENGES.get(said.get("challenge", ""), "")),
            "said": str(Saying(what).label) if what in Saying.values else "",
        }


class WishesQuerySet(OwnQuerySet["Wishes"]):
    pass


class Wishes(models.Model):
    """What somebody would rather not see in the library, and whether cards are offered to them elsewhere."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    hidden = SealedJSON()
    no_offers = models.BooleanField(default=False)
    words_only = models.BooleanField(default=False)

    sealed_by = "person_id"
    objects = WishesQuerySet.as_manager()
    privacy = Privacy(
        title=_("What the library leaves out for you"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "hidden": _("to leave out what you would rather not see"),
            "no_offers": _("to offer you no cards on other pages if you wish none"),
            "words_only": _("to show you no pictures before you ask for them"),
        },
    )
