"""An organisation proposes a supporter to each who waits and agreed to that: all at once, and nobody is assigned."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.matching.models.offers import Offer
from beenthere.matching.models.requests import MatchRequest
from beenthere.orgs.models import Organisation

if TYPE_CHECKING:
    from beenthere.people.models import Person

LINE_LASTS = dt.timedelta(days=14)


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, person: "Person") -> "ProposalQuerySet":
        """Those of the organisations that one coordinates."""
        return self.filter(organisation__in=Organisation.objects.coordinated_by(person))

    def draft(self) -> "ProposalQuerySet":
        return self.filter(offered_at=None)


class Proposal(models.Model):
    """A whole list: who could walk with whom, until a coordinator offers it to those who wait."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)
    offered_at = models.DateTimeField(null=True)

    objects = ProposalQuerySet.as_manager()
    privacy = Privacy(
        title=_("Lists that you proposed as a coordinator"),
        subject="made_by",
        keeping=_("two weeks after it was offered"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("made_by",),
        fields={
            "id": TECHNICAL,
            "organisation": _("to know whose list it is"),
            "made_by": _("to know who made it"),
            "made_at": _("to know how fresh it is"),
            "offered_at": _("so that it is offered once"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(offered_at=None), name="one_draft_of_a_proposal"
            )
        ]

    def __str__(self) -> str:
        return f"proposal {self.pk}"


class LineState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("state of a proposed supporter", "not offered yet")
    OFFERED = "offered", pgettext_lazy("state of a proposed supporter", "offered to you")
    TAKEN = "taken", pgettext_lazy("state of a proposed supporter", "you asked them")
    DECLINED = "declined", pgettext_lazy("state of a proposed supporter", "you left it")


class ProposalLineQuerySet(models.QuerySet["ProposalLine"]):
    def visible_to(self, person: "Person") -> "ProposalLineQuerySet":
        """What was offered and shown to oneself; a draft is nobody's business, and no supporter learns of any line."""
        return self.filter(asker=person, shown=True)

    def readable_by(self, person: "Person") -> "ProposalLineQuerySet":
        """The lines of drafts of the organisations that one coordinates."""
        return self.filter(proposal__in=Proposal.objects.visible_to(person).draft())

    def lately(self) -> "ProposalLineQuerySet":
        """Offered in the last two weeks, whatever came of it: a desk cannot tell one answer from another."""
        return self.exclude(state=LineState.DRAFT).filter(proposal__offered_at__gt=clock.now() - LINE_LASTS)

    def offered(self) -> "ProposalLineQuerySet":
        """Offered, not answered, and not too long ago."""
        since = clock.now() - LINE_LASTS
        return self.filter(state=LineState.OFFERED, proposal__offered_at__gt=since, request__state="open")


class ProposalLine(models.Model):
    """One supporter for one who waits. It says nothing of why, and nobody is bound by it."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="lines")
    request = models.ForeignKey(MatchRequest, on_delete=models.CASCADE, related_name="+")
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="+")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=LineState.choices, default=LineState.DRAFT)
    shown = models.BooleanField(default=False)  # whether whoever waits was told of it when it was offered

    objects = ProposalLineQuerySet.as_manager()
    privacy = Privacy(
        title=_("Supporters whom an organisation proposed to you"),
        subject="asker",
        export_visible=True,
        keeping=_("two weeks after it was offered"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "proposal": TECHNICAL,
            "request": TECHNICAL,
            "offer": TECHNICAL,
            "asker": TECHNICAL,
            "state": _("to know what you answered"),
            "shown": TECHNICAL,
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "request"], name="one_line_for_each_who_waits"),
            models.CheckConstraint(condition=Q(state__in=LineState.values), name="line_has_a_known_state"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.pk}"
