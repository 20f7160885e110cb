"""What a supporter, and whoever they ask something, may type before a yes."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beenthere.core import clock
from beenthere.core.forms import DayField
from beenthere.matching.forms.fields import (
    LONGEST_NOTE,
    MOST_PEOPLE,
    Long,
)
from beenthere.matching.models import Offer
from beenthere.matching.models.requests import MOST_QUESTIONS


class NoteForm(forms.Form):
    """A short text to the other one before a yes."""

    text = Long(rows=4, max_length=LONGEST_NOTE, label=gettext_lazy("Your words"))

    def __init__(self, data: Any = None, *, label: str, ready: str = "", needed: bool = True) -> None:
        super().__init__(data, initial={"text": ready})
        self.fields["text"].label = label
        self.fields["text"].required = needed


class TurnForm(NoteForm):
    """A question before a yes, or its answer; its number lets the same form count once."""

    turn = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=MOST_QUESTIONS)

    def __init__(self, data: Any = None, *, label: str, turn: int) -> None:
        super().__init__(data, label=label)
        self.fields["turn"].initial = turn


class RoomForm(forms.Form):
    """Asked for at each answer, and all of it optional: how much room there is, and when the supporter rests."""

    capacity = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=MOST_PEOPLE,
        label=gettext_lazy("How many people can you walk with at the same time?"),
    )
    rest_from = DayField(required=False, label=gettext_lazy("Rest from"))
    rest_until = DayField(
        required=False, label=gettext_lazy("Rest until"), help_text=gettext_lazy("That day included.")
    )

    def __init__(self, data: Any = None, *, offer: Offer) -> None:
        today = clock.today(offer.supporter)
        rests = {"rest_from": offer.paused_from, "rest_until": offer.paused_until} if offer.paused_at else {}
        super().__init__(data, initial={"capacity": offer.capacity, **rests})
        self._offer, self._today = offer, today

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        first, last = told.get("rest_from"), told.get("rest_until")
        if last and last < self._today:
            self.add_error("rest_until", _("This day has passed. Please choose today or a later day."))
        elif first and last and last < first:
            self.add_error("rest_until", _("The rest would end before it begins. Please look at both days."))
        return told

    def facts(self) -> dict[str, Any]:
        """What `actions.set_room` takes; what was left as it is stays as it is."""
        told = self.cleaned_data
        return {
            "capacity": told.get("capacity") or self._offer.capacity,
            "rest": (told["rest_from"], told["rest_until"])
            if told.get("rest_from") or told.get("rest_until")
            else None,
        }
