"""Trying out ways side by side: what somebody receives now, and up to three variants. Shared with nobody, ever."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.core.sealed import SealedJSON
from beenthere.plans.models.plan import KEEPING, OwnedQuerySet, Path

MOST_VARIANTS = 3


class MoneyNowQuerySet(OwnedQuerySet["MoneyNow"]):
    pass


class VariantQuerySet(OwnedQuerySet["Variant"]):
    pass


class MoneyNow(models.Model):
    """What a person receives now, as they type it: which program, how much, and what its rule needs to know."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    told = SealedJSON()

    sealed_by = "person_id"
    objects = MoneyNowQuerySet.as_manager()
    privacy = Privacy(
        title=_("What you receive now"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "told": _("to show you what working might do to your support"),
        },
    )

    @property
    def words(self) -> dict[str, Any]:
        """What was typed, by the names of the form; nothing yet is an empty answer."""
        return self.told or {}


class Variant(models.Model):
    """A way to try out: some work, some learning, from when on. At most three stand side by side."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()  # the first, second or third
    told = SealedJSON()
    paths = models.ManyToManyField(Path, blank=True, related_name="+")
    made_at = models.DateTimeField(default=clock.now)

    sealed_by = "person_id"
    objects = VariantQuerySet.as_manager()
    privacy = Privacy(
        title=_("Ways that you try out"),
        subject="person",
        keeping=KEEPING,
        on_erasure=Erasure.DELETE,
        fields={
            "id": TECHNICAL,
            "person": TECHNICAL,
            "place": TECHNICAL,
            "told": _("to show you the hours and the money of a way that you try out"),
            "paths": _("to show which of your paths it walks"),
            "made_at": TECHNICAL,
        },
    )

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], name="one_variant_at_each_place"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=MOST_VARIANTS), name="three_variants_at_most"),
        ]

    def __str__(self) -> str:
        return str(self.words.get("name", ""))

    @property
    def words(self) -> dict[str, Any]:
        """What was typed, by the names of the form; nothing once its key is gone."""
        return self.told or {}
