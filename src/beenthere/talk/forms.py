"""What may be written to somebody."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 4000


class MessageForm(forms.Form):
    """Words for the other person, and a token that lets the same form count once."""

    text = forms.CharField(
        label=_("Your words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("There is nothing to send yet.")},
    )
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
