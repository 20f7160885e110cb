"""All who wait against all free places at once: a proposal that everybody may decline. Pure.

An auction: whoever is not placed bids for the place that is worth most to them at its price, so much that the second
best is as good; whoever is outbid bids again. With places that begin at no price, and a bid that exceeds by `eps`, the
total is within `eps` for each person of the best there is (D. P. Bertsekas, “Auction Algorithms for Network Flow
Problems”, Computational Optimization and Applications 1, 1992). Nobody is placed where a must is broken, and nobody
has to be placed at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappush, heapreplace

from beenthere.matching.ranking import Near, Offer, Wish, available, fit, keeps_musts, no_language, ranked

CANDIDATES = 30  # for each who waits: more hardly changes the total
PLACED = 20  # to be placed at all outweighs the strain of any one supporter
POINT_FOR_DAYS = 3  # one point for each three days of waiting,
WAIT_AT_MOST = 20  # and never more than this: a long wait decides between fits that are near, and is no fit itself
NO_PLACE = float("inf")
FINE, COARSE, MANY = 1000, 200, 2000  # `eps` is the largest weight by this; coarser from so many people on


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits and agreed to be in the list."""

    wish: Wish
    days: int
    near: Mapping[str, Near] = field(default_factory=dict)  # how far each offer is from this person, where it is known
    apart: frozenset[str] = frozenset()  # offers that are not for this person: blocked, walked with, passed of late


@dataclass(frozen=True, slots=True)
class Pair:
    """One line of a proposal: the seed of the wish, and the offer."""

    seed: str
    offer: str


def weight(points: int, days: int) -> int:
    """What a line counts: the fit of the pair, and a little for each day of waiting. Always above nothing."""
    return max(1, PLACED + points + min(WAIT_AT_MOST, max(0, days) // POINT_FOR_DAYS))


def propose(waiting: Iterable[Waiting], offers: Iterable[Offer]) -> list[Pair]:
    """Place as many as can be placed so that musts hold and the weights add up to (nearly) the most there is."""
    free = [offer for offer in offers if available(offer)]
    # In an order that is nobody's: neither the age of an account nor of a request comes first.
    people = sorted(waiting, key=lambda one: one.wish.seed)
    place = {offer.id: number for number, offer in enumerate(free)}
    weights = [_candidates(one, free, place) for one in people]
    placed = assign(weights, [offer.capacity - offer.taken for offer in free])
    return [Pair(people[who].wish.seed, free[where].id) for who, where in enumerate(placed) if where is not None]


def may_be_placed(one: Waiting, seen: Offer) -> bool:
    """Whether these two may stand on one line: there is room, musts hold, they can talk, nothing keeps them apart."""
    offer = as_seen_by(one, seen)
    return available(offer) and keeps_musts(one.wish.musts, offer) and not no_language(one.wish, offer)


def assign(weights: Sequence[Mapping[int, int]], room: Sequence[int], eps: float | None = None) -> list[int | None]:
    """For each person the number of their place, or None.

    `weights[person][place]` is a whole number above 0, `room[place]` how many find place there. The sum of the weights
    is within `eps` times the number of people of the largest possible; without `eps` it is chosen from the weights.
    """
    most = max((value for each in weights for value in each.values()), default=0)
    eps = eps or most / (FINE if len(weights) < MANY else COARSE)
    taken: list[list[tuple[float, int]]] = [[] for _place in room]  # at each place: price paid and by whom, a heap
    prices = [0.0 if free else NO_PLACE for free in room]  # what the one who pays least at a full place pays
    placed: list[int | None] = [None] * len(weights)
    bidding = list(range(len(weights)))[::-1]
    while bidding:
        who = bidding.pop()
        where, price = _bid(weights[who], prices, eps)
        if where is None:
            continue
        placed[who] = where
        if len(taken[where]) < room[where]:
            heappush(taken[where], (price, who))
        else:
            _price, outbid = heapreplace(taken[where], (price, who))
            placed[outbid] = None
            bidding.append(outbid)
        if len(taken[where]) == room[where]:
            prices[where] = taken[where][0][0]
    return placed


def _bid(values: Mapping[int, int], prices: Sequence[float], eps: float) -> tuple[int | None, float]:
    """Where to bid and how much; nowhere if every place costs more than it is worth.

    A place has one price, what the cheapest in it costs, so the second best is the best of the *other* places.
    """
    best, best_value, second_value = None, 0.0, 0.0
    for where, value in values.items():
        here = value - prices[where]
        if here > best_value:
            best, best_value, second_value = where, here, best_value
        elif here > second_value:
            second_value = here
    return best, 0.0 if best is None else prices[best] + best_value - second_value + eps


def as_seen_by(one: Waiting, offer: Offer) -> Offer:
    """The offer with what is true only between these two."""
    if offer.id not in one.near and offer.id not in one.apart:
        return offer
    return replace(offer, near=one.near.get(offer.id, offer.near), blocked=offer.id in one.apart)


def _candidates(one: Waiting, offers: Sequence[Offer], place: Mapping[str, int]) -> dict[int, int]:
    seen = [as_seen_by(one, offer) for offer in offers] if one.near or one.apart else offers
    possible = [offer for offer in ranked(one.wish, seen) if not no_language(one.wish, offer)]
    return {place[offer.id]: weight(fit(one.wish, offer), one.days) for offer in possible[:CANDIDATES]}
