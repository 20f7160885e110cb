"""What somebody plans: a dream, paths side by side, steps, what they chose to help them, and what was suggested.

Every word is sealed with the key of the person whose plan it is. Nothing here orders paths by worth.
"""

import datetime as dt
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.consent.reads import readable_things
from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON, SealedQuerySet, SealedText
from beenthere.work.kinds import PathKind

if TYPE_CHECKING:
    from beenthere.people.models import Person

SHARED = "plans.path"  # how consent calls a shared path
KEEPING = _("until you remove it or erase your account")


class Pace(models.TextChoices):
    """How a path is walked just now. None of these is better than another."""

    ACTIVE = "active", pgettext_lazy("pace of a path", "Under way")
    RESTING = "resting", pgettext_lazy("pace of a path", "Resting")
    DONE = "done", pgettext_lazy("pace of a path", "Done")
    LET_GO = "let_go", pgettext_lazy("pace of a path", "Let go")


class Rating(models.TextChoices):
    """What a person says of something that they chose."""

    HELPED = "helped", pgettext_lazy("what a person says of a support", "Helped")
    SO_SO = "so_so", pgettext_lazy("what a person says of a support", "So-so")
    NOT_FOR_ME = "not_for_me", pgettext_lazy("what a person says of a support", "Not for me")


class State(models.TextChoices):
    """What became of a suggestion."""

    OPEN = "open", pgettext_lazy("state of a suggestion", "waiting")
    ACCEPTED = "accepted", pgettext_lazy("state of a suggestion", "taken up")
    DECLINED = "declined", pgettext_lazy("state of a suggestion", "not taken up")


M = TypeVar("M", bound=models.Model)


class OwnedQuerySet(SealedQuerySet[M]):
    """Rows that belong to one person, whom alone they are shown to."""

    def visible_to(self, person: "Person") -> Self:
        return self.filter(person=person.pk)


class PlanQuerySet(OwnedQuerySet["Plan"]):
    pass


class PathQuerySet(OwnedQuerySet["Path"]):
    def readable_by(self, person: "Person") -> Self:
        """Other people's paths which they let this person read today."""
        return self.filter(pk__in=readable_things(person.pk, SHARED))


class StepQuerySet(OwnedQuerySet["Step"]):
    def open(self) -> Self:
        return self.filter(done_on=None)


class ChosenSupportQuerySet(OwnedQuerySet["ChosenSupport"]):
    def current(self) -> Self:
        return self.filter(ended_on=None)


class SuggestionQuerySet(SealedQuerySet["Suggestion"]):
    def visible_to(self, person: "Person") -> Self:
        """Shown to the person whom it is for, and to the one who made it."""
        return self.filter(Q(person=person.pk) | Q(author=person.pk))

    def waiting(self) -> Self:
        return self.filter(state=State.OPEN)


class Plan(models.Model):
    """The one plan of a person: where they would like to go, and how many hours a week they have for it."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="plan")
    dream = SealedText()
    hours = SealedJSON()

    sealed_by = "person_id"
    objects = PlanQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your plan"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "dream": _("to show you your dream, in your own words"),
            "hours": _("to draw your week"),
        },
    )


class Path(models.Model):
    """One way that somebody walks: towards a job, learning, a business, or something of their own."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="paths")
    kind = models.CharField(max_length=20, choices=PathKind.choices)
    aim = SealedText()
    occupation = models.ForeignKey("work.Occupation", models.SET_NULL, null=True, blank=True, related_name="+")
    pace = models.CharField(max_length=10, choices=Pace.choices, default=Pace.ACTIVE)
    paced_on = models.DateField()
    hours = SealedJSON()
    money_in = SealedJSON()
    money_out = SealedJSON()
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = PathQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your paths"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "kind": _("to draw the path and to word it"),
            "aim": _("to show you where the path leads, in your own words"),
            "occupation": _("to link the path to facts about an occupation"),
            "pace": _("to know whether the path is walked, rests, is done or was let go"),
            "paced_on": _("to show since when"),
            "hours": _("to draw your week"),
            "money_in": _("to show you what comes in"),
            "money_out": _("to show you what goes out"),
            "made_at": _("to keep your paths in the order in which you wrote them"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(pace__in=Pace.values), name="path_has_a_known_pace"),
            models.CheckConstraint(condition=Q(kind__in=PathKind.values), name="path_has_a_known_kind"),
        ]

    def __str__(self) -> str:
        return self.aim or ""

    @property
    def is_resting(self) -> bool:
        return self.pace == Pace.RESTING

    @property
    def is_on_the_road(self) -> bool:
        return self.pace in {Pace.ACTIVE, Pace.RESTING}


class Step(models.Model):
    """Something to do, on one path, on several, or on none yet; the day is optional."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="steps")
    text = SealedText()
    on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    aside_until = models.DateField(null=True, blank=True)
    paths = models.ManyToManyField(Path, blank=True, related_name="steps")
    suggested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    card = SealedText()  # which card of the library it came from: what somebody reads there is theirs to know
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = StepQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your steps"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "text": _("to show you the step, in your own words"),
            "on": _("to show you steps in the order of their days"),
            "done_on": _("to show you what you have done"),
            "aside_until": _("to leave you in peace about this step until then"),
            "paths": _("to show which paths the step serves"),
            "suggested_by": _("to remember who suggested it, after you said yes"),
            "card": _("to lead you back to the card that it came from"),
            "made_at": _("to keep your steps in the order in which you wrote them"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]

    def __str__(self) -> str:
        return self.text or ""

    def is_ahead(self, on: dt.date) -> bool:
        """Something to think of on that day: open, not put aside, and not only on paths that rest or have ended."""
        if self.done_on or (self.aside_until and self.aside_until > on):
            return False
        paces = {path.pace for path in self.paths.all()}
        return not paces or Pace.ACTIVE in paces


class ChosenSupport(models.Model):
    """Something that the person chose to help them. They rate it if they like, and end it without a reason."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="supports")
    words = SealedText()  # one's own, or the name that the entry had when it was chosen
    training = models.ForeignKey("training.Training", models.SET_NULL, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(
        "directory.ListedOrganisation", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    service = models.ForeignKey("directory.Service", models.SET_NULL, null=True, blank=True, related_name="+")
    rating = models.CharField(max_length=12, choices=Rating.choices, blank=True)
    chosen_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = ChosenSupportQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you chose to help you"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "words": _("to show you what you chose"),
            "training": _("to link to the training that you chose"),
            "organisation": _("to link to the organisation that you chose"),
            "service": _("to link to the service that you chose"),
            "rating": _("to show you whether you found that it helps; nobody else sees it"),
            "chosen_on": _("to show since when"),
            "ended_on": _("to know that you ended it"),
            "made_at": TECHNICAL,
        },
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "training"], condition=Q(ended_on=None), name="training_chosen_once"
            ),
            models.UniqueConstraint(
                fields=["person", "organisation"], condition=Q(ended_on=None), name="organisation_chosen_once"
            ),
            models.UniqueConstraint(
                fields=["person", "service"], condition=Q(ended_on=None), name="service_chosen_once"
            ),
            models.CheckConstraint(
                condition=Q(training=None, organisation=None)
                | Q(training=None, service=None)
                | Q(organisation=None, service=None),
                name="one_listed_thing_at_most",
            ),
            models.CheckConstraint(condition=Q(rating__in=["", *Rating.values]), name="support_has_a_known_rating"),
        ]


class Suggestion(models.Model):
    """A step that somebody suggests for a path shared with them. It is no part of the plan before a yes."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    path = models.ForeignKey(Path, models.CASCADE, related_name="suggestions")
    text = SealedText()
    on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = SuggestionQuerySet.as_manager()
    privacy = Privacy(
        title=_("Steps that were suggested"),
        subject=("person", "author"),
        keeping=_("until the path goes or one of you two erases their account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "author": TECHNICAL,
            "path": TECHNICAL,
            "text": _("to show what was suggested"),
            "on": _("to show for which day it was suggested"),
            "state": _("to know whether it was taken up"),
            "made_at": _("to show when it was suggested"),
        },
    )

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="suggestion_has_a_known_state"),
        ]
