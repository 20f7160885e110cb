"""What may be typed on the walk to one's strengths. Every answer may stay empty."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock
from beenthere.core.forms import DayField
from beenthere.experience.forms.about import LONGEST_OWN_WORD, TicksInGroups, own_words
from beenthere.experience.models import Moment, Shown, Strength
from beenthere.experience.strength_words import hints, in_groups
from beenthere.people.models import Person

LONG, SHORT, SENTENCE, ANSWER = 2000, 200, 200, 1000
USUAL, LONGEST = dt.timedelta(days=14), dt.timedelta(days=366)


class StepForm(forms.Form):
    """One page of the walk."""

    all_optional = True

    @property
    def told(self) -> dict[str, str]:
        """What was typed about the moment."""
        return {name: self.cleaned_data[name] for name in self.fields if name in Moment.PARTS}


def _own_words(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=LONG, widget=forms.Textarea({"rows": 6})
    )


class MomentForm(StepForm):
    """The moment itself."""

    moment = _own_words(
        _("When did I get through something?"),
        _("Large or small: a move, an exam, a Monday. A few words are enough, or none: you can keep it to yourself."),
    )
    time = forms.CharField(
        label=_("When was it?"), help_text=_("As you would say it: “last winter”."), required=False, max_length=SHORT
    )
    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)


class DidForm(StepForm):
    """What somebody did themselves."""

    did = _own_words(_("What did I do?"), _("Small things count: I got up, I telephoned, I waited, I said no."))


class HelpedForm(StepForm):
    """What helped."""

    helped = _own_words(
        _("What helped, and who was there?"), _("Somebody, an animal, a place, a song, a thought; or nobody at all.")
    )


class SaysForm(StepForm):
    """What it tells."""

    says = _own_words(_("What does it say about me?"), _("What would somebody who likes me say, if they had seen it?"))


STEPS: dict[str, type[StepForm]] = {"moment": MomentForm, "did": DidForm, "helped": HelpedForm, "says": SaysForm}


class FindForm(forms.Form):
    """Words for what was found: listed ones, those that one has, and new ones of one's own."""

    all_optional = True
    codes = forms.MultipleChoiceField(
        label=_("Tick what fits. Nothing is a fine answer."), required=False, widget=TicksInGroups
    )
    keep = forms.TypedMultipleChoiceField(
        label=_("Already on my list"), required=False, coerce=UUID, widget=forms.CheckboxSelectMultiple
    )
    own = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("One on each line, as short as you like."),
    )
    field_order = ("keep", "codes", "own")

    def __init__(self, rows: Iterable[Strength], moment: Moment | None, data: Any = None) -> None:
        rows = list(rows)
        here = {row.pk for row in moment.strengths.all()} if moment else set()
        super().__init__(data, initial={"keep": [str(row.pk) for row in rows if row.pk in here]})
        listed = {row.word for row in rows if not row.is_own}
        first = hints(moment.texts if moment else [], get_language() or "en")
        self.fields["codes"].choices = in_groups(first, listed)  # type: ignore[attr-defined]
        self.fields["keep"].choices = [(str(row.pk), row.label) for row in rows]  # type: ignore[attr-defined]
        if not (moment and rows):
            del self.fields["keep"]

    def clean_own(self) -> list[str]:
        return own_words(self.cleaned_data["own"])

    @property
    def found(self) -> dict[str, Any]:
        """What was ticked and typed."""
        told = self.cleaned_data
        return {"codes": told["codes"], "own": told["own"], "keep": told.get("keep", [])}


class StrengthForm(forms.Form):
    """One strength: as one says it to oneself, and as one may say it to others."""

    word = forms.CharField(label=_("As I say it to myself"), max_length=LONGEST_OWN_WORD)
    sentence = forms.CharField(
        label=_("As it may stand on a résumé"),
        help_text=_("It need not say how you came to it. What you put out before stays as it is."),
        required=False,
        max_length=SENTENCE,
        widget=forms.Textarea({"rows": 2}),
    )

    @classmethod
    def of(cls, row: Strength, data: Any) -> "StrengthForm":
        return cls(data, initial={"word": row.label, "sentence": row.as_said})

    def clean_sentence(self) -> str:
        # An empty one says the same as the word.
        return str(self.cleaned_data["sentence"] or self.cleaned_data.get("word", ""))


class OnAboutForm(forms.Form):
    """What of a strength stands on “about me”, and for whom."""

    sentence = forms.CharField(
        label=_("The sentence"),
        help_text=_("Only this is shown; the moments never come along."),
        max_length=SENTENCE,
        widget=forms.Textarea({"rows": 2}),
    )
    shown = forms.ChoiceField(
        label=_("Who may see this?"),
        choices=[
            (Shown.ME.value, _("Nobody: it does not stand on “about me”")),
            (Shown.AFTER_YES.value, Shown.AFTER_YES.label),
        ],
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, row: Strength, data: Any) -> "OnAboutForm":
        shown = row.shown if row.put_out else Shown.AFTER_YES
        return cls(data, initial={"sentence": row.put_out or row.as_said, "shown": shown})


class AskForm(forms.Form):
    """Whom to ask, what to show them, and until when."""

    supporter = forms.TypedChoiceField(label=_("Whom would you like to ask?"), widget=forms.RadioSelect, coerce=UUID)
    strengths = forms.TypedMultipleChoiceField(
        label=_("Which of your strengths may they see?"),
        help_text=_("None is fine: then they see only the question."),
        required=False,
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
    )
    moments = forms.TypedMultipleChoiceField(
        label=_("And which moments?"),
        help_text=_("None, unless you tick one. They would read all that you wrote about it."),
        required=False,
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
    )
    until = DayField(label=_("Until which day?"), help_text=_("That day is included. You can stop at any time before."))
    sure = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        person: Person,
        names: dict[UUID, str],
        strengths: Iterable[Strength],
        moments: Iterable[Moment],
        data: Any,
    ) -> None:
        super().__init__(data, initial={"until": clock.today(person) + USUAL})
        self.person, self.names = person, names
        self.own_strengths = {row.pk: row for row in strengths}
        self.own_moments = {row.pk: row for row in moments}
        for name, rows in (("strengths", self.own_strengths), ("moments", self.own_moments)):
            choices = [(str(pk), str(row)[:SENTENCE]) for pk, row in rows.items()]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
            if not rows:
                del self.fields[name]
        self.fields["supporter"].choices = [(str(pk), each) for pk, each in names.items()]  # type: ignore[attr-defined]
        if len(names) == 1:
            self.fields["supporter"].initial = str(next(iter(names)))

    def clean_until(self) -> dt.date:
        until: dt.date = self.cleaned_data["until"]
        today = clock.today(self.person)
        if until < today:
            raise ValidationError(_("That day has passed. Pick today or a later day."))
        if until > today + LONGEST:
            raise ValidationError(_("At most one year at a time. You can share again when it ends."))
        return until

    @property
    def name(self) -> str:
        """Who was chosen, for the sentence that asks whether one is sure."""
        return self.names[self.cleaned_data["supporter"]]

    @property
    def shown(self) -> dict[str, list[Any]]:
        """The strengths and moments that were ticked."""
        told = self.cleaned_data
        return {
            "strengths": [self.own_strengths[pk] for pk in told.get("strengths", [])],
            "moments": [self.own_moments[pk] for pk in told.get("moments", [])],
        }


class AnswerForm(forms.Form):
    """What somebody sees in whoever asked."""

    words = forms.CharField(
        label=_("What do you see in them?"),
        help_text=_("A few sentences about what you saw yourself. Where did you see it?"),
        max_length=ANSWER,
        widget=forms.Textarea({"rows": 6}),
    )


class KeepForm(forms.Form):
    """Beside which strength to keep what was written."""

    strength = forms.TypedChoiceField(label=_("Beside which strength?"), coerce=UUID, widget=forms.RadioSelect)

    def __init__(self, rows: Iterable[Strength], data: Any = None) -> None:
        super().__init__(data)
        self.own = {row.pk: row for row in rows}
        self.fields["strength"].choices = [(str(pk), row.label) for pk, row in self.own.items()]  # type: ignore[attr-defined]
