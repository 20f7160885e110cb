"""What may be typed about something that one applies for. Only what it is for has to be said."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core.days import in_words
from beenthere.core.forms import DayField
from beenthere.people.models import Person
from beenthere.plans import applied
from beenthere.plans.forms.plan import LONG, SHORT, DayAhead, NewRow
from beenthere.plans.forms.resume import SIDE_BY_SIDE
from beenthere.plans.models import Application, Path, Resume
from beenthere.plans.printed import COLUMNS, USUAL
from beenthere.plans.stages import Stage

MOST_STAGES, LONGEST_STAGE = 20, 60
KEPT = "kept"  # the copy that was made when it was sent


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ApplicationForm(NewRow):
    """Something that one applies for: a job, a course, volunteering, a contract, money."""

    what = forms.CharField(
        label=pgettext_lazy("application", "What is it for?"), max_length=SHORT,
        help_text=_("A post, a place in a course, a grant: in your own words."),
    )  # fmt: skip
    place = forms.CharField(label=_("With whom, or where?"), max_length=SHORT, required=False)
    stage = forms.ChoiceField(
        label=pgettext_lazy("application", "Where does it stand?"), widget=forms.RadioSelect(attrs=SIDE_BY_SIDE)
    )
    kind = forms.CharField(
        label=_("What sort of thing is it?"), max_length=LONGEST_STAGE, required=False,
        help_text=_("A job, volunteering, a contract, a school, money to begin: each counts as fully."),
    )  # fmt: skip
    how = forms.CharField(
        label=_("How does one apply?"), help_text=_("A web address, an e-mail, a counter, a name."),
        max_length=500, required=False,
    )  # fmt: skip
    sent_on = DayField(label=_("When did you send it?"), required=False)
    resume = forms.ChoiceField(
        label=_("Which of your résumés did you send?"), widget=forms.RadioSelect, required=False,
        help_text=_("A copy is kept as it is now, so that you can read later what you sent."),
    )  # fmt: skip
    sent_with = forms.CharField(label=_("What else did you send?"), max_length=SHORT, required=False)
    contacts = forms.CharField(
        label=_("Whom can you reach there?"), widget=_area(3), max_length=LONG, required=False,
        help_text=_("Each on a line of its own, after a colon how: “Jo Tremblay: 613 555-0100, mornings”."),
    )  # fmt: skip
    notes = forms.CharField(label=_("Notes"), widget=_area(4), max_length=LONG, required=False)
    paths = forms.TypedMultipleChoiceField(
        label=_("Which paths does it belong to?"), help_text=_("One, several, or none."),
        widget=forms.CheckboxSelectMultiple, coerce=UUID, required=False,
    )  # fmt: skip
    MORE = ("kind", "how", "sent_on", "resume", "sent_with", "contacts", "notes", "paths")

    def __init__(
        self, person: Person, data: Any, initial: Mapping[str, Any], application: Application | None = None
    ) -> None:
        super().__init__(data, initial=dict(initial))
        self.own_paths = {path.pk: path for path in Path.objects.visible_to(person)}
        self.resumes = {str(each.pk): each for each in Resume.objects.visible_to(person)}
        self._offer_stages(person, application)
        self._offer_resumes(application)
        served = set(self.initial.get("paths", []))
        paths = [
            (str(pk), str(path)) for pk, path in self.own_paths.items() if path.is_on_the_road or str(pk) in served
        ]
        self._offer("paths", paths)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Ask only where there is something to choose."""
        if choices:
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields[name]

    def _offer_stages(self, person: Person, application: Application | None) -> None:
        stages = [] if application else [(stage.code, stage.words) for stage in applied.stages_of(person)]
        self._offer("stage", stages)
        if stages:
            self.initial.setdefault("stage", stages[0][0])

    def _offer_resumes(self, application: Application | None) -> None:
        kept = application.sent if application else None
        choices = [(pk, str(each)) for pk, each in self.resumes.items()]
        if kept:
            day = in_words(dt.date.fromisoformat(kept["on"]))
            label = _("“%(name)s”, as it was on %(day)s") % {"name": kept["name"], "day": day}
            choices.insert(0, (KEPT, str(label)))
            self.initial["resume"] = KEPT
        self._offer("resume", [("", str(pgettext_lazy("résumé", "None"))), *choices] if choices else [])

    @classmethod
    def of(cls, person: Person, application: Application, data: Any) -> "ApplicationForm":
        paths = [str(path.pk) for path in application.paths.all()]
        return cls(person, data, {**(application.told or {}), "paths": paths}, application)

    @property
    def more_is_open(self) -> bool:
        """Whether what may be left out stands open: something is in it, or is wrong."""
        return any(self[name].value() or self[name].errors for name in self.MORE if name in self.fields)

    @property
    def more(self) -> list[forms.BoundField]:
        """What may be left out."""
        return [self[name] for name in self.MORE if name in self.fields]

    @property
    def told(self) -> dict[str, Any]:
        """What was written, by its name; a blank is left out."""
        said = {name: self.cleaned_data.get(name) for name in Application.FIELDS}
        return {name: str(value) for name, value in said.items() if value}

    @property
    def answer(self) -> dict[str, Any]:
        """What both actions take."""
        paths = [self.own_paths[pk] for pk in self.cleaned_data.get("paths", [])]
        return {"told": self.told, "paths": paths, "resume": self.resumes.get(self.cleaned_data.get("resume", ""))}

    @property
    def forgets_resume(self) -> bool:
        """Whether the copy that was kept is not wanted any more."""
        return self.initial.get("resume") == KEPT and not self.cleaned_data.get("resume")


class FollowUpForm(NewRow, DayAhead):
    """A day on which to come back to an application."""

    words = forms.CharField(
        label=_("What would you like to do then?"), help_text=_("“Ask whether it arrived”, for instance."),
        max_length=SHORT,
    )  # fmt: skip
    on = DayField(label=_("On which day?"), required=False, help_text=_("Without a day it only stands there."))
    letter = forms.BooleanField(
        label=_("Write me a letter that day"), required=False,
        help_text=_("It says that there is something, and not what. Without it, the day is shown to you here alone."),
    )  # fmt: skip
    field_order = ("words", "on", "letter")

    def __init__(self, person: Person, data: Any) -> None:
        super().__init__(data)
        self.person = person


class StagesForm(forms.Form):
    """One's own list of stages: a field for each, two more to add some; an emptied one goes."""

    all_optional = True

    def __init__(self, stages: Iterable[Stage], data: Any) -> None:
        super().__init__(data)
        self.stages = list(stages)
        for number, stage in enumerate(self.stages, start=1):
            self.fields[stage.code] = self._field(stage.words, f"{number}.")
        for number in range(1, min(2, MOST_STAGES - len(self.stages)) + 1):
            self.fields[f"new-{number}"] = self._field("", _("One more"))

    @staticmethod
    def _field(words: str, label: Any) -> forms.CharField:
        return forms.CharField(label=label, initial=words, max_length=LONGEST_STAGE, required=False)

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.kept:
            raise ValidationError(_("Please leave at least one. You can rename it."))
        return self.cleaned_data

    @property
    def kept(self) -> list[Stage]:
        """The list as it was typed."""
        told = self.cleaned_data
        # One that another tab added meanwhile has no field on this page: it was not emptied, and stays.
        old = [Stage(each.code, told[each.code] if each.code in self.data else each.words) for each in self.stages]
        new = [Stage(uuid4().hex, words) for name, words in told.items() if name.startswith("new-")]
        return [stage for stage in (*old, *new) if stage.words]


class PrintForm(forms.Form):
    """Which columns stand on the list that somebody prints or takes along, and from when to when."""

    columns = forms.MultipleChoiceField(
        label=_("What stands on it?"), choices=list(COLUMNS.items()),
        widget=forms.CheckboxSelectMultiple(attrs=SIDE_BY_SIDE),
    )  # fmt: skip
    since = DayField(label=_("From which day?"), required=False)
    until = DayField(label=_("Until which day?"), required=False)
    unsent = forms.BooleanField(label=_("Also what has no day of sending"), required=False)

    @classmethod
    def asked(cls, data: Any) -> "PrintForm":
        """As the address of the page says; three columns and every day, as long as it says nothing."""
        return cls(data if "columns" in data else {**data.dict(), "columns": list(USUAL)})
