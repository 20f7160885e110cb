"""The search for occupations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from beenthere.work.fields import ASKS_SHORT, BROAD


class SearchForm(forms.Form):
    """Words, a field of work, and what a job usually asks; each may stay empty."""

    all_optional = True

    q = forms.CharField(label=_("What kind of work?"), required=False, widget=forms.TextInput({"type": "search"}))
    field = forms.ChoiceField(label=_("Field"), required=False, choices=[("", _("Any field")), *BROAD.items()])
    asks = forms.ChoiceField(
        label=_("What it usually asks"), required=False, choices=[("", _("Anything")), *ASKS_SHORT.items()]
    )

    @property
    def is_blank(self) -> bool:
        """Whether nothing is asked yet: the page then starts from the fields of work."""
        return not any(self.data.get(name) for name in [*self.fields, "page", "all"])

    @property
    def is_narrowed(self) -> bool:
        """Whether a field or what a job asks was chosen beside the words."""
        return bool(self.cleaned_data.get("field") or self.cleaned_data.get("asks"))
