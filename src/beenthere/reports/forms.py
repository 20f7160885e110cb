"""For which organisations somebody lets themselves be counted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beenthere.orgs.models import Organisation
from beenthere.people.models import Person
from beenthere.reports.reads import countable_for, counted_for


class CountMeForm(forms.Form):
    """A tick for each organisation that knows the person."""

    organisations = forms.ModelMultipleChoiceField(
        label=_("Count me for"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, person: Person) -> None:
        super().__init__(data, initial={"organisations": counted_for(person)})
        self.fields["organisations"].queryset = countable_for(person)  # type: ignore[attr-defined]
