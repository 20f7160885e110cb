"""How long suggestions for one peer take among 1,000 supporters: the calculation alone."""

import random
import time

from beenthere.matching.ranking import Experience, Near, Offer, Wish, suggest

SUPPORTERS = 1_000
WORDS = [f"word-{number}" for number in range(40)]
TIMES = [
    f"{day}-{part}" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") for part in ("morning", "evening")
]


def some(chance: random.Random, of: list[str], most: int) -> frozenset[str]:
    return frozenset(chance.sample(of, chance.randint(1, most)))


def offer(number: int, chance: random.Random) -> Offer:
    """A supporter as they are in the demo, only more of them."""
    capacity = chance.randint(1, 5)
    return Offer(
        id=f"offer-{number}",
        organisations=some(chance, ["one", "two", "three"], 1),
        languages=some(chance, ["en", "fr", "asl", "lsq"], 2),
        ways=some(chance, ["in_person", "phone", "video", "text"], 3),
        free=some(chance, TIMES, 6),
        experiences=some(chance, WORDS, 8),
        paths=some(chance, ["job", "learning", "self_employment", "own"], 2),
        fields=some(chance, list("0123456789"), 2),
        near=chance.choice(list(Near)),
        capacity=capacity,
        taken=chance.randint(0, capacity),
    )


def milliseconds() -> float:
    """The median of eleven rounds."""
    chance = random.Random(7)
    offers = [offer(number, chance) for number in range(SUPPORTERS)]
    wish = Wish(
        seed="bench",
        languages=frozenset({"fr", "en"}),
        ways=frozenset({"phone", "video"}),
        free=frozenset(TIMES[:8]),
        experiences=tuple(Experience(word, word, 2) for word in WORDS[:5]),
        paths=frozenset({"job"}),
    )
    rounds = []
    for _ in range(11):
        start = time.perf_counter()
        found = suggest(wish, offers)
        rounds.append(1000 * (time.perf_counter() - start))
    assert len(found) == 5
    return sorted(rounds)[5]
