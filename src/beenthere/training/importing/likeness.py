"""Which records may tell of one training, and why. Pure; blocks keep it possible among very many."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from beenthere.training.importing.sheets.columns import folded

LIKELY = 60  # of 100; below it, asking would cost people more than it finds
BIGGEST_BLOCK = 60  # what so many share tells nothing
BLOCK, PLACE = 40, 24  # bits of a number: which block, and which record in it
# Words that half of all names hold: two names that share only these are not alike.
_COMMON_WORDS = """
a an and at by d de des du en et for from in l la le les of on or ou par pour sur the to un une with
aidance aidant aidante aidants certificate certification certified certifie certifiee course cours formation
health mental mentale pair paire pairs peer peers program programme sante service services soutien specialist
support supporter supporters training worker workers initial level base basic introduction
"""
_COMMON = frozenset(_COMMON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Told:
    """What two records are compared by."""

    pk: int
    name: str
    provider: str = ""
    province: str = ""
    website: str = ""

    @property
    def words(self) -> frozenset[str]:
        """The words of the name that tell it from others."""
        return _telling(self.name)

    @property
    def whole_name(self) -> str:
        return folded(self.name)

    @property
    def giver(self) -> str:
        return folded(self.provider)

    @property
    def page(self) -> str:
        """The address of its page, without what makes no difference."""
        return re.sub(r"^https?://(?:www\.)?|[?#].*$|/+$", "", self.website.strip().lower())


@dataclass(frozen=True)
class Pair:
    """Two records, how alike they are (of 100), and why we think so."""

    a: int
    b: int
    likeness: int
    why: tuple[str, ...]


def likely_pairs(touched: Iterable[Told], everything: Iterable[Told]) -> Iterator[Pair]:
    """Compare the touched records with all, each pair once, where both stand in one block."""
    blocks = _Blocks(touched)
    for other in everything:
        for one in blocks.met_by(other):
            if found := compare(one, other):
                yield found


class _Blocks:
    """The touched records by their blocks: numbers in one sorted array, because there are very many.

    Each number is a block and, below it, the place of a record that stands in it.
    """

    def __init__(self, touched: Iterable[Told]) -> None:
        self.touched = list(touched)
        self.pks = {one.pk for one in self.touched}
        numbers = (key << PLACE | place for place, one in enumerate(self.touched) for key in _keys(one))
        self.standing = array("Q", sorted(numbers))
        self.met = bytearray(len(self.standing))  # how many have met a block, where the block begins

    def met_by(self, other: Told) -> list[Told]:
        """Whom it meets in any block; what too many share is left alone. Two of the touched meet once."""
        places = {place for key in _keys(other) for place in self._places(key)}
        found = [self.touched[place] for place in sorted(places)]
        if other.pk in self.pks:
            return [one for one in found if one.pk > other.pk]
        return found

    def _places(self, key: int) -> Iterator[int]:
        begin = bisect_left(self.standing, key << PLACE)
        end = bisect_left(self.standing, key + 1 << PLACE, begin, min(begin + BIGGEST_BLOCK, len(self.standing)))
        if begin < end and self.met[begin] < BIGGEST_BLOCK:
            self.met[begin] += 1
            yield from (number & (1 << PLACE) - 1 for number in self.standing[begin:end])


def _keys(one: Told) -> list[int]:
    """In which blocks a record stands."""
    keys = [("page", one.page, word) for word in (*one.words, "")] if one.page else []
    keys += [("giver", one.giver, word) for word in one.words or {one.whole_name}] if one.giver else []
    if one.words:
        keys.append(("name", " ".join(sorted(one.words)), ""))
    return [hash(key) & (1 << BLOCK) - 1 for key in keys]


def compare(one: Told, other: Told) -> Pair | None:
    """Say how alike two records are, if they are."""
    name = _alike(one, other)
    if name < 0.5:
        return None
    why, likeness = ["same_name" if name == 1 else "similar_name"], 45 * name
    same_page = bool(one.page) and one.page == other.page
    if same_page:
        why, likeness = [*why, "same_page"], likeness + 35
    word, more = _givers(one, other)
    if word:
        why, likeness = [*why, word], likeness + more
    elif one.giver and other.giver and not same_page:
        likeness -= 15
    if one.province and one.province == other.province:
        why, likeness = [*why, "same_province"], likeness + 15
    if likeness < LIKELY:
        return None
    return Pair(min(one.pk, other.pk), max(one.pk, other.pk), min(100, round(likeness)), tuple(why))


def _givers(one: Told, other: Told) -> tuple[str, int]:
    if not (one.giver and other.giver):
        return "", 0
    if one.giver == other.giver:
        return "same_provider", 30
    return ("similar_provider", 22) if _dice(one.giver, other.giver) > 0.7 else ("", 0)


def _alike(one: Told, other: Told) -> float:
    """How alike the names are; by their telling words, so that “training” twice is no likeness."""
    if one.whole_name == other.whole_name:
        return 1.0
    if _numbers(one) != _numbers(other):
        return 0.0  # level 1 and level 2 are two trainings
    if not (one.words and other.words):
        return 0.0
    return _dice(" ".join(sorted(one.words)), " ".join(sorted(other.words)))


@lru_cache(maxsize=5_000)
def _telling(name: str) -> frozenset[str]:
    return frozenset(folded(name).split()) - _COMMON


def _numbers(one: Told) -> frozenset[str]:
    return frozenset(word for word in one.whole_name.split() if word.isdigit() or word in {"i", "ii", "iii", "iv"})


def _dice(one: str, other: str) -> float:
    left, right = _trigrams(one), _trigrams(other)
    return 2 * len(left & right) / (len(left) + len(right))


@lru_cache(maxsize=20_000)
def _trigrams(text: str) -> frozenset[str]:
    padded = f"  {text} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
