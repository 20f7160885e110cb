"""Sums and bests over sets of numbers are those that one would count by hand."""

from hypothesis import given
from hypothesis import strategies as st

from beenthere.core import bitsets

WHO = st.sets(st.integers(0, 70))
SUMS = st.lists(st.tuples(WHO, st.integers(1, 13)), max_size=8)


def bits(numbers: set[int]) -> int:
    return sum(1 << number for number in numbers)


def planes_of(added: list[tuple[set[int], int]]) -> list[int]:
    planes: list[int] = []
    for members, weight in added:
        bitsets.add(planes, bits(members), weight)
    return planes


def total(added: list[tuple[set[int], int]], number: int) -> int:
    return sum(weight for members, weight in added if number in members)


def told(planes: list[int], number: int) -> int:
    return sum((plane >> number & 1) << place for place, plane in enumerate(planes))


@given(SUMS)
def test_each_sum_is_what_was_added(added: list[tuple[set[int], int]]) -> None:
    planes = planes_of(added)
    assert all(told(planes, number) == total(added, number) for number in range(71))


@given(SUMS)
def test_above_six_is_six(added: list[tuple[set[int], int]]) -> None:
    planes = bitsets.at_most_six(planes_of(added))
    assert all(told(planes, number) == min(6, total(added, number)) for number in range(71))


@given(SUMS, WHO, st.integers(1, 20))
def test_nobody_left_out_has_more_than_anybody_in(added: list[tuple[set[int], int]], among: set[int], n: int) -> None:
    surely, tied = bitsets.leading(planes_of(added), bits(among), n)
    inside, edge = set(bitsets.members(surely)), set(bitsets.members(tied))
    out = among - inside - edge
    assert len(inside) < n
    assert len(inside | edge) >= min(n, len(among))
    assert len({total(added, number) for number in edge}) <= 1
    least = min((total(added, number) for number in inside | edge), default=0)
    assert all(total(added, number) < least for number in out) or not out


@given(WHO, st.integers(0, 80), st.integers(0, 80))
def test_some_members_begin_at_the_start_and_go_round(among: set[int], most: int, start: int) -> None:
    found = bitsets.some_members(bits(among), most, start)
    round_ = [*(n for n in sorted(among) if n >= start), *(n for n in sorted(among) if n < start)]
    assert found == round_[:most]
