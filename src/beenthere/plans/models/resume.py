"""What somebody tells for their résumés, and the résumés that they made of it. Theirs alone, every word sealed.

Even which kind a fact is stays sealed: that somebody had a break is nobody's to see in a stolen backup.
"""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedText
from beenthere.plans.models.plan import KEEPING, OwnedQuerySet
from beenthere.plans.resume.facts import About, Fact, Kind
from beenthere.plans.resume.sheet import Style


class FactKind(models.TextChoices):
    """What sort of thing a fact is, in words."""

    WORK = Kind.WORK, _("Work")
    VOLUNTEER = Kind.VOLUNTEER, _("Volunteering")
    PEER = Kind.PEER, _("Peer support")
    BREAK = Kind.BREAK, _("A break")
    STUDY = Kind.STUDY, _("Study")
    TRAINING = Kind.TRAINING, _("A training")
    SKILL = Kind.SKILL, _("Skills")
    STRENGTH = Kind.STRENGTH, _("Strengths")
    LANGUAGE = Kind.LANGUAGE, _("Languages")


class Order(models.TextChoices):
    """What comes first on a résumé."""

    TIME = "time", _("What I did, the latest first")
    SKILLS = "skills", _("What I can do")


class Dates(models.TextChoices):
    """How much a résumé tells of when things were."""

    FULL = "full", _("As I wrote them")
    YEARS = "years", _("Years only")
    NONE = "none", pgettext_lazy("dates on a résumé", "None at all")


class Tongue(models.TextChoices):
    """The language of a résumé's headings, or of the words of a fact."""

    EN = "en", "English"
    FR = "fr", "français"


class ResumeAboutQuerySet(OwnedQuerySet["ResumeAbout"]):
    pass


class ResumeFactQuerySet(OwnedQuerySet["ResumeFact"]):
    pass


class ResumeQuerySet(OwnedQuerySet["Resume"]):
    pass


class ResumeAbout(models.Model):
    """The name on somebody's résumés, a line about them, and how to reach them."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    told = SealedJSON()

    sealed_by = "person_id"
    objects = ResumeAboutQuerySet.as_manager()
    privacy = Privacy(
        title=_("The head of your résumés"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "told": _("to put your name, your line and how to reach you on the résumés that you make"),
        },
    )

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it."""
        return {"told": list(About.of(self.told).told().values())}


class ResumeFact(models.Model):
    """One thing that somebody did, learned, can do or lived through, told once."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    told = SealedJSON()
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = ResumeFactQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you told for your résumés"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "told": _("to put it on the résumés that you choose, in your own words"),
            "made_at": _("to keep what has no date in the order in which you wrote it"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        fact = self.fact
        return fact.title or fact.place or self.kind_in_words

    @property
    def fact(self) -> Fact:
        """What it tells, as plain data."""
        return Fact.of({"kind": str(Kind.WORK)} | (self.told or {}))

    @property
    def kind_in_words(self) -> str:
        """What sort of thing it is."""
        return str(FactKind(self.fact.kind).label)

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it: words instead of codes."""
        fact = self.fact
        days = " – ".join(day for day in (fact.start, fact.end) if day)
        told = [self.kind_in_words, fact.title, fact.place, days, fact.words]
        return {"told": [words for words in told if words], "made_at": self.made_at}


class Resume(models.Model):
    """One résumé: which facts stand on it, in which order and language. Others may point at it by its id."""

    FIELDS: ClassVar = ["name", "language", "order", "dates", "line", "shows_reach"]

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = SealedText()
    language = models.CharField(max_length=2, choices=Tongue.choices)
    order = models.CharField(max_length=10, choices=Order.choices, default=Order.TIME)
    dates = models.CharField(max_length=10, choices=Dates.choices, default=Dates.FULL)
    line = SealedText()
    shows_reach = models.BooleanField(default=True)
    picked = SealedJSON()  # ids of facts, in the order in which they stand
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = ResumeQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your résumés"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "name": _("to tell your résumés apart by the name that you gave"),
            "language": _("to write its headings in that language"),
            "order": _("to put first what you want first"),
            "dates": _("to tell as much of your dates as you want"),
            "line": _("to begin this résumé with a line of its own"),
            "shows_reach": _("to show or leave out how to reach you"),
            "picked": TECHNICAL,
            "made_at": _("to keep your résumés in the order in which you made them"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(language__in=Tongue.values), name="resume_has_a_known_language"),
            models.CheckConstraint(condition=Q(order__in=Order.values), name="resume_has_a_known_order"),
            models.CheckConstraint(condition=Q(dates__in=Dates.values), name="resume_has_known_dates"),
        ]

    def __str__(self) -> str:
        return self.name or ""

    @property
    def style(self) -> Style:
        """How it is laid out."""
        return Style(language=self.language, order=self.order, dates=self.dates)

    @property
    def picked_ids(self) -> list[UUID]:
        """The facts on it, as it remembers them: some may be gone."""
        return [UUID(each) for each in self.picked or []]

    def pick(self, ids: Iterable[UUID]) -> None:
        """Remember which facts stand on it, in which order."""
        self.picked = [str(each) for each in ids]
