import datetime as dt
from types import SimpleNamespace

from beenthere.core import clock

LATE_EVENING_UTC = dt.datetime(2026, 3, 1, 4, 30, tzinfo=dt.UTC)


def test_the_clock_can_be_set_and_goes_back() -> None:
    with clock.at(LATE_EVENING_UTC):
        assert clock.now() == LATE_EVENING_UTC
    assert clock.now() > LATE_EVENING_UTC


def test_today_is_the_persons_own_day() -> None:
    newfoundland = SimpleNamespace(time_zone="America/St_Johns")
    with clock.at(LATE_EVENING_UTC):
        assert clock.today(newfoundland) == dt.date(2026, 3, 1)
        assert clock.today(SimpleNamespace(time_zone="America/Vancouver")) == dt.date(2026, 2, 28)
