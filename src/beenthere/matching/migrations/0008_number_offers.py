"""Every offer from before the index gets its number, and counts as changed until the index has caught up."""

from typing import Any
from uuid import uuid4

from django.db import migrations


def number_offers(apps: Any, editor: Any) -> None:
    offer, slot = apps.get_model("matching", "Offer"), apps.get_model("matching", "OfferSlot")
    last = slot.objects.order_by("-number").values_list("number", flat=True).first()
    first = 0 if last is None else last + 1
    without = offer.objects.filter(slot=None).values_list("pk", flat=True)
    rows = (slot(number=first + place, offer_id=pk, changed=uuid4()) for place, pk in enumerate(without))
    slot.objects.bulk_create(rows, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("matching", "0007_leaving")]
    operations = [migrations.RunPython(number_offers, migrations.RunPython.noop)]
