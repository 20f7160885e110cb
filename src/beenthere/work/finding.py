"""Occupations found by words, theirs and those of their job titles together; see docs/adr/0031.

Titles are entries of their own, so that all the words of a question stand in one title. What they answer is summed up
for their occupation, and with that the occupations are narrowed down like everything else.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from beenthere.core import bitsets
from beenthere.core.narrowing import Facet, Narrowed
from beenthere.core.search import Found, Hits, Sets, hits, ordering, sets_of
from beenthere.core.words import asked_words
from beenthere.work.findable import KIND, TITLE

# A title that is exactly what was asked for, beside one that holds it among other words.
EXACTLY = 24
MOST_READ = 12  # of the titles that do best; a page chooses among them


@dataclass(frozen=True)
class Answers:
    """What occupations answer, and which of their titles do best."""

    occupations: Sets
    titles: Sets
    hits: Hits
    of_titles: Hits

    def best_titles(self, nocs: Collection[str]) -> dict[str, list[tuple[str, int]]]:
        """For each the language and place of the titles that answer best, a few of them."""
        best = {noc: self._best(noc) for noc in nocs}
        numbers = [number for some in best.values() for number in some]
        keys = ordering.keys_of(numbers)
        found: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for key in keys.values():
            noc, language, place = key.split(":")
            found[noc].append((language, int(place)))
        return found

    def _best(self, noc: str) -> list[int]:
        among = self.of_titles.entries & self.titles.of("noc", noc)
        if not among:
            return []
        surely, tied = bitsets.leading(self.of_titles.planes, among, 1)
        return bitsets.some_members(surely | tied, MOST_READ, 0)


def answers(query: str) -> Answers:
    """Find occupations by their own words and by their titles."""
    occupations, titles = sets_of(KIND), sets_of(TITLE)
    own, of_titles = hits(occupations, query), hits(titles, query)
    if _worth(of_titles) > _worth(own):
        own = Hits(0, terms=of_titles.terms, searched_for=of_titles.searched_for, partly=of_titles.partly)
    elif _worth(own) > _worth(of_titles):
        of_titles = Hits(0)
    points = _points(occupations, titles, own, of_titles, query)
    planes: list[int] = []
    for score, members in points.items():
        bitsets.add(planes, members, score)
    found = Hits(bitsets.union(points.values()), planes, own.terms, own.searched_for, own.partly)
    return Answers(occupations, titles, found, of_titles)


def find(query: str, limit: int) -> Found:
    """The codes of the occupations that answer best."""
    answered = answers(query)
    found = answered.hits
    keys = ordering.keys_of(ordering.numbers(answered.occupations, found.entries, found.planes, 0, limit))
    return Found(keys.values(), searched_for=found.searched_for, partly=found.partly)


def narrowed(query: str, facets: Sequence[Facet], asked: Mapping[str, str]) -> tuple[Narrowed, Answers | None]:
    """Keep what answers the words and has everything chosen."""
    if not query:
        sets = sets_of(KIND)
        return Narrowed(sets, query, Hits(sets.everything), facets, asked), None
    answered = answers(query)
    return Narrowed(answered.occupations, query, answered.hits, facets, asked), answered


def _worth(found: Hits) -> int:
    """All the words as typed, all of them put right, some of them, nothing."""
    if not found.entries:
        return 0
    return 1 if found.partly else 2 if found.searched_for else 3


def _points(occupations: Sets, titles: Sets, own: Hits, of_titles: Hits, query: str) -> dict[int, int]:
    """For each sum of points the occupations that have it."""
    asked = of_titles.searched_for or query
    exact = of_titles.entries & titles.of("long", str(len(asked_words(asked)))) if not of_titles.partly else 0
    found: dict[int, int] = defaultdict(int)
    for noc, theirs in titles.each_of("noc"):
        if among := theirs & of_titles.entries:
            score = _highest(of_titles.planes, among) + (EXACTLY if theirs & exact else 0)
            found[_own_score(occupations.of("noc", noc), own) + score] |= occupations.of("noc", noc)
    rest = own.entries & ~bitsets.union(found.values())
    for number in bitsets.members(rest):
        found[_own_score(1 << number, own)] |= 1 << number
    return {score: members for score, members in found.items() if members}


def _own_score(one: int, own: Hits) -> int:
    return sum(1 << place for place, plane in enumerate(own.planes) if plane & one)


def _highest(planes: Sequence[int], among: int) -> int:
    """The highest sum among these."""
    total = 0
    for place in reversed(range(len(planes))):
        if higher := among & planes[place]:
            total, among = total + (1 << place), higher
    return total
