"""The link by which whoever gives a service says whether its entry is still right."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from beenthere.core.privacy import Privacy
from beenthere.core.still_right import Answer, LinkQuerySet, StillRightLink
from beenthere.directory.models.services import Service

if TYPE_CHECKING:
    from beenthere.people.models import Person


class ServiceLinkQuerySet(LinkQuerySet["ServiceLink"]):
    def visible_to(self, person: "Person") -> Self:
        """Whoever keeps the directory sends the links; nobody else sees them."""
        from beenthere.orgs.rules import on_the_research_committee  # rules ask the tables

        return self.all() if on_the_research_committee(person) else self.none()

    def to_read(self) -> Self:
        """Answers that somebody has to look at."""
        return self.filter(answer__in=[Answer.CORRECTED, Answer.ENDED], decided_at=None)


class ServiceLink(StillRightLink):
    """An address without a password; what they say has changed stands here until somebody has read it."""

    service = models.ForeignKey(Service, models.CASCADE, related_name="links")
    contact = models.EmailField(blank=True)  # whom it was made for: it opens nothing once the entry names another
    words = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ServiceLinkQuerySet.as_manager()
    privacy = Privacy.of_machinery(
        "service", "contact", "words", "language", "decided_at", *StillRightLink.LINK_FIELDS
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service"], condition=Q(answered_at=None, closed_at=None), name="one_link_for_a_service"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="service_answer_has_its_moment",
            ),
        ]

    @property
    def may_be_answered(self) -> bool:
        """Whether it is open, and still for whoever is asked about this service."""
        return self.is_open and self.contact == self.service.contact and not self.service.kept_by_id
