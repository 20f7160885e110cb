"""Which few of all offers can be the best for a wish: found by sets of numbers, before anything sealed is opened."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.db.models import Q

from beenthere.core import bitsets, keys
from beenthere.core.places import PROVINCES, Area, Band, band, places
from beenthere.matching import ranking
from beenthere.matching.models import IndexBits, Offer, OfferSlot
from beenthere.matching.ranking import Musts, Near, Wish

SHARD = 16_384  # offers in one shard
TIED = 512  # of more than these with the very same fit, a window drawn by the request is looked at
FEW = 100  # so many offers are weighed one by one as quickly
WIDER = (30, 120, 480, 1920)  # how many are looked at, until the best are surely among them
HERE, TRAINED, TOLD_LANGUAGES, TOLD_AREA, PLACED = "here", "trained", "languages", "area", "placed"
EASE = tuple(f"ease:{1 << bit}" for bit in range(4))  # 12 less the strain, bit by bit


def key_of(term: str) -> str:
    """The keyed form in which a term is stored."""
    return keys.token(term, purpose="matching.index")[:24]


def terms_of(row: Offer, fact: ranking.Offer, area: Area | None) -> set[str]:
    """Everything by which an offer is found: only what its owner lets be used before a yes.

    A rest with days is left to whoever looks: it begins and ends by itself.
    """
    rests = row.paused_at is not None and row.paused_from is None and row.paused_until is None
    if not fact.organisations or rests or fact.taken >= fact.capacity:
        return set()
    ease = ranking.STRAIN_AT_MOST - ranking.strain(fact)
    terms = {HERE, *(term for bit, term in enumerate(EASE) if ease >> bit & 1)}
    for kind, codes in _sets_of(fact).items():
        terms |= {f"{kind}:{code}" for code in codes}
    terms |= {TRAINED} if fact.trained else set()
    terms |= {TOLD_LANGUAGES} if fact.languages else set()
    return terms | (_terms_of_area(area) if area else set())


def _sets_of(fact: ranking.Offer) -> dict[str, frozenset[str]]:
    return {
        "language": fact.languages, "way": fact.ways, "free": fact.free, "lived": fact.experiences,
        "path": fact.paths, "field": fact.fields, "organisation": fact.organisations,
    }  # fmt: skip


def _terms_of_area(area: Area) -> set[str]:
    terms = {TOLD_AREA, f"province:{area.province}"}
    terms |= {f"fsa:{area.fsa}"} if area.fsa else set()
    return terms | ({PLACED, f"place:{area.place.code}"} if area.place else set())


class Sets:
    """The sets of the terms that a wish needs, read in one query."""

    def __init__(self, terms: Iterable[str]) -> None:
        by_key = {key_of(term): term for term in terms}
        shards: dict[str, dict[int, bytes]] = defaultdict(dict)
        rows = IndexBits.objects.filter(term__in=by_key).values_list("term", "shard", "bits")
        for key, shard, bits in rows:
            shards[by_key[key]][shard] = zlib.decompress(bytes(bits))
        self._bits = {term: _joined(parts) for term, parts in shards.items()}

    def of(self, term: str) -> int:
        return self._bits.get(term, 0)

    def any_of(self, kind: str, codes: Iterable[str]) -> int:
        return bitsets.union(self.of(f"{kind}:{code}") for code in codes)


def _joined(parts: dict[int, bytes]) -> int:
    whole = bytearray((max(parts) + 1) * SHARD // 8)
    for shard, data in parts.items():
        whole[shard * SHARD // 8 : shard * SHARD // 8 + len(data)] = data
    return int.from_bytes(whole, "little")


class Nearness:
    """How far offers are from somebody, as sets; the same bands as `core.places.band`."""

    def __init__(self, area: Area | None) -> None:
        self.area = area
        self.terms = {TOLD_AREA, PLACED} if area else set()
        self.same = {f"fsa:{area.fsa}"} if area and area.fsa else set()
        self.hour: set[str] = set()
        if area and area.place:
            for place in places():
                there = band(area, Area(code=place.code, province=place.province, place=place))
                self.same |= {f"place:{place.code}"} if there is Band.SAME_AREA else set()
                self.hour |= {f"place:{place.code}"} if there is Band.WITHIN_AN_HOUR else set()
        around = {area.province, *PROVINCES[area.province].neighbours} if area else set()
        self.around = {f"province:{code}" for code in around}
        self.terms |= self.same | self.hour | self.around

    def read(self, sets: Sets) -> dict[Near, int]:
        """Who is in which band; those in none are not known to be."""
        if self.area is None:
            return defaultdict(int)
        same = bitsets.union(map(sets.of, self.same))
        hour = bitsets.union(map(sets.of, self.hour)) & ~same
        placed = sets.of(PLACED) if self.area.place else 0
        maybe = bitsets.union(map(sets.of, self.around)) & ~placed
        return {
            Near.SAME_AREA: same,
            Near.WITHIN_AN_HOUR: hour,
            Near.FARTHER: sets.of(TOLD_AREA) & ~same & ~hour & ~maybe,
        }


def is_worth_it() -> bool:
    """Whether there are more offers than are weighed one by one as quickly, and the index is not far behind."""
    return OfferSlot.objects.count() > FEW and OfferSlot.objects.exclude(changed=None).count() <= FEW


@dataclass(frozen=True)
class Found:
    """Offers that can be the best: those the index knows, those it is behind with, and whether that is everybody."""

    known: frozenset[UUID]
    behind: frozenset[UUID]
    whole: bool


def candidates(wish: Wish, area: Area | None, enough: int) -> Found:
    """So many offers that no other one which the index knows can be a better fit.

    Of more than `TIED` with the very same fit, it is those that the request's own draw comes upon.
    """
    near = Nearness(area)
    sets = Sets(_terms_of_wish(wish) | near.terms)
    bands = near.read(sets)
    among = _keeping(wish.musts, sets, bands)
    planes, strange = _points(wish, sets, bands), _strange(wish, sets) & among
    numbers: list[int] = []
    for group in (among & ~strange, strange):
        if (missing := enough - len(numbers)) > 0:
            surely, tied = bitsets.leading(planes, group, missing)
            start = _start(wish, tied)
            numbers += [*bitsets.members(surely), *bitsets.some_members(tied, max(TIED, missing), start)]
    slots = OfferSlot.objects.filter(Q(number__in=numbers) | Q(changed__isnull=False), offer__isnull=False)
    rows = slots.values_list("offer_id", "changed")
    known = frozenset(offer for offer, changed in rows if changed is None)
    behind = frozenset(offer for offer, changed in rows if changed is not None)
    return Found(known, behind, whole=len(numbers) == among.bit_count())


def sums(wish: Wish, area: Area | None) -> list[int]:
    """The fit of every offer with this wish, 12 added, in planes of bits."""
    near = Nearness(area)
    sets = Sets(_terms_of_wish(wish) | near.terms)
    return _points(wish, sets, near.read(sets))


def _start(wish: Wish, tied: int) -> int:
    return int.from_bytes(sha256(wish.seed.encode()).digest()[:8], "big") % max(1, tied.bit_length())


def _terms_of_wish(wish: Wish) -> set[str]:
    musts = wish.musts
    wanted = {
        "language": wish.languages | musts.languages, "way": wish.ways | musts.ways, "free": wish.free,
        "lived": {one.token for one in wish.experiences} | musts.experiences, "path": wish.paths | musts.paths,
        "field": wish.fields, "organisation": musts.not_organisations,
    }  # fmt: skip
    plain = {HERE, TRAINED, TOLD_LANGUAGES, *EASE}
    return plain | {f"{kind}:{code}" for kind, codes in wanted.items() for code in codes}


def _keeping(musts: Musts, sets: Sets, bands: dict[Near, int]) -> int:
    """For whom every must is known to hold."""
    kept = sets.of(HERE)
    for kind, codes in (("language", musts.languages), ("way", musts.ways), ("path", musts.paths)):
        kept &= sets.any_of(kind, codes) if codes else kept
    for token in musts.experiences:
        kept &= sets.of(f"lived:{token}")
    kept &= ~sets.any_of("organisation", musts.not_organisations)
    if musts.within is not None:
        near = bands[Near.SAME_AREA]
        kept &= near if musts.within is Near.SAME_AREA else near | bands[Near.WITHIN_AN_HOUR]
    if musts.not_my_town:
        kept &= bands[Near.WITHIN_AN_HOUR] | bands[Near.FARTHER]
    return kept & sets.of(TRAINED) if musts.trained else kept


def _points(wish: Wish, sets: Sets, bands: dict[Near, int]) -> list[int]:
    """The points of `ranking.fit`, with 12 added so that none is below nothing."""
    planes, times = list[int](), list[int]()
    for members, points in _grounds(wish, sets, bands):
        bitsets.add(planes, members, points)
    for time in wish.free:
        bitsets.add(times, sets.of(f"free:{time}"), ranking.FREE_TOGETHER)
    for bit, plane in enumerate(bitsets.at_most_six(times)):
        bitsets.add(planes, plane, 1 << bit)
    return planes


def _grounds(wish: Wish, sets: Sets, bands: dict[Near, int]) -> Iterator[tuple[int, int]]:
    """For whom each ground holds, and its points."""
    musts = wish.musts
    yield from ((sets.of(term), 1 << bit) for bit, term in enumerate(EASE))
    for one in wish.experiences:
        yield sets.of(f"lived:{one.token}"), ranking.SHARED[2 if one.weight > 1 else 1]
    yield from ((sets.of(f"path:{path}"), ranking.PATH_WALKED) for path in wish.paths | musts.paths)
    yield from ((sets.of(f"field:{known}"), ranking.FIELD_KNOWN) for known in wish.fields)
    yield sets.any_of("language", wish.languages | musts.languages), ranking.SAME_LANGUAGE
    yield sets.any_of("way", wish.ways | musts.ways), ranking.SAME_WAY
    if ranking.nearness_counts(wish):
        yield from ((bands[Near(there)], points) for there, points in ranking.NEAR_POINTS.items())
    if wish.trained or musts.trained:
        yield sets.of(TRAINED), ranking.TRAINED


def _strange(wish: Wish, sets: Sets) -> int:
    """Who told languages of which the asker shares none."""
    mine = wish.languages | wish.musts.languages
    return sets.of(TOLD_LANGUAGES) & ~sets.any_of("language", mine) if mine else 0
