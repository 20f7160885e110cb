"""What a supporter offers, and which organisations said yes to it."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText
from beenthere.orgs.models import Organisation

if TYPE_CHECKING:
    from beenthere.people.models import Person

SHOWN_FOR = dt.timedelta(days=7)


class Training(models.TextChoices):
    NONE = "none", pgettext_lazy("supporter", "without a training")
    IN_TRAINING = "in_training", pgettext_lazy("supporter", "in training")
    TRAINED = "trained", pgettext_lazy("supporter", "trained")


class OfferQuerySet(models.QuerySet["Offer"]):
    def visible_to(self, person: "Person") -> "OfferQuerySet":
        """One's own, those shown to the person for their open request, and those that their organisations decide."""
        shown = Q(shown__asker=person, shown__request__state="open", shown__shown_at__gt=clock.now() - SHOWN_FOR)
        decides = Q(approvals__organisation__in=Organisation.objects.coordinated_by(person))
        seen = Offer.objects.filter(Q(supporter=person) | shown | decides).values("pk")
        return self.filter(pk__in=seen)

    def approved(self) -> "OfferQuerySet":
        """Those to which at least one organisation that runs here said yes."""
        yes = OfferApproval.objects.yes().filter(offer=OuterRef("pk"))
        return self.filter(Exists(yes))

    def with_room(self) -> "OfferQuerySet":
        return self.filter(taken__lt=F("capacity"))


class Offer(models.Model):
    """A supporter is ready to walk with others: what they know, how much room they have, when they rest."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    supporter = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="offer")
    training = models.CharField(max_length=12, choices=Training.choices, default=Training.IN_TRAINING)
    paths = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    capacity = models.PositiveSmallIntegerField(default=1)
    taken = models.PositiveSmallIntegerField(default=0)
    paused_at = models.DateTimeField(null=True)
    paused_from = models.DateField(null=True)  # a rest that is planned; empty: from the moment it was said
    paused_until = models.DateField(null=True)
    made_at = models.DateTimeField(default=clock.now)

    objects = OfferQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your offer of support"),
        subject="supporter",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "supporter": TECHNICAL,
            "training": _("to tell those who ask whether you finished your training"),
            "paths": _("to suggest you to people who walk a path that you walked"),
            "fields": _("to suggest you to people who look for work that you know"),
            "capacity": _("so that nobody asks more of you than you can give"),
            "taken": _("to know how many people you walk with now"),
            "paused_at": _("so that you are not suggested while you rest"),
            "paused_from": _("so that nobody is asked of you once a planned rest begins"),
            "paused_until": _("so that you are suggested again after your rest"),
            "made_at": _("to know since when you offer support"),
        },
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(capacity__gte=1), name="an_offer_has_room_for_one")]

    def __str__(self) -> str:
        return f"offer {self.pk}"

    @property
    def is_paused(self) -> bool:
        """Resting now; both days of a planned rest are part of it, in the supporter's own zone."""
        if self.paused_at is None:
            return False
        today = clock.today(self.supporter)
        begun = self.paused_from is None or self.paused_from <= today
        return begun and (self.paused_until is None or today <= self.paused_until)

    @property
    def rest_is_planned(self) -> bool:
        """A rest that has not begun yet."""
        return (
            self.paused_at is not None
            and self.paused_from is not None
            and self.paused_from > clock.today(self.supporter)
        )

    @property
    def room(self) -> int:
        """For how many more people there is room."""
        return max(0, self.capacity - self.taken)


class Decision(models.TextChoices):
    WAITING = "waiting", _("waits for an answer")
    YES = "yes", pgettext_lazy("answer to an offer", "yes")
    NOT_YET = "not_yet", pgettext_lazy("answer to an offer", "not yet")


class OfferApprovalQuerySet(SealedQuerySet["OfferApproval"]):
    def visible_to(self, person: "Person") -> "OfferApprovalQuerySet":
        """One's own, and those of the organisations that one coordinates."""
        return self.filter(
            Q(supporter=person) | Q(organisation__in=Organisation.objects.coordinated_by(person))
        ).distinct()

    def yes(self) -> "OfferApprovalQuerySet":
        return self.filter(state=Decision.YES, organisation__closed_at=None)


class OfferApproval(models.Model):
    """One organisation's answer to one offer. Without a yes, the offer is shown to nobody."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="approvals")
    supporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="offer_approvals")
    state = models.CharField(max_length=10, choices=Decision.choices, default=Decision.WAITING)
    has = models.JSONField(default=list)  # ids of what the organisation asks for that the supporter ticked
    words = SealedText()
    asked_at = models.DateTimeField(default=clock.now)
    decided_at = models.DateTimeField(null=True)

    sealed_by = "supporter_id"
    objects = OfferApprovalQuerySet.as_manager()
    privacy = Privacy(
        title=_("What organisations said to your offer"),
        subject="supporter",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "offer": TECHNICAL,
            "supporter": TECHNICAL,
            "organisation": _("to know whom you asked for a yes"),
            "state": _("so that only offers with a yes are suggested"),
            "has": _("to tell the organisation what you have of what it asks for"),
            "words": _("to tell you what was said with a “not yet”"),
            "asked_at": _("so that your offer does not lie unanswered"),
            "decided_at": _("to show you when they answered"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["offer", "organisation"], name="ask_an_organisation_once"),
            models.CheckConstraint(condition=Q(state__in=Decision.values), name="approval_has_a_known_state"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"

    def exported(self) -> dict[str, Any]:
        """The row as its owner downloads it: words instead of ids."""
        return {
            "organisation": str(self.organisation),
            "state": self.get_state_display(),
            "has": [text for text, has in self.asked() if has],
            "words": self.words,
            "asked_at": self.asked_at,
            "decided_at": self.decided_at,
        }

    def asked(self) -> list[tuple[str, bool]]:
        """What the organisation asks for, in the language of the page, and whether the supporter ticked it."""
        return [(str(row), str(row.pk) in self.has) for row in self.organisation.requirements.all()]
