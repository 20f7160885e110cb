"""What may be typed about a file that somebody brings, and about two records that look alike."""

import zlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.core.tables import MOST_BYTES as MOST_BYTES
from beenthere.core.tables import Survey, Unreadable, Why, survey
from beenthere.training.catalogue.facts import label_of, plainly
from beenthere.training.catalogue.writing import FACTS, plain
from beenthere.training.importing import sentences
from beenthere.training.importing.sheets.columns import IDENTITY, TARGETS
from beenthere.training.models import ImportBatch, Training


class BringForm(forms.Form):
    """A file, and from where it is."""

    file = forms.FileField(
        label=_("The file"), allow_empty_file=True, max_length=200,
        help_text=_("CSV or XLSX, as it comes: any separator, any encoding, up to 20 megabytes."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.xlsm"}),
    )  # fmt: skip
    source_url = forms.URLField(
        label=_("Where does this list stand?"), required=False, max_length=500, assume_scheme="https",
        help_text=_("A link, for rows that name no source of their own."),
    )  # fmt: skip
    source_date = forms.CharField(
        label=_("Of when is it?"), required=False, max_length=40, help_text=_("As it says itself: 2026, or 2026-11-30.")
    )
    language = forms.ChoiceField(
        label=_("In which language are its texts?"), choices=[("en", _("English")), ("fr", _("French"))],
        initial=lambda: (get_language() or "en")[:2],
        help_text=_("Pages in the other language mark them so."),
    )  # fmt: skip
    found: Survey
    packed: bytes

    def clean_file(self) -> "UploadedFile[bytes]":
        """Look through the file; whatever it is, one gets a table or a sentence."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            if (file.size or 0) > MOST_BYTES:
                raise Unreadable(Why.TOO_BIG, megabytes=MOST_BYTES // 1024**2)
            data = file.read()
            self.found, self.packed = survey(data), zlib.compress(data, level=1)
        except Unreadable as error:
            raise ValidationError(sentences.of_file(error)) from error
        return file


class ColumnsForm(forms.Form):
    """Which column holds which fact."""

    all_optional = True

    def __init__(self, batch: ImportBatch, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("nothing for us")), *((name, sentences.label_of(name)) for name in TARGETS)]
        for index, name in enumerate(batch.header):
            examples = " · ".join(batch.examples[index])
            self.fields[f"column_{index}"] = forms.ChoiceField(
                label=name or _("Column %(number)d") % {"number": index + 1}, choices=choices, required=False,
                initial=batch.targets[index], help_text=examples or _("empty"),
            )  # fmt: skip

    @property
    def targets(self) -> list[str]:
        """What each column holds, in their order."""
        return [self.cleaned_data.get(name, "") for name in self.fields]

    def clean(self) -> dict[str, Any]:
        """Each fact stands in one column, and a row must say which training it is about."""
        cleaned = super().clean() or {}
        seen = set[str]()
        for name in self.fields:
            target = cleaned.get(name)
            if target and target in seen:
                self.add_error(name, _("Another column holds this already. Please choose one of them."))
            seen.add(target or "")
        if not seen & {"name", *IDENTITY}:
            raise ValidationError(_("Which column holds the name of the training? Please choose it."))
        return cleaned


class PublishImportForm(forms.Form):
    """The second reader's word."""

    free = forms.BooleanField(label=_("I have nothing to gain or to lose by these records."))


class SendImportBackForm(forms.Form):
    """Why a file is not published."""

    reason = forms.CharField(
        label=_("What should change?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )  # fmt: skip


class MergeForm(forms.Form):
    """Which record stays, and for each fact in which they differ, whose word stays."""

    def __init__(self, a: Training, b: Training, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sides = {"a": a, "b": b}
        stays = [("a", f"/{a.slug}/"), ("b", f"/{b.slug}/")]
        self.fields["stays"] = forms.ChoiceField(
            label=_("Which address stays?"), choices=stays, initial="a", widget=forms.RadioSelect,
            help_text=_("The other one leads to it from then on."),
        )  # fmt: skip
        for name in self.differing:
            told = [(side, shown(one, name)) for side, one in self.sides.items()]
            first = "a" if plain(getattr(a, name)) else "b"
            self.fields[name] = forms.ChoiceField(
                label=label_of(name, getattr(a, name) or getattr(b, name)),
                choices=told,
                initial=first,
                widget=forms.RadioSelect,
            )

    @property
    def differing(self) -> list[str]:
        """The facts in which the two differ."""
        a, b = self.sides.values()
        return [name for name in FACTS if plain(getattr(a, name)) != plain(getattr(b, name))]

    @property
    def alike(self) -> list[tuple[str, str]]:
        """What both say."""
        a, differing = self.sides["a"], self.differing
        return [(label_of(name, getattr(a, name)), shown(a, name)) for name in FACTS
                if name not in differing and plain(getattr(a, name))]  # fmt: skip

    @property
    def stays(self) -> int:
        """The number of the record that stays."""
        return self.sides[self.cleaned_data["stays"]].pk

    @property
    def taken(self) -> list[str]:
        """The facts that it takes from the other."""
        return [name for name in self.differing if self.cleaned_data[name] != self.cleaned_data["stays"]]


def shown(training: Training, name: str) -> str:
    """A fact as it stands, or that there is none."""
    value = plain(getattr(training, name))
    return plainly(name, value) if value else str(pgettext_lazy("a fact", "says nothing"))
