"""The device that guesses waits longer and longer; quiet forgives."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from hypothesis import given
from hypothesis import strategies as st

from beenthere.core import clock
from beenthere.people import actions, slowing
from beenthere.people.models import SlowedDevice

NOON = dt.datetime(2027, 3, 1, 12, tzinfo=dt.UTC)


def test_the_first_tries_do_not_wait() -> None:
    assert [slowing.wait_after(tries) for tries in range(5)] == [0, 0, 0, 0, 15]


@given(st.integers(0, 10_000), st.floats(0, 1e7))
def test_nobody_ever_waits_longer_than_five_minutes(tries: int, quiet: float) -> None:
    assert 0 <= slowing.seconds_left(tries, quiet) <= slowing.LONGEST_WAIT


@given(st.integers(0, 100), st.floats(0, 1e5))
def test_more_quiet_never_means_a_longer_wait(tries: int, quiet: float) -> None:
    assert slowing.seconds_left(tries, quiet + 1) <= slowing.seconds_left(tries, quiet)


def test_ten_minutes_of_quiet_forgive_one_try() -> None:
    assert slowing.still_counted(7, 599) == 7
    assert slowing.still_counted(7, 600) == 6
    assert slowing.still_counted(2, 10_000) == 0


@pytest.mark.django_db
def test_a_device_is_slowed_and_another_one_is_not() -> None:
    with clock.at(NOON):
        waits = [actions.try_once(device="a") for _ in range(5)]
        assert waits == [0, 0, 0, 0, 15]
        assert actions.try_once(device="b") == 0
    with clock.at(NOON + dt.timedelta(seconds=15)):
        assert actions.try_once(device="a") == 0


@pytest.mark.django_db
def test_signing_in_to_ones_own_account_buys_no_more_guesses() -> None:
    with clock.at(NOON):
        for _ in range(3):
            actions.try_once(device="a")
        actions.try_once(device="a")
        actions.forgive_try(device="a")
        assert SlowedDevice.objects.get().tries == 3


@pytest.mark.django_db
def test_the_right_passphrase_begins_no_new_wait() -> None:
    with clock.at(NOON):
        for _ in range(4):
            actions.try_once(device="a")
    with clock.at(NOON + dt.timedelta(seconds=15)):
        assert actions.try_once(device="a") == 0
        actions.forgive_try(device="a")
        assert actions.try_once(device="a") == 0, "what she opens next is not held up"
        assert actions.try_once(device="a") == 30, "a wrong one is"


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_are_all_counted() -> None:
    def guess(_: int) -> int:
        try:
            with clock.at(NOON):
                return actions.try_once(device="a")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(guess, range(8)))
    assert waits.count(0) == slowing.FREE_TRIES
