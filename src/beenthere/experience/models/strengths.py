"""What somebody found out about their strengths by walking through moments of their own. Theirs alone, and sealed."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.consent.reads import readable_things
from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedQuerySet, SealedText
from beenthere.experience.models.about import Shown
from beenthere.experience.strength_words import LISTED
from beenthere.experience.words import spoken
from beenthere.people.models import Person

SHARED_MIRROR = "experience.mirror"  # how consent calls what somebody is let see so that they can answer


class MomentQuerySet(SealedQuerySet["Moment"]):
    def visible_to(self, person: Person) -> "MomentQuerySet":
        """Only one's own; whoever is asked sees those that were ticked for them through their question."""
        return self.filter(person=person)


class Moment(models.Model):
    """A moment of one's own, walked through. Each answer may stay empty, the moment itself too."""

    PARTS: ClassVar = ["moment", "time", "did", "helped", "says"]

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    moment = SealedText()
    time = SealedText()
    did = SealedText()
    helped = SealedText()
    says = SealedText()
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = MomentQuerySet.as_manager()
    privacy = Privacy(
        title=_("Moments that you walked through"),
        subject="person",
        keeping=_("until you remove it or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "moment": _("to show you the moment, in your own words"),
            "time": _("to show you when it was, as you say it"),
            "did": _("to show you what you did"),
            "helped": _("to show you what helped"),
            "says": _("to show you what it says about you"),
            "made_at": _("to keep your moments in the order in which you wrote them"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return self.moment or gettext("A moment that I keep to myself")

    @property
    def texts(self) -> list[str]:
        """Everything that was written."""
        return [text for part in self.PARTS if (text := getattr(self, part))]


class StrengthQuerySet(SealedQuerySet["Strength"]):
    def visible_to(self, person: Person) -> "StrengthQuerySet":
        """Only one's own; others see what its owner put on “about me”, or ticked for them."""
        return self.filter(person=person)


class Strength(models.Model):
    """Something that somebody can do or is, in a listed word or in their own."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    word = SealedText()  # the code of a listed one, or the person's own words
    is_own = models.BooleanField(default=False)
    sentence = SealedText()
    moments = models.ManyToManyField(Moment, related_name="strengths")
    place = models.PositiveSmallIntegerField(default=0)
    put_out = SealedText()  # what stands on “about me”: it changes only when its owner says so
    shown = models.CharField(max_length=10, choices=Shown, default=Shown.ME)
    heard = SealedJSON()  # what others wrote when they were asked, and the person kept
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = StrengthQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your strengths"),
        subject="person",
        keeping=_("until you remove it or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "word": _("to show you what you found"),
            "is_own": TECHNICAL,
            "sentence": _("to have it ready as you would say it to others"),
            "moments": _("to show you in which of your moments you found it"),
            "place": TECHNICAL,
            "put_out": _("to show it on “about me” in the words that you chose"),
            "shown": _("to show it only to whom you chose"),
            "heard": _("to show you what somebody wrote when you asked"),
            "made_at": TECHNICAL,
        },
    )

    class Meta:
        ordering = ["place", "made_at", "id"]
        constraints = [
            # What its owner took off “about me” leaves no sentence there, and before a yes nobody reads any.
            models.CheckConstraint(
                condition=Q(shown="me", put_out__isnull=True) | Q(shown="after_yes", put_out__isnull=False),
                name="strength_put_out_only_if_shown",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The word as it is read."""
        listed = None if self.is_own else LISTED.get(self.word)
        return str(listed.label if listed else self.word or "")

    @property
    def as_said(self) -> str:
        """The sentence as it may stand on a résumé: the person's, or the one that was written here."""
        listed = None if self.is_own else LISTED.get(self.word)
        return str(self.sentence or (listed.sentence if listed else self.word) or "")

    @property
    def comparable(self) -> str:
        """What makes two words the same strength."""
        return f"own:{spoken(self.word)}" if self.is_own else f"listed:{self.word}"

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it: words instead of codes."""
        return {
            "word": self.label,
            "sentence": self.as_said,
            "moments": [str(moment) for moment in self.moments.all()],
            "put_out": self.put_out or "",
            "shown": self.get_shown_display(),
            "heard": [each["words"] for each in self.heard or []],
        }


class MirrorQuerySet(SealedQuerySet["Mirror"]):
    def visible_to(self, person: Person) -> "MirrorQuerySet":
        """Only what one asked oneself."""
        return self.filter(person=person)

    def readable_by(self, person: Person) -> "MirrorQuerySet":
        """What this person is asked, as long as whoever asks lets them see it."""
        return self.filter(supporter=person, pk__in=readable_things(person.pk, SHARED_MIRROR))

    def open(self) -> "MirrorQuerySet":
        return self.filter(state=Mirror.State.OPEN)


class Mirror(models.Model):
    """“What do you see in me?”: one person asks one other, shows what they ticked, and reads what was written."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of a question to a supporter", "waiting")
        WRITTEN = "written", pgettext_lazy("state of a question to a supporter", "answered")
        LEFT = "left", pgettext_lazy("state of a question to a supporter", "left, without a reason")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    supporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    strengths = models.ManyToManyField(Strength, related_name="mirrors")
    moments = models.ManyToManyField(Moment, related_name="+")
    words = SealedText()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    asked_at = models.DateTimeField(default=clock.now)
    written_at = models.DateTimeField(null=True, blank=True)
    thanked = models.BooleanField(default=False)
    put_away = models.BooleanField(default=False)

    sealed_by = "person_id"
    objects = MirrorQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you see in each other, when one of you asks"),
        subject=("person", "supporter"),
        keeping=_("until whoever asked removes it, or one of you two erases their account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "supporter": TECHNICAL,
            "strengths": _("to show only the strengths that were ticked"),
            "moments": _("to show only the moments that were ticked"),
            "words": _("to show what was written to whoever asked"),
            "state": _("to know whether there is an answer"),
            "asked_at": _("to show when it was asked"),
            "written_at": _("to show when it was written"),
            "thanked": _("to say thank you once"),
            "put_away": _("to leave you in peace with it"),
        },
    )

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "supporter"], condition=Q(state="open"), name="one_open_question_to_each"
            ),
            models.CheckConstraint(condition=Q(state__in=["open", "written", "left"]), name="mirror_has_a_known_state"),
        ]

    def exported(self) -> dict[str, Any]:
        """The row as either of the two downloads it: what was written, and never which strengths were ticked."""
        return {
            "asked_at": self.asked_at,
            "state": self.get_state_display(),
            "words": self.words or "",
            "written_at": self.written_at,
        }
