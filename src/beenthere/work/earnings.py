"""What working does to income support, by rules that are data. Pure: numbers in, months out.

Every amount is in whole cents, every share in whole hundredths, so that nothing is lost to rounding. Where each rule
comes from stands in `data/benefit_rules.csv`, row by row; the shapes are those that this table needs. Nothing here
knows taxes: pay is told as the rule counts it, before deductions or after them.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

A_YEAR = 12
WEEKS_A_YEAR = 52
A_DOLLAR = 100
ALL = 100  # hundredths


class Shape(StrEnum):
    """How a rule treats what somebody earns."""

    UNKNOWN = ""  # what happens to earnings is not known here
    FLAT = "flat"  # so much is left alone, then a share of the rest is kept
    TIERS = "tiers"  # a smaller share is kept the more is earned
    POOL = "pool"  # so much is left alone in a calendar year, then nothing
    CLIFF = "cliff"  # nothing changes up to an amount in a calendar year, and then at once
    WEEKLY = "weekly"  # a share of each dollar is kept up to a part of what a week paid before
    LAST_YEAR = "last_year"  # what was earned last year counts


class Refusal(StrEnum):
    """Why a rule does not calculate."""

    UNKNOWN = "unknown"  # no page was found that says how it is
    SECONDARY = "secondary"  # somebody else tells it, and no official page was read
    OUTDATED = "outdated"  # the source is known to be of the past
    OLD = "old"  # an official page, but of years ago
    READ_LONG_AGO = "read_long_ago"  # nobody has looked for more than twelve months
    NO_RATE = "no_rate"  # the source does not say what happens to each dollar
    NEEDS_WEEK = "needs_week"  # what a week paid before is not known
    NEEDS_YEAR = "needs_year"  # what was earned last year is not known


class Note(StrEnum):
    """Something to know about a month."""

    CALL = "call"  # an amount is reached at which one has to tell
    STOPPED = "stopped"  # support stops at once: a cliff
    TOP_UP_GONE = "top_up_gone"  # nothing is left of the support, and the top-up ends with it: a cliff
    POOL_USED = "pool_used"  # what is left alone in this year is used up
    WAITING = "waiting"  # nothing is left alone in the first months


@dataclass(frozen=True, slots=True)
class Tier:
    """From this amount on (cents a month), this share (hundredths) of what is earned is kept."""

    above: int
    kept: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table of rules.

    Money in cents, shares in hundredths. `exempt` is what is left alone, a month or a calendar year as the shape
    says; for a cliff, the amount itself. `supplement` is a top-up on what is above it, paid as long as at least one
    dollar of support is. `prior_part` is the part of an earlier week's pay up to which the share is kept.
    """

    shape: Shape
    sure: str = "verified"
    read_on: dt.date | None = None
    exempt: int = 0
    kept: int = 0
    tiers: tuple[Tier, ...] = ()
    supplement: int = 0
    prior_part: int = 0
    stops: bool = False
    prorated: bool = False
    waiting_months: int = 0


@dataclass(frozen=True, slots=True)
class Now:
    """Where somebody stands: cents, as they type them. `support` is what a month brings when nothing is earned."""

    support: int
    prior_week: int | None = None
    earned_this_year: int = 0
    last_year: int | None = None
    months_on_support: int = A_YEAR
    months_this_year: int = A_YEAR  # in how many months of this calendar year support is paid, for what is prorated


@dataclass(frozen=True, slots=True)
class Work:
    """Hours a week (hundredths of an hour) at so many cents an hour, from which month (0 is the first shown).

    The pay is what the rule counts: before deductions or after them.
    """

    hours: int
    pay: int
    since: int = 0

    @property
    def week(self) -> int:
        """What a week brings, in cents."""
        return self.hours * self.pay // 100


@dataclass(frozen=True, slots=True)
class Course:
    """Hours a week (hundredths of an hour), what a month of it costs (cents), and from which month to which."""

    hours: int = 0
    cost: int = 0
    since: int = 0
    until: int | None = None

    def runs_in(self, number: int) -> bool:
        return self.since <= number and (self.until is None or number <= self.until)


@dataclass(frozen=True, slots=True)
class Variant:
    """What somebody thinks of doing."""

    work: Work | None = None
    course: Course | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a variant. Money in cents; `support` is None where the rule does not calculate."""

    first: dt.date
    hours: int
    earned: int
    support: int | None
    costs: int
    notes: frozenset[Note] = frozenset()

    @property
    def total(self) -> int:
        """What is left after costs."""
        return self.earned + (self.support or 0) - self.costs

    @property
    def dollars(self) -> tuple[int, int, int, int]:
        """Earned, support, costs and total in whole dollars that add up, and of which more earned is never less."""
        earned, costs = _rounded(self.earned), _rounded(self.costs)
        both = _rounded(self.earned + (self.support or 0))
        return earned, both - earned, costs, both - costs


@dataclass(frozen=True, slots=True)
class Step:
    """A cliff: at so many cents earned (in a month, or in a calendar year) the total falls by so many at once."""

    at: int
    falls: int
    a_year: bool


def why_not(rule: Rule, on: dt.date, now: Now | None = None) -> Refusal | None:
    """Why this rule does not calculate on this day; None if it does.

    A rule calculates only if an official page was read for it, no longer than twelve months ago, and says all of it.
    """
    by_source = {each.value: each for each in (Refusal.UNKNOWN, Refusal.SECONDARY, Refusal.OUTDATED, Refusal.OLD)}
    if rule.sure != "verified":
        return by_source.get(rule.sure, Refusal.UNKNOWN)
    if rule.read_on is None or on > _a_year_after(rule.read_on):
        return Refusal.READ_LONG_AGO
    if rule.shape == Shape.UNKNOWN:
        return Refusal.NO_RATE
    return _missing(rule, now) if now else None


def _missing(rule: Rule, now: Now) -> Refusal | None:
    if rule.shape == Shape.WEEKLY and not now.prior_week:
        return Refusal.NEEDS_WEEK
    if rule.shape == Shape.LAST_YEAR and now.last_year is None:
        return Refusal.NEEDS_YEAR
    return None


def monthly(rule: Rule, support: int, counted: int, *, waiting: bool = False) -> int:
    """Support in a month (cents) in which so much is counted, for what is flat or has tiers; never below nothing."""
    if waiting:
        return max(0, support - counted)
    left = support - _taken(_tiers(rule), counted)
    if not rule.supplement:
        return max(0, left)
    return left + max(0, counted - rule.exempt) * rule.supplement // ALL if left >= A_DOLLAR else max(0, left)


def weekly(rule: Rule, support: int, counted: int, prior_week: int) -> int:
    """Support in a week (cents): a share of each dollar is kept up to a part of the earlier pay, then nothing."""
    return max(0, support - _taken(_weekly_tiers(rule, prior_week), counted))


def after_last_year(rule: Rule, support: int, last_year: int) -> int:
    """Support in a month (cents) by what was earned in the year before."""
    return max(0, support - _taken((Tier(rule.exempt, rule.kept),), last_year) // A_YEAR)


def pool_of(rule: Rule, months: int) -> int:
    """What is left alone in a calendar year (cents) with support in so many of its months."""
    return rule.exempt * months // A_YEAR if rule.prorated else rule.exempt


def from_pool(rule: Rule, support: int, counted: Sequence[int], pool: int) -> list[int]:
    """Support in each month of one calendar year: what is earned uses up the pool, then counts in full or in part."""
    paid, left = [], pool
    for amount in counted:
        used = min(left, amount)
        left -= used
        paid.append(max(0, support - _taken((Tier(0, rule.kept),), amount - used)))
    return paid


def steps(rules: Iterable[Rule], now: Now) -> list[Step]:
    """The cliffs of these rules, the nearest first."""
    found = []
    for rule in rules:
        if rule.shape == Shape.CLIFF and rule.stops:
            found.append(Step(rule.exempt, now.support, a_year=True))
        if rule.supplement and now.support >= A_DOLLAR:
            last = rule.exempt + now.support - A_DOLLAR  # the most that leaves one dollar of support
            falls = last + monthly(rule, now.support, last) - (last + 1 + monthly(rule, now.support, last + 1))
            found.append(Step(last + 1, falls, a_year=False))
    return sorted((step for step in found if step.falls > 0), key=lambda step: step.at)


def what_if(
    rules: Sequence[Rule], now: Now, variant: Variant, first: dt.date, months: int = A_YEAR, *, calculates: bool = True
) -> tuple[Month, ...]:
    """The months of a variant, from the first of a month on; without support where the rules do not calculate."""
    bare = [_bare(variant, _later(first, number), number) for number in range(months)]
    if not calculates or not rules:
        return tuple(bare)
    return _with_support(rules, now, variant.work or Work(0, 0), bare)


def _bare(variant: Variant, first: dt.date, number: int) -> Month:
    work, course = variant.work, variant.course
    works = work if work and work.since <= number else None
    learns = course if course and course.runs_in(number) else None
    hours = (works.hours if works else 0) + (learns.hours if learns else 0)
    earned = _monthly(works.week) if works else 0
    return Month(first, hours, earned, None, learns.cost if learns else 0)


def _with_support(rules: Sequence[Rule], now: Now, work: Work, bare: Sequence[Month]) -> tuple[Month, ...]:
    counted = [month.earned for month in bare]
    support, notes = [now.support] * len(bare), [set[Note]() for _month in bare]
    for rule in rules:
        match rule.shape:
            case Shape.CLIFF:
                _over_the_year(rule, now, bare, support, notes)
            case Shape.POOL:
                support = _by_pool(rule, now, counted, bare, notes)
            case Shape.WEEKLY:
                support = [_by_week(rule, now, work, number) for number in range(len(bare))]
            case Shape.LAST_YEAR:
                support = [after_last_year(rule, now.support, now.last_year or 0)] * len(bare)
            case _:
                support = [_by_month(rule, now, counted[n], n, notes[n]) for n in range(len(bare))]
    return tuple(
        Month(month.first, month.hours, month.earned, paid, month.costs, frozenset(told))
        for month, paid, told in zip(bare, support, notes, strict=True)
    )


def _by_month(rule: Rule, now: Now, counted: int, number: int, notes: set[Note]) -> int:
    waiting = now.months_on_support + number < rule.waiting_months
    if waiting and counted:
        notes.add(Note.WAITING)
    paid = monthly(rule, now.support, counted, waiting=waiting)
    if rule.supplement and counted and now.support - max(0, counted - rule.exempt) < A_DOLLAR:
        notes.add(Note.TOP_UP_GONE)
    return paid


def _by_week(rule: Rule, now: Now, work: Work, number: int) -> int:
    """A month of weeks: what is kept of each week's pay comes on top, until the pay alone is more than both."""
    if number < work.since or not work.week:
        return now.support
    kept = work.week - _taken(_weekly_tiers(rule, now.prior_week or 0), work.week)
    return max(0, now.support + _monthly(kept) - _monthly(work.week))


def _by_pool(rule: Rule, now: Now, counted: Sequence[int], bare: Sequence[Month], notes: list[set[Note]]) -> list[int]:
    support: list[int] = []
    for year in sorted({month.first.year for month in bare}):
        those = [n for n, month in enumerate(bare) if month.first.year == year]
        is_first = not support
        pool = pool_of(rule, now.months_this_year if is_first else A_YEAR)
        pool = max(0, pool - now.earned_this_year) if is_first else pool
        amounts = [counted[n] for n in those]
        support += from_pool(rule, now.support, amounts, pool)
        for n, so_far in zip(those, _running(amounts, 0), strict=True):
            if counted[n] and so_far > pool:
                notes[n].add(Note.POOL_USED)
    return support


def _over_the_year(rule: Rule, now: Now, bare: Sequence[Month], support: list[int], notes: list[set[Note]]) -> None:
    """From the month on in which a calendar year reaches the amount: one has to call, or support stops."""
    stopped = False
    for year in sorted({month.first.year for month in bare}):
        those = [n for n, month in enumerate(bare) if month.first.year == year]
        before = now.earned_this_year if those[0] == 0 else 0
        for n, so_far in zip(those, _running([bare[n].earned for n in those], before), strict=True):
            reached = so_far >= rule.exempt
            # What stopped does not come back by itself when a new year begins.
            stopped = stopped or (reached and rule.stops)
            if stopped:
                support[n] = 0
            if reached or stopped:
                notes[n].add(Note.STOPPED if rule.stops else Note.CALL)


def _tiers(rule: Rule) -> tuple[Tier, ...]:
    return rule.tiers if rule.shape == Shape.TIERS else (Tier(rule.exempt, rule.kept),)


def _weekly_tiers(rule: Rule, prior_week: int) -> tuple[Tier, ...]:
    return (Tier(0, rule.kept), Tier(prior_week * rule.prior_part // ALL, 0))


def _taken(tiers: Sequence[Tier], counted: int) -> int:
    """How many cents are taken off support: the parts that lie in each tier, added before anything is rounded."""
    taken = 0
    for tier, after in zip(tiers, [*tiers[1:], None], strict=True):
        upper = counted if after is None else min(counted, after.above)
        taken += max(0, upper - tier.above) * (ALL - tier.kept)
    return taken // ALL


def _running(amounts: Iterable[int], before: int) -> list[int]:
    sums = []
    for amount in amounts:
        before += amount
        sums.append(before)
    return sums


def _monthly(week: int) -> int:
    return week * WEEKS_A_YEAR // A_YEAR


def _rounded(cents: int) -> int:
    """Whole dollars; half a dollar counts as one."""
    return (cents + A_DOLLAR // 2) // A_DOLLAR


def _later(first: dt.date, months: int) -> dt.date:
    years, month = divmod(first.month - 1 + months, A_YEAR)
    return dt.date(first.year + years, month + 1, 1)


def _a_year_after(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
