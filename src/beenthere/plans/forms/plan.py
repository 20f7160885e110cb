"""What may be typed into a plan. Everything but the words themselves may stay empty."""

import datetime as dt
from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.forms import DayField
from beenthere.people.models import Person
from beenthere.plans import amounts, reads
from beenthere.plans.models import Path, Plan, Step
from beenthere.work.kinds import PathKind
from beenthere.work.models import Occupation
from beenthere.work.reads import find_occupation, near

LONG = 2000
SHORT = 200
HOURS_IN_A_WEEK = 168
MOST_DOLLARS = 1_000_000
LONGEST_SHARING = dt.timedelta(days=366)
USUAL_SHARING = dt.timedelta(days=90)


class HoursField(forms.CharField):
    """Hours a week, written as one likes: 12, 7.5, 7,5 or 7 h 30."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": "8"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        hours = amounts.parse_hours(text)
        if hours is None:
            raise ValidationError(_("Please write the hours as a number, like 12 or 7.5."))
        if hours > HOURS_IN_A_WEEK:
            raise ValidationError(_("A week has 168 hours. Please write a smaller number."))
        return hours

    def prepare_value(self, value: Any) -> Any:
        return f"{value:g}" if isinstance(value, int | float) else value


class DollarsField(forms.CharField):
    """Dollars a month."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": "8"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        dollars = amounts.parse_dollars(text)
        if dollars is None:
            raise ValidationError(_("Please write an amount in dollars, like 400."))
        if dollars > MOST_DOLLARS:
            raise ValidationError(_("That is more than this page can hold. Please write a smaller amount."))
        return dollars


class NewRow(forms.Form):
    """A form that brings the id of the row it makes, so that sending it twice makes one row."""

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)

    def clean_new_id(self) -> UUID:
        given: UUID | None = self.cleaned_data["new_id"]
        return given or uuid4()


class DayAhead(forms.Form):
    """A form with a day that must not have passed, unless it is the day that stood there before."""

    person: Person
    day_before: dt.date | None = None

    def clean_on(self) -> dt.date | None:
        on: dt.date | None = self.cleaned_data["on"]
        if on and on != self.day_before and on < clock.today(self.person):
            raise ValidationError(_("That day has passed. Pick today or a later day, or leave it empty."))
        return on


class DreamForm(forms.Form):
    """A dream in one's own words."""

    all_optional = True
    dream = forms.CharField(
        label=_("My dream"),
        help_text=_("A word or a page, in your own way. Nobody else ever sees it."),
        widget=forms.Textarea,
        max_length=LONG,
        required=False,
    )

    @classmethod
    def of(cls, plan: Plan, data: Any) -> "DreamForm":
        return cls(data, initial={"dream": plan.dream})


class HoursForm(forms.Form):
    """The hours that somebody has."""

    all_optional = True
    hours = HoursField(
        label=_("Hours a week that I have for my paths"),
        help_text=_("Your own guess, after rest and everything else. Leave it empty if you would rather not say."),
        required=False,
    )

    @classmethod
    def of(cls, plan: Plan, data: Any) -> "HoursForm":
        return cls(data, initial={"hours": plan.hours})


class PathForm(NewRow):
    """A path: where it leads, and, if one likes, what it takes and brings."""

    FIELDS: ClassVar = ["aim", "kind", "hours", "money_in", "money_out"]

    aim = forms.CharField(
        label=_("Where does it lead?"), help_text=_("A few words that mean something to you."), max_length=SHORT
    )
    kind = forms.ChoiceField(
        label=_("What kind of path is it?"),
        choices=PathKind.choices,
        widget=forms.RadioSelect(attrs={"class": "side-by-side"}),
    )
    occupation = forms.CharField(
        label=_("An occupation it leads to"),
        help_text=_("From the occupations on this site, by name or by its five-digit code."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        max_length=SHORT,
        required=False,
    )
    hours = HoursField(label=_("Hours a week it takes"), required=False)
    money_in = DollarsField(label=_("Dollars a month it brings in"), required=False)
    money_out = DollarsField(label=_("Dollars a month it costs"), required=False)

    @property
    def more_is_open(self) -> bool:
        """Whether what may be left out stands open: something is in it, or is wrong."""
        return any(self[name].value() or self[name].errors for name in ("hours", "money_in", "money_out", "occupation"))

    @classmethod
    def of(cls, path: Path, data: Any) -> "PathForm":
        told = {name: getattr(path, name) for name in cls.FIELDS}
        return cls(data, initial={**told, "occupation": path.occupation.title if path.occupation else ""})

    @classmethod
    def towards(cls, noc: str, kind: str, data: Any) -> "PathForm":
        """A new path, perhaps begun from the page of an occupation, whose title is then its first aim."""
        found = find_occupation(noc) if noc else None
        title = found.title if found else ""
        return cls(data, initial={"aim": title, "occupation": title, "kind": kind})

    def clean_occupation(self) -> Occupation | None:
        words = self.cleaned_data["occupation"]
        if not words:
            return None
        found = find_occupation(words)
        if found:
            return found
        close = near(words)
        if not close:
            raise ValidationError(
                _("No occupation here has this name. You can leave it empty: your own words above are enough.")
            )
        names = "; ".join(occupation.title for occupation in close)
        raise ValidationError(_("Is it one of these: %(names)s?"), params={"names": names})


class StepForm(NewRow, DayAhead):
    """A step, the paths that it serves, and perhaps a day."""

    text = forms.CharField(label=_("What is the step?"), max_length=SHORT)
    on = DayField(label=_("By which day?"), required=False)
    paths = forms.TypedMultipleChoiceField(
        label=_("Which paths does it serve?"),
        help_text=_("One, several, or none yet."),
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        required=False,
    )
    field_order = ("text", "paths", "on")

    def __init__(self, person: Person, *args: Any, step: Step | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.day_before = person, step.on if step else None
        self.own_paths = {path.pk: path for path in Path.objects.visible_to(person)}
        served = {path.pk for path in step.paths.all()} if step else set()
        shown = [path for path in self.own_paths.values() if path.is_on_the_road or path.pk in served]
        if len(shown) == 1 and not step and not self.initial.get("paths"):
            self.initial["paths"] = [str(shown[0].pk)]
        if shown:
            self.fields["paths"].choices = [(str(path.pk), str(path)) for path in shown]  # type: ignore[attr-defined]
        else:
            del self.fields["paths"]

    @classmethod
    def of(cls, person: Person, step: Step, data: Any) -> "StepForm":
        told = {"text": step.text, "on": step.on, "paths": [str(path.pk) for path in step.paths.all()]}
        return cls(person, data, step=step, initial=told)

    def clean(self) -> dict[str, Any]:
        chosen = self.cleaned_data.get("paths", [])
        return {**self.cleaned_data, "paths": [self.own_paths[pk] for pk in chosen]}


class SupportForm(NewRow):
    """Something that helps, in one's own words."""

    words = forms.CharField(
        label=_("What would help me, or helps already?"),
        help_text=_("A person, a place, a habit, a course: whatever you choose."),
        max_length=SHORT,
    )


class ShareForm(forms.Form):
    """With whom to share a path, and until when."""

    reader = forms.TypedChoiceField(label=_("Who may read it?"), widget=forms.RadioSelect, coerce=UUID)
    until = DayField(label=_("Until which day?"), help_text=_("That day is included. You can stop at any time before."))
    sure = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.names = reads.possible_readers(person)
        reader = self.fields["reader"]
        reader.choices = [(str(pk), name) for pk, name in self.names.items()]  # type: ignore[attr-defined]
        if len(self.names) == 1:
            reader.initial = str(next(iter(self.names)))
        self.fields["until"].initial = clock.today(person) + USUAL_SHARING

    def clean_until(self) -> dt.date:
        until: dt.date = self.cleaned_data["until"]
        today = clock.today(self.person)
        if until < today:
            raise ValidationError(_("That day has passed. Pick today or a later day."))
        if until > today + LONGEST_SHARING:
            raise ValidationError(_("At most one year at a time. You can share again when it ends."))
        return until

    @property
    def reader_name(self) -> str:
        """The name of the person who was chosen, for the sentence that asks whether one is sure."""
        return self.names[self.cleaned_data["reader"]]


class SuggestForm(NewRow, DayAhead):
    """A step that one suggests to somebody else."""

    text = forms.CharField(label=_("Which step would you suggest?"), max_length=SHORT)
    on = DayField(label=_("By which day?"), required=False)
    field_order = ("text", "on")

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
