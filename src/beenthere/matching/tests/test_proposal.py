"""The whole list at once: musts, room, and a total as good as an exact solver finds."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beenthere.matching import proposal, ranking
from beenthere.matching.proposal import Waiting, assign, may_be_placed, propose, weight
from beenthere.matching.tests.test_ranking import offers, wishes
from benchmarks.exact import best_total
from benchmarks.proposals import instance, total

pytestmark = pytest.mark.sqlite_only

lists = st.lists(st.builds(Waiting, wishes, st.integers(0, 400)), max_size=5, unique_by=lambda one: one.wish.seed)
places = st.lists(offers, max_size=5, unique_by=lambda one: one.id)


@st.composite
def instances(draw: st.DrawFn) -> tuple[list[dict[int, int]], list[int]]:
    room = draw(st.lists(st.integers(0, 3), min_size=1, max_size=6))
    where = st.integers(0, len(room) - 1)
    return draw(st.lists(st.dictionaries(where, st.integers(1, 100)), max_size=14)), room


@settings(max_examples=30, deadline=None)
@given(lists, places)
def test_no_line_breaks_a_must_or_goes_to_somebody_who_cannot(
    waiting: list[Waiting], free: list[ranking.Offer]
) -> None:
    people = {one.wish.seed: one for one in waiting}
    by_id = {offer.id: offer for offer in free}
    lines = propose(waiting, free)
    assert all(may_be_placed(people[line.seed], by_id[line.offer]) for line in lines)
    assert len({line.seed for line in lines}) == len(lines)
    taken = [line.offer for line in lines]
    assert all(taken.count(offer.id) <= max(0, offer.capacity - offer.taken) for offer in free)


@settings(max_examples=30, deadline=None)
@given(lists, places, st.randoms(use_true_random=False))
def test_the_order_in_which_people_come_does_not_matter(
    waiting: list[Waiting], free: list[ranking.Offer], chance: object
) -> None:
    shuffled = list(waiting)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert propose(waiting, free) == propose(shuffled, free)


@settings(max_examples=100, deadline=None)
@given(instances())
def test_the_total_is_within_one_percent_of_the_optimum(made: tuple[list[dict[int, int]], list[int]]) -> None:
    weights, room = made
    placed = assign(weights, room)
    assert total(weights, placed) >= 0.99 * best_total(weights, room)
    assert all(placed.count(where) <= free for where, free in enumerate(room))


@pytest.mark.parametrize(("people", "supporters"), [(300, 200), (400, 40), (1000, 200)])
def test_many_who_compete_for_few_places_end_near_the_optimum(people: int, supporters: int) -> None:
    weights, room = instance(people, supporters, 20)
    assert total(weights, assign(weights, room)) >= 0.995 * best_total(weights, room)


def test_of_two_who_fit_alike_the_longer_wait_comes_first() -> None:
    offer = ranking.Offer(id="one", organisations=frozenset({"phare"}), capacity=1)
    short, long = (Waiting(ranking.Wish(seed=seed), days) for seed, days in (("a", 2), ("b", 40)))
    assert propose([short, long], [offer]) == [proposal.Pair("b", "one")]


def test_nobody_is_placed_with_whom_they_cannot_talk() -> None:
    offer = ranking.Offer(id="one", organisations=frozenset({"phare"}), languages=frozenset({"fr"}), capacity=1)
    wish = ranking.Wish(seed="a", languages=frozenset({"en"}))
    assert propose([Waiting(wish, 40)], [offer]) == []
    assert propose([Waiting(replace(wish, languages=frozenset({"fr"})), 40)], [offer]) != []


@given(st.integers(-12, 300), st.integers(-5, 10_000), st.integers(0, 400))
def test_a_longer_wait_never_lowers_a_weight_and_never_adds_more_than_its_bound(
    points: int, days: int, more: int
) -> None:
    assert 0 <= weight(points, days + more) - weight(points, days) <= proposal.WAIT_AT_MOST
