"""Fields for facts that a record holds in a form of its own, and what was typed as a record would hold it."""

from typing import Any

from django import forms
from django.utils.translation import gettext

from beenthere.core.places import provinces_by_name
from beenthere.training.catalogue.classification import CANADA, provinces_in
from beenthere.training.catalogue.writing import tidied
from beenthere.training.importing.sheets.values import Misread, read

LONGEST = 2000
# What people write in many ways: numbers, money and the usual words in either language.
READ = frozenset({"cost", "languages", "delivery", "audience", "hours", "days", "weeks", "sessions", "credits"})


class ProvincesField(forms.MultipleChoiceField):
    """Provinces and territories to tick; given and stored as a record holds them: “AB; ON”, or “national”."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, choices=_provinces, **kwargs)
        self.widget.attrs["class"] = "side-by-side"

    def prepare_value(self, value: Any) -> Any:
        return list(provinces_in(value)) if isinstance(value, str) else value

    def clean(self, value: Any) -> Any:
        codes = super().clean(value)
        return "national" if CANADA in codes else "; ".join(codes)


def as_held(name: str, typed: Any) -> Any:
    """What was typed as a record holds it: “199,50 $” is 199.50. What cannot be read stays as it was typed."""
    if name not in READ or not isinstance(typed, str) or not typed:
        return typed
    try:
        return read(name, typed, LONGEST)
    except Misread:
        return typed


def same(name: str, typed: Any, before: Any) -> bool:
    """Whether a fact says the same; provinces in any order."""
    if name == "province":
        return set(provinces_in(typed)) == set(provinces_in(before))
    return bool(tidied(name, typed) == tidied(name, before))


def _provinces() -> list[tuple[str, str]]:
    return [*((each.code, each.name) for each in provinces_by_name()), (CANADA, gettext("all of Canada"))]
