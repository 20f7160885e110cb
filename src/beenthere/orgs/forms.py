"""What may be typed about organisations and invitations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beenthere.core import codes
from beenthere.core.places import provinces_by_name
from beenthere.orgs import reads
from beenthere.orgs.models import Kind


class CodeForm(forms.Form):
    """The code of a printed invitation."""

    code = forms.CharField(
        label=_("The code on your card"),
        help_text=_("Twelve letters and numbers. Capitals, spaces and dashes do not matter."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        code = codes.tidied(self.cleaned_data["code"])
        if reads.find_invitation(code) is None:
            raise forms.ValidationError(
                _("No open invitation has this code. Check each letter, or ask whoever gave it to you for a new one.")
            )
        return code


class SetupForm(forms.Form):
    """The first organisation."""

    code = forms.CharField(
        label=_("The set-up code"),
        help_text=_("The server printed it when it started."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    name = forms.CharField(label=_("What is your organisation called?"), max_length=120)
    kind = forms.ChoiceField(
        label=_("What is it?"),
        help_text=_("Two people with a phone are a group."),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.ORGANISATION,
    )
    province = forms.ChoiceField(label=_("Where is it?"), required=False)
    hears_concerns = forms.TypedChoiceField(
        label=_("Who hears a concern?"),
        help_text=_("A person whom people can tell that something is wrong, without passing by you."),
        choices=[
            ("other", _("Somebody else: I get an invitation to give them")),
            ("me", _("Me, until we have somebody else")),
        ],
        coerce=lambda choice: choice == "me",
        widget=forms.RadioSelect,
        initial="other",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        provinces = [(place.code, place.name) for place in provinces_by_name()]
        self.fields["province"].choices = [("", _("All of Canada")), *provinces]  # type: ignore[attr-defined]

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not reads.is_setup_code(code):
            raise forms.ValidationError(_("This is not the code that the server printed last."))
        return code
