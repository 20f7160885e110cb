"""What may be typed for a résumé. Nearly everything may stay empty; days may be a year, or nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from beenthere.plans.forms.plan import LONG, SHORT, NewRow
from beenthere.plans.models import Dates, Order, Resume, ResumeFact, Tongue
from beenthere.plans.resume import days
from beenthere.plans.resume.facts import LISTED, MOST_TITLE, MOST_WORDS, About, Fact, Kind
from beenthere.plans.resume.jsonresume import MOST_LINE

SIDE_BY_SIDE = {"class": "side-by-side"}
MOST_LINES = 30
# What the same two fields are called for each kind of fact.
TITLES = {
    Kind.WORK: (_("What did you do there?"), _("Where, or for whom?")),
    Kind.VOLUNTEER: (_("What did you do there?"), _("Where, or for whom?")),
    Kind.PEER: (_("What did you do there?"), _("Where, or for whom?")),
    Kind.STUDY: (_("What did you study?"), _("Where?")),
    Kind.TRAINING: (_("What is it called?"), _("Who gives it?")),
    Kind.BREAK: (_("What would you call it?"), None),
    Kind.SKILL: (_("The skill, in your own words"), None),
    Kind.STRENGTH: (_("The strength, in your own words"), None),
    Kind.LANGUAGE: (_("The language"), None),
}
LINES = {
    Kind.SKILL: _("Each on a line of its own. After a colon you can say more: “Sewing: curtains, dresses”."),
    Kind.STRENGTH: _("Each on a line of its own. You can paste what you found on a walk through your own moments."),
    Kind.LANGUAGE: _("Each on a line of its own. After a colon you can say how well: “French: first language”."),
}


class MonthField(forms.CharField):
    """A year, or a month of a year, written as one likes."""

    widget = forms.TextInput(attrs={"size": "14"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=40, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        day = days.parse(text) if text else ""
        if day is None:
            raise ValidationError(_("Please write a year like 2019, or a month like 2019-03 or March 2019."))
        return day


class OnResumes(NewRow):
    """A form for facts that asks on which of one's résumés they stand."""

    language = forms.ChoiceField(
        label=_("In which language are these words?"),
        choices=Tongue.choices,
        widget=forms.RadioSelect(attrs=SIDE_BY_SIDE),
    )
    on = forms.TypedMultipleChoiceField(
        label=_("On which of your résumés does it stand?"),
        widget=forms.CheckboxSelectMultiple,
        coerce=UUID,
        required=False,
    )

    def __init__(self, resumes: Iterable[Resume], data: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial={"language": get_language()} | initial)
        self.own = {resume.pk: resume for resume in resumes}
        if self.own:
            self.fields["on"].choices = [(str(pk), str(each)) for pk, each in self.own.items()]  # type: ignore[attr-defined]
        else:
            del self.fields["on"]

    @property
    def resumes(self) -> list[Resume]:
        """The résumés that were ticked."""
        return [self.own[pk] for pk in self.cleaned_data.get("on", [])]


class FactForm(OnResumes):
    """One fact; what a kind has no use for is not asked."""

    title = forms.CharField(label="", max_length=MOST_TITLE)
    place = forms.CharField(label="", max_length=MOST_TITLE, required=False)
    start = MonthField(label=_("Start"), help_text=_("A year is enough, and so is nothing: 2019, March 2019."))
    end = MonthField(label=_("End"))
    ongoing = forms.BooleanField(label=_("It goes on"), required=False)
    words = forms.CharField(
        label=_("More about it"), widget=forms.Textarea, max_length=MOST_WORDS, required=False,
        help_text=_("What you did, what you are proud of. Several lines become a list."),
    )  # fmt: skip
    field_order = ("title", "place", "start", "end", "ongoing", "words", "language", "on")

    def __init__(self, kind: str, resumes: Iterable[Resume], data: Any, initial: dict[str, Any] | None = None) -> None:
        super().__init__(resumes, data, initial or {})
        self.kind = Kind(kind)
        title, place = TITLES[self.kind]
        self.fields["title"].label = title
        if place:
            self.fields["place"].label = place
        else:
            del self.fields["place"]
        if self.kind in LISTED:
            for name in ("start", "end", "ongoing"):
                del self.fields[name]
        if self.kind == Kind.BREAK:
            self._ask_for_a_break()

    def _ask_for_a_break(self) -> None:
        """A break needs no words; without any, a résumé says nothing of it."""
        self.fields["title"].required = False
        self.fields["title"].help_text = _(
            "Family, health, time for myself: your words, or none. Without words the résumé says nothing of it."
        )
        self.fields["words"].help_text = _("Only if you like. Nobody is owed a reason.")

    @classmethod
    def blank(cls, kind: str, resumes: list[Resume], data: Any) -> "FactForm":
        """A new fact, which stands on every résumé unless one says otherwise."""
        return cls(kind, resumes, data, {"on": [str(each.pk) for each in resumes]})

    @classmethod
    def of(cls, row: ResumeFact, resumes: list[Resume], data: Any) -> "FactForm":
        on = [str(each.pk) for each in resumes if row.pk in each.picked_ids]
        return cls(row.fact.kind, resumes, data, row.fact.told() | {"on": on})

    @property
    def facts(self) -> list[Fact]:
        """What was typed."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in {"on", "new_id"}}
        return [Fact.of({**told, "kind": str(self.kind)})]


class LinesForm(OnResumes):
    """Skills, strengths or languages, each on a line of its own, so that nobody opens a form for each."""

    lines = forms.CharField(label="", widget=forms.Textarea, max_length=LONG)
    field_order = ("lines", "language", "on")

    def __init__(self, kind: str, resumes: list[Resume], data: Any) -> None:
        super().__init__(resumes, data, {"on": [str(each.pk) for each in resumes]})
        self.kind = Kind(kind)
        self.fields["lines"].label = _("In your own words")
        self.fields["lines"].help_text = LINES[self.kind]

    def clean_lines(self) -> list[tuple[str, str]]:
        """Each line as its title and what stands after the colon."""
        lines = [line.strip() for line in self.cleaned_data["lines"].splitlines() if line.strip()]
        pairs = [(title.strip(), words.strip()) for title, _colon, words in (line.partition(":") for line in lines)]
        if len(pairs) > MOST_LINES or any(len(title) > MOST_TITLE for title, _words in pairs):
            raise ValidationError(_("At most 30 lines at a time, and at most 200 letters before a colon."))
        return pairs

    @property
    def facts(self) -> list[Fact]:
        """What was typed, one fact for each line."""
        told = {"kind": str(self.kind), "language": self.cleaned_data["language"]}
        pairs = self.cleaned_data["lines"]
        return [Fact(title=title or words[:MOST_TITLE], words=words if title else "", **told) for title, words in pairs]


class StrengthOnForm(OnResumes):
    """The sentence with which a strength stands on résumés."""

    before = Fact(kind=str(Kind.STRENGTH))
    title = forms.CharField(
        label=_("The sentence"),
        help_text=_("Only this goes there; the moments never come along. Change it as you like."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=MOST_TITLE,
    )
    field_order = ("title", "language", "on")

    @classmethod
    def of(cls, said: str, row: ResumeFact | None, resumes: list[Resume], data: Any) -> "StrengthOnForm":
        """What stands there now, or the sentence of the list for every résumé."""
        on = [str(each.pk) for each in resumes if not row or row.pk in each.picked_ids]
        form = cls(resumes, data, (row.fact.told() if row else {"title": said}) | {"on": on})
        form.before = row.fact if row else form.before
        return form

    @property
    def fact(self) -> Fact:
        """What was typed."""
        return replace(self.before, title=self.cleaned_data["title"], language=self.cleaned_data["language"])


class ResumeAboutForm(forms.Form):
    """The head of all one's résumés."""

    all_optional = True
    name = forms.CharField(label=_("Your name, as it should stand there"), max_length=SHORT, required=False)
    line = forms.CharField(
        label=_("A line about you"), help_text=_("What you would like somebody to know first."),
        widget=forms.Textarea, max_length=MOST_LINE, required=False,
    )  # fmt: skip
    town = forms.CharField(label=_("Town"), max_length=SHORT, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), max_length=SHORT, required=False)
    web = forms.URLField(label=_("A page of yours"), max_length=SHORT, required=False, assume_scheme="https")

    def clean_web(self) -> str:
        web: str = self.cleaned_data["web"]
        if web and not web.startswith(("http://", "https://")):
            raise ValidationError(_("Please write an address like https://example.org."))
        return web

    @property
    def about(self) -> About:
        """What was typed."""
        return About(**self.cleaned_data)


def colon() -> str:
    """The sign between a heading and what it says, as the language of the page writes it."""
    return pgettext("before a number", ":")


class ResumeForm(NewRow):
    """One résumé: its name, its language, what comes first, and what stands on it."""

    name = forms.CharField(
        label=_("What do you call it?"), help_text=_("For you alone: “For the bakery”."), max_length=SHORT
    )
    language = forms.ChoiceField(
        label=_("In which language is it?"),
        choices=Tongue.choices,
        widget=forms.RadioSelect(attrs=SIDE_BY_SIDE),
        help_text=_("Headings and dates come in this language. Your own words stay as you wrote them."),
    )
    facts = forms.TypedMultipleChoiceField(
        label=_("What stands on it?"), widget=forms.CheckboxSelectMultiple, coerce=UUID, required=False
    )
    order = forms.ChoiceField(label=_("What comes first?"), choices=Order.choices, widget=forms.RadioSelect)
    dates = forms.ChoiceField(label=_("Which dates?"), choices=Dates.choices, widget=forms.RadioSelect)
    line = forms.CharField(
        label=_("A line about you, for this one only"), widget=forms.Textarea, max_length=MOST_LINE, required=False
    )
    shows_reach = forms.BooleanField(label=_("Show how to reach me"), required=False)
    FIELDS: ClassVar = Resume.FIELDS

    def __init__(self, rows: Iterable[ResumeFact], data: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.own = {row.pk: row for row in rows}
        if self.own:
            choices = [(str(pk), f"{row.kind_in_words}{colon()} {row}") for pk, row in self.own.items()]
            self.fields["facts"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["facts"]

    @classmethod
    def blank(cls, rows: list[ResumeFact], data: Any) -> "ResumeForm":
        """A new one, with everything on it."""
        every = [str(row.pk) for row in rows]
        usual = {"language": get_language(), "order": Order.TIME, "dates": Dates.FULL, "shows_reach": True}
        return cls(rows, data, {**usual, "facts": every})

    @classmethod
    def of(cls, resume: Resume, rows: list[ResumeFact], data: Any) -> "ResumeForm":
        told = {name: getattr(resume, name) for name in cls.FIELDS}
        return cls(rows, data, {**told, "facts": [str(each) for each in resume.picked_ids]})

    @property
    def told(self) -> dict[str, Any]:
        """What was typed, with the facts that were ticked."""
        told = {name: self.cleaned_data[name] for name in self.FIELDS}
        return {**told, "facts": [self.own[pk] for pk in self.cleaned_data.get("facts", [])]}
