from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from beenthere.plans.upnext import shown_again_on

TODAY = date(2026, 11, 21)


def test_a_step_without_a_day_waits_a_week() -> None:
    assert shown_again_on(TODAY, None) == date(2026, 11, 28)


def test_a_step_with_a_day_comes_back_the_day_before() -> None:
    assert shown_again_on(TODAY, date(2026, 11, 25)) == date(2026, 11, 24)


@given(st.none() | st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=400)))
def test_it_is_shown_again_between_tomorrow_and_a_week_from_now(due: date | None) -> None:
    assert timedelta(days=1) <= shown_again_on(TODAY, due) - TODAY <= timedelta(days=7)
