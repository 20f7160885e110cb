"""Some at once, then one each while; whoever is too fast waits for one turn and never for more."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connections

from beenthere.core import clock, limits
from beenthere.core.limits import Limit, TooFast, take_look, take_turn
from beenthere.core.models import Turns

NOON = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)
LIMIT = Limit("test", 3, 60)


@pytest.fixture(autouse=True)
def hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LIMITS_HOLD", True)


def taken(count: int, whom: object = "Amara", limit: Limit = LIMIT) -> int:
    """How many of so many turns were given."""
    given = 0
    for _ in range(count):
        try:
            take_turn(limit, whom)
            given += 1
        except TooFast:
            pass
    return given


@pytest.mark.django_db
def test_some_at_once_then_one_each_while() -> None:
    with clock.at(NOON):
        assert taken(10) == 3
    with clock.at(NOON + dt.timedelta(seconds=61)):
        assert taken(10) == 1
    with clock.at(NOON + dt.timedelta(hours=1)):
        assert taken(10) == 3


@pytest.mark.django_db
def test_nobody_waits_longer_than_for_one_turn_however_often_they_try() -> None:
    with clock.at(NOON):
        taken(200)
        with pytest.raises(TooFast) as waits:
            take_turn(LIMIT, "Amara")
    assert 0 < waits.value.seconds <= 60


@pytest.mark.django_db
def test_one_who_hurries_slows_nobody_else() -> None:
    with clock.at(NOON):
        taken(10)
        assert taken(3, "Benoît") == 3
        assert taken(3, limit=Limit("something else", 3, 60)) == 3


@pytest.mark.django_db
def test_nothing_kept_says_who_it_was_and_it_is_soon_forgotten() -> None:
    with clock.at(NOON):
        take_turn(LIMIT, "192.0.2.66")
    assert "192.0.2.66" not in str(list(Turns.objects.values()))
    with clock.at(NOON + dt.timedelta(minutes=2)):
        limits.forget_old_turns()
    assert not Turns.objects.exists()


def test_looks_are_counted_in_memory_of_a_bounded_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_REMEMBERED", 5)
    for number in range(20):
        take_look(LIMIT, f"somebody {number}")
    for _ in range(3):
        take_look(LIMIT, "Amara")
    assert len(limits._looks) <= 5
    with pytest.raises(TooFast):
        take_look(LIMIT, "Amara")


@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_only_as_many_are_let_through() -> None:
    def take(_: int) -> int:
        try:
            with clock.at(NOON):
                return taken(1)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(take, range(8))) == LIMIT.at_once
