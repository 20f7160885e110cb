"""What may be typed when trying out ways side by side. All of it may stay empty but the name."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.people.models import Person
from beenthere.plans import amounts
from beenthere.plans.forms.plan import SHORT, DollarsField, HoursField, NewRow
from beenthere.plans.models import MoneyNow, Path, Variant
from beenthere.work.earnings import A_YEAR
from beenthere.work.kinds import PathKind
from beenthere.work.reads import benefits_to_choose

MOST_CENTS_AN_HOUR = 100_000
A_MONTH = re.compile(r"\d{4}-\d{2}")
WORKING = {PathKind.JOB, PathKind.SELF_EMPLOYMENT}


class PayField(forms.CharField):
    """Dollars an hour, kept in cents: 19, 19.50 or 19,50 $."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": "8"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        cents = amounts.parse_cents(text)
        if cents is None:
            raise ValidationError(_("Please write an amount in dollars, like 19 or 19.50."))
        if cents > MOST_CENTS_AN_HOUR:
            raise ValidationError(_("That is more than this page can hold. Please write a smaller amount."))
        return cents

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, int):
            return value
        return f"{value // 100}.{value % 100:02}" if value % 100 else str(value // 100)


class MoneyNowForm(forms.Form):
    """The support that somebody gets now, and what its rule needs to know."""

    benefit = forms.ChoiceField(
        label=_("Which support do you get?"),
        help_text=_("Only you ever see this."),
        required=False,
    )
    support = DollarsField(
        label=_("How many dollars a month, when you earn nothing?"),
        help_text=_("As it stands on your statement."),
        required=False,
    )
    earned_this_year = DollarsField(
        label=_("What you have earned since January"),
        help_text=_("Only for programs that count a whole year, such as CPP disability."),
        required=False,
    )
    prior_week = DollarsField(
        label=_("What a week paid you before your claim"),
        help_text=_("Only for Employment Insurance."),
        required=False,
    )

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        province = person.province or ""
        choices = [("", _("None of these, or I would rather not say")), *benefits_to_choose(province)]
        self.fields["benefit"].choices = choices  # type: ignore[attr-defined]

    @classmethod
    def of(cls, person: Person, now: MoneyNow | None, data: Any) -> "MoneyNowForm":
        return cls(person, data, initial=now.words if now else {})


class VariantForm(NewRow):
    """Some work, some learning, and when each begins."""

    TOLD: ClassVar = ["name", "work_hours", "pay", "work_from", "course_hours", "cost", "course_from", "course_until"]

    MONTHS: ClassVar = ["work_from", "course_from", "course_until"]

    name = forms.CharField(
        label=_("What do you call it?"), help_text=_("Such as “part-time work and the course”."), max_length=SHORT
    )
    work_hours = HoursField(label=_("Hours of work a week"), required=False)
    pay = PayField(label=_("Dollars an hour"), required=False)
    work_from = forms.ChoiceField(label=_("The work begins"), required=False)
    course_hours = HoursField(label=_("Hours of learning a week"), required=False)
    cost = DollarsField(
        label=_("What it costs a month"), help_text=_("Fees, travel, child care: what you would pay."), required=False
    )
    course_from = forms.ChoiceField(label=_("The learning begins"), required=False)
    course_until = forms.ChoiceField(label=_("Its last month"), required=False)
    paths = forms.TypedMultipleChoiceField(
        label=_("Which of your paths does it walk?"),
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        required=False,
    )

    def __init__(self, person: Person, counts: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        net = _("What you take home of an hour: your program counts pay after deductions.")
        self.fields["pay"].help_text = net if counts == "net" else _("Before anything is taken off.")
        months = months_ahead(clock.today(person), [self.initial.get(name) for name in self.MONTHS])
        for name, blank in [("work_from", _("now")), ("course_from", _("now")), ("course_until", _("not this year"))]:
            self.fields[name].choices = [("", blank), *months]  # type: ignore[attr-defined]
        self.own_paths = {path.pk: path for path in Path.objects.visible_to(person)}
        if self.own_paths:
            choices = [(str(pk), str(path)) for pk, path in self.own_paths.items()]
            self.fields["paths"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["paths"]

    @classmethod
    def of(cls, person: Person, counts: str, variant: Variant, data: Any) -> "VariantForm":
        told = {**variant.words, "paths": [str(path.pk) for path in variant.paths.all()]}
        return cls(person, counts, data, initial=told)

    @classmethod
    def beginning(cls, person: Person, counts: str, path: Path | None, data: Any) -> "VariantForm":
        """A new variant, perhaps begun from one of the person's paths."""
        return cls(person, counts, data, initial=_from_path(path) if path else {})

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        begins, ends = told.get("course_from") or "", told.get("course_until") or ""
        if begins and ends and ends < begins:
            self.add_error("course_until", _("It would end before it begins. Pick a later month."))
        chosen = told.get("paths", [])
        return {**told, "paths": [self.own_paths[pk] for pk in chosen]}

    @property
    def told(self) -> dict[str, Any]:
        """What is kept of it, sealed."""
        return {name: self.cleaned_data[name] for name in self.TOLD}


def months_ahead(today: dt.date, kept: Iterable[Any]) -> list[tuple[str, str]]:
    """This month and the eleven after it, with those that were chosen before."""
    first = today.year * A_YEAR + today.month - 1
    found = {f"{each // A_YEAR}-{each % A_YEAR + 1:02}" for each in range(first, first + A_YEAR)}
    found |= {each for each in kept if isinstance(each, str) and A_MONTH.fullmatch(each)}
    return [(each, formats.date_format(dt.date(int(each[:4]), int(each[5:]), 1), "F Y")) for each in sorted(found)]


def _from_path(path: Path) -> dict[str, Any]:
    hours = "work_hours" if path.kind in WORKING else "course_hours"
    return {"name": str(path), hours: path.hours, "cost": path.money_out, "paths": [str(path.pk)]}
