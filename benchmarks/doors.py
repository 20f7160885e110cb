"""Whether the time of a sign-in tells if an account exists: two rows of times, compared as distributions."""

import random
import statistics
import time
from bisect import bisect_right

PAIRS = 60


def told_by_time() -> tuple[float, float, float, float]:
    """Median milliseconds with an account and without; how far the distributions part; from where on that is no chance.

    The last two are the statistic of Kolmogorov and Smirnov, and what it passes by chance once in twenty.
    """
    from beenthere.people.backends import SignInWordBackend
    from beenthere.people.models import Person

    there = next(word for person in Person.objects.all()[:50] if (word := person.sign_in_word))
    words = [there, "nobody-maple-41"] * PAIRS
    random.Random(7).shuffle(words)
    took: dict[str, list[float]] = {there: [], "nobody-maple-41": []}
    backend = SignInWordBackend()
    for word in ["warm-up-11", *words]:
        start = time.perf_counter()
        backend.authenticate(None, sign_in_word=word, passphrase="not the right one")
        took.setdefault(word, []).append(1000 * (time.perf_counter() - start))
    with_, without = sorted(took[there]), sorted(took["nobody-maple-41"])
    chance = 1.36 * (2 / PAIRS) ** 0.5
    return statistics.median(with_), statistics.median(without), apart(with_, without), chance


def apart(one: list[float], other: list[float]) -> float:
    """The widest gap between the shares of both that are below the same time."""
    return max(abs(bisect_right(one, at) / len(one) - bisect_right(other, at) / len(other)) for at in one + other)
