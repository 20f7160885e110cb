"""What a training covers, as a reader ticks it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beenthere.training.cover.covering import NOT_TICKED, Shown
from beenthere.training.models import Competency, Verified


class CoverForm(forms.Form):
    """A tick for each item of one framework, and where the training says so."""

    competencies = forms.MultipleChoiceField(label=_("It covers"), widget=forms.CheckboxSelectMultiple)
    evidence = forms.CharField(
        label=_("Where does it say so?"),
        max_length=500,
        help_text=_(
            "In a few words: “Outline, module 4” or “Its page, under What you will learn”. Everybody reads this."
        ),
        widget=forms.Textarea,
    )
    source_url = forms.URLField(
        label=_("The address of that page"), max_length=500, required=False, assume_scheme="https"
    )

    def __init__(self, data: Any = None, *, framework: Shown | None) -> None:
        super().__init__(data)
        there = framework.competencies if framework else ()
        self.by_slug = {one.slug: one for one in there if one.kind not in NOT_TICKED}
        labels = [(slug, _labelled(one)) for slug, one in self.by_slug.items()]
        self.fields["competencies"].choices = labels  # type: ignore[attr-defined]

    def clean_competencies(self) -> list[Competency]:
        """The items themselves."""
        return [self.by_slug[slug] for slug in self.cleaned_data["competencies"]]


def _labelled(one: Competency) -> str:
    return str(one) if one.verified == Verified.YES else f"{one} ({one.get_verified_display()})"
