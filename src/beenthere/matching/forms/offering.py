"""What somebody who offers support may type."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beenthere.core import clock
from beenthere.core.forms import DayField
from beenthere.matching.forms.fields import LONGEST_NOTE, MOST_PEOPLE, Long, Organisations, Ticks
from beenthere.matching.models import Offer, OfferApproval
from beenthere.matching.models.offers import Decision, Training
from beenthere.people.models import Person
from beenthere.work.fields import BROAD


class OfferForm(forms.Form):
    """What a supporter offers."""

    capacity = forms.IntegerField(
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=1,
        label=gettext_lazy("How many people can you walk with at the same time?"),
        help_text=gettext_lazy("Start small. You can change this whenever you like."),
    )
    training = forms.ChoiceField(
        label=gettext_lazy("Your training as a peer supporter"),
        widget=forms.RadioSelect,
        choices=Training.choices,
        initial=Training.IN_TRAINING,
    )
    paths = Ticks(
        label=gettext_lazy("Paths that you have walked yourself"),
        choices=lambda: [
            ("job", _("I found a job")),
            ("learning", _("I went back to learning")),
            ("self_employment", _("I worked for myself")),
            ("own", _("I made a path of my own")),
        ],
    )
    fields_known = Ticks(label=gettext_lazy("Kinds of work that you know"), choices=BROAD.items)
    organisations = Organisations(
        label=gettext_lazy("Whom do you ask for a yes to your offer?"),
        help_text=gettext_lazy(
            "Their coordinator sees your name, languages, ways to meet, training and room. "
            "Never what you have lived through."
        ),
    )

    def __init__(self, data: Any = None, *, person: Person, offer: Offer | None) -> None:
        initial: dict[str, Any] = {}
        if offer:
            asked = OfferApproval.objects.visible_to(person).filter(offer=offer).exclude(state=Decision.NOT_YET)
            initial = {
                "capacity": offer.capacity,
                "training": offer.training,
                "paths": offer.paths,
                "fields_known": offer.fields,
                "organisations": [approval.organisation_id for approval in asked],
            }
        super().__init__(data, initial=initial)

    def facts(self) -> dict[str, Any]:
        """What `make_offer` takes."""
        told = self.cleaned_data
        return {
            "training": told["training"],
            "paths": told["paths"],
            "fields": told["fields_known"],
            "capacity": told["capacity"],
        }


class PauseForm(forms.Form):
    """From when until when somebody rests; empty means from now, and until they say so."""

    since = DayField(
        required=False,
        label=gettext_lazy("Rest from"),
        help_text=gettext_lazy("A holiday, an operation, a hard month: say it ahead. Leave it empty to rest from now."),
    )
    until = DayField(
        required=False,
        label=gettext_lazy("Rest until"),
        help_text=gettext_lazy("That day included. Leave it empty to rest until you say so."),
    )

    words = Long(
        required=False,
        rows=3,
        max_length=LONGEST_NOTE,
        label=gettext_lazy("A few words for those you walk with"),
        help_text=gettext_lazy("Each of them gets a letter that you rest, and reads this where you walk together."),
    )

    def __init__(self, data: Any = None, *, person: Person, walks: bool) -> None:
        super().__init__(data)
        self._person = person
        if not walks:
            del self.fields["words"]

    def clean_until(self) -> Any:
        until, since = self.cleaned_data["until"], self.cleaned_data.get("since")
        if until and until < clock.today(self._person):
            raise forms.ValidationError(_("This day has passed. Please choose today or a later day."))
        if until and since and until < since:
            raise forms.ValidationError(_("The rest would end before it begins. Please look at both days."))
        return until
