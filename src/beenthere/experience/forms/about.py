"""What may be told about oneself. Every field may stay empty."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beenthere.core.places import NotAnArea, area_of, parse_area
from beenthere.experience.models import AboutMe, LivedExperience, Part, Shown
from beenthere.experience.words import DAYS, PARTS_OF_DAY, SLOTS, WAYS, languages_by_name, listed_under, slot_name

LONGEST_OWN_WORD = 80
MOST_OWN_WORDS = 10


def own_words(text: str) -> list[str]:
    """The words of somebody's own, one a line, each once; not too many at a time and none too long."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    words = list(dict.fromkeys(filter(None, lines)))
    if len(words) > MOST_OWN_WORDS:
        raise ValidationError(gettext("Ten at a time, please. You can add more afterwards."))
    for word in words:
        if len(word) > LONGEST_OWN_WORD:
            sentence = gettext("“%(start)s…” is long. Please say it in fewer than %(most)d letters.")
            raise ValidationError(sentence % {"start": word[:30], "most": LONGEST_OWN_WORD})
    return words


# The place is never told before a yes, only how near two people are: that has its own words.
WHO_SEES_THE_AREA = [
    (Shown.ME.value, Shown.ME.label),
    (Shown.AFTER_YES.value, Shown.AFTER_YES.label),
    (Shown.ASKED.value, _("Before a yes too, but only how near we are; the place after a yes.")),
]


class PartForm(forms.Form):
    """One part of “about me” and who may see it."""

    all_optional = True
    part: Part
    value: forms.Field

    def __init__(self, row: AboutMe, data: Any = None) -> None:
        super().__init__(data, initial={"value": self.as_typed(row), "shown": row.shown(self.part)})
        who = WHO_SEES_THE_AREA if self.part == Part.AREA else Shown.choices
        self.fields["shown"] = forms.ChoiceField(label=_("Who may see this?"), choices=who, widget=forms.RadioSelect)

    def as_typed(self, row: AboutMe) -> Any:
        """What stands in the field when the screen opens."""
        return row.value(self.part)


class WordsForm(PartForm):
    """What somebody would like people to know."""

    part = Part.WORDS
    value = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 7}),
        help_text=_("For example what you like to do, what helps you feel at ease, how you like to be spoken to."),
    )


class LanguagesForm(PartForm):
    """The languages in which somebody likes to talk."""

    part = Part.LANGUAGES
    value = forms.MultipleChoiceField(
        label=_("In which languages do you like to talk?"),
        required=False,
        choices=languages_by_name,
        widget=forms.CheckboxSelectMultiple({"class": "side-by-side"}),
    )


class AreaForm(PartForm):
    """A place, the start of a postal code, or a province."""

    part = Part.AREA
    value = forms.CharField(
        label=_("Where are you, roughly?"),
        required=False,
        max_length=80,
        help_text=_("A town, the first three characters of your postal code, or just your province or territory."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def as_typed(self, row: AboutMe) -> str:
        area = area_of(row.value(Part.AREA))
        return (area.fsa or area.name) if area else ""

    def clean_value(self) -> str:
        text: str = self.cleaned_data["value"]
        try:
            return parse_area(text).code if text else ""
        except NotAnArea as error:
            raise ValidationError(str(error)) from error


class WaysForm(PartForm):
    """How somebody likes to meet."""

    part = Part.WAYS
    value = forms.MultipleChoiceField(
        label=_("How do you like to meet?"),
        required=False,
        choices=list(WAYS.items()),
        widget=forms.CheckboxSelectMultiple({"class": "side-by-side"}),
    )


class FreeForm(PartForm):
    """When somebody is usually free, as a week of mornings, afternoons and evenings."""

    part = Part.FREE
    value = forms.MultipleChoiceField(
        label=_("When are you usually free?"), required=False, choices=[(slot, slot) for slot in SLOTS]
    )

    def week(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """The week as rows: the day, and for each part of it the slot, its name, and whether it is ticked."""
        ticked = set(self["value"].value() or [])
        return [
            (
                str(name),
                [(slot, slot_name(slot), slot in ticked) for slot in (f"{day}-{part}" for part in PARTS_OF_DAY)],
            )
            for day, name in DAYS.items()
        ]

    def parts_of_day(self) -> list[str]:
        """The headings of the week's columns."""
        return [str(part) for part in PARTS_OF_DAY.values()]


FORMS: dict[str, type[PartForm]] = {
    form.part.value: form for form in (WordsForm, LanguagesForm, AreaForm, WaysForm, FreeForm)
}


class TicksInGroups(forms.CheckboxSelectMultiple):
    """Groups that fold; open are the first and those with something ticked, so that few stand there at once."""

    template_name = "experience/ticks_in_groups.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        groups = context["widget"]["optgroups"]
        context["widget"]["groups"] = [
            (group, options, index == 0 or any(option["selected"] for option in options))
            for group, options, index in groups
        ]
        return context


class ChooseForm(forms.Form):
    """Words to tick under a heading, and words of one's own."""

    all_optional = True

    codes = forms.MultipleChoiceField(
        label=_("Tick what fits. Nothing is a fine answer."), required=False, widget=TicksInGroups
    )
    keep_own = forms.MultipleChoiceField(label=_("Your own words"), required=False, widget=forms.CheckboxSelectMultiple)
    new_own = forms.CharField(
        label=_("In your own words"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("One on each line, as short as you like."),
    )
    shown = forms.ChoiceField(
        label=_("Who may see what you add now?"),
        choices=LivedExperience.Shown.choices,
        initial=LivedExperience.Shown.ME,
        widget=forms.RadioSelect,
        help_text=_("You can change it for each word afterwards."),
    )

    def __init__(self, kind: str, rows: Iterable[LivedExperience], data: Any = None) -> None:
        own = [(str(row.pk), row.label) for row in rows if row.is_own]
        listed = [row.word for row in rows if not row.is_own]
        super().__init__(data, initial={"codes": listed, "keep_own": [pk for pk, _label in own]})
        self.fields["codes"].choices = listed_under(kind)  # type: ignore[attr-defined]
        self.fields["keep_own"].choices = own  # type: ignore[attr-defined]
        if not own:
            del self.fields["keep_own"]

    def clean_new_own(self) -> list[str]:
        return own_words(self.cleaned_data["new_own"])

    def kept_own(self) -> set[UUID]:
        """The own words that stay ticked."""
        return {UUID(pk) for pk in self.cleaned_data.get("keep_own", [])}


class WordForm(forms.Form):
    """How much a word matters, and who may see it."""

    weight = forms.TypedChoiceField(
        label=_("How much does it matter?"),
        choices=LivedExperience.Weight.choices,
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_("This weighs in your own suggestions, when you ask for a supporter."),
    )
    shown = forms.ChoiceField(
        label=_("Who may see this?"), choices=LivedExperience.Shown.choices, widget=forms.RadioSelect
    )
