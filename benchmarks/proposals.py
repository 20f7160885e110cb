"""The whole-list proposal: how fast, how near the optimum, and beside PyPI's mentor-match."""

import time
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import TypeVar

from matching import process  # PyPI's mentor-match
from matching.match import Match
from matching.mentee import Mentee
from matching.mentor import Mentor

from beenthere.matching.proposal import assign
from benchmarks.exact import best_total

Weights = list[dict[int, int]]
T = TypeVar("T")
ROUNDS = 3


def instance(people: int, supporters: int, candidates: int, seed: int = 5) -> tuple[Weights, list[int]]:
    """People with so many candidates each, weights from 1 to 100, and one to eight places at each supporter."""
    chance = Random(seed)
    weights = [
        {where: chance.randint(1, 100) for where in chance.sample(range(supporters), candidates)}
        for _person in range(people)
    ]
    return weights, [chance.randint(1, 8) for _supporter in range(supporters)]


def total(weights: Sequence[Mapping[int, int]], placed: Sequence[int | None]) -> int:
    """The sum of the weights of all who were placed."""
    return sum(weights[who][where] for who, where in enumerate(placed) if where is not None)


def whole_list(people: int, supporters: int) -> tuple[float, float, float]:
    """Seconds of ours (the quickest of three), our share of the optimum, and seconds of the exact solver."""
    weights, room = instance(people, supporters, 30)
    ours = min(_timed(lambda: assign(weights, room))[0] for _round in range(ROUNDS if people < 50_000 else 1))
    exact_seconds, best = _timed(lambda: best_total(weights, room))
    return ours, total(weights, assign(weights, room)) / best, exact_seconds


class ByWeight:
    """A rule of mentor-match that scores a pair by our weights; `grade` carries the number of each person."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def evaluate(self, match_object: Match) -> bool:
        return True

    def apply(self, match_object: Match) -> int:
        return int(self.weights[match_object.mentee.grade][match_object.mentor.grade])


def beside_mentor_match(count: int = 200) -> tuple[float, float, int, int]:
    """Seconds of ours and of mentor-match for as many people as supporters with one place, and both totals."""
    weights, _room = instance(count, count, count)
    ours, placed = _timed(lambda: assign(weights, [1] * count))
    # It takes two people with the same e-mail for one person.
    mentors = [Mentor(grade=n, email=f"mentor {n}", role="") for n in range(count)]
    mentees = [Mentee(grade=n, email=f"mentee {n}", role="") for n in range(count)]
    theirs, _matched = _timed(lambda: process.process_data(mentors, mentees, [[ByWeight(weights)]]))
    score = sum(weights[one.grade][mentor.grade] for one in mentees for mentor in one.mentors)
    return ours, theirs, total(weights, placed), score


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    began = time.perf_counter()
    done = work()
    return time.perf_counter() - began, done
