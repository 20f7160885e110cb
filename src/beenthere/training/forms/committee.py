"""What the research committee and the providers whom it asks may type."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django import forms
from django.forms.models import fields_for_model
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beenthere.core.forms import DayField
from beenthere.training.catalogue import labels
from beenthere.training.catalogue.record import as_of
from beenthere.training.catalogue.writing import FACTS, LONGEST_TEXT, tidied
from beenthere.training.forms.fields import LONGEST, ProvincesField, as_held, same
from beenthere.training.models import Standing, Training, Verdict, YesNo

LABELS: dict[str, Any] = dict(labels.LABELS)
# A provider says what they give; that it no longer runs has a button of its own.
ASKED_OF_PROVIDERS = tuple(name for name in FACTS if name != "name_language")
GAINS_NOTHING = _("I do not work for this provider and gain nothing by this.")


def fact_fields(names: Iterable[str]) -> dict[str, forms.Field]:
    """A field for each fact, as its column takes it."""
    wanted = set(names)
    fields = fields_for_model(
        Training,
        [name for name in FACTS if name in wanted and name not in _OWN],
        labels=LABELS,
        formfield_callback=_field,
    )
    own: dict[str, forms.Field] = {name: make() for name, make in _OWN.items() if name in wanted}
    return {name: own.get(name) or fields[name] for name in FACTS if name in wanted}


def _field(column: Any, **options: Any) -> forms.Field:
    field: forms.Field = column.formfield(**options)
    if isinstance(field.widget, forms.Textarea):
        field = column.formfield(**options, max_length=LONGEST_TEXT)
        field.widget.attrs = {"rows": 3}
    return field


def _choice(name: str, choices: Iterable[tuple[str, Any]], *, required: bool = True) -> forms.Field:
    empty = [] if required else [("", _("not stated"))]
    return forms.ChoiceField(label=LABELS[name], choices=[*empty, *choices], required=required)


_OWN: dict[str, Callable[[], forms.Field]] = {
    "name_language": lambda: _choice("name_language", [("en", _("English")), ("fr", _("French"))]),
    "province": lambda: ProvincesField(label=LABELS["province"]),
    "peer_run": lambda: _choice("peer_run", YesNo.choices, required=False),
    "standing": lambda: _choice("standing", Standing.choices),
    "starts_on": lambda: DayField(label=LABELS["starts_on"], required=False),
    "website": lambda: forms.URLField(label=LABELS["website"], required=False, max_length=300, assume_scheme="https"),
}


class FactsForm(forms.Form):
    """Facts of a record; what is left as it stands is not proposed."""

    def __init__(
        self, *args: Any, names: Iterable[str], now: Mapping[str, Any] | None = None, training: Training | None = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        number, said = as_of(training, None) if training else (0, dict(now or {}))
        super().__init__(*args, **kwargs | {"initial": said})
        wanted = set(names)
        self.now, self.training = said, training
        self.names = [name for name in FACTS if name in wanted]
        self.fields = fact_fields(self.names) | self.fields
        if training:
            self.fields["seen"] = forms.IntegerField(required=False, initial=number, widget=forms.HiddenInput)

    def facts(self) -> dict[str, Any]:
        """Every fact of the form, as it is stored; what was not touched stays letter by letter."""
        typed = {name: tidied(name, self.cleaned_data[name]) for name in self.names}
        before = {name: tidied(name, value) for name, value in self.before().items()}
        return {
            name: before[name] if name in before and same(name, value, before[name]) else as_held(name, value)
            for name, value in typed.items()
        }

    def before(self) -> Mapping[str, Any]:
        """What the record said on the page that was sent: what others have written since is nobody's correction."""
        return as_of(self.training, self.cleaned_data.get("seen"))[1] if self.training else self.now

    def changed(self) -> dict[str, Any]:
        """Only what differs from what stood there."""
        before = self.before()
        return {name: value for name, value in self.facts().items() if value != tidied(name, before.get(name, ""))}

    def told(self) -> dict[str, Any]:
        """What is proposed, and what stood there before."""
        facts, before = self.changed(), self.before()
        return {"facts": facts, "base": {name: before.get(name, "") for name in facts}}


class SourceForm(forms.Form):
    """From where something is known."""

    source_url = forms.URLField(
        label=_("The page that says so"), max_length=500, assume_scheme="https", help_text=_("Its whole address.")
    )
    source_date = forms.CharField(
        label=_("Its date, as it gives it"),
        max_length=40,
        required=False,
        help_text=_("For example: 2026, or 2026-11-30."),
    )
    words = forms.CharField(
        label=_("What the other readers should know"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CommitteeProposalForm(SourceForm, FactsForm):
    """A change or a new record, by somebody of the committee."""

    facts_language = forms.ChoiceField(
        label=_("In which language are the words that you changed?"),
        choices=[("en", _("English")), ("fr", _("French"))],
        initial=lambda: (get_language() or "en")[:2],
    )

    def clean(self) -> dict[str, Any]:
        """Something has to differ."""
        cleaned = super().clean() or {}
        if not self.errors and not self.changed():
            self.add_error(None, _("Nothing differs from what stands. Please change at least one fact."))
        return cleaned


class ReadForm(forms.Form):
    """What one reader found."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    declared = forms.BooleanField(label=GAINS_NOTHING)
    verdict = forms.ChoiceField(
        label=_("What did you find?"),
        widget=forms.RadioSelect,
        choices=[
            (Verdict.PUBLISH, _("It is right: the source says so. Publish it.")),
            (Verdict.SEND_BACK, _("It cannot stand like this. Send it back.")),
        ],
    )
    reason = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed to send it back: whoever proposed it reads this."),
    )

    def __init__(self, *args: Any, names_no_fact: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if names_no_fact:  # nothing could be published
            verdict: Any = self.fields["verdict"]
            verdict.choices = [choice for choice in verdict.choices if choice[0] != Verdict.PUBLISH]

    def clean(self) -> dict[str, Any]:
        """Sending back needs a reason."""
        cleaned = super().clean() or {}
        if cleaned.get("verdict") == Verdict.SEND_BACK and not cleaned.get("reason"):
            self.add_error("reason", _("Please say why, so that it can be mended."))
        return cleaned


class MendForm(FactsForm):
    """A reader corrects what was proposed, and publishes it like this if others agree."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    declared = forms.BooleanField(label=GAINS_NOTHING)


class NameFactForm(MendForm):
    """A reader says which fact is meant by whoever found something wrong, and what is right."""

    def clean(self) -> dict[str, Any]:
        """Something has to differ."""
        cleaned = super().clean() or {}
        if not self.errors and not self.changed():
            self.add_error(None, _("Nothing differs from what stands. Please change at least one fact."))
        return cleaned


class ReasonForm(forms.Form):
    """Why something goes back to what it said before."""

    reason = forms.CharField(label=_("Why"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))


class UpkeepForm(forms.Form):
    """Whom to ask about a record, and how often."""

    contact = forms.EmailField(
        label=_("E-mail of whoever gives it"),
        required=False,
        help_text=_("Only the committee sees it. It stands in no list and no file."),
    )
    months = forms.TypedChoiceField(
        label=_("How often it is confirmed"),
        coerce=int,
        widget=forms.RadioSelect,
        choices=[(6, _("every 6 months")), (12, _("every 12 months"))],
    )


class ProviderForm(FactsForm):
    """Whoever gives a training corrects its record."""

    words = forms.CharField(
        label=_("Anything else the committee should know"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    speaks_for = forms.BooleanField(label=_("I speak for whoever gives this training."))

    def clean(self) -> dict[str, Any]:
        """Something has to differ, or the other button is the right one."""
        cleaned = super().clean() or {}
        if not self.errors and not self.changed():
            self.add_error(None, _("Nothing differs from what stands. If all is right, go back and say “Still right”."))
        return cleaned
