"""Two records that may tell of one training, and what the committee found."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import PUBLIC, TECHNICAL, Erasure, Privacy
from beenthere.training.models.trainings import Training

if TYPE_CHECKING:
    from beenthere.people.models import Person


class PairState(models.TextChoices):
    OPEN = "open", pgettext_lazy("two records", "not looked at yet")
    MERGED = "merged", pgettext_lazy("two records", "made one")
    TWO = "two", pgettext_lazy("two records", "two different trainings")


class DuplicatePairQuerySet(models.QuerySet["DuplicatePair"]):
    def visible_to(self, person: "Person") -> "DuplicatePairQuerySet":
        """The committee sees them all."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self if is_researcher(person) else self.none()

    def open(self) -> "DuplicatePairQuerySet":
        """Pairs to look at: both records still stand by themselves; the likeliest first."""
        found = self.filter(state=PairState.OPEN, a__merged_into=None, b__merged_into=None)
        return found.order_by("-likeness", "pk")


class DuplicatePair(models.Model):
    """Two records that look alike, asked about once. The one with the smaller number stands first."""

    a = models.ForeignKey(Training, models.CASCADE, related_name="+")
    b = models.ForeignKey(Training, models.CASCADE, related_name="+")
    state = models.CharField(max_length=6, choices=PairState.choices, default=PairState.OPEN)
    likeness = models.PositiveSmallIntegerField()  # of 100
    why: "models.JSONField[list[str], list[str]]" = models.JSONField()
    found_at = models.DateTimeField(default=clock.now)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    # What the record that stayed said before, so that the two can be parted again.
    before: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(default=dict)

    objects = DuplicatePairQuerySet.as_manager()
    privacy = Privacy(
        title=_("Records that you made one, or told apart, in the database of trainings"),
        subject="decided_by",
        keeping=_("as long as the records stand; without your name after you erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("decided_by",),
        fields={
            "id": TECHNICAL, "a": PUBLIC, "b": PUBLIC, "state": PUBLIC, "likeness": TECHNICAL, "why": PUBLIC,
            "found_at": PUBLIC, "decided_at": PUBLIC, "before": PUBLIC,
            "decided_by": _("so that the committee knows whom to ask about it"),
        },
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="a_pair_is_asked_about_once"),
            models.CheckConstraint(condition=Q(a__lt=F("b")), name="a_pair_in_one_order"),
        ]
        indexes = [models.Index(fields=["state", "likeness"], name="pairs_to_look_at")]

    def __str__(self) -> str:
        return f"{self.a_id} and {self.b_id}"


class DuplicateLook(models.Model):
    """Up to which moment changed records were compared with the others; one row."""

    up_to = models.DateTimeField()

    privacy = Privacy.of_machinery("id", "up_to")
