"""Who is suggested to one person who asks, in what order, and why.

Pure: plain facts go in, reasons come out as data; views turn them into words. How the weighing was decided stands
in docs/adr/. A fit is weighed for a pair, at one moment; it is never returned, stored or shown.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

SUGGESTED_AT_ONCE = 5
SHOWN_IN_A_WEEK = 15
NOBODY: frozenset[str] = frozenset()

# Points of a pair. Having been there is the heart, so one experience that matters a lot outweighs all convenience of
# one kind; convenience decides between people who have been to the same places.
SHARED = {2: 12, 1: 6}  # by the weight that the person who asks gave it
PATH_WALKED = 8
FIELD_KNOWN = 4
SAME_LANGUAGE = 6
SAME_WAY = 4
NEAR_POINTS = {"same_area": 4, "within_an_hour": 3}  # only for somebody to whom being near matters
FREE_TOGETHER = 1  # for each time of the week,
FREE_AT_MOST = 6  # up to this many: more choice than that helps nobody
TRAINED = 3  # only for somebody to whom it matters
STRAIN_WHEN_FULL = 8  # taken off in proportion to what the supporter already carries,
STRAIN_AT_MOST = 12  # and never more than this, so that a popular supporter does not vanish


class Near(StrEnum):
    """How far two people live from each other, told in bands only."""

    SAME_AREA = "same_area"
    WITHIN_AN_HOUR = "within_an_hour"
    FARTHER = "farther"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """What a reason is about."""

    SHARED = "shared"
    PATH = "path"
    FIELD = "field"
    LANGUAGE = "language"
    WAY = "way"
    NEAR = "near"
    NOT_MY_TOWN = "not_my_town"
    FREE = "free"
    TRAINED = "trained"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Experience:
    """Something the person who asks has lived through: compared by its token, told in their own words."""

    token: str
    label: str
    weight: int = 1  # 2 = matters a lot


@dataclass(frozen=True, slots=True)
class Musts:
    """What has to be so. An empty must asks for nothing."""

    languages: frozenset[str] = NOBODY  # at least one of them
    ways: frozenset[str] = NOBODY  # at least one of them
    paths: frozenset[str] = NOBODY  # at least one of them
    experiences: frozenset[str] = NOBODY  # tokens: every one of them
    not_organisations: frozenset[str] = NOBODY
    within: Near | None = None
    not_my_town: bool = False
    trained: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """Who asks, as far as suggestions need to know."""

    seed: str
    musts: Musts = field(default_factory=Musts)
    languages: frozenset[str] = NOBODY
    ways: frozenset[str] = NOBODY
    free: frozenset[str] = NOBODY
    experiences: tuple[Experience, ...] = ()
    paths: frozenset[str] = NOBODY
    fields: frozenset[str] = NOBODY
    near: bool = False
    trained: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """One supporter's offer, with nothing that its owner keeps hidden."""

    id: str
    organisations: frozenset[str] = NOBODY  # those that said yes to it
    languages: frozenset[str] = NOBODY
    ways: frozenset[str] = NOBODY
    free: frozenset[str] = NOBODY
    experiences: frozenset[str] = NOBODY  # tokens of what stands on the offer
    paths: frozenset[str] = NOBODY
    fields: frozenset[str] = NOBODY
    near: Near = Near.UNKNOWN
    trained: bool = False
    capacity: int = 1
    taken: int = 0
    waiting: int = 0  # requests that wait for this supporter's answer
    paused: bool = False
    blocked: bool = False  # either of the two blocked the other


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, as data: what it is about, and of what."""

    why: Why
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who could walk with the person who asks."""

    offer: str
    reasons: tuple[Reason, ...]


def available(offer: Offer) -> bool:
    """Whether anybody at all could be suggested this offer now."""
    return bool(offer.organisations) and not offer.paused and not offer.blocked and offer.taken < offer.capacity


def keeps_musts(musts: Musts, offer: Offer) -> bool:
    """Whether everything that has to be so is known to be so; what is hidden is not known."""
    return (
        _one_of(musts.languages, offer.languages)
        and _one_of(musts.ways, offer.ways)
        and _one_of(musts.paths, offer.paths)
        and musts.experiences <= offer.experiences
        and not musts.not_organisations & offer.organisations
        and _far_enough(musts, offer.near)
        and _near_enough(musts, offer.near)
        and (offer.trained or not musts.trained)
    )


def fit(wish: Wish, offer: Offer) -> int:
    """What speaks for this pair now, less what the supporter already carries."""
    return sum(points for points, _ in grounds(wish, offer)) - strain(offer)


def grounds(wish: Wish, offer: Offer) -> Iterator[tuple[int, Reason]]:
    """Each reason for this pair with its points, the most telling kinds first."""
    for experience in sorted(wish.experiences, key=lambda one: (-one.weight, one.label, one.token)):
        if experience.token in offer.experiences:
            yield SHARED[2 if experience.weight > 1 else 1], Reason(Why.SHARED, (experience.label,))
    yield from _ways_walked(wish, offer)
    if languages := (wish.languages | wish.musts.languages) & offer.languages:
        yield SAME_LANGUAGE, Reason(Why.LANGUAGE, tuple(sorted(languages)))
    if ways := (wish.ways | wish.musts.ways) & offer.ways:
        yield SAME_WAY, Reason(Why.WAY, tuple(sorted(ways)))
    yield from _distance(wish, offer)
    if free := wish.free & offer.free:
        yield FREE_TOGETHER * min(len(free), FREE_AT_MOST), Reason(Why.FREE, tuple(sorted(free)))
    if offer.trained and (wish.trained or wish.musts.trained):
        yield TRAINED, Reason(Why.TRAINED)


def strain(offer: Offer) -> int:
    """What is taken off for what the supporter already carries, so that nobody is worn out."""
    return min(STRAIN_AT_MOST, STRAIN_WHEN_FULL * (offer.taken + offer.waiting) // max(offer.capacity, 1))


def ranked(wish: Wish, offers: Iterable[Offer]) -> list[Offer]:
    """Everybody who may be suggested, the best fit first; how often or fast somebody answers plays no part.

    Two people without a language in common cannot talk at all, so nothing they share puts them before two who can.
    """
    possible = [offer for offer in offers if available(offer) and keeps_musts(wish.musts, offer)]
    return sorted(possible, key=lambda offer: (no_language(wish, offer), -fit(wish, offer), _lot(wish.seed, offer.id)))


def no_language(wish: Wish, offer: Offer) -> bool:
    """Whether both told their languages, and no language stands with both."""
    mine = wish.languages | wish.musts.languages
    return bool(mine and offer.languages) and not mine & offer.languages


def suggest(
    wish: Wish,
    offers: Iterable[Offer],
    *,
    shown: frozenset[str] = NOBODY,
    leave_out: frozenset[str] = NOBODY,
    at_once: int = SUGGESTED_AT_ONCE,
) -> list[Suggestion]:
    """The next few people, with reasons; `shown` are the offers this person was shown in the last seven days."""
    room_for_new = max(0, SHOWN_IN_A_WEEK - len(shown))
    chosen: list[Suggestion] = []
    for offer in ranked(wish, offers):
        if len(chosen) == at_once:
            break
        if offer.id in leave_out or (offer.id not in shown and not room_for_new):
            continue
        room_for_new -= offer.id not in shown
        chosen.append(Suggestion(offer.id, reasons(wish, offer)))
    return chosen


def reasons(wish: Wish, offer: Offer) -> tuple[Reason, ...]:
    """Why these two, and how much room there is."""
    room = Reason(Why.ROOM, (str(offer.capacity - offer.taken),))
    return (*(reason for _, reason in grounds(wish, offer)), room)


def _ways_walked(wish: Wish, offer: Offer) -> Iterator[tuple[int, Reason]]:
    for path in sorted((wish.paths | wish.musts.paths) & offer.paths):
        yield PATH_WALKED, Reason(Why.PATH, (path,))
    for known in sorted(wish.fields & offer.fields):
        yield FIELD_KNOWN, Reason(Why.FIELD, (known,))


def _distance(wish: Wish, offer: Offer) -> Iterator[tuple[int, Reason]]:
    if nearness_counts(wish) and offer.near in NEAR_POINTS:
        yield NEAR_POINTS[offer.near], Reason(Why.NEAR, (offer.near.value,))
    if wish.musts.not_my_town:
        yield 0, Reason(Why.NOT_MY_TOWN)


def nearness_counts(wish: Wish) -> bool:
    """Whether living near speaks for somebody: it was wished for, or they would meet in person."""
    return wish.near or wish.musts.within is not None or "in_person" in wish.ways | wish.musts.ways


def _one_of(wanted: frozenset[str], given: frozenset[str]) -> bool:
    return not wanted or bool(wanted & given)


def _far_enough(musts: Musts, near: Near) -> bool:
    return not musts.not_my_town or near in {Near.WITHIN_AN_HOUR, Near.FARTHER}


def _near_enough(musts: Musts, near: Near) -> bool:
    if musts.within is Near.SAME_AREA:
        return near is Near.SAME_AREA
    return musts.within is not Near.WITHIN_AN_HOUR or near in {Near.SAME_AREA, Near.WITHIN_AN_HOUR}


def _lot(seed: str, offer: str) -> bytes:
    """Breaks ties anew for every request, so that no account is always first."""
    return sha256(f"{seed}/{offer}".encode()).digest()
