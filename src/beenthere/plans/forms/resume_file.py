"""What may be brought from another program into one's résumés: a file, and what of it one keeps."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beenthere.plans.forms.plan import NewRow
from beenthere.plans.forms.resume import colon
from beenthere.plans.models import ResumeFact
from beenthere.plans.resume import days, jsonresume
from beenthere.plans.resume.facts import About, Fact
from beenthere.plans.resume.jsonresume import MOST_BYTES, NotUnderstood, Understood, Why
from beenthere.plans.resume.sheet import Style

MOST_SENT = 3 * MOST_BYTES  # what was understood, written anew, may be longer than the file
WHY_NOT = {
    Why.TOO_BIG: _("This file is larger than 64 kilobytes. A résumé in this form is smaller: is it another file?"),
    Why.NOT_TEXT: _("This file holds no text that we can read. JSON Resume is a text file in UTF-8."),
    Why.NOT_JSON: _("This is not JSON, or it breaks off. Please save it anew where it comes from, and try again."),
    Why.NO_RESUME: _("We found nothing in it that a résumé holds. JSON Resume has parts like “basics” and “work”."),
}


class BringResumeForm(forms.Form):
    """A file of another program."""

    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, max_length=200, help_text=_("JSON Resume, up to 64 kilobytes."),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
    )  # fmt: skip
    found: Understood
    text = ""
    aside: tuple[str, ...] = ()

    def clean_file(self) -> "UploadedFile[bytes]":
        """Understand the file, or say in a sentence why not."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        # A file above the limit arrives empty, with its size.
        data = file.read() if (file.size or 0) <= MOST_BYTES else b" " * (MOST_BYTES + 1)
        understood = _understood(data)
        self.aside, self.text = understood.aside, _as_text(understood)
        self.found = _understood(self.text.encode(), MOST_SENT)  # as it will be understood when it comes back
        return file


class KeepForm(NewRow):
    """What was understood of a file: the person ticks what to keep. The file itself travels with the form."""

    text = forms.CharField(widget=forms.HiddenInput, max_length=MOST_SENT)
    about = forms.BooleanField(label=_("My name, my line and how to reach me"), required=False)
    facts = forms.TypedMultipleChoiceField(
        label=_("What would you like to keep?"), widget=forms.CheckboxSelectMultiple, coerce=int, required=False
    )
    found: Understood

    def __init__(self, found: Understood, data: Any = None, text: str = "") -> None:
        numbers = range(len(found.facts))
        super().__init__(data, initial={"text": text, "about": False, "facts": [str(at) for at in numbers]})
        self.found = found
        labels = [_label(fact) for fact in found.facts]
        self.fields["facts"].choices = [(str(at), labels[at]) for at in numbers]  # type: ignore[attr-defined]
        if found.about == About():
            del self.fields["about"]

    @classmethod
    def sent(cls, data: Any) -> "KeepForm":
        """The form as it comes back: what travelled with it is understood anew, as if it were a file."""
        return cls(_understood(str(data.get("text", "")).encode("utf-8", "replace"), MOST_SENT), data)

    @property
    def kept(self) -> list[Fact]:
        """The facts that were ticked."""
        return [self.found.facts[at] for at in self.cleaned_data["facts"]]


def _understood(data: bytes, most: int = MOST_BYTES) -> Understood:
    try:
        return jsonresume.read(data, get_language() or "en", most)
    except NotUnderstood as error:
        raise ValidationError(WHY_NOT[error.why]) from error


def _as_text(found: Understood) -> str:
    """What was understood, and nothing else of the file, in the same form."""
    whole = jsonresume.written(found.about, found.facts, Style(language=get_language() or "en"))
    return json.dumps(whole, ensure_ascii=False)


def _label(fact: Fact) -> str:
    """A fact in a line."""
    row = ResumeFact(told=fact.told())
    when = days.span(fact.start, fact.end, ongoing=fact.ongoing, language=get_language() or "en")
    said = ", ".join(each for each in (fact.title, fact.place, when) if each) or fact.words[:80]
    return f"{row.kind_in_words}{colon()} {said}"
