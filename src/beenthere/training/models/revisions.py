"""What a record said when: nothing that was published is overwritten without a trace."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import PUBLIC, TECHNICAL, Erasure, Privacy
from beenthere.training.models.proposals import Origin, Proposal
from beenthere.training.models.trainings import Training


class RevisionQuerySet(models.QuerySet["Revision"]):
    def public(self) -> "RevisionQuerySet":
        """Which fact was published when and from which source is public; by whose hand is not."""
        return self.filter(training__merged_into=None)


class Revision(models.Model):
    """Some facts of one record, written at one moment, from one source. The first holds all that it began with."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    origin = models.CharField(max_length=10, choices=Origin.choices)
    source_url = models.URLField(max_length=500, blank=True)
    source_date = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=2, default="en")  # in which its words were typed
    checked = models.BooleanField(default=False)  # whether readers of the committee checked it against the source
    proposal = models.ForeignKey(Proposal, models.SET_NULL, null=True, blank=True, related_name="revisions")
    facts: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField()  # {field: what it says from now on}

    objects = RevisionQuerySet.as_manager()
    privacy = Privacy(
        title=_("Changes to the database of trainings that you published"),
        subject="by",
        keeping=_("as long as the record stands; without your name after you erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("by",),
        fields={
            "id": TECHNICAL, "training": PUBLIC, "number": PUBLIC, "at": PUBLIC, "origin": PUBLIC,
            "source_url": PUBLIC, "source_date": PUBLIC, "language": PUBLIC, "checked": PUBLIC,
            "proposal": TECHNICAL, "facts": PUBLIC,
            "by": _("so that the committee knows whom to ask about a change"),
        },
    )  # fmt: skip

    class Meta:
        ordering = ("training", "number")
        constraints = [models.UniqueConstraint(fields=["training", "number"], name="training_revision_number")]

    def __str__(self) -> str:
        return f"revision {self.number} of {self.training_id}"
