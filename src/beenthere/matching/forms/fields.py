"""What several forms of matching share."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest, QueryDict

from beenthere.orgs.models import Organisation

LONGEST_WORDS = 2000
LONGEST_NOTE = 600
MOST_PEOPLE = 12
FIRST_LANGUAGES = ("en", "fr", "asl", "lsq")  # the person’s own ones are offered beside them


def typed(request: HttpRequest) -> QueryDict | None:
    """What was sent, or nothing if the page is only looked at."""
    return request.POST if request.method == "POST" else None


class Ticks(forms.MultipleChoiceField):
    """Several answers to tick, none of them needed."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, choices: Any = (), **kwargs: Any) -> None:
        super().__init__(choices=choices, required=False, **kwargs)


if TYPE_CHECKING:
    OrganisationChoice = forms.ModelMultipleChoiceField[Organisation]
else:
    OrganisationChoice = forms.ModelMultipleChoiceField  # generic for the type checker only


class Organisations(OrganisationChoice):
    """Organisations that run here, to tick."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Organisation.objects.running(), required=False, **kwargs)


class Long(forms.CharField):
    """A text in one's own words."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)
