"""The sets of a kind in the memory of this process: which entries have a value, and which hold a word.

One small query a search tells whether anything changed; then only what changed is read again. What another process
wrote is seen as soon as it is committed, and what is not committed yet is never remembered.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from django.db import connection

from beenthere.core import bitsets
from beenthere.core.kept import forgets
from beenthere.core.search.postings import Posting, read
from beenthere.core.search.tables import Catalogue, FacetBits
from beenthere.core.search.writing import ALL, SHARD

Value = tuple[str, str]

MOST_WORDS_KEPT = 500

_memory: dict[str, "Sets"] = forgets({})


class Sets:
    """All sets of one kind in one version. Never changed once made, but for what it comes to know: words, the order."""

    def __init__(self, kind: str, epoch: UUID | None, version: int, bits: Mapping[Value, int]) -> None:
        self.kind, self.epoch, self.version = kind, epoch, version
        self._bits = bits
        self._words: dict[str, Posting] = {}
        self.in_order: dict[str, array[int]] = {}  # how a list in each language begins, as far as somebody went

    @property
    def everything(self) -> int:
        """All entries of the kind."""
        return self._bits.get(ALL, 0)

    def of(self, facet: str, value: str) -> int:
        """The entries that have this value."""
        return self._bits.get((facet, value), 0)

    def any_of(self, facet: str, values: Iterable[str]) -> int:
        """The entries that have any of these values."""
        return bitsets.union(self.of(facet, value) for value in values)

    def each_of(self, facet: str) -> Iterator[tuple[str, int]]:
        """Each value of a facet, with the entries that have it."""
        yield from ((value, bits) for (name, value), bits in self._bits.items() if name == facet)

    def values_of(self, facet: str, number: int) -> set[str]:
        """What one entry has of a facet."""
        return {value for (name, value), bits in self._bits.items() if name == facet and bits >> number & 1}

    def holding(self, tokens: Iterable[str]) -> dict[str, Posting]:
        """For each token the entries that hold it, in their title and anywhere; “wor*” is any word that begins so."""
        wanted = set(tokens)
        if new := wanted - self._words.keys():
            if len(self._words) + len(new) > MOST_WORDS_KEPT:
                self._words.clear()
                new = wanted
            mine = self.everything
            self._words |= {
                token: Posting(found.title & mine, found.anywhere & mine) for token, found in read(new).items()
            }
        return {token: self._words[token] for token in wanted}

    def renewed(self, epoch: UUID, version: int) -> "Sets":
        """The same sets with what was written since."""
        since = self.version if self.epoch == epoch else -1
        bits = dict(self._bits) if since >= 0 else {}
        rows = FacetBits.objects.filter(kind=self.kind, version__gt=since)
        for facet, value, shard, data in rows.values_list("facet", "value", "shard", "bits"):
            start = shard * SHARD
            before = bits.get((facet, value), 0)
            rest = before >> start + SHARD << start + SHARD | before & (1 << start) - 1
            bits[facet, value] = rest | int.from_bytes(bytes(data), "little") << start
        return Sets(self.kind, epoch, version, bits)


def sets_of(kind: str) -> Sets:
    """The sets of a kind as they are now."""
    known = _memory.get(kind) or Sets(kind, None, -1, {})
    now = Catalogue.objects.filter(kind=kind).values_list("epoch", "version").first()
    if now is None:
        return Sets(kind, None, -1, {})
    if now == (known.epoch, known.version):
        return known
    sets = known.renewed(*now)
    if not connection.in_atomic_block:  # there, what was read may yet be undone
        _memory[kind] = sets
    return sets
