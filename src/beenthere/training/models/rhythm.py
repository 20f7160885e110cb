"""Who keeps a record fresh: the link by which its provider confirms it, and who of the committee looks after it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.still_right import Answer as Answer
from beenthere.core.still_right import LinkQuerySet, StillRightLink
from beenthere.training.models.proposals import Proposal
from beenthere.training.models.trainings import Training

if TYPE_CHECKING:
    from beenthere.people.models import Person


class ProviderLinkQuerySet(LinkQuerySet["ProviderLink"]):
    def visible_to(self, person: "Person") -> "ProviderLinkQuerySet":
        """The committee sends the links, nobody else sees them."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self.all() if is_researcher(person) else self.none()


class ProviderLink(StillRightLink):
    """An address without a password by which whoever gives a training says whether its record is still right."""

    training = models.ForeignKey(Training, models.CASCADE, related_name="links")
    proposal = models.ForeignKey(Proposal, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ProviderLinkQuerySet.as_manager()
    privacy = Privacy.of_machinery("training", "proposal", *StillRightLink.LINK_FIELDS)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["training"], condition=Q(answered_at=None, closed_at=None), name="one_link_for_a_training"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="an_answer_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"link of {self.training_id}"


class UpkeepQuerySet(models.QuerySet["Upkeep"]):
    def visible_to(self, person: "Person") -> "UpkeepQuerySet":
        """The committee alone knows whom it writes to."""
        from beenthere.training.rules import is_researcher  # rules ask the tables

        return self.all() if is_researcher(person) else self.none()


class Upkeep(models.Model):
    """Apart from the public facts, so that no list or file of them can give it away: whom to ask, and who asks."""

    training = models.OneToOneField(Training, models.CASCADE, related_name="upkeep")
    contact = models.EmailField(blank=True)
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    since = models.DateTimeField(null=True, blank=True)

    objects = UpkeepQuerySet.as_manager()
    privacy = Privacy(
        title=_("Trainings that you look after for the research committee"),
        subject="keeper",
        keeping=_("until you lay it down, leave the committee or erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("keeper", "since"),
        fields={
            "id": TECHNICAL,
            "training": _("to know which one"),
            # Whoever gives the training left it for this; it is nobody's of those who have an account here.
            "contact": TECHNICAL,
            "keeper": _("so that the committee knows who asks the provider"),
            "since": _("to know since when"),
        },
    )

    def __str__(self) -> str:
        return f"upkeep of {self.training_id}"
