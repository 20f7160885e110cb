"""What somebody who asks may type."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beenthere.core import keys
from beenthere.experience.reads import own_facts
from beenthere.experience.words import LANGUAGES, WAYS
from beenthere.matching.forms.fields import (
    FIRST_LANGUAGES,
    LONGEST_WORDS,
    Long,
    Organisations,
    Ticks,
)
from beenthere.matching.models import MatchRequest, Offer
from beenthere.matching.ranking import Near
from beenthere.matching.wishes import Wishes
from beenthere.matching.wording import PATH_WALKED
from beenthere.orgs.reads import organisations_for_asking
from beenthere.people.models import Person
from beenthere.work.fields import BROAD


class AskForm(forms.Form):
    """What somebody asks for. Everything in it may stay empty."""

    all_optional = True

    words = Long(
        required=False,
        max_length=LONGEST_WORDS,
        label=gettext_lazy("In your own words, what would you like?"),
        help_text=gettext_lazy("Only the people whom you choose read this, before they answer you."),
    )
    told = Ticks(
        label=gettext_lazy("Words of yours that they may see with it"),
        help_text=gettext_lazy("Those you leave out are told to nobody before a yes."),
    )
    must_languages = Ticks(label=gettext_lazy("One of these languages"))
    must_ways = Ticks(label=gettext_lazy("One of these ways to meet"), choices=WAYS.items)
    must_experiences = Ticks(label=gettext_lazy("Has lived through this too"))
    must_paths = Ticks(label=gettext_lazy("Has walked one of these paths"), choices=lambda: list(PATH_WALKED.items()))
    must_within = forms.ChoiceField(
        label=gettext_lazy("How near?"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            ("", gettext_lazy("It does not matter")),
            (Near.WITHIN_AN_HOUR.value, gettext_lazy("Within an hour of me")),
            (Near.SAME_AREA.value, gettext_lazy("In my area")),
        ],
    )
    not_my_town = forms.BooleanField(label=gettext_lazy("Nobody from my town"), required=False)
    must_trained = forms.BooleanField(label=gettext_lazy("Has finished the training"), required=False)
    not_organisations = Organisations(label=gettext_lazy("Nobody from these organisations"))
    nice_paths = Ticks(label=gettext_lazy("Has walked this path"), choices=lambda: list(PATH_WALKED.items()))
    nice_fields = Ticks(label=gettext_lazy("Knows this kind of work"), choices=BROAD.items)
    nice_near = forms.BooleanField(label=gettext_lazy("Lives near me"), required=False)
    nice_trained = forms.BooleanField(label=gettext_lazy("Has finished the training"), required=False)
    organisations = Organisations(
        label=gettext_lazy("Organisations that may know that I wait"),
        help_text=gettext_lazy(
            "Their coordinator sees your name here, how long you wait and your musts. Nothing else."
        ),
    )

    in_list = forms.BooleanField(
        label=gettext_lazy("They may propose a supporter to me when they look at everyone who waits"),
        help_text=gettext_lazy("A proposal binds nobody: you see who it is and why, then you choose."),
        required=False,
    )

    SECTIONS: tuple[tuple[str | Promise, str | Promise, tuple[str, ...]], ...] = (
        (
            gettext_lazy("What must be so"),
            gettext_lazy("Only people for whom all of this holds are suggested. Whoever you ask can read it."),
            ("must_languages", "must_ways", "must_experiences", "must_paths", "must_within", "not_my_town",
             "must_trained", "not_organisations"),
        ),
        (
            gettext_lazy("What would be nice"),
            gettext_lazy("This helps to put people in order. It leaves nobody out."),
            ("nice_paths", "nice_fields", "nice_near", "nice_trained"),
        ),
        (
            gettext_lazy("Who may know that you wait"),
            gettext_lazy("You can ask without telling any organisation."),
            ("organisations", "in_list"),
        ),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, person: Person, request: MatchRequest | None = None) -> None:
        super().__init__(data, initial=_initial(request))
        own = own_facts(person.pk)
        self._labels = {word.token: str(word.label) for word in own.words}
        spoken = {*FIRST_LANGUAGES, *own.languages, *(request.wishes.must_languages if request else ())}
        self._choose("must_languages", [(code, str(label)) for code, label in LANGUAGES.items() if code in spoken])
        kept = dict(request.wishes.must_experiences) if request else {}
        # A token on a page would tell what stands in the table beside a sealed word, for everybody who has that word.
        self._tokens = {_mark(person, token): token for token in kept | self._labels}
        self._choose("must_experiences", [(mark, (kept | self._labels)[t]) for mark, t in self._tokens.items()])
        self.initial["must_experiences"] = [_mark(person, token) for token in kept]
        self._choose("told", [(label, label) for label in self._labels.values()])
        self._labels |= {token: label for token, label in kept.items() if token not in self._labels}
        running = organisations_for_asking(person.province)
        for name in ("organisations", "not_organisations"):
            self._organisations(name).queryset = running

    def _choose(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these ticks, or leave the question out if there is nothing to tick."""
        field, found = self.fields[name], list(choices)
        assert isinstance(field, Ticks)  # noqa: S101
        field.choices = found
        if not found:
            del self.fields[name]

    def _organisations(self, name: str) -> Organisations:
        field = self.fields[name]
        assert isinstance(field, Organisations)  # noqa: S101
        return field

    def sections(self) -> list[dict[str, Any]]:
        """The parts that fold away; one with something in it, or something wrong in it, stands open."""
        return [
            {
                "title": title,
                "hint": hint,
                "fields": [self[name] for name in names if name in self.fields],
                "open": any(self._filled(name) for name in names if name in self.fields),
            }
            for title, hint, names in self.SECTIONS
        ]

    def _filled(self, name: str) -> bool:
        return bool(self[name].value()) or name in self.errors

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("not_my_town") and told.get("must_within") == Near.SAME_AREA:
            self.add_error(
                "not_my_town",
                _("“In my area” and “nobody from my town” leave nobody. Please change one of the two."),
            )
        both = set(told.get("organisations") or ()) & set(told.get("not_organisations") or ())
        if both:
            self.add_error(
                "organisations",
                _(
                    "%(name)s may know that you wait, and nobody from there may be suggested. "
                    "Please change one of the two."
                )
                % {"name": next(iter(both))},
            )
        if told.get("in_list") and not told.get("organisations") and "organisations" not in self.errors:
            self.add_error(
                "in_list", _("Tick an organisation first: only one that may know that you wait can propose.")
            )
        return told

    def asked_for(self) -> dict[str, Any]:
        """What the actions take."""
        told = self.cleaned_data
        return {name: told[name] for name in ("words", "organisations", "in_list")} | {"wishes": self.wishes()}

    def is_same_as(self, request: MatchRequest) -> bool:
        """Whether this is the form that made the request, sent a second time."""
        return self.wishes() == request.wishes and self.cleaned_data["words"] == (request.words or "")

    def wishes(self) -> Wishes:
        """What was asked for, to be kept."""
        told = self.cleaned_data
        musts = [self._tokens[mark] for mark in told.get("must_experiences", ())]
        return Wishes(
            must_languages=tuple(told["must_languages"]),
            must_ways=tuple(told["must_ways"]),
            must_paths=tuple(told["must_paths"]),
            must_experiences=tuple((token, self._labels[token]) for token in musts),
            must_within=told["must_within"],
            not_organisations=tuple(str(one.pk) for one in told["not_organisations"]),
            not_my_town=told["not_my_town"],
            must_trained=told["must_trained"],
            nice_paths=tuple(told["nice_paths"]),
            nice_fields=tuple(told["nice_fields"]),
            nice_near=told["nice_near"],
            nice_trained=told["nice_trained"],
            told=tuple(told.get("told", ())),
        )


def _mark(person: Person, token: str) -> str:
    """Stands for a token on this person's pages, and says nothing anywhere else."""
    return keys.token(f"{person.pk}:{token}", purpose="matching.must")[:24]


def _initial(request: MatchRequest | None) -> dict[str, Any]:
    if request is None:
        return {}
    wishes = request.wishes
    facts = {name: getattr(wishes, name) for name in Wishes.__slots__}
    facts["words"] = request.words or ""
    if request.is_open:
        # For a new request, who may know of it is said anew.
        facts |= {"organisations": list(request.organisations.all()), "in_list": request.in_list}
    return facts


class ChooseForm(forms.Form):
    """Up to three people in an order."""

    all_optional = True

    ORDER = (
        ("", gettext_lazy("Not now")),
        ("1", gettext_lazy("Ask first")),
        ("2", gettext_lazy("Ask second")),
        ("3", gettext_lazy("Ask third")),
    )

    def __init__(self, data: Any = None, *, offers: Iterable[tuple[Offer, str]]) -> None:
        super().__init__(data)
        self.offers = {self.name_of(offer): offer for offer, _name in offers}
        for offer, name in offers:
            self.fields[self.name_of(offer)] = forms.ChoiceField(
                choices=self.ORDER, required=False, label=_("When should we ask %(name)s?") % {"name": name}
            )

    @staticmethod
    def name_of(offer: Offer) -> str:
        return f"place-{offer.pk}"

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        gone = [name for name, place in self.data.items() if name.startswith("place-") and place]
        if any(name not in self.fields for name in gone):
            raise forms.ValidationError(_("Somebody you chose cannot be asked any more. Please choose again."))
        places = [place for place in told.values() if place]
        if not places:
            raise forms.ValidationError(_("Please choose at least one person."))
        if len(set(places)) < len(places):
            raise forms.ValidationError(_("Two people have the same place. Please give each their own."))
        return told

    def ranked(self) -> list[Offer]:
        """The people chosen, in order; gaps in the numbers do not matter."""
        chosen = [(place, name) for name, place in self.cleaned_data.items() if place]
        return [self.offers[name] for _place, name in sorted(chosen)]


class NameForm(forms.Form):
    """A name that somebody goes by."""

    name = forms.CharField(
        max_length=60,
        label=gettext_lazy("The name they go by"),
        help_text=gettext_lazy("Capitals, accents and hyphens do not matter. A first name keeps away everybody of it."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, full: bool) -> None:
        super().__init__(data)
        self._full = full

    def clean_name(self) -> str:
        if self._full:
            raise forms.ValidationError(_("Fifty names are kept away already. Take one back first."))
        return str(self.cleaned_data["name"])
