"""The questions of each sheet. Every one may stay empty."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from beenthere.plans.forms.plan import SHORT, NewRow
from beenthere.work.needs import NEEDS

LONGEST = 1500


def _long(label: Any, help_text: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST, required=False, widget=area)


def _place() -> forms.CharField:
    return forms.CharField(
        label=_("Which place is it about?"),
        help_text=_("A name that only you need to understand."),
        max_length=SHORT,
        required=False,
    )


class SheetForm(NewRow):
    """What all sheets share: a blank answer is left out."""

    def words(self) -> dict[str, Any]:
        """What was written and ticked, by the name of its question."""
        return {name: value for name, value in self.cleaned_data.items() if value and name != "new_id"}


class TellingForm(SheetForm):
    """Whether to tell something about one’s health at work: whom, what, when, how, and what speaks for each."""

    place = _place()
    now = forms.ChoiceField(
        label=_("Where I stand now"),
        help_text=_("You can change your mind as often as you like, and back again."),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            ("open", _("I do not know yet")),
            ("nobody", _("I tell nobody")),
            ("one", _("I tell one person")),
            ("need", _("I ask only for what I need, and say nothing about why")),
            ("some", _("I tell whom I choose, as much as I choose")),
        ],
    )
    speaks_for = _long(_("Reasons to tell"), _("For instance: being able to ask, not having to hide, an ally."))
    speaks_against = _long(_("Reasons not to tell"), _("For instance: talk behind my back; it cannot be untold."))
    whom = _long(_("Whom would I tell, and whom not?"))
    what = _long(_("What would I say, and what stays mine?"), _("A need can be told without its reason."))
    when = _long(_("When?"), _("Before an offer, after it, once I know the people, when something happens, or never."))
    script = _long(_("My sentences, to practise"), _("Two or three are enough. Say them aloud to somebody you trust."))


class AskingForm(SheetForm):
    """What would help one work, without a word about why."""

    place = _place()
    arrangements = forms.MultipleChoiceField(
        label=_("What would help me?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[(need.words, list(need.arrangements.items())) for need in NEEDS],
    )
    own = _long(_("Something else that would help"))
    to = forms.CharField(label=_("To whom do I write?"), max_length=SHORT, required=False)
    name = forms.CharField(label=_("How do I sign?"), max_length=SHORT, required=False)
    language = forms.ChoiceField(
        label=_("In which language is the letter?"),
        choices=[("en", "English"), ("fr", "Français")],
        widget=forms.RadioSelect,
        required=False,
    )


class FirstWeeksForm(SheetForm):
    """What one wants to notice early, what helps then, and how others should be beside one."""

    place = _place()
    signs = _long(_("How do I notice early that it is becoming too much?"))
    helps = _long(_("What helps me then?"))
    knows = _long(_("Who may know that I am beginning, and who may tell me what they notice?"))
    beside = _long(
        _("How do I want somebody to be beside me in this time?"),
        _("For instance: a message on Friday evenings for two months, or only when I write."),
    )
    enough = _long(_("What would make it a good first month for me?"))


class ComeBackForm(forms.Form):
    """How often one wants to come back to one’s first weeks. Nobody comes by itself, and nobody else is told."""

    often = forms.ChoiceField(
        label=_("When do you want to look at it again?"),
        widget=forms.RadioSelect,
        choices=[
            ("slower", _("after 1, 2, 4 and 8 weeks")),
            ("weekly", _("every week, for two months")),
            ("month", _("once, after a month")),
        ],
    )
    WEEKS: ClassVar = {"slower": (1, 2, 4, 8), "weekly": tuple(range(1, 9)), "month": (4,)}

    @property
    def weeks(self) -> tuple[int, ...]:
        """After how many weeks each time."""
        return self.WEEKS[self.cleaned_data["often"]]


FORMS: dict[str, type[SheetForm]] = {"telling": TellingForm, "asking": AskingForm, "first-weeks": FirstWeeksForm}
