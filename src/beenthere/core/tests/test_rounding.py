"""Numbers of people are told to base 5, always alike for the same people."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from beenthere.core.rounding import rounded
from beenthere.reports.reads import chance_of

WHO = st.sets(st.text("abcdefgh", min_size=1, max_size=4), max_size=40)


@given(WHO)
def test_a_number_is_one_of_the_two_fives_around_it(who: set[str]) -> None:
    told = rounded(len(who), "cell", who, chance_of)
    assert told % 5 == 0
    assert abs(told - len(who)) < 5


@given(WHO, st.randoms())
def test_the_same_people_give_the_same_number_in_any_order(who: set[str], dice: Random) -> None:
    mixed = sorted(who)
    dice.shuffle(mixed)
    assert rounded(len(who), "cell", mixed, chance_of) == rounded(len(who), "cell", who, chance_of)


def test_from_a_number_that_is_told_nobody_knows_within_nine_how_many_there_are() -> None:
    possible: dict[int, set[int]] = {}
    for true in range(30):
        for group in range(60):
            told = rounded(true, "cell", [f"{group}-{n}" for n in range(true)], chance_of)
            possible.setdefault(told, set()).add(true)
    assert possible[10] == set(range(6, 15))


def test_when_one_more_comes_the_number_tells_of_it_no_more_often_than_by_chance() -> None:
    """Of two publications that differ by one person, the higher is not surely the one with more."""
    fewer, more = 0, 0
    for group in range(400):
        who = [f"{group}-{n}" for n in range(12)]
        before, after = (rounded(len(some), "cell", some, chance_of) for some in (who, [*who, "new"]))
        more, fewer = more + (after > before), fewer + (after < before)
    assert fewer > 40
    assert more < 200


def test_on_average_nothing_is_added_or_lost() -> None:
    told = [rounded(13, "cell", [f"{group}-{n}" for n in range(13)], chance_of) for group in range(2000)]
    assert abs(sum(told) / len(told) - 13) < 0.3
