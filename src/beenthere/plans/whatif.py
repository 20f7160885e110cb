"""Time and money side by side, ready to be shown to their owner: what each variant brings, by which rule."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from beenthere.core import clock
from beenthere.core.money import exact
from beenthere.people.models import Person
from beenthere.plans import bars
from beenthere.plans.models import MOST_VARIANTS, MoneyNow, Variant
from beenthere.work import earnings
from beenthere.work.benefit_words import REFUSED, Told, asks, told
from beenthere.work.models import BenefitRule

CENTS, HUNDREDTHS = 100, 100

NOTES: dict[earnings.Note, Promise] = {
    earnings.Note.CALL: gettext_lazy("the amount is reached at which you have to tell them"),
    earnings.Note.STOPPED: gettext_lazy("support is likely to have stopped, all at once"),
    earnings.Note.TOP_UP_GONE: gettext_lazy("no support is left, and what was added back ends with it, all at once"),
    earnings.Note.POOL_USED: gettext_lazy("what is left alone in this year is used up"),
    earnings.Note.WAITING: gettext_lazy("nothing is left alone yet in the first months"),
}


@dataclass(frozen=True)
class Span:
    """Months in a row that are alike."""

    first: dt.date
    last: dt.date
    month: earnings.Month

    @property
    def when(self) -> str:
        """“January 2027”, or “January to May 2027”."""
        last = formats.date_format(self.last, "F Y")
        if self.first == self.last:
            return last
        same = self.first.year == self.last.year
        first = formats.date_format(self.first, "F" if same else "F Y")
        return _("%(first)s to %(last)s") % {"first": first, "last": last}

    @property
    def hours(self) -> float:
        return self.month.hours / HUNDREDTHS

    @property
    def notes(self) -> list[str]:
        """What to know about these months."""
        return [str(NOTES[note]) for note in sorted(self.month.notes)]


@dataclass(frozen=True)
class Sums:
    """A variant in a few numbers: hours a week at most, and whole dollars in twelve months."""

    hours: float
    earned: int
    support: int
    costs: int
    total: int


class Column:
    """One variant beside the others."""

    def __init__(self, variant: Variant, months: Sequence[earnings.Month]) -> None:
        self.variant, self.months = variant, months

    @property
    def spans(self) -> list[Span]:
        """The months, those that are alike together."""
        runs = [list(run) for _key, run in groupby(self.months, key=_alike)]
        return [Span(run[0].first, run[-1].first, run[0]) for run in runs]

    @property
    def sums(self) -> Sums:
        """All twelve months together, from the very numbers that the table shows."""
        columns = zip(*(month.dollars for month in self.months), strict=True)
        earned, support, costs, total = (sum(column) for column in columns)
        return Sums(max(month.hours for month in self.months) / HUNDREDTHS, earned, support, costs, total)


class WhatIf:
    """Everything on the screen of one person."""

    def __init__(self, person: Person) -> None:
        self.now = MoneyNow.objects.visible_to(person).first()
        words = self.now.words if self.now else {}
        benefit = words.get("benefit") or ""
        self.rows = list(BenefitRule.objects.public().of_benefit(benefit)) if benefit else []
        self.standing = _standing(words)
        on = clock.today(person)
        self.first = on.replace(day=1)
        rules = [row.as_rule for row in self.rows]
        reasons = [earnings.why_not(rule, on, self.standing) for rule in rules]
        self.refusal = next((reason for reason in reasons if reason), None)
        self.rules: list[Told] = [told(row, on) for row in self.rows]
        self.columns = [
            Column(each, self._months(rules, each))
            for each in Variant.objects.visible_to(person).prefetch_related("paths")
        ]

    def _months(self, rules: Sequence[earnings.Rule], variant: Variant) -> tuple[earnings.Month, ...]:
        thought = _thought(variant.words, self.first)
        return earnings.what_if(rules, self.standing, thought, self.first, calculates=self.calculates)

    @property
    def support(self) -> int:
        """What the person typed, in whole dollars."""
        return self.standing.support // CENTS

    @property
    def calculates(self) -> bool:
        """Whether there is a rule, and none that refuses."""
        return bool(self.rows) and self.refusal is None

    @property
    def refused(self) -> str:
        """Why nothing is calculated; empty if it is."""
        return str(REFUSED[self.refusal]) if self.refusal else ""

    @property
    def asks(self) -> list[str]:
        """What to ask the worker."""
        return asks(self.rows)

    @property
    def has_room(self) -> bool:
        """Whether another variant may stand beside these."""
        return len(self.columns) < MOST_VARIANTS

    @property
    def steps(self) -> list[str]:
        """The cliffs, each in a sentence."""
        if not self.calculates:
            return []
        return [_step(step) for step in earnings.steps([row.as_rule for row in self.rows], self.standing)]

    @cached_property
    def drawing(self) -> bars.Drawing:
        """The variants as bars."""
        return bars.draw([[bars.Amounts(*month.dollars[:3]) for month in each.months] for each in self.columns])

    @property
    def drawn(self) -> list[tuple[Column, bars.Row]]:
        """Each variant with its row of the picture."""
        return list(zip(self.columns, self.drawing.rows, strict=True))

    @property
    def months_drawn(self) -> list[tuple[int, str]]:
        """Where months are named below the bars, and how."""
        months = self.columns[0].months[::3] if self.columns else []
        named = [formats.date_format(month.first, "b" if get_language() == "fr" else "M") for month in months]
        return list(zip(self.drawing.months, named, strict=True))


def counts_of(person: Person) -> str:
    """Whether the person's program counts pay before or after deductions, as far as that is known."""
    now = MoneyNow.objects.visible_to(person).first()
    benefit = now.words.get("benefit") if now else ""
    row = BenefitRule.objects.public().of_benefit(benefit).first() if benefit else None
    return row.counts if row else ""


def _standing(words: Mapping[str, Any]) -> earnings.Now:
    week = words.get("prior_week")
    return earnings.Now(
        support=(words.get("support") or 0) * CENTS,
        prior_week=week * CENTS if week else None,
        earned_this_year=(words.get("earned_this_year") or 0) * CENTS,
    )


def _thought(words: Mapping[str, Any], first: dt.date) -> earnings.Variant:
    """What was typed, counted in months from the first that is shown."""
    work, course = words.get("work_hours"), words.get("course_hours") or words.get("cost")
    return earnings.Variant(
        work=earnings.Work(
            round(work * HUNDREDTHS), words.get("pay") or 0, since=_number(words.get("work_from"), first) or 0
        ) if work else None,
        course=earnings.Course(
            round((words.get("course_hours") or 0) * HUNDREDTHS), (words.get("cost") or 0) * CENTS,
            since=_number(words.get("course_from"), first) or 0, until=_number(words.get("course_until"), first),
        ) if course else None,
    )  # fmt: skip


def _number(month: Any, first: dt.date) -> int | None:
    """How many months after the first one this is; one that has passed began before."""
    if not month:
        return None
    year, number = map(int, str(month).split("-"))
    return (year - first.year) * earnings.A_YEAR + number - first.month


def _alike(month: earnings.Month) -> tuple[object, ...]:
    return month.hours, month.dollars, month.support is None, sorted(month.notes)


def _step(step: earnings.Step) -> str:
    parts = {"amount": exact(step.at), "falls": exact(round(step.falls, -2))}
    if step.a_year:
        return (
            _("A step: from %(amount)s earned in a calendar year on, %(falls)s a month is likely to stop at once.")
            % parts
        )
    return _("A step: from %(amount)s earned in a month on, the month has about %(falls)s less at once.") % parts
