"""Slips of the keyboard: the known word that was probably meant."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from beenthere.core import words
from beenthere.core.kept import forgets
from beenthere.core.search.sets import Sets
from beenthere.core.search.tables import SearchWord

SHORTEST = 4
LOOKED_AT = 60  # of all words, those that share most runs of three letters


@dataclass
class _Vocabulary:
    """The words of a kind and, for each run of three letters, the words that hold it. It only grows."""

    epoch: UUID | None
    last: int = 0
    words: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    holding: dict[str, "array[int]"] = field(default_factory=lambda: defaultdict(lambda: array("I")))

    def take(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """Learn new words."""
        for pk, word, shown in rows:
            self.last = pk
            if word.isdigit():  # a number is put right by nobody
                continue
            for run in words.runs(word):
                self.holding[run].append(len(self.words))
            self.words.append(word)
            self.shown.append(shown)

    def nearest(self, word: str) -> str:
        """The word that looks most like this one, as it is written, or nothing."""
        shared: Counter[int] = Counter()
        for run in words.trigrams(word).union(*map(words.trigrams, words.swaps(word))):
            shared.update(self.holding.get(run, ()))
        near = {self.words[number]: self.shown[number] for number, _count in shared.most_common(LOOKED_AT)}
        return near.get(words.nearest(word, near), "")


_memory: dict[str, _Vocabulary] = forgets({})


def nearest_known(sets: Sets, word: str) -> str:
    """Give the known word that was probably meant, as it is written, or nothing."""
    folded = words.clean(word)
    if len(folded) < SHORTEST or folded.isdigit():
        return ""
    return _vocabulary_of(sets).nearest(folded)


def _vocabulary_of(sets: Sets) -> _Vocabulary:
    """What is remembered, and the words that came since. In a transaction, what is read may yet be undone."""
    known = _memory.get(sets.kind)
    fresh = known is None or known.epoch != sets.epoch or connection.in_atomic_block
    vocabulary = _Vocabulary(sets.epoch) if known is None or fresh else known
    rows = SearchWord.objects.filter(kind=sets.kind, pk__gt=vocabulary.last).order_by("pk")
    vocabulary.take(rows.values_list("pk", "word", "shown"))
    if not connection.in_atomic_block:
        _memory[sets.kind] = vocabulary
    return vocabulary
