"""What somebody tells about themselves, and who may see each part. Everything told is sealed with their key."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beenthere.core import keys
from beenthere.core.places import area_of
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedQuerySet, SealedText
from beenthere.experience.words import LISTED, language_name, spoken, times_in_words, way_name
from beenthere.people.models import Person


class Part(models.TextChoices):
    """The parts of “about me”, in the order in which they are asked."""

    WORDS = "words", _("What I would like people to know")
    LANGUAGES = "languages", _("Languages")
    AREA = "area", _("Where I am")
    WAYS = "ways", _("Ways to meet")
    FREE = "free", _("When I am free")


class Shown(models.TextChoices):
    """Who may see a part of “about me”."""

    ME = "me", _("Only me. It helps my own suggestions.")
    AFTER_YES = "after_yes", _("After a yes: the person I walk with.")
    ASKED = "asked", _("Before a yes too: people I ask, and people who may ask me.")


SHORT: dict[str, Promise] = {
    "me": _("shown only to me"),
    "after_yes": _("shown after a yes"),
    "asked": _("shown before a yes too"),
    "on_offer": _("may be told as a reason before a yes"),
}


class AboutMeQuerySet(SealedQuerySet["AboutMe"]):
    def visible_to(self, person: Person) -> "AboutMeQuerySet":
        """Only one's own row; others see parts of it through `reads.about`."""
        return self.filter(person=person)


class AboutMe(models.Model):
    """What a person tells about themselves; every part may stay empty."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="about_me")
    words = SealedText()
    words_shown = models.CharField(max_length=10, choices=Shown, default=Shown.AFTER_YES)
    languages = SealedJSON()
    languages_shown = models.CharField(max_length=10, choices=Shown, default=Shown.ASKED)
    area = SealedText()
    area_shown = models.CharField(max_length=10, choices=Shown, default=Shown.ASKED)
    ways = SealedJSON()
    ways_shown = models.CharField(max_length=10, choices=Shown, default=Shown.ASKED)
    free = SealedJSON()
    free_shown = models.CharField(max_length=10, choices=Shown, default=Shown.ASKED)

    sealed_by = "person_id"
    objects = AboutMeQuerySet.as_manager()
    privacy = Privacy(
        title=_("About me"),
        subject="person",
        keeping=_("until you change it or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "words": _("to tell people what you would like them to know"),
            "words_shown": _("to show it only to whom you chose"),
            "languages": _("to find somebody with whom you share a language"),
            "languages_shown": _("to show your languages only to whom you chose"),
            "area": _("to find somebody near, and the help lines of your province"),
            "area_shown": _("to tell how near you are only to whom you chose"),
            "ways": _("to find somebody who likes to meet as you do"),
            "ways_shown": _("to show your ways to meet only to whom you chose"),
            "free": _("to find somebody who is free when you are"),
            "free_shown": _("to show your times only to whom you chose"),
        },
    )

    def value(self, part: str) -> Any:
        """What was told for a part, as it is stored; nothing if nothing was."""
        return getattr(self, part) or ("" if part in (Part.WORDS, Part.AREA) else [])

    def shown(self, part: str) -> str:
        """Who may see a part."""
        return str(getattr(self, f"{part}_shown"))

    def shown_words(self, part: str) -> str:
        """Who may see a part, in a few words."""
        if part == Part.AREA and self.shown(part) == Shown.ASKED:
            return gettext("before a yes only how near we are is told")
        return str(SHORT[self.shown(part)])

    def told(self, part: str) -> list[str]:
        """What was told for a part, in the words of the page's language."""
        value = self.value(part)
        if part == Part.AREA:
            area = area_of(value)
            return [area.name] if area else []
        if part == Part.LANGUAGES:
            return [language_name(code) for code in value]
        if part == Part.WAYS:
            return [way_name(code) for code in value]
        if part == Part.FREE:
            return times_in_words(value)
        return [value] if value else []

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it: words instead of codes."""
        parts: dict[str, Any] = {part.value: self.told(part) for part in Part}
        return parts | {f"{part}_shown": Shown(self.shown(part)).label for part in Part}


class LivedQuerySet(SealedQuerySet["LivedExperience"]):
    def visible_to(self, person: Person) -> "LivedQuerySet":
        """Only one's own words; others see some of them through `reads.about`."""
        return self.filter(person=person)

    def on_offer(self) -> "LivedQuerySet":
        """Those whose owner lets suggestions use them."""
        return self.filter(shown=LivedExperience.Shown.ON_OFFER)


class LivedExperience(models.Model):
    """Something that a person has lived through, or that is in their way just now."""

    class Kind(models.TextChoices):
        LIVED = "lived", _("What I have lived through")
        IN_THE_WAY = "in_the_way", _("What is in my way just now")

    class Shown(models.TextChoices):
        ME = "me", _("Only me. It helps my own suggestions.")
        AFTER_YES = "after_yes", _("After a yes: the person I walk with.")
        ON_OFFER = (
            "on_offer",
            _("Before a yes too: on my offer, where it may be told as a reason. When I ask, I choose again."),
        )

    class Weight(models.IntegerChoices):
        A_LOT = 2, _("It matters a lot that my supporter knows this too")
        SOME = 1, _("It matters some")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="lived_experiences")
    kind = models.CharField(max_length=10, choices=Kind)
    word = SealedText()  # the code of a listed word, or the person's own words
    is_own = models.BooleanField(default=False)
    weight = models.PositiveSmallIntegerField(choices=Weight, default=Weight.SOME)
    shown = models.CharField(max_length=10, choices=Shown, default=Shown.ME)
    token = models.CharField(max_length=64, blank=True, db_index=True)

    sealed_by = "person_id"
    objects = LivedQuerySet.as_manager()
    privacy = Privacy(
        title=_("What I have lived through"),
        subject="person",
        keeping=_("until you remove it or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "kind": _("to know whether it lies behind you or before you"),
            "word": _("to find somebody who has been there too"),
            "is_own": TECHNICAL,
            "weight": _("to know how much it matters to you"),
            "shown": _("to show it only to whom you chose"),
            "token": TECHNICAL,
        },
    )

    class Meta:
        constraints = [
            # What its owner hides leaves no token beside the sealed word.
            models.CheckConstraint(
                condition=Q(shown="on_offer", token__gt="") | (~Q(shown="on_offer") & Q(token="")),
                name="token_only_on_offer",
            )
        ]

    @property
    def label(self) -> str:
        """The word as it is read."""
        listed = None if self.is_own else LISTED.get(self.word)
        return str(listed.label if listed else self.word or "")

    @property
    def shown_words(self) -> str:
        """Who may see it, in a few words."""
        return str(SHORT[self.shown])

    @property
    def comparable(self) -> str:
        """What makes two people's words equal: the listed code, or the folded own words."""
        return f"own:{spoken(self.word)}" if self.is_own else f"listed:{self.word}"

    def keyed_token(self) -> str:
        """The keyed token of this word, the same for everybody who chose it."""
        return keys.token(self.comparable, purpose="experience.lived")

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it: words instead of codes."""
        return {
            "kind": self.get_kind_display(),
            "word": self.label,
            "weight": self.get_weight_display(),
            "shown": self.get_shown_display(),
        }
