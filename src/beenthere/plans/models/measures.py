"""What somebody asks themselves from time to time, and what they answered. It is theirs alone."""

import datetime as dt
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from beenthere.consent.reads import readable_things
from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedText
from beenthere.people.models import Person
from beenthere.plans.models.plan import KEEPING, OwnedQuerySet
from beenthere.plans.questions import ANSWERS, QUESTIONS

SHARED_MEASURE = "plans.measure"  # how consent calls a shared one


class Rhythm(models.TextChoices):
    """How often somebody wants to be reminded of their questions."""

    NEVER = "never", _("never; I come here when I like")
    WEEK = "week", _("once a week")
    TWO_WEEKS = "two-weeks", _("every two weeks")
    MONTH = "month", _("once a month")

    @property
    def days(self) -> int:
        """Days from one answer to the next reminder."""
        return {"never": 0, "week": 7, "two-weeks": 14, "month": 30}[self.value]


class MeasureQuerySet(OwnedQuerySet["Measure"]):
    def current(self) -> "MeasureQuerySet":
        """Those that are still asked."""
        return self.filter(ended_on=None)

    def readable_by(self, person: Person) -> "MeasureQuerySet":
        """Other people's questions whose answers they let this person read today."""
        return self.filter(pk__in=readable_things(person.pk, SHARED_MEASURE))


class Measure(models.Model):
    """One question that somebody asks themselves: one of ours, or in their own words."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="measures")
    question = models.CharField(max_length=20, blank=True)
    words = SealedText()
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.NEVER)
    rests_until = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = MeasureQuerySet.as_manager()
    privacy = Privacy(
        title=_("Questions that you ask yourself"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "question": _("to show you which of our questions you chose"),
            "words": _("to show you your own question"),
            "rhythm": _("to remind you as often as you want"),
            "rests_until": _("to leave you in peace until then"),
            "ended_on": _("to know that you no longer ask it"),
            "made_at": _("to keep your questions in the order in which you chose them"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "question"], condition=~Q(question="") & Q(ended_on=None), name="question_chosen_once"
            ),
            models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="measure_has_a_known_rhythm"),
            models.CheckConstraint(condition=Q(question__in=["", *QUESTIONS]), name="measure_has_a_known_question"),
        ]

    def __str__(self) -> str:
        return str(QUESTIONS[self.question]) if self.question else self.words or ""

    def is_due(self, on: dt.date) -> bool:
        """Its owner wanted to be reminded by that day."""
        return self.rhythm != Rhythm.NEVER and (self.rests_until is None or self.rests_until <= on)


class MeasureAnswer(models.Model):
    """What somebody answered to one of their questions on one day; a second answer that day takes its place."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="answers")
    on = models.DateField()
    value = SealedJSON()

    sealed_by = "person_id"
    objects: OwnedQuerySet["MeasureAnswer"] = OwnedQuerySet.as_manager()  # type: ignore[assignment]
    privacy = Privacy(
        title=_("What you answered to your own questions"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "measure": TECHNICAL,
            "on": _("to draw your answers over time"),
            "value": _("to show you what you answered"),
        },
    )

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["measure", "on"], name="one_answer_a_day")]

    @property
    def in_words(self) -> str:
        """The answer as it was given."""
        return str(ANSWERS[self.value]) if self.value is not None else ""
