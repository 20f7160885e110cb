"""What is public: cards and stories. No column here leads to an account; whoever wrote one alone can find it again."""

from typing import Any
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.core.challenges import CHALLENGES
from beenthere.core.privacy import Privacy

PARTS = ("tried", "helped", "did_not", "tell", "story")
DESCRIBED = ("picture", "sound")  # what is to be seen and heard, told in words
LANGUAGES = [("en", _("English")), ("fr", _("French"))]

# What a reader may want to know before reading on.
NOTES: dict[str, Promise] = {
    "suicide": _("Thoughts of ending one’s life"),
    "force": _("Hospital or treatment against one’s will"),
    "violence": _("Violence"),
    "substances": _("Alcohol or other substances"),
    "unfair": _("Being treated unfairly"),
    "loss": _("Losing somebody"),
    "money": _("Great need of money"),
}


class CardKind(models.TextChoices):
    """What somebody wrote."""

    CARD = "card", _("strategy card")
    STORY = "story", _("story")


class Saying(models.TextChoices):
    """What people say of a card that they tried, and of a story that they read."""

    HELPED = "helped", pgettext_lazy("of a card that somebody tried", "Helped")
    SO_SO = "so_so", pgettext_lazy("of a card that somebody tried", "So-so")
    NOT_FOR_ME = "not_for_me", pgettext_lazy("of a card that somebody tried", "Not for me")
    HOPE = "hope", pgettext_lazy("of a story: did it give hope?", "Yes, hope")
    A_LITTLE = "a_little", pgettext_lazy("of a story: did it give hope?", "A little")
    NO_HOPE = "no_hope", pgettext_lazy("of a story: did it give hope?", "Not this one")


KINDS: dict[str, list[Saying]] = {
    CardKind.CARD: [Saying.HELPED, Saying.SO_SO, Saying.NOT_FOR_ME],
    CardKind.STORY: [Saying.HOPE, Saying.A_LITTLE, Saying.NO_HOPE],
}


class Subject(models.TextChoices):
    """What else here a card is about."""

    TRAINING = "training", _("a training")
    ORGANISATION = "organisation", _("an organisation")
    SERVICE = "service", _("a service")
    OCCUPATION = "occupation", _("a kind of work")


class Worry(models.TextChoices):
    """What may be wrong with a card."""

    PERSON = "person", _("Somebody can be recognised who may not want it")
    HARM = "harm", _("It could harm somebody")
    WRONG = "wrong", _("Something is not true, or no longer")
    UNKIND = "unkind", _("It is unkind to somebody")


class CardQuerySet(models.QuerySet["Card"]):
    def public(self) -> "CardQuerySet":
        """Everything but what readers took out of sight."""
        return self.filter(out_of_sight=False).prefetch_related("texts")


class Card(models.Model):
    """A card or a story that everybody may read. Taken back, the row is gone."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=8, choices=CardKind.choices, default=CardKind.CARD)
    challenge = models.CharField(max_length=30, db_index=True)  # a code of core/challenges.py
    notes = models.JSONField(default=list)
    shown_name = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGES)  # in which it was written first
    may_translate = models.BooleanField(default=True)
    month = models.DateField(null=True)  # the first of a month: the day would tell when somebody was here
    editorial = models.BooleanField(default=False)
    sources = models.JSONField(default=list)
    subject = models.CharField(max_length=12, choices=Subject.choices, blank=True)
    subject_key = models.CharField(max_length=120, blank=True)
    out_of_sight = models.BooleanField(default=False)
    counted = models.JSONField(default=dict)  # what people said of it, from five on and in fives
    counted_on = models.DateField(null=True)  # the first of a month

    objects = CardQuerySet.as_manager()
    privacy = Privacy.of_public_facts(
        "id", "slug", "kind", "challenge", "notes", "shown_name", "language", "may_translate", "month", "editorial",
        "sources", "subject", "subject_key", "out_of_sight", "counted", "counted_on",
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["subject", "subject_key"], name="cards_about_something")]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=CardKind.values), name="card_has_a_known_kind"),
            models.CheckConstraint(
                condition=Q(month=None) | Q(month__endswith="-01"), name="card_tells_its_month_only"
            ),
        ]

    def __str__(self) -> str:
        return self.text.title

    def get_absolute_url(self) -> str:
        return reverse("library:card", args=[self.slug])

    @cached_property
    def text(self) -> "CardText":
        """Its words in the language of the page, or in the only one that there is."""
        texts = {text.language: text for text in self.texts.all()}
        here = (get_language() or "en")[:2]
        return texts.get(here) or texts[self.language]

    @property
    def other_language(self) -> str:
        """The language in which it is not told yet, if there is one."""
        missing = {"en", "fr"} - {text.language for text in self.texts.all()}
        return missing.pop() if missing else ""

    @property
    def challenge_words(self) -> str:
        """What it is about."""
        return str(CHALLENGES.get(self.challenge, ""))

    @property
    def notes_in_words(self) -> list[str]:
        """What a reader may want to know first."""
        return [str(NOTES[code]) for code in self.notes if code in NOTES]

    @property
    def sayings(self) -> list[Saying]:
        """What people may say of it."""
        return KINDS[self.kind]


class CardText(models.Model):
    """The words of a card in one language: as they were written, or translated by a reader."""

    card = models.ForeignKey(Card, models.CASCADE, related_name="texts")
    language = models.CharField(max_length=2, choices=LANGUAGES)
    translated = models.BooleanField(default=False)
    title = models.CharField(max_length=120)
    tried = models.TextField(max_length=1500, blank=True)
    helped = models.TextField(max_length=1500, blank=True)
    did_not = models.TextField(max_length=1500, blank=True)
    tell = models.TextField(max_length=1500, blank=True)
    story = models.TextField(max_length=8000, blank=True)
    picture = models.TextField(max_length=1000, blank=True)
    sound = models.TextField(max_length=8000, blank=True)

    privacy = Privacy.of_public_facts(
        "id", "card", "language", "translated", "title", "tried", "helped", "did_not", "tell", "story",
        "picture", "sound",
    )  # fmt: skip

    class Meta:
        constraints = [models.UniqueConstraint(fields=["card", "language"], name="card_once_in_each_language")]

    def __str__(self) -> str:
        return self.title

    def parts(self) -> list[tuple[str, str]]:
        """Its parts, each with its heading; what was left empty is left out."""
        headings: dict[str, Any] = EDITORIAL if self.card.editorial else OWN
        return [(str(headings[part]), text) for part in PARTS if (text := getattr(self, part))]


OWN: dict[str, Promise] = {
    "tried": _("What I tried"),
    "helped": _("What helped"),
    "did_not": _("What did not"),
    "tell": _("What I would tell you"),
    "story": _("The story"),
}
EDITORIAL: dict[str, Promise] = {
    "tried": _("What people try"),
    "helped": _("What often helps"),
    "did_not": _("What often does not"),
    "tell": _("Worth knowing"),
    "story": _("The story"),
}


class CardWorry(models.Model):
    """Somebody thinks that something is wrong with a card. Who they are, and their own words, are not kept."""

    card = models.ForeignKey(Card, models.CASCADE, related_name="worries")
    what = models.CharField(max_length=10, choices=Worry.choices)
    on = models.DateField()

    privacy = Privacy.of_public_facts("id", "card", "what", "on")
