"""What holds for every rule there could be; nothing here needs a database."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beenthere.work.earnings import (
    Course,
    Note,
    Now,
    Refusal,
    Rule,
    Shape,
    Tier,
    Variant,
    Work,
    after_last_year,
    from_pool,
    monthly,
    pool_of,
    steps,
    weekly,
    what_if,
    why_not,
)

JANUARY, MARCH = dt.date(2027, 1, 1), dt.date(2027, 3, 1)
CENTS = st.integers(0, 600_000)
PARTS = st.integers(0, 100)


@st.composite
def tiers(draw: st.DrawFn) -> tuple[Tier, ...]:
    above = draw(st.lists(CENTS, min_size=1, max_size=4, unique=True))
    return tuple(Tier(each, draw(PARTS)) for each in sorted(above))


FLAT = st.builds(Rule, shape=st.just(Shape.FLAT), exempt=CENTS, kept=PARTS)
TIERED = st.builds(Rule, shape=st.just(Shape.TIERS), tiers=tiers())
TOPPED_UP = st.builds(Rule, shape=st.just(Shape.FLAT), exempt=CENTS, supplement=st.integers(1, 100))
POOL = st.builds(Rule, shape=st.just(Shape.POOL), exempt=CENTS, kept=PARTS, prorated=st.booleans())
WEEKLY = st.builds(Rule, shape=st.just(Shape.WEEKLY), kept=PARTS, prior_part=PARTS)
STOPS = st.builds(Rule, shape=st.just(Shape.CLIFF), exempt=CENTS, stops=st.just(True))
EMPTIED = st.builds(Rule, shape=st.just(Shape.POOL), exempt=CENTS, prorated=st.booleans())
SMOOTH = FLAT | TIERED | WEEKLY
NOWS = st.builds(Now, support=st.integers(0, 300_000), prior_week=st.integers(1, 200_000), earned_this_year=CENTS)
WORKS = st.builds(Work, hours=st.integers(0, 6_000), pay=st.integers(0, 8_000), since=st.integers(0, 11))
COURSES = st.builds(Course, hours=st.integers(0, 6_000), cost=CENTS, since=st.integers(0, 11))
VARIANTS = st.builds(Variant, work=st.none() | WORKS, course=st.none() | COURSES)


@given(SMOOTH | POOL | TOPPED_UP | STOPS, NOWS, VARIANTS)
def test_support_is_never_below_nothing_and_a_total_is_the_sum(rule: Rule, now: Now, variant: Variant) -> None:
    for month in what_if([rule], now, variant, JANUARY):
        assert month.support is not None
        assert month.support >= 0
        earned, support, costs, total = month.dollars
        assert support >= 0
        assert earned + support - costs == total


@given(SMOOTH, NOWS, WORKS, st.integers(0, 3_000))
def test_more_earning_is_never_shown_as_less_without_a_cliff(rule: Rule, now: Now, work: Work, more: int) -> None:
    better = Work(work.hours + more, work.pay, work.since)
    less, better_off = (what_if([rule], now, Variant(each), MARCH) for each in (work, better))
    assert steps([rule], now) == []
    for one, other in zip(less, better_off, strict=True):
        assert other.total >= one.total
        assert other.dollars[3] >= one.dollars[3]


@given(EMPTIED, NOWS, WORKS, st.integers(0, 3_000))
def test_a_year_with_a_pool_brings_more_and_a_month_with_less_says_why(
    rule: Rule, now: Now, work: Work, more: int
) -> None:
    better = Work(work.hours + more, work.pay, work.since)
    less, better_off = (what_if([rule], now, Variant(each), JANUARY) for each in (work, better))
    assert sum(month.total for month in better_off) >= sum(month.total for month in less)
    for one, other in zip(less, better_off, strict=True):
        assert other.total >= one.total or Note.POOL_USED in other.notes


@given(TOPPED_UP, st.integers(0, 300_000), CENTS, CENTS)
def test_where_a_total_falls_with_a_top_up_there_is_a_step_shown(
    rule: Rule, support: int, one: int, other: int
) -> None:
    less, more = sorted((one, other))
    fell = more + monthly(rule, support, more) < less + monthly(rule, support, less)
    shown = steps([rule], Now(support))
    assert not fell or any(less < step.at <= more for step in shown)


@given(TOPPED_UP, st.integers(100, 300_000))
def test_a_step_is_where_the_total_falls_and_by_how_much(rule: Rule, support: int) -> None:
    for step in steps([rule], Now(support)):
        before, after = (at + monthly(rule, support, at) for at in (step.at - 1, step.at))
        assert before - after == step.falls


@given(FLAT | TIERED, st.integers(0, 300_000), CENTS, CENTS)
def test_support_only_goes_down_with_what_is_earned(rule: Rule, support: int, one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert monthly(rule, support, more) <= monthly(rule, support, less) <= support


@given(POOL, st.integers(0, 300_000), st.lists(CENTS, max_size=12), st.integers(1, 12))
def test_what_is_left_alone_in_a_year_is_the_pool_and_no_more(
    rule: Rule, support: int, counted: list[int], months: int
) -> None:
    whole = Rule(Shape.POOL, exempt=rule.exempt, prorated=rule.prorated)
    pool, plenty = pool_of(whole, months), 10**9
    taken = [plenty - paid for paid in from_pool(whole, plenty, counted, pool)]
    assert sum(counted) - sum(taken) == min(pool, sum(counted))
    assert pool_of(whole, 12) == whole.exempt
    assert all(paid >= 0 for paid in from_pool(rule, support, counted, pool))


@given(STOPS, NOWS, WORKS)
def test_behind_a_cliff_support_stays_away_and_says_so(rule: Rule, now: Now, work: Work) -> None:
    months = what_if([rule], now, Variant(work), MARCH)
    told = [Note.STOPPED in month.notes for month in months]
    assert told == sorted(told)
    assert all(month.support == (0 if stopped else now.support) for month, stopped in zip(months, told, strict=True))
    assert [step.at for step in steps([rule], now)] == ([rule.exempt] if now.support else [])


@given(VARIANTS, NOWS)
def test_without_a_rule_there_is_no_support_and_all_the_rest(variant: Variant, now: Now) -> None:
    months = what_if([], now, variant, MARCH)
    assert {month.support for month in months} == {None}
    assert [month.first for month in months[9:]] == [dt.date(2027, 12, 1), dt.date(2028, 1, 1), dt.date(2028, 2, 1)]
    assert all(month.total == month.earned - month.costs for month in months)


def test_a_rule_of_a_year_begins_anew_in_january() -> None:
    rule = Rule(Shape.POOL, exempt=100_000)
    months = what_if([rule], Now(120_000), Variant(Work(1_000, 2_000)), dt.date(2026, 11, 1), 4)
    assert [Note.POOL_USED in month.notes for month in months] == [False, True, False, True]
    assert [month.support for month in months] == [120_000, 46_668, 120_000, 46_668]


def test_in_the_first_months_nothing_is_left_alone() -> None:
    rule = Rule(Shape.FLAT, exempt=20_000, kept=50, waiting_months=3)
    months = what_if([rule], Now(73_300, months_on_support=1), Variant(Work(1_200, 500)), JANUARY, 4)
    assert [month.support for month in months] == [47_300, 47_300, 70_300, 70_300]
    assert [Note.WAITING in month.notes for month in months] == [True, True, False, False]


def test_work_and_a_course_begin_and_end_when_they_are_said_to() -> None:
    variant = Variant(Work(1_200, 1_900, since=1), Course(900, 12_000, since=2, until=3))
    months = what_if([], Now(0), variant, JANUARY, 5)
    assert [month.hours for month in months] == [0, 1_200, 2_100, 2_100, 1_200]
    assert [month.costs for month in months] == [0, 0, 12_000, 12_000, 0]
    assert [month.earned for month in months] == [0, *itertools.repeat(98_800, 4)]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (Rule(Shape.FLAT, "verified", dt.date(2026, 3, 1)), None),
        (Rule(Shape.FLAT, "verified", dt.date(2026, 2, 28)), Refusal.READ_LONG_AGO),
        (Rule(Shape.FLAT, "verified", dt.date(2024, 2, 29)), Refusal.READ_LONG_AGO),
        (Rule(Shape.FLAT, "verified", None), Refusal.READ_LONG_AGO),
        (Rule(Shape.FLAT, "old", MARCH), Refusal.OLD),
        (Rule(Shape.FLAT, "outdated", MARCH), Refusal.OUTDATED),
        (Rule(Shape.FLAT, "secondary", MARCH), Refusal.SECONDARY),
        (Rule(Shape.FLAT, "unknown", MARCH), Refusal.UNKNOWN),
        (Rule(Shape.FLAT, "somebody said", MARCH), Refusal.UNKNOWN),
        (Rule(Shape.UNKNOWN, "verified", MARCH), Refusal.NO_RATE),
        (Rule(Shape.WEEKLY, "verified", MARCH), Refusal.NEEDS_WEEK),
        (Rule(Shape.LAST_YEAR, "verified", MARCH), Refusal.NEEDS_YEAR),
    ],
)
def test_a_rule_calculates_only_if_it_is_sure_fresh_and_whole(rule: Rule, why: Refusal | None) -> None:
    assert why_not(rule, MARCH, Now(100_000)) == why


def test_last_year_and_a_week_are_counted_in_their_own_measure() -> None:
    assert after_last_year(Rule(Shape.LAST_YEAR, exempt=1_453_200, kept=45), 130_900, 1_693_200) == 119_900
    assert weekly(Rule(Shape.WEEKLY, kept=50, prior_part=90), 40_000, 20_000, 80_000) == 30_000
