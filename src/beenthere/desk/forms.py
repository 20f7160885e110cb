"""What a coordinator may type."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beenthere.matching.models import Offer
from beenthere.orgs.models import Kind, Organisation, OrganisationQuerySet, Role

LONGEST = 1000


class InviteForm(forms.Form):
    """Whom to invite into which organisation; the id lets the same form count once."""

    organisation = forms.ModelChoiceField(
        label=_("Where to?"), queryset=Organisation.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    role = forms.ChoiceField(label=_("As what?"), widget=forms.RadioSelect, initial=Role.SUPPORTER)
    invitation_id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, organisations: OrganisationQuerySet, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (Role.SUPPORTER, _("peer supporter: offers support to people who look for somebody")),
            (Role.MEMBER, _("member: takes part")),
            (Role.COORDINATOR, _("coordinator or host: keeps this desk with you")),
            (Role.LEAD, _("lead for supporters: listens to them when it was heavy")),
            (Role.CONCERNS, _("person for concerns: hears what goes wrong, without passing by you")),
        ]
        if organisations.filter(kind=Kind.COALITION).exists():
            research = (Role.RESEARCH, _("research committee: reads what is proposed for the database of trainings"))
            self.fields["role"].choices.append(research)  # type: ignore[attr-defined]
        first = organisations.first()
        if first and organisations.count() == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = first.pk

    def clean(self) -> dict[str, Any]:
        """The committee is named by a coalition."""
        cleaned = super().clean() or {}
        where = cleaned.get("organisation")
        if cleaned.get("role") == Role.RESEARCH and where and where.kind != Kind.COALITION:
            self.add_error("role", _("Only a coalition names the research committee. Please choose another role."))
        return cleaned


class NotYetForm(forms.Form):
    """A kind sentence to go with a “not yet”; one is ready, in the reader's own hands to change."""

    text = forms.CharField(label=_("What you tell them"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))


class AsksForm(forms.Form):
    """What an organisation asks of its supporters: a line for each, in both languages."""

    english = forms.CharField(
        label=_("In English, one on each line"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    french = forms.CharField(
        label=_("In French, in the same order"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        english, french = (_lines(told.get(name, "")) for name in ("english", "french"))
        if len(english) != len(french):
            self.add_error(
                "french", _("Each line needs its twin in the other language, so that everybody can read it.")
            )
        if any(len(line) > 200 for line in [*english, *french]):
            self.add_error("english", _("Please keep each line under 200 letters."))
        return told | {"asked": list(zip(english, french, strict=False))}


class LineForm(forms.Form):
    """Who is proposed on one line of a whole list: somebody with a place, by name and load, or nobody."""

    offer = forms.ChoiceField(label=_("Who could walk with them?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, offers: Iterable[Offer], chosen: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = {str(offer.pk): offer for offer in offers}
        field = self.fields["offer"]
        field.choices = [  # type: ignore[attr-defined]
            *((pk, _load(offer)) for pk, offer in self.offers.items()),
            ("nobody", _("nobody just now")),
        ]
        field.initial = str(chosen.pk)

    def clean_offer(self) -> Offer | None:
        """The offer itself; None takes the line out."""
        return self.offers.get(self.cleaned_data["offer"])


def _load(offer: Offer) -> str:
    words = _("%(name)s · walks with %(taken)s of %(capacity)s")
    return words % {"name": str(offer.supporter), "taken": offer.taken, "capacity": offer.capacity}


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
