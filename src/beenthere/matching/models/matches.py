"""Two people walk together."""

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.orgs.models import Organisation

if TYPE_CHECKING:
    from beenthere.people.models import Person


class MatchQuerySet(models.QuerySet["Match"]):
    def visible_to(self, person: "Person") -> "MatchQuerySet":
        """One's own, ended ones too."""
        return self.filter(Q(asker=person) | Q(supporter=person))

    def current(self) -> "MatchQuerySet":
        return self.filter(ended_at=None)

    def between(self, one: UUID, other: UUID) -> "MatchQuerySet":
        return self.filter(Q(asker=one, supporter=other) | Q(asker=other, supporter=one))


class Match(models.Model):
    """A supporter said yes to somebody who asked. That it took place stays, without a name, after an erasure."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    supporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, related_name="+")
    accepted_at = models.DateTimeField(default=clock.now)
    ends_on = models.DateField(null=True)  # the last day, as the supporter told it ahead
    ended_at = models.DateTimeField(null=True)  # nobody is asked why, and who ended it is written nowhere

    objects = MatchQuerySet.as_manager()
    privacy = Privacy(
        title=_("Who you walk with, and walked with"),
        subject=("asker", "supporter"),
        keeping=_("that a match took place stays; your name goes when you erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("asker", "supporter"),
        fields={
            "id": TECHNICAL,
            "asker": TECHNICAL,
            "supporter": TECHNICAL,
            "organisation": _("to know whose peer support it is"),
            "accepted_at": _("to know since when you walk together"),
            "ends_on": _("to tell you ahead when your supporter stops"),
            "ended_at": _("to know when it ended"),
        },
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asker", "supporter"], condition=Q(ended_at=None), name="one_current_match"
            ),
            models.CheckConstraint(condition=~Q(asker=F("supporter")), name="a_match_is_of_two"),
        ]

    def __str__(self) -> str:
        return f"match {self.pk}"

    @property
    def is_current(self) -> bool:
        return self.ended_at is None

    def other(self, person: "Person") -> "Person | None":
        """The other one of the two; None once they erased their account."""
        return self.supporter if self.asker_id == person.pk else self.asker
