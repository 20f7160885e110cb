"""By which names a supporter goes, as keyed tokens: what lets a name be kept away among a hundred thousand offers."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.matching.models.offers import Offer


class OfferName(models.Model):
    """One name by which the supporter of an offer goes. Nobody reads it; only tokens are compared."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="names")
    supporter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=64, db_index=True)

    privacy = Privacy(
        title=_("Your name on your offer"),
        subject="supporter",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.DELETE,
        fields={"id": TECHNICAL, "offer": TECHNICAL, "supporter": TECHNICAL, "token": TECHNICAL},
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "token"], name="a_name_once_per_offer")]

    def __str__(self) -> str:
        return f"a name of {self.offer_id}"
