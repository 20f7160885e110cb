"""What somebody writes, in their own words, for whoever supports them next."""

from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedQuerySet, SealedText
from beenthere.matching.models.matches import Match
from beenthere.matching.models.requests import Ask

if TYPE_CHECKING:
    from beenthere.people.models import Person


class HandOverQuerySet(SealedQuerySet["HandOver"]):
    def visible_to(self, person: "Person") -> "HandOverQuerySet":
        """One's own; that of whoever one supports since it was written; and, where its owner wants it, of who asks one.

        A supporter from before never sees it, not even when asked again: it is for the next one.
        """
        between = Match.objects.filter(supporter=person, asker=OuterRef("person"))
        before = Exists(between.filter(accepted_at__lt=OuterRef("begun_at")))
        asks = Ask.objects.answerable().filter(supporter=person, asker=OuterRef("person"))
        next_one = Exists(between.filter(ended_at=None)) | Q(Exists(asks), with_ask=True)
        return self.filter(Q(person=person) | (Q(next_one) & ~before))


class HandOver(models.Model):
    """A hand-over is written by the person, and by nobody about them."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = SealedText()
    with_ask = models.BooleanField(default=False)
    begun_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = HandOverQuerySet.as_manager()
    privacy = Privacy(
        title=_("Your hand-over for the next supporter"),
        subject="person",
        keeping=_("until you remove it or erase your account"),
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "text": _("to tell the next supporter what you want them to know"),
            "with_ask": _("to show it before a yes only if you want that"),
            "begun_at": _("so that no supporter from before reads it"),
        },
    )

    def __str__(self) -> str:
        return f"hand-over {self.pk}"
