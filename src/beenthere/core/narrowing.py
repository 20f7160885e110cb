"""A catalogue narrowed down by words and by what people choose, with the number that each further choice would leave.

Everything is read off sets of bits (core/search): of a hundred thousand the database is asked for those of one page.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, islice
from typing import overload
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from beenthere.core import bitsets
from beenthere.core.lists import and_list
from beenthere.core.search import Hits, Sets, answered_by, hits, ordering, sets_of

MOST_WAYS, MOST_NEAR, MOST_MISSED = 5, 3, 2
WORDS = "q"
CHUNK = 500


@dataclass(frozen=True)
class Facet:
    """Something to choose by: its name in the address, its label, and the options with theirs.

    An option finds the value of its own name; one of `unions` finds any of several. The values may be `of` another
    facet. Some are not picked but `typed`: then the only option is what was understood, or there is a `complaint`.
    """

    name: str
    label: str
    everything: str
    options: Mapping[str, str]
    unions: Mapping[str, Collection[str]] = field(default_factory=dict)
    of: str = ""
    tells: Mapping[str, str] = field(default_factory=dict)  # labels of its values, where options are others
    not_said: str = "not-said"
    typed: str | None = None
    complaint: str = ""
    more: bool = False  # asked for by few, and so kept out of the way

    def entries(self, sets: Sets, code: str) -> int:
        """What an option finds."""
        return sets.any_of(self.of or self.name, self.unions.get(code, (code,)))

    def silent(self, sets: Sets) -> int:
        """What does not say."""
        return sets.of(self.of or self.name, self.not_said)

    def told_of(self, sets: Sets, number: int) -> list[str]:
        """What one entry has of it, in words."""
        values = sets.values_of(self.of or self.name, number)
        told = self.tells or {code: label for code, label in self.options.items() if code not in self.unions}
        return [label for code, label in told.items() if code in values]


@dataclass(frozen=True)
class Option:
    """One thing to choose, and how many would be left."""

    code: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Choice:
    """One facet as a page shows it."""

    facet: Facet
    options: list[Option]
    left_without: int
    address_without: str

    @property
    def chosen(self) -> Option | None:
        """The option chosen now."""
        return next((option for option in self.options if option.chosen), None)


@dataclass(frozen=True)
class WayBack:
    """Choices to let go of, in words; what would be left, and where that stands."""

    names: tuple[str, ...]
    label: str
    entries: int
    address: str

    @property
    def left(self) -> int:
        """How many would be left."""
        return self.entries.bit_count()


@dataclass(frozen=True)
class Line:
    """One entry of a list: its number and its key."""

    number: int
    key: str


@dataclass(frozen=True)
class Near:
    """What misses a choice or two: the label of each that it misses, with what it has instead."""

    key: str
    misses: list[tuple[str, list[str]]]
    lacks_words: bool


@dataclass(frozen=True)
class Narrowed(Sequence[Line]):
    """What is left, in order, and the choices that led there and lead on."""

    sets: Sets
    query: str
    found: Hits
    facets: Sequence[Facet]
    asked: Mapping[str, str]
    firm: Collection[str] = ()

    def __len__(self) -> int:
        return self.left.bit_count()

    @overload
    def __getitem__(self, which: int) -> Line: ...
    @overload
    def __getitem__(self, which: slice) -> list[Line]: ...
    def __getitem__(self, which: int | slice) -> Line | list[Line]:
        if isinstance(which, int):
            return self[which : which + 1][0]
        start, stop, _step = which.indices(len(self))
        numbers = ordering.numbers(self.sets, self.left, self.found.planes, start, stop)
        return [Line(number, key) for number, key in ordering.keys_of(numbers).items()]

    def keys(self) -> Iterator[str]:
        """The keys of all that is left, in order, read a few at a time."""
        numbers = ordering.every_number(self.sets, self.left, self.found.planes)
        while some := list(islice(numbers, CHUNK)):
            yield from ordering.keys_of(some).values()

    def holds(self, keys: Collection[str]) -> set[str]:
        """Which of these keys are among what is left."""
        numbers = ordering.numbers_of(self.sets.kind, keys)
        return {key for key, number in numbers.items() if self.left >> number & 1}

    @cached_property
    def picked(self) -> dict[str, str]:
        """What was chosen; what is not among a facet's options was not."""
        return {f.name: self.asked[f.name] for f in self.facets if self.asked.get(f.name, "") in f.options}

    @cached_property
    def left(self) -> int:
        """The entries that have all words and everything chosen."""
        return self._left_by(self.picked)

    @cached_property
    def choices(self) -> list[Choice]:
        """Every facet, with how many each option would leave."""
        return [self._choice(facet) for facet in self.facets]

    @property
    def at_hand(self) -> list[Choice]:
        """Those that most people choose by."""
        return [choice for choice in self.choices if not choice.facet.more]

    @property
    def more(self) -> list[Choice]:
        """The others, but for those that would change nothing."""
        return [choice for choice in self.choices if choice.facet.more and choice.options]

    @property
    def chosen(self) -> list[Choice]:
        """The choices that were made."""
        return [choice for choice in self.choices if choice.chosen]

    @property
    def complaints(self) -> list[str]:
        """What was typed and not understood, and what to do."""
        return [facet.complaint for facet in self.facets if facet.complaint]

    @cached_property
    def ways_back(self) -> list[WayBack]:
        """The choices that, let go of alone, would leave something; failing that, two of them together."""
        ways = self._ways_back(1) or self._ways_back(2)
        return sorted(ways, key=lambda way: -way.left)[:MOST_WAYS]

    @property
    def address(self) -> str:
        """The whole question as the end of an address, to share and to follow."""
        return urlencode({"q": self.query} | self.picked if self.query else self.picked)

    def address_without(self, *names: str) -> str:
        """The same without some choices. Each is named though empty: it may hold unless one says otherwise."""
        kept = {key: value for key, value in self.asked.items() if value and key not in {*names, "page"}}
        return "?" + urlencode(kept | dict.fromkeys((name for name in names if name != WORDS), ""))

    def why(self, line: Line) -> list[str]:
        """Say briefly why an entry is here: which words stand in it where, and what of the choices it has."""
        told = answered_by(self.sets, self.found.terms, line.number)
        words = [
            (told.in_title, _("in its name: %(words)s")),
            (told.elsewhere, _("in what it says: %(words)s")),
            (told.missing, _("not here: %(words)s")),
        ]
        chosen = [
            facet.options[self.picked[facet.name]]
            for facet in self.facets
            if facet.name in self.picked and facet.name not in self.firm
        ]
        return [sentence % {"words": ", ".join(some)} for some, sentence in words if some] + chosen

    @cached_property
    def _fitting(self) -> dict[str, int]:
        """What fits each choice that was made."""
        facets = (facet for facet in self.facets if facet.name in self.picked)
        return {facet.name: facet.entries(self.sets, self.picked[facet.name]) for facet in facets}

    def _left_by(self, names: Collection[str], *, words: bool = True) -> int:
        left = self.found.entries if words else self.sets.everything
        for name in names:
            left &= self._fitting[name]
        return left

    def _choice(self, facet: Facet) -> Choice:
        chosen = self.picked.get(facet.name, "")
        left = self._left_by([name for name in self.picked if name != facet.name])
        options = [
            Option(code, label, count, code == chosen)
            for code, label in facet.options.items()
            if (count := (left & facet.entries(self.sets, code)).bit_count()) or code == chosen
        ]
        return Choice(facet, options, left.bit_count(), self.address_without(facet.name))

    def _ways_back(self, size: int) -> list[WayBack]:
        ways = []
        for names in combinations([*self.picked, *([WORDS] if self.query else [])], size):
            kept = [name for name in self.picked if name not in names]
            if left := self._left_by(kept, words=WORDS not in names):
                labels = [facet.options[self.picked[facet.name]] for facet in self._facets(names)]
                labels += [_("the words you typed")] if WORDS in names else []
                ways.append(WayBack(names, and_list(labels), left, self.address_without(*names)))
        return ways

    def _facets(self, names: Collection[str]) -> list[Facet]:
        return [facet for facet in self.facets if facet.name in names]

    def nearest(self) -> list[Near]:
        """What misses only one or two choices: something of each kind, and first what only does not say."""
        wishes = [name for name in self.picked if name not in self.firm] + ([WORDS] if self.query else [])
        ways = [
            (size, -self._silence(way), way)
            for size in range(1, min(MOST_MISSED, len(wishes) - 1) + 1)
            for way in self._ways_back(size)
            if not set(way.names) & set(self.firm)
        ]
        some = [way for *_rank, way in sorted(ways, key=lambda each: each[:2])[:MOST_NEAR]]
        return [near for way in some for near in self._near(way, MOST_NEAR // len(some))]

    def _silence(self, way: WayBack) -> int:
        """How many of the choices let go of are ones about which some entry says nothing, rather than otherwise."""
        planes: list[int] = []
        for facet in self._facets(way.names):
            bitsets.add(planes, way.entries & facet.silent(self.sets), 1)
        return next((1 << place for place in reversed(range(len(planes))) if planes[place]), 0)

    def _near(self, way: WayBack, most: int) -> list[Near]:
        planes: list[int] = []
        for facet in self._facets(way.names):
            bitsets.add(planes, facet.silent(self.sets), 1)
        keys = ordering.keys_of(ordering.numbers(self.sets, way.entries, planes, 0, most))
        return [
            Near(key, [(f.label, f.told_of(self.sets, number)) for f in self._facets(way.names)], WORDS in way.names)
            for number, key in keys.items()
        ]


def narrow(
    kind: str, query: str, facets: Sequence[Facet], asked: Mapping[str, str], firm: Collection[str] = ()
) -> Narrowed:
    """Keep what answers the words and has everything chosen. What is `firm` is never let go of to find what is near."""
    sets = sets_of(kind)
    found = hits(sets, query) if query else Hits(sets.everything)
    return Narrowed(sets, query, found, facets, asked, firm)
