"""What may be typed about services: an organisation's own entry, and the letter that somebody sends themselves."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from beenthere.core.places import provinces_by_name
from beenthere.core.still_right import Answer
from beenthere.directory.hours import DAYS
from beenthere.directory.models import Service
from beenthere.directory.needs import NEEDS, OURS, need_of

if TYPE_CHECKING:
    from beenthere.orgs.models import Organisation

SHORT, LONG = 120, 2000
TIME = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class OwnServiceForm(forms.Form):
    """What a member organisation tells of its own service, in one language and, if it likes, in the other."""

    language = forms.ChoiceField(
        label=_("In which language do you write this?"),
        choices=[("en", pgettext_lazy("given in", "English")), ("fr", pgettext_lazy("given in", "French"))],
    )
    name = forms.CharField(label=_("What is it called?"), max_length=SHORT)
    description = forms.CharField(label=_("What happens there?"), max_length=LONG, widget=forms.Textarea)
    other_name = forms.CharField(label=_("Its name in the other language"), max_length=SHORT, required=False)
    other_description = forms.CharField(
        label=_("The same in the other language"), max_length=LONG, required=False, widget=forms.Textarea
    )
    needs = forms.MultipleChoiceField(
        label=_("What is it for?"),
        choices=[(need.code, need.label) for need in NEEDS],
        widget=forms.CheckboxSelectMultiple,
    )
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    url = forms.URLField(label=_("Website"), max_length=300, required=False, assume_scheme="https")
    address = forms.CharField(
        label=_("Address"),
        help_text=_("Leave it empty if you tell it when somebody calls."),
        max_length=SHORT,
        required=False,
    )
    city = forms.CharField(label=_("Town"), max_length=80, required=False)
    province = forms.ChoiceField(label=_("Province or territory"))
    days = forms.MultipleChoiceField(
        label=_("On which days?"),
        choices=[(day, WEEKDAYS[number]) for number, day in enumerate(DAYS)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    opens_at = forms.TimeField(label=_("From"), required=False, widget=TIME)
    closes_at = forms.TimeField(label=pgettext_lazy("hours", "To"), required=False, widget=TIME)
    languages = forms.MultipleChoiceField(
        label=_("In which languages can one be served?"),
        choices=[
            ("en", pgettext_lazy("given in", "English")),
            ("fr", pgettext_lazy("given in", "French")),
            ("ase", _("ASL (American Sign Language)")),
            ("fcs", _("LSQ (langue des signes québécoise)")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    cost = forms.CharField(
        label=_("What does it cost?"), help_text=_("“Free”, or what one pays."), max_length=SHORT, required=False
    )
    who = forms.CharField(label=_("For whom is it?"), max_length=LONG, required=False, widget=forms.Textarea)
    begin = forms.CharField(label=_("How does one begin?"), max_length=LONG, required=False, widget=forms.Textarea)
    bring = forms.CharField(label=_("What should one bring?"), max_length=SHORT, required=False)
    access = forms.CharField(label=_("Getting in, hearing, seeing"), max_length=LONG, required=False)
    lived_experience = forms.BooleanField(label=_("It is run by people who have been there"), required=False)

    def __init__(self, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["province"].choices = [  # type: ignore[attr-defined]
            ("", "—"), *((one.code, one.name) for one in provinces_by_name()),
        ]  # fmt: skip

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not any(told.get(name) for name in ("phone", "email", "url")):
            self.add_error("phone", _("Give at least one way to reach it: a telephone, an e-mail or a website."))
        days, opens, closes = told.get("days"), told.get("opens_at"), told.get("closes_at")
        if days and (not opens or not closes or opens >= closes):
            self.add_error("opens_at", _("Say from when to when it is open on these days."))
        return told

    def node(self, service_id: str, organisation: "Organisation") -> dict[str, Any]:
        """What was typed, as a nested service of the standard."""
        told = self.cleaned_data
        place = {name: told[key] for name, key in (("address_1", "address"), ("city", "city"))}
        location = {"id": service_id, "addresses": [place | {"state_province": told["province"], "country": "CA"}]}
        access = [{"description": told["access"]}] if told["access"] else []
        return {
            "id": service_id,
            **{name: told[name] for name in ("language", "name", "description", "email", "url")},
            "translations": [{"name": told["other_name"], "description": told["other_description"]}],
            "organization": {"id": str(organisation.pk), "name": organisation.name},
            "phones": [{"number": told["phone"], "type": "voice"}],
            "schedules": self._schedules(),
            "languages": [{"code": code} for code in told["languages"]],
            "fees_description": told["cost"],
            "eligibility_description": told["who"],
            "application_process": told["begin"],
            "required_documents": [{"document": told["bring"]}],
            "lived_experience": True if told["lived_experience"] else None,
            "attributes": [{"taxonomy_term": {"taxonomy": OURS, "code": code, "name": code}} for code in told["needs"]],
            "service_at_locations": [{"location": location | {"accessibility": access}}],
        }

    def _schedules(self) -> list[dict[str, str]]:
        told = self.cleaned_data
        if not told["days"]:
            return []
        opens, closes = (f"{told[name]:%H:%M}" for name in ("opens_at", "closes_at"))
        return [{"byday": ",".join(told["days"]), "opens_at": opens, "closes_at": closes}]


def told_of(service: Service) -> dict[str, Any]:
    """What the form shows of an entry that there is."""
    place = next((there.location for there in service.service_at_locations.all()), None)
    hours = next((one for one in service.schedules.all() if one.byday), None)
    same = ("language", "name", "description", "other_name", "other_description", "email", "url", "lived_experience")
    return {name: getattr(service, name) for name in same} | {
        "needs": [code for term in service.terms.all() if (code := need_of(term.taxonomy.name, term.code))],
        "phone": next((one.digits for one in service.phones.all()), ""),
        "address": place.address_1 if place else "",
        "city": place.city if place else "",
        "province": place.state_province if place else "",
        "access": next((one.description for one in place.accessibility.all()), "") if place else "",
        "days": hours.byday.split(",") if hours else [],
        "opens_at": hours.opens_at if hours else None,
        "closes_at": hours.closes_at if hours else None,
        "languages": [one.code for one in service.languages.all()],
        "cost": service.fees_description,
        "who": service.eligibility_description,
        "begin": service.application_process,
        "bring": next((one.document for one in service.required_documents.all()), ""),
    }


SAY = (
    ("english", _("I would like to be served in English.")),
    ("french", _("I would like to be served in French.")),
    ("call", _("Please call me rather than write.")),
    ("write", _("Please write to me rather than call.")),
    ("no-message", _("Please leave no message with anybody else.")),
    ("with-somebody", _("I will come with somebody.")),
    ("interpreter", _("I need an interpreter.")),
    ("no-stairs", _("I need a way in without stairs.")),
    ("quiet", _("A quiet place helps me.")),
    ("wait", _("Please tell me how long the wait is.")),
    ("cost", _("Please tell me what it costs.")),
    ("bring", _("Please tell me what I should bring.")),
)


class LetterForm(forms.Form):
    """What the letter says: only what is ticked or typed here, and none of it is kept."""

    name = forms.CharField(label=_("The name that you want to give"), max_length=SHORT, required=False)
    reach = forms.CharField(
        label=_("How they can reach you"),
        help_text=_("A telephone number or an address; leave it empty if you would rather call them."),
        max_length=SHORT,
        required=False,
    )
    need = forms.CharField(
        label=_("What you are looking for, in your own words"),
        max_length=LONG,
        required=False,
        widget=forms.Textarea,
    )
    say = forms.MultipleChoiceField(
        label=_("Say this too"), choices=SAY, required=False, widget=forms.CheckboxSelectMultiple
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not self.errors and not any(told.values()):
            raise forms.ValidationError(_("Tick or write at least one thing, or there is nothing to send."))
        return told

    def sentences(self) -> list[str]:
        """What was ticked, as it stands in the letter."""
        words = dict(SAY)
        return [str(words[code]) for code in self.cleaned_data["say"]]


class AnswerForm(forms.Form):
    """What whoever gives a service says of its entry: one button, and a few words if something has changed."""

    answer = forms.ChoiceField(choices=Answer.choices)
    seen = forms.CharField(max_length=40, required=False)
    words = forms.CharField(
        label=_("What has changed?"),
        help_text=_("As people should know it: a new telephone number, other hours, another address."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("answer") == Answer.CORRECTED and not told.get("words"):
            self.add_error("words", _("Please say what has changed."))
        return told


class DecideForm(forms.Form):
    """How an answer stands on the page."""

    words = forms.CharField(
        label=_("As it stands on the page, in the language of the entry"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
