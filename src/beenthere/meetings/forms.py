"""What may be typed into an agreement."""

from django import forms

from beenthere.meetings.models import HEADINGS, PARTS

LONGEST = 2000


def _part(name: str) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=HEADINGS[name], max_length=LONGEST, required=False, widget=area)


class AgreementForm(forms.Form):
    """The four parts, each of which may stay empty, and the version that was on the page."""

    all_optional = True

    how_often = _part("how_often")
    how_we_meet = _part("how_we_meet")
    what_we_write_down = _part("what_we_write_down")
    how_it_ends = _part("how_it_ends")
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    @property
    def words(self) -> dict[str, str]:
        """The four parts as typed."""
        return {part: self.cleaned_data[part] for part in PARTS}
