"""Public forms guarded against machines: no puzzle, no third party, and nothing that a person has to notice.

A form carries a sealed moment at which it was made, and a field that nobody sees. Whatever is wrong is said kindly, and
nothing that was typed is lost, because a quick person or a helpful browser may trip over it too.
"""

import datetime as dt
import re
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from beenthere.core import clock

LEAST = dt.timedelta(seconds=4)  # nobody reads and fills in a form in less
MOST = dt.timedelta(hours=24)
MOST_ADDRESSES = 2
_SALT = "beenthere.guarded"
_ADDRESS = re.compile(r"https?://|www\.|\[url|<a\s", re.IGNORECASE)


@dataclass(frozen=True)
class Stamp:
    """Which form it is, and when it was made."""

    form: str
    made_at: dt.datetime


def new_stamp() -> str:
    """Seal a new form's name and moment."""
    return signing.dumps([uuid.uuid4().hex, clock.now().timestamp()], salt=_SALT)


def read_stamp(sealed: str) -> Stamp | None:
    """Open it again, if it is ours and not older than a day."""
    try:
        form, moment = signing.loads(sealed, salt=_SALT)
    except signing.BadSignature:
        return None
    made_at = dt.datetime.fromtimestamp(moment, dt.UTC)
    return Stamp(form, made_at) if clock.now() - made_at <= MOST else None


def few_addresses(text: str) -> None:
    """Refuse a text with many addresses in it; a source has a field of its own."""
    if len(_ADDRESS.findall(text)) > MOST_ADDRESSES:
        raise ValidationError(_("There are many addresses in this. Please leave two at most."))


class Guarded(forms.Form):
    """Mixed into a form that anybody may send."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False)
    subject = forms.CharField(
        label=_("Please leave this empty"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["stamp"] = new_stamp()

    @property
    def form_token(self) -> str:
        """The same for the same form, however often it is sent."""
        stamp = read_stamp(self.cleaned_data["stamp"])
        return stamp.form if stamp else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        stamp = read_stamp(cleaned.get("stamp", ""))
        if stamp is None:
            self._refill("stamp", new_stamp())
            self.add_error(None, _("This page was open for long. Please look it over, and send it again."))
        elif clock.now() - stamp.made_at < LEAST:
            self.add_error(None, _("That was very quick. Please look it over once more, and send it again."))
        if cleaned.get("subject"):
            self._refill("subject", "")
            words = _(
                "A field that stays empty was filled in, perhaps by your browser. We emptied it: please send it again."
            )
            self.add_error(None, words)
        return cleaned

    def _refill(self, name: str, value: str) -> None:
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix(name)] = value
        self.data = data
