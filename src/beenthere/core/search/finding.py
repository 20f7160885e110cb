"""What a query finds, and how well each entry answers it: every entry weighed, by sums over sets of bits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from beenthere.core import bitsets, words
from beenthere.core.search.sets import Sets
from beenthere.core.search.slips import nearest_known

LONGEST_QUERY = 200
MOST_WORDS = 10
# As typed, by its stem, as a beginning; a word of the title counts three times as much.
TYPED, BY_STEM, BEGUN, OF_TITLE = 3, 2, 1, 3


@dataclass(frozen=True)
class Term:
    """One word of the query: as typed, in all its forms, and whether it may be the beginning of a word."""

    typed: str
    word: str
    forms: frozenset[str]
    unfinished: bool

    @property
    def tokens(self) -> list[str]:
        """Every token that answers it."""
        return [*self.forms, self.word, *([f"{self.word}*"] if self.unfinished else [])]


@dataclass(frozen=True)
class Hits:
    """The entries that a query finds, their points as planes of bits, and what had to be done to the words."""

    entries: int
    planes: list[int] = field(default_factory=list)
    terms: Sequence[Term] = ()
    searched_for: str = ""
    partly: bool = False


def hits(sets: Sets, query: str) -> Hits:
    """Find what holds all words of the query; failing that, put slips right; failing that, what holds any."""
    asked = words.asked_words(query[:LONGEST_QUERY])[:MOST_WORDS]
    if not asked:
        return Hits(0)
    terms = terms_of(asked)
    if found := _holding_all(sets, terms):
        return Hits(found, _points(sets, terms), terms)
    known = {term.typed for term in terms if _holding(sets, term)}
    corrected = [word if word in known else nearest_known(sets, word) for word in asked]
    searched_for = " ".join(filter(None, corrected)) if corrected != asked and any(corrected) else ""
    terms = terms_of([better or word for better, word in zip(corrected, asked, strict=True)])
    if all(corrected) and (found := _holding_all(sets, terms)):
        return Hits(found, _points(sets, terms), terms, searched_for)
    found = bitsets.union(_holding(sets, term) for term in terms)
    return Hits(found, _points(sets, terms), terms, searched_for, partly=True)


class Answer(NamedTuple):
    """The words of a query that an entry holds in its title, those that it holds elsewhere, and those it lacks."""

    in_title: list[str]
    elsewhere: list[str]
    missing: list[str]


def answered_by(sets: Sets, terms: Sequence[Term], number: int) -> Answer:
    """Tell which words of a query an entry answers."""
    answer = Answer([], [], [])
    for term in terms:
        found = sets.holding(term.tokens).values()
        if bitsets.union(each.title for each in found) >> number & 1:
            answer.in_title.append(term.typed)
        elif bitsets.union(each.anywhere for each in found) >> number & 1:
            answer.elsewhere.append(term.typed)
        else:
            answer.missing.append(term.typed)
    return answer


def terms_of(asked: Sequence[str]) -> list[Term]:
    """Read words as terms; the last one may be the beginning of a word."""
    cleaned = [words.clean(word) for word in asked]
    return [
        Term(typed, word, frozenset(words.forms(typed)), unfinished=typed == asked[-1] and len(word) >= 2)
        for typed, word in zip(asked, cleaned, strict=True)
        if word
    ]


def _holding(sets: Sets, term: Term) -> int:
    return bitsets.union(found.anywhere for found in sets.holding(term.tokens).values())


def _holding_all(sets: Sets, terms: Sequence[Term]) -> int:
    sets.holding(token for term in terms for token in term.tokens)  # all of them in one query
    found = sets.everything if terms else 0
    for term in terms:
        found &= _holding(sets, term)
    return found


def _points(sets: Sets, terms: Sequence[Term]) -> list[int]:
    """Sum up the points of every entry. A word that few hold tells more, and counts more."""
    planes: list[int] = []
    for term in terms:
        few = sets.everything.bit_count() // max(1, _holding(sets, term).bit_count())
        rest = sets.everything
        for level, members in _levels(sets, term):
            bitsets.add(planes, members & rest, level * max(1, few.bit_length()))
            rest &= ~members
    return planes


def _levels(sets: Sets, term: Term) -> list[tuple[int, int]]:
    """Who holds the word, and how well that answers it; the best first."""
    found = sets.holding(term.tokens)
    forms = [found[form] for form in term.forms]
    levels = [
        (TYPED * OF_TITLE, found[term.word].title),
        (BY_STEM * OF_TITLE, bitsets.union(form.title for form in forms)),
        (TYPED, found[term.word].anywhere),
        (BY_STEM, bitsets.union(form.anywhere for form in forms)),
    ]
    if term.unfinished:
        begun = found[f"{term.word}*"]
        levels += [(BEGUN * OF_TITLE, begun.title), (BEGUN, begun.anywhere)]
    return sorted(levels, key=lambda level: -level[0])
