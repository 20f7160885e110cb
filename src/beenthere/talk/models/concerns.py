"""Somebody tells that something went wrong between people. Sealed with a key of each concern, which ends with it."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText
from beenthere.orgs.models import Membership, Organisation, Role

if TYPE_CHECKING:
    from beenthere.people.models import Person

READABLE_AFTER = dt.timedelta(days=30)  # so long the decider still reads after the decision, for questions
KEPT_AFTER = dt.timedelta(days=365)


class ConcernState(models.TextChoices):
    OPEN = "open", pgettext_lazy("state of a concern", "nobody has taken it on yet")
    TAKEN = "taken", pgettext_lazy("state of a concern", "somebody has taken it on")
    DECIDED = "decided", pgettext_lazy("state of a concern", "decided")


class ConcernQuerySet(models.QuerySet["Concern"]):
    def visible_to(self, person: "Person") -> "ConcernQuerySet":
        """One's own, and those about oneself once their substance was told."""
        return self.filter(Q(writer=person) | Q(about=person, told_at__isnull=False))

    def readable_by(self, person: "Person") -> "ConcernQuerySet":
        """Those for which this person was named: never about oneself, one reader at a time, and only for its time."""
        roles = Membership.objects.current().filter(
            person=person, organisation=OuterRef("organisation"), role=OuterRef("role")
        )
        on_time = Q(decided_at=None) | Q(decided_at__gt=clock.now() - READABLE_AFTER)
        mine = Q(taken_by=None) | Q(taken_by=person)
        return self.filter(Exists(roles), on_time, mine).exclude(writer=person).exclude(about=person)

    def undecided(self) -> "ConcernQuerySet":
        return self.exclude(state=ConcernState.DECIDED)


class Concern(models.Model):
    """What went wrong, who told it, about whom, and who reads it. Only its writer knows of it until it is taken on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=12, choices=Role.choices)
    unnamed = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=ConcernState.choices, default=ConcernState.OPEN)
    told_to_reader_at = models.DateTimeField(default=clock.now)  # the clock; starts anew when it is sent on
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    reminded_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    safe_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)
    form_token = models.UUIDField(default=uuid.uuid4)

    objects = ConcernQuerySet.as_manager()
    privacy = Privacy(
        title=_("Concerns that you told, and those about you that you were told of"),
        subject=("writer", "about"),
        export_visible=True,
        keeping=_("until you take it back or erase your account, else a year after the decision"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("writer", "about"),
        fields={
            "id": TECHNICAL,
            "writer": TECHNICAL,
            "about": TECHNICAL,
            "organisation": _("to bring it to whom you chose"),
            "role": _("to bring it to whom you chose"),
            "unnamed": _("to keep your name from whoever reads it, if you wanted that"),
            "state": _("to tell you how it stands"),
            "told_to_reader_at": _("so that it does not wait in silence"),
            "taken_by": TECHNICAL,
            "reminded_at": _("so that it does not wait in silence"),
            "late_at": _("so that it does not wait in silence"),
            "decided_at": _("to know when it was decided"),
            "safe_at": _("so that the other person is told nothing before you are safe"),
            "told_at": _("to know when the other person was told"),
            "form_token": TECHNICAL,
        },
    )

    class Meta:
        ordering = ("-told_to_reader_at",)
        constraints = [
            models.UniqueConstraint(fields=["writer", "form_token"], name="tell_a_concern_once"),
            models.CheckConstraint(condition=~Q(writer=F("about")), name="nobody_tells_on_themselves"),
            models.CheckConstraint(condition=~Q(taken_by=F("about")), name="nobody_decides_about_themselves"),
            models.CheckConstraint(condition=~Q(taken_by=F("writer")), name="nobody_decides_their_own_concern"),
            models.CheckConstraint(
                condition=Q(told_at=None) | Q(safe_at__isnull=False, decided_at__isnull=False),
                name="told_only_once_safe_and_decided",
            ),
            models.CheckConstraint(condition=Q(role__in=("concerns", "coordinator")), name="a_concern_has_a_reader"),
            models.CheckConstraint(condition=Q(state__in=ConcernState.values), name="concern_has_a_known_state"),
        ]

    def __str__(self) -> str:
        return f"concern {self.id}"

    @property
    def is_decided(self) -> bool:
        return self.state == ConcernState.DECIDED

    @property
    def goes_on(self) -> bool:
        """Whether words can still be written in it."""
        return self.decided_at is None or self.decided_at > clock.now() - READABLE_AFTER


class Part(models.TextChoices):
    """Who may read a word of a concern follows from what it is."""

    ATTACHED = "attached", _("attached")
    WRITER = "writer", _("from who told it")
    READER = "reader", _("from who reads it")
    DECISION = "decision", _("the decision")
    SUBSTANCE = "substance", _("what the other person is told")
    OTHER = "other", _("what the other person says to it")


FOR_WRITER = (Part.ATTACHED, Part.WRITER, Part.READER, Part.DECISION)
FOR_OTHER = (Part.SUBSTANCE, Part.OTHER)


class ConcernWordQuerySet(SealedQuerySet["ConcernWord"]):
    def visible_to(self, person: "Person") -> "ConcernWordQuerySet":
        """Who told it reads all but what is between the other two; the other reads that, and nothing else."""
        mine = Q(concern__writer=person, part__in=FOR_WRITER)
        told = Q(concern__about=person, concern__told_at__isnull=False, part__in=FOR_OTHER)
        return self.filter(mine | told)

    def readable_by(self, person: "Person") -> "ConcernWordQuerySet":
        """All words of a concern that this person took on: before, they see that it waits, and about whom."""
        return self.filter(concern__in=Concern.objects.readable_by(person), concern__taken_by=person)


class ConcernWord(models.Model):
    """Something written in a concern, or a copy of words attached to it: the only ones that its reader sees."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="words")
    part = models.CharField(max_length=10, choices=Part.choices)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField(default=clock.now)
    text = SealedText()
    sealed_by = "concern_id"

    objects = ConcernWordQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you wrote in a concern, and what was attached to it or answered"),
        subject="author",
        export_visible=True,
        keeping=_("as long as the concern; words of yours that somebody attached stay with it, without your name"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("author",),
        fields={
            "id": TECHNICAL,
            "concern": TECHNICAL,
            "part": _("to know who may read it"),
            "author": TECHNICAL,
            "said_at": _("to show when"),
            "text": _("so that it can be understood and decided"),
        },
    )

    class Meta:
        ordering = ("said_at", "id")
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values), name="a_word_of_a_concern_has_a_part"),
            models.UniqueConstraint(
                fields=["concern", "part"], condition=Q(part__in=("decision", "substance")), name="decided_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.id}"
