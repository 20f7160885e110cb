"""How long people wait, and how soon somebody usually answers."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from beenthere.matching.waiting import full_days, usual_days, usual_range

HOUR = dt.timedelta(hours=1)


def test_nothing_is_said_from_fewer_than_five_answers() -> None:
    assert usual_days([HOUR] * 4) is None
    assert usual_days([HOUR] * 5) == 1


def test_one_slow_answer_does_not_make_somebody_slow() -> None:
    assert usual_days([HOUR, HOUR, HOUR, HOUR, 150 * HOUR]) == 1


def test_a_day_counts_when_it_is_full() -> None:
    assert [full_days(hours * HOUR) for hours in (0, 23, 24, 71, 72)] == [0, 0, 1, 2, 3]


@given(st.lists(st.timedeltas(dt.timedelta(), dt.timedelta(days=14)), min_size=5))
def test_three_of_four_answers_came_within_what_is_told(answers: list[dt.timedelta]) -> None:
    days = usual_days(answers)
    assert days is not None
    assert sum(answer <= dt.timedelta(days=days) for answer in answers) * 4 >= len(answers) * 3


@given(st.lists(st.timedeltas(dt.timedelta(), dt.timedelta(days=1500)), min_size=5))
def test_most_waits_ended_within_the_range_that_is_told(waits: list[dt.timedelta]) -> None:
    told = usual_range(waits)
    assert told is not None
    low, high = told
    assert low < high
    inside = sum(dt.timedelta(days=low) <= wait <= dt.timedelta(days=high) for wait in waits)
    assert inside * 5 >= len(waits) * 3
