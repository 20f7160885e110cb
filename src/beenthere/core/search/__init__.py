"""Search over everything public, in both languages at once, and its narrowing down; see docs/adr 7 and 21.

Python makes the words (core/words.py), the database tells which entries hold them, and from there on everything is
sets of bits: what is found, how well, what is left, how many. So SQLite and PostgreSQL give the same answers.
"""

from collections.abc import Iterable

from beenthere.core.search import ordering
from beenthere.core.search.finding import Hits, answered_by, hits
from beenthere.core.search.sets import Sets, sets_of
from beenthere.core.search.tables import Catalogue, FacetBits, SearchEntry, SearchWord
from beenthere.core.search.writing import (
    Entry,
    Facets,
    Texts,
    gathered,
    index,
    index_all,
    index_some,
    remove,
    remove_some,
    remove_with_words,
)

__all__ = [
    "Catalogue",
    "Entry",
    "FacetBits",
    "Facets",
    "Found",
    "Hits",
    "SearchEntry",
    "SearchWord",
    "Sets",
    "Texts",
    "answered_by",
    "find",
    "gathered",
    "hits",
    "index",
    "index_all",
    "index_some",
    "remove",
    "remove_some",
    "remove_with_words",
    "sets_of",
]

MOST_FOUND = 2000


class Found(list[str]):
    """Keys, best first; what was searched for if a slip was put right; whether some words were let go."""

    def __init__(self, keys: Iterable[str] = (), *, searched_for: str = "", partly: bool = False) -> None:
        super().__init__(keys)
        self.searched_for = searched_for
        self.partly = partly


def find(kind: str, query: str, limit: int = MOST_FOUND) -> Found:
    """Find the things that answer a query, best first."""
    sets = sets_of(kind)
    found = hits(sets, query)
    keys = ordering.keys_of(ordering.numbers(sets, found.entries, found.planes, 0, limit))
    return Found(keys.values(), searched_for=found.searched_for, partly=found.partly)
