"""What may be written to somebody, and in a concern."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beenthere.talk.met import Said
from beenthere.talk.reads import Reader

LONGEST = 4000
SHOWN_WORDS = 20  # of each piece that may be attached; attached it is whole


class MessageForm(forms.Form):
    """Words for the other person, and a token that lets the same form count once."""

    text = forms.CharField(
        label=_("Your words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("There is nothing to send yet.")},
    )
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class ReaderField(forms.ChoiceField):
    """One of those to whom a concern can be told; it cleans to the `Reader` itself."""

    widget = forms.RadioSelect

    def offer(self, readers: Sequence[Reader]) -> None:
        """Let exactly these be chosen; the first, who need not pass by a coordinator, is chosen already."""
        self.by_code = {reader.code: reader for reader in readers}
        self.choices = [(reader.code, _reader_words(reader)) for reader in readers]
        self.initial = readers[0].code if readers else None

    def clean(self, value: Any) -> Reader:
        return self.by_code[super().clean(value)]


def _reader_words(reader: Reader) -> str:
    values = {"names": reader.names, "role": reader.role_words, "organisation": reader.organisation.name}
    return gettext("%(names)s, %(role)s at %(organisation)s") % values


class ConcernForm(forms.Form):
    """What went wrong, to whom it is told, and which words go along."""

    text = forms.CharField(
        label=_("What happened?"),
        help_text=_("In your own words, as short as you like. You need no proof."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    attached = forms.MultipleChoiceField(
        label=_("Words to attach"),
        help_text=_(
            "Only what you tick here is opened. Nothing else between you two is. What you attach may let you be"
            " recognised, even without your name."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reader = ReaderField(label=_("Who should read it?"))
    unnamed = forms.BooleanField(
        label=_("Do not show my name to whoever reads it"),
        help_text=_(
            "Your name is then left out of what you write and attach here, too. They may still guess, from what was"
            " said and about whom."
        ),
        required=False,
    )
    safe = forms.BooleanField(
        label=_("I am safe: the other person may be told what this was about"),
        help_text=_("They are never told who told it. You can leave this open and say it later, or never."),
        required=False,
    )
    form_token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, readers: Sequence[Reader], words: Sequence[Said], name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = {said.name: said for said in words}
        reader, attached = self.fields["reader"], self.fields["attached"]
        assert isinstance(reader, ReaderField)  # noqa: S101  (for the type only)
        assert isinstance(attached, forms.MultipleChoiceField)  # noqa: S101
        reader.offer(readers)
        attached.choices = [(said.name, _said_words(said, name)) for said in words]
        if not words:
            del self.fields["attached"]

    def clean_attached(self) -> list[Said]:
        """The words themselves."""
        return [self.words[name] for name in self.cleaned_data["attached"]]


def _said_words(said: Said, name: str) -> str:
    who = gettext("You") if said.mine else name
    when = date_format(localtime(said.at), "DATETIME_FORMAT")
    return gettext("%(who)s, %(when)s: %(words)s") % {
        "who": who, "when": when, "words": Truncator(said.text).words(SHOWN_WORDS),
    }  # fmt: skip


class WordForm(forms.Form):
    """Something more to say in a concern."""

    text = forms.CharField(label=_("Your words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))


class DecisionForm(forms.Form):
    """What was decided, for each of the two."""

    decision = forms.CharField(
        label=_("For whoever told you: what you decided, and why"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    substance = forms.CharField(
        label=_("For the other person: what it was about, and what follows"),
        help_text=_(
            "They read it once whoever told you is safe, and may answer. Write no name, no day and no quotation that"
            " would show who told you."
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class SendOnForm(forms.Form):
    """Somebody else who should read it."""

    reader = ReaderField(label=_("Who should read it?"))

    def __init__(self, *args: Any, readers: Sequence[Reader], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reader"]
        assert isinstance(field, ReaderField)  # noqa: S101  (for the type only)
        field.offer(readers)
