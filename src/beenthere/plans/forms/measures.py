"""What may be typed about one's own questions. Every answer may be left out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beenthere.plans.forms.plan import SHORT
from beenthere.plans.models import Measure, Rhythm
from beenthere.plans.questions import ANSWERS, QUESTIONS


class MeasuresForm(forms.Form):
    """Which questions to ask oneself, and how often to be reminded."""

    questions = forms.MultipleChoiceField(
        label=_("Which of these would you like to ask yourself?"),
        choices=list(QUESTIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    first_own = forms.CharField(
        label=_("A sentence of my own"),
        help_text=_("Something of which you would like to see how it changes, such as “I sleep well enough.”"),
        max_length=SHORT,
        required=False,
    )
    second_own = forms.CharField(label=_("Another one"), max_length=SHORT, required=False)
    rhythm = forms.ChoiceField(
        label=_("Do you want to be reminded?"), choices=Rhythm.choices, widget=forms.RadioSelect, initial=Rhythm.NEVER
    )

    def __init__(self, current: list[Measure], *args: Any, **kwargs: Any) -> None:
        own = [str(measure) for measure in current if not measure.question]
        told: dict[str, Any] = {"questions": [measure.question for measure in current if measure.question]}
        told |= dict(zip(("first_own", "second_own"), own, strict=False))
        if current:
            told["rhythm"] = current[0].rhythm
        super().__init__(*args, **{"initial": told, **kwargs})

    def own(self) -> list[str]:
        """The sentences of one's own, without blank ones."""
        typed = (self.cleaned_data[name].strip() for name in ("first_own", "second_own"))
        return list(dict.fromkeys(each for each in typed if each))


class AnswersForm(forms.Form):
    """Today's answers, one for each question; each may be left out."""

    def __init__(self, measures: list[Measure], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measures = {f"measure-{measure.pk}": measure for measure in measures}
        for name, measure in self.measures.items():
            self.fields[name] = forms.TypedChoiceField(
                label=str(measure),
                choices=list(enumerate(ANSWERS)),
                widget=forms.RadioSelect,
                coerce=int,
                empty_value=None,
                required=False,
            )

    def answers(self) -> dict[Measure, int]:
        """What was answered, without what was left out."""
        told = ((measure, self.cleaned_data[name]) for name, measure in self.measures.items())
        return {measure: value for measure, value in told if value is not None}
