"""Keeping the index of offers in step: what changes is marked at once, and brought in a little later.

Whatever is marked is weighed one by one until then, so that nobody is suggested by what was true before.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from beenthere.matching.models import IndexBits, Offer, OfferSlot
from beenthere.matching.reads.index import SHARD, key_of, terms_of
from beenthere.matching.reads.suggestions import plain_facts

AT_ONCE = 500


def mark(offers: Iterable[UUID]) -> None:
    """These are no longer as the index has them."""
    for pk in offers:
        if not OfferSlot.objects.filter(offer=pk).update(changed=uuid4()):
            _give_a_number(pk)


def mark_offer_of(person_id: UUID) -> None:
    """The same for the offer of somebody who changed something about themselves."""
    mark(Offer.objects.filter(supporter=person_id).values_list("pk", flat=True))


def _give_a_number(offer_id: UUID) -> None:
    """The next number. Two at once may want the same: the later one tries again."""
    for _ in range(20):
        last = OfferSlot.objects.order_by("-number").values_list("number", flat=True).first()
        try:
            with transaction.atomic():
                OfferSlot.objects.create(number=0 if last is None else last + 1, offer_id=offer_id)
            return
        except IntegrityError:
            if OfferSlot.objects.filter(offer=offer_id).exists():
                return


def bring_in_step(*, most: int = AT_ONCE) -> int:
    """Bring in what was marked and free what was given up; returns how many. What is sealed is opened beforehand."""
    freed = list(OfferSlot.objects.filter(offer=None)[:most])
    behind = list(OfferSlot.objects.exclude(changed=None).exclude(offer=None).order_by("number")[:most])
    terms = dict(zip([slot.number for slot in behind], _terms(behind), strict=True))
    terms |= {slot.number: set() for slot in freed}
    for shard in {number // SHARD for number in terms}:
        here = {number: keys_of for number, keys_of in terms.items() if number // SHARD == shard}
        with transaction.atomic():
            _write_shard(shard, here)
            for slot in behind:
                if slot.number in here:  # unless it changed again since it was read
                    OfferSlot.objects.filter(pk=slot.pk, changed=slot.changed).update(changed=None)
            OfferSlot.objects.filter(pk__in=[slot.pk for slot in freed if slot.number in here], offer=None).delete()
    return len(terms)


def _terms(slots: list[OfferSlot]) -> list[set[str]]:
    ids = [slot.offer_id for slot in slots if slot.offer_id]
    offers = {offer.pk: offer for offer in Offer.objects.filter(pk__in=ids).select_related("supporter")}
    rows = list(offers.values())
    found = {
        row.pk: {key_of(term) for term in terms_of(row, fact, area)}
        for row, (fact, area) in zip(rows, plain_facts(rows), strict=True)
    }
    return [found.get(slot.offer_id, set()) if slot.offer_id else set() for slot in slots]


def _write_shard(shard: int, terms: dict[int, set[str]]) -> None:
    """Set and clear the bits of these numbers in every set of the shard; a set that empties goes."""
    wanted: dict[str, int] = defaultdict(int)
    for number, keys_of in terms.items():
        for key in keys_of:
            wanted[key] |= 1 << number % SHARD
    theirs = sum(1 << number % SHARD for number in terms)
    for row in IndexBits.objects.select_for_update().filter(shard=shard):
        before = int.from_bytes(zlib.decompress(bytes(row.bits)), "little")
        after = before & ~theirs | wanted.pop(row.term, 0)
        if after and after != before:
            IndexBits.objects.filter(pk=row.pk).update(bits=_packed(after))
        elif not after:
            row.delete()
    IndexBits.objects.bulk_create(IndexBits(term=key, shard=shard, bits=_packed(bits)) for key, bits in wanted.items())


def _packed(bits: int) -> bytes:
    return zlib.compress(bits.to_bytes((bits.bit_length() + 7) // 8, "little"), 1)
