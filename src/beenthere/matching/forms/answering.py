"""What a supporter, and whoever they ask something, may type before a yes."""

from collections.abc import Sequence
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
from beenthere.matching.models import HandOver, Offer
from beenthere.matching.models.requests import MOST_QUESTIONS
from beenthere.people.models import Person
from beenthere.talk.forms import MessageForm


class NoteForm(forms.Form):
    """A short text to the other one before a yes."""

    text = Long(rows=4, max_length=LONGEST_NOTE, label=gettext_lazy("Your words"))

    def __init__(self, data: Any = None, *, label: str, ready: str = "", needed: bool = True) -> None:
        super().__init__(data, initial={"text": ready})
        self.fields["text"].label = label
        self.fields["text"].required = needed


class EndForm(NoteForm):
    """The last words, and for a supporter the last day, told ahead."""

    on = DayField(
        required=False,
        label=gettext_lazy("Your last day together"),
        help_text=gettext_lazy("Tell it ahead if you can. Leave it empty to stop now: nobody needs a reason."),
    )

    def __init__(self, data: Any = None, *, person: Person, supports: bool) -> None:
        super().__init__(data, label=_("A goodbye"), needed=False)
        self._person = person
        if not supports:
            del self.fields["on"]

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on and on < clock.today(self._person):
            raise forms.ValidationError(_("This day has passed. Please choose today or a later day."))
        return on


class HandOverForm(forms.Form):
    """What the next supporter should know, in one's own words."""

    text = Long(rows=8, max_length=4000, label=gettext_lazy("For my next supporter"))
    with_ask = forms.BooleanField(
        required=False,
        label=gettext_lazy("Show it already to whom I ask, before their yes"),
    )

    def __init__(self, data: Any = None, *, hand_over: HandOver | None) -> None:
        kept = {"text": hand_over.text, "with_ask": hand_over.with_ask} if hand_over else {}
        super().__init__(data, initial=kept)


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


class HeavyForm(MessageForm):
    """Words to somebody who listens to supporters, and who of them is to read it."""

    reader = forms.ChoiceField(label=gettext_lazy("Who reads it"), widget=forms.RadioSelect)
    field_order = ("reader", "text", "form_token")

    def __init__(self, data: Any = None, *, listeners: Sequence[tuple[Person, str]]) -> None:
        super().__init__(data)
        self.listeners = [one for one, _words in listeners]
        choices = [(str(one.pk), words) for one, words in listeners]
        self.fields["reader"].choices = choices  # type: ignore[attr-defined]
        self.fields["reader"].initial = choices[0][0] if choices else None

    def listener(self) -> Person:
        """The one who was chosen."""
        return next(one for one in self.listeners if str(one.pk) == self.cleaned_data["reader"])

    def words(self) -> dict[str, Any]:
        """What was written, and the token of the form."""
        return {name: self.cleaned_data[name] for name in ("text", "form_token")}
