"""What a rule does, why it does not calculate, and what to ask: in short sentences, in the language of the page."""

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from beenthere.core.money import exact
from beenthere.work.earnings import Refusal, Shape, why_not
from beenthere.work.models import BenefitRule, Sure

ALL = 100

REFUSED: dict[Refusal, Promise] = {
    Refusal.UNKNOWN: gettext_lazy("We have found no page that says how this works, so nothing is calculated."),
    Refusal.SECONDARY: gettext_lazy(
        "Others say this; we have not read it on an official page, so nothing is calculated."
    ),
    Refusal.OUTDATED: gettext_lazy("This is how it was in the past, so nothing is calculated."),
    Refusal.OLD: gettext_lazy("The official page that we read is years old, so nothing is calculated."),
    Refusal.READ_LONG_AGO: gettext_lazy(
        "Nobody has looked at the source here for more than 12 months, so nothing is calculated."
    ),
    Refusal.NO_RATE: gettext_lazy("The source does not say what happens to each dollar, so nothing is calculated."),
    Refusal.NEEDS_WEEK: gettext_lazy("To calculate, we need what a week paid you before the claim."),
    Refusal.NEEDS_YEAR: gettext_lazy("To calculate, we need what you earned last year."),
}

ASK_STILL = gettext_lazy("Is this still the rule, and which amounts are for this year?")
ASK_DEDUCTIONS = gettext_lazy("Do my earnings count before or after deductions?")
ASK_AT_ONCE = gettext_lazy("At which amount does it stop all at once, and what can I do before that?")
ASK_LEFT_ALONE = gettext_lazy("How much may I earn before my support changes? By the week, the month or the year?")
ASK_ALWAYS = (
    gettext_lazy("How and when do I tell you what I have earned?"),
    gettext_lazy("What happens to my coverage for health, drugs and dental care?"),
    gettext_lazy("If the work ends, how fast can my support come back?"),
)


@dataclass(frozen=True)
class Told:
    """A rule as a page tells it."""

    row: BenefitRule
    refusal: Refusal | None

    @property
    def refused(self) -> str:
        """Why it does not calculate; empty if it does."""
        return str(REFUSED[self.refusal]) if self.refusal else ""

    @property
    def does(self) -> list[str]:
        """What it does with earnings, as far as a source says."""
        return does(self.row)

    @property
    def asks(self) -> list[str]:
        """What to ask the worker."""
        return asks([self.row])


def told(row: BenefitRule, on: dt.date) -> Told:
    """A rule as it stands on that day."""
    return Told(row, why_not(row.as_rule, on))


def does(row: BenefitRule) -> list[str]:
    """What a rule does with earnings; nothing of what nobody could verify."""
    if row.sure == Sure.UNKNOWN:
        return []
    by_shape = {
        Shape.TIERS: _tiers, Shape.CLIFF: _cliff, Shape.WEEKLY: _weekly, Shape.LAST_YEAR: _last_year,
    }  # fmt: skip
    said = [*by_shape.get(Shape(row.shape), _flat)(row), _counting(row)]
    if row.for_year:
        said.append(_("These are the amounts of %(year)s.") % {"year": row.for_year})
    return [sentence for sentence in said if sentence]


def asks(rows: list[BenefitRule]) -> list[str]:
    """What to ask about these rules, each question once."""
    questions: list[Promise] = [ASK_STILL]
    if any(not row.exempt and not row.tiers and row.shape != Shape.WEEKLY for row in rows):
        questions.append(ASK_LEFT_ALONE)
    if any(not row.counts for row in rows):
        questions.append(ASK_DEDUCTIONS)
    if any(row.stops or row.supplement for row in rows):
        questions.append(ASK_AT_ONCE)
    return [str(question) for question in (*questions, *ASK_ALWAYS)]


def _flat(row: BenefitRule) -> list[str]:
    """What is left alone, in a month or a year, and what happens above."""
    amount = {"amount": exact(row.exempt or 0)}
    if row.per == "month":
        first = _("The first %(amount)s a month is left alone.") % amount
    elif row.per == "calendar year":
        first = _("The first %(amount)s in a calendar year is left alone.") % amount
    else:
        first = _("The first %(amount)s a year is left alone.") % amount
    if row.kept is None:
        return [first, _("What happens above it, the source does not say.")]
    return [first, _above(row.kept), _top_up(row)]


def _above(kept: int) -> str:
    if not kept:
        return _("Above it, each dollar is taken off the support.")
    parts = {"kept": kept, "taken": ALL - kept}
    return _("Of each dollar above it, you keep %(kept)s cents; %(taken)s are taken off the support.") % parts


def _top_up(row: BenefitRule) -> str:
    if not row.supplement:
        return ""
    return _(
        "%(cents)s cents are added back for each dollar above it, as long as at least $1 of support is paid."
    ) % {"cents": row.supplement}  # fmt: skip


def _tiers(row: BenefitRule) -> list[str]:
    tiers = [(above, kept) for above, kept in row.tiers]
    said = [_("The first %(amount)s a month is left alone.") % {"amount": exact(tiers[0][0])}]
    for (above, kept), after in zip(tiers, [*tiers[1:], None], strict=True):
        parts = {"kept": kept, "from": exact(above), "to": exact(after[0]) if after else ""}
        if after:
            said.append(_("Of each dollar from %(from)s to %(to)s, you keep %(kept)s cents.") % parts)
        else:
            last = ngettext(
                "Of each dollar above %(from)s, you keep %(kept)s cent.",
                "Of each dollar above %(from)s, you keep %(kept)s cents.",
                kept,
            )
            said.append(last % parts)
    return said


def _cliff(row: BenefitRule) -> list[str]:
    amount = {"amount": exact(row.exempt or 0)}
    if row.stops:
        return [_("From %(amount)s in a calendar year on, the benefit is likely to stop, all at once.") % amount]
    return [
        _("Up to %(amount)s in a calendar year, earnings change nothing by themselves.") % amount,
        _("When you reach it, you have to tell them."),
    ]


def _weekly(row: BenefitRule) -> list[str]:
    parts = {"kept": row.kept, "part": row.prior_part}
    return [
        _("Of each dollar earned in a week, you keep %(kept)s cents, up to %(part)s%% of what a week paid before.")
        % parts,
        _("Above it, each dollar is taken off the support."),
    ]  # fmt: skip


def _last_year(row: BenefitRule) -> list[str]:
    parts = {"amount": exact(row.exempt or 0), "taken": ALL - (row.kept or 0)}
    return [_("What came in last year counts: above %(amount)s, %(taken)s cents of each dollar are taken off.") % parts]


def _counting(row: BenefitRule) -> str:
    if row.counts == "net":
        return _("What counts is what is left after deductions.")
    if row.counts == "gross":
        return _("What counts is the pay before deductions.")
    return "" if row.counts else _("Whether it counts before or after deductions, the source does not say.")
