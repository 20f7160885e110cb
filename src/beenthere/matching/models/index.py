"""An index of offers, so that five of a hundred thousand are found without opening them all (docs/adr/0018).

It holds no name and no word: for each keyed term (a language, a way, a word on the offer), the set of numbers of those
offers to which it applies. Which number is whose stands in `OfferSlot`.
"""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _

from beenthere.core.privacy import TECHNICAL, Erasure, Privacy
from beenthere.matching.models.offers import Offer


class OfferSlot(models.Model):
    """The number of an offer in the index. `changed` is set while the index is behind; one without offer is freed."""

    number = models.PositiveIntegerField(primary_key=True)
    offer = models.OneToOneField(Offer, on_delete=models.SET_NULL, null=True, related_name="slot")
    changed = models.UUIDField(null=True, default=uuid4)

    privacy = Privacy(
        title=_("The place of your offer in the index of suggestions"),
        subject="offer__supporter",
        keeping=_("until you erase your account"),
        on_erasure=Erasure.KEEP_WITHOUT_NAME,
        clears=("offer",),
        fields={"number": TECHNICAL, "offer": TECHNICAL, "changed": TECHNICAL},
    )

    class Meta:
        indexes = [
            models.Index(fields=["number"], condition=models.Q(changed__isnull=False), name="slots_behind"),
            models.Index(fields=["number"], condition=models.Q(offer=None), name="slots_to_free"),
        ]

    def __str__(self) -> str:
        return f"slot {self.number}"


class IndexBits(models.Model):
    """For one term, which of the offers of one shard it applies to; compressed."""

    term = models.CharField(max_length=24)
    shard = models.PositiveIntegerField()
    bits = models.BinaryField()

    privacy = Privacy.of_machinery("id", "term", "shard", "bits")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["term", "shard"], name="one_set_for_a_term_in_a_shard")]
        indexes = [models.Index(fields=["shard"], name="index_by_shard")]

    def __str__(self) -> str:
        return f"term in shard {self.shard}"
