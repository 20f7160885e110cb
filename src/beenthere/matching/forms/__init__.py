"""What may be typed in matching."""

from beenthere.matching.forms.answering import EndForm, HandOverForm, HeavyForm, NoteForm, RoomForm, TurnForm
from beenthere.matching.forms.asking import AskForm, ChooseForm, NameForm
from beenthere.matching.forms.fields import typed
from beenthere.matching.forms.offering import OfferForm, PauseForm

__all__ = [
    "AskForm",
    "ChooseForm",
    "EndForm",
    "HandOverForm",
    "HeavyForm",
    "NameForm",
    "NoteForm",
    "OfferForm",
    "PauseForm",
    "RoomForm",
    "TurnForm",
    "typed",
]
