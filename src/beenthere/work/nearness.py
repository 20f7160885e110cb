"""How near two occupations are, by what they share: interests, traits, the words of their duties, their place. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2

# How much each kind of thing that is shared weighs. Words of duties say most; a place in the classification, least.
OF_WORDS, OF_INTERESTS, OF_TRAITS, OF_PLACE = 5.0, 2.0, 1.5, 1.0
STRONG = 4  # a trait of at least this level belongs to an occupation
MOST_WORDS = 4


@dataclass(frozen=True)
class Kind:
    """What is compared of an occupation."""

    noc: str
    interests: str = ""
    traits: Mapping[str, float] = field(default_factory=dict)
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Shared:
    """What one occupation shares with what somebody has done, the most telling first."""

    noc: str
    score: float
    words: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    in_group: bool = False


def weights_of_words(kinds: Iterable[Kind]) -> dict[str, float]:
    """A word that few occupations use tells more than one that many use."""
    every = list(kinds)
    counts = Counter(word for kind in every for word in kind.words)
    return {word: log2(1 + len(every) / count) for word, count in counts.items()}


def near(done: Iterable[Kind], kinds: Iterable[Kind], weights: Mapping[str, float], most: int) -> list[Shared]:
    """What is nearest to what was done; what was done is not among it. Ties go by the code, never by pay."""
    past = list(done)
    if not past:
        return []
    known = {kind.noc for kind in past}
    found = (_best(past, kind, weights) for kind in kinds if kind.noc not in known)
    return sorted((one for one in found if one.score > 0), key=lambda one: (-one.score, one.noc))[:most]


def _best(past: list[Kind], kind: Kind, weights: Mapping[str, float]) -> Shared:
    return max((shared(each, kind, weights) for each in past), key=lambda one: one.score)


def shared(one: Kind, other: Kind, weights: Mapping[str, float]) -> Shared:
    """What two occupations share."""
    words = sorted(one.words & other.words, key=lambda word: (-weights.get(word, 0.0), word))
    interests = tuple(letter for letter in one.interests if letter in other.interests)
    traits = tuple(name for name, level in one.traits.items() if min(level, other.traits.get(name, 0)) >= STRONG)
    in_group = one.noc[:3] == other.noc[:3]
    score = OF_WORDS * _share(words, one.words, other.words, weights)
    score += OF_INTERESTS * _in_order(one.interests, other.interests)
    score += OF_TRAITS * _alike(one.traits, other.traits)
    score += OF_PLACE * (in_group + (one.noc[0] == other.noc[0])) / 2
    return Shared(other.noc, round(score, 6), tuple(words[:MOST_WORDS]), interests, traits, in_group)


def _share(both: Iterable[str], one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of the words that both have, in that of all."""
    every = sum(weights.get(word, 0.0) for word in one | other)
    return sum(weights.get(word, 0.0) for word in both) / every if every else 0.0


def _in_order(one: str, other: str) -> float:
    """The first letter counts three, the second two, the third one, in both."""
    most = sum((3 - place) ** 2 for place in range(max(len(one), len(other))))
    told = sum((3 - one.index(letter)) * (3 - other.index(letter)) for letter in one if letter in other)
    return told / most if most else 0.0


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Near to 1 if the same is asked of a person in both, 0 if nothing is known."""
    both = one.keys() & other.keys()
    return 1 - sum(abs(one[name] - other[name]) for name in both) / (4 * len(both)) if both else 0.0
