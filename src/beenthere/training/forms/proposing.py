"""What anybody may type: facts for one record or for a new one, with the source that says so."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from beenthere.core.forms import DayField
from beenthere.core.guarded import Guarded, few_addresses
from beenthere.training.catalogue import facts
from beenthere.training.catalogue.labels import LABELS
from beenthere.training.catalogue.record import as_of
from beenthere.training.catalogue.writing import FACTS, LONGEST_TEXT, tidied
from beenthere.training.forms.fields import LONGEST, ProvincesField, as_held, same
from beenthere.training.models import Standing, Training, YesNo

GROUPS = (
    (_("What it is, and who gives it"), ("name", "name_language", "provider", "website", "phone", "standing")),
    (_("Where and how"), ("province", "city", "delivery", "languages", "audience")),
    (_("How long it takes"), ("hours", "days", "weeks", "sessions", "credits")),
    (_("Cost and start"), ("cost", "cost_help", "starts", "starts_on")),
    (
        _("Taking part"),
        (
            "prerequisites", "mandatory", "practicum", "credential", "recognised_by", "teachers", "peer_run",
            "accessibility", "notes",
        ),
    ),
)  # fmt: skip
HELP = {
    "hours": _("As the source counts. What it does not count stays empty."),
    "cost": _("In dollars, or in words. 0 if it is free."),
    "mandatory": _("Modules or classes that one may not miss."),
    "name_language": _("In which language the name stands here."),
}
# What a page may tell in other words than the record holds.
PHRASED = ("delivery", "languages", "hours", "weeks", "prerequisites", "credential", "audience", "notes")
ROWS = {"rows": 2}


@dataclass(frozen=True)
class Group:
    """Some fields of the form under one heading."""

    title: str
    fields: list[forms.BoundField]
    is_open: bool


class FactsForm(Guarded):
    """The facts of a record, from where they come, and how somebody knows."""

    all_optional = True  # nearly: it is said once, above the form

    name_language = forms.ChoiceField(choices=[("en", _("English")), ("fr", _("French"))])
    province = ProvincesField()
    peer_run = forms.ChoiceField(required=False, choices=[("", _("not stated")), *YesNo.choices])
    standing = forms.ChoiceField(choices=Standing.choices)
    starts_on = DayField(required=False)
    website = forms.URLField(required=False, max_length=300, assume_scheme="https")
    source_url = forms.URLField(
        label=_("Where does it stand?"),
        help_text=_("The address of a page that says so."),
        required=False,
        max_length=500,
        assume_scheme="https",
    )
    source_date = forms.CharField(
        label=_("From when is that page?"), help_text=_("A year or a day, if it tells."), required=False, max_length=40
    )
    words = forms.CharField(
        label=_("How do you know?"),
        help_text=_("Only the research committee reads this. Please name nobody."),
        required=False,
        max_length=LONGEST,
        validators=[few_addresses],
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [name for name in FACTS if name not in self.fields]
        self.fields |= forms.fields_for_model(Training, fields=others)
        self.order_fields([name for _title, names in GROUPS for name in names])
        for name in FACTS:
            self._dress(name, self.fields[name])

    def _dress(self, name: str, field: forms.Field) -> None:
        field.label, field.help_text = str(LABELS[name]), HELP.get(name, "")
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs |= ROWS
            field.max_length = LONGEST_TEXT  # type: ignore[attr-defined]
            field.validators.append(forms.CharField(max_length=LONGEST_TEXT).validators[0])

    @property
    def before(self) -> dict[str, Any]:
        """What the record said on the page that was sent."""
        return {}

    @property
    def changed(self) -> dict[str, Any]:
        """What was typed and says something else than the record did."""
        typed = {name: tidied(name, self.cleaned_data.get(name)) for name in FACTS}
        changed = {name: as_held(name, value) for name, value in typed.items() if not self._says(name, value)}
        return {name: value for name, value in changed.items() if not self._says(name, value)}

    def _says(self, name: str, value: Any) -> bool:
        return same(name, value, self.before.get(name, ""))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, value in self.changed.items():
            if name != "website" and isinstance(value, str) and name not in self.errors:
                try:
                    few_addresses(value)
                except forms.ValidationError as error:
                    self.add_error(name, error)
        if not cleaned.get("source_url") and not cleaned.get("words") and "source_url" not in self.errors:
            self.add_error("words", _("Please tell us how you know, or where it stands."))
        return cleaned

    def groups(self) -> list[Group]:
        """The fields under their headings; open where something is wrong."""
        return [self._group(str(title), names) for title, names in GROUPS]

    def _group(self, title: str, names: tuple[str, ...]) -> Group:
        return Group(title, [self[name] for name in names], any(name in self.errors for name in names))

    def proposed(self) -> dict[str, Any]:
        """What the action needs of it."""
        changed = self.changed
        told = {name: self.cleaned_data[name] for name in ("source_url", "source_date", "words")}
        base = {name: self.before.get(name, "") for name in changed}
        return told | {
            "facts": changed,
            "base": base,
            "form_token": self.form_token,
            "language": (get_language() or "en")[:2],
        }


class AddForm(FactsForm):
    """A record to add."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        start = {"standing": Standing.RUNNING, "name_language": (get_language() or "en")[:2]}
        super().__init__(*args, initial=start, **kwargs)
        self.fields["provider"].required = True

    def _group(self, title: str, names: tuple[str, ...]) -> Group:
        made = super()._group(title, names)
        return Group(made.title, made.fields, made.is_open or "name" in names)


class CorrectForm(FactsForm):
    """Something to correct in one record; what was not touched is not sent on."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, training: Training, **kwargs: Any) -> None:
        self.training = training
        number, said = as_of(training, None)
        super().__init__(*args, initial=said | {"seen": number}, **kwargs)
        self.fields["words"].label = gettext("What is wrong, and how do you know?")
        for name in FACTS:
            self._tell_translation(name, str(said[name]))
        self._before: dict[str, Any] | None = None

    def _tell_translation(self, name: str, text: str) -> None:
        """A phrase that a page shows in the other language stands beside what the record holds."""
        shown = facts.told(name, text, self.training.language_of(name)) if name in PHRASED else ""
        if shown and "<" not in shown and shown != text:
            self.fields[name].help_text = gettext("On the page: %(words)s") % {"words": shown}

    @property
    def before(self) -> dict[str, Any]:
        """What the record said when the page was opened: what others have written since is nobody's correction."""
        if self._before is None:
            self._before = as_of(self.training, self.cleaned_data.get("seen"))[1]
        return self._before

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.changed and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _("Nothing is changed yet. Change a fact, or tell us what is wrong."))
        return cleaned


class FollowForm(forms.Form):
    """The code that was shown when somebody proposed something."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Twelve letters and numbers. Capitals, spaces and dashes do not matter."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
