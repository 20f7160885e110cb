"""What may be typed in the library."""

from typing import Any, ClassVar
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beenthere.core.challenges import CHALLENGES, grouped_challenges
from beenthere.library import reads
from beenthere.library.models import NOTES, CardKind, ShownAs, Wishes, Writing
from beenthere.library.models.cards import LANGUAGES, Worry

SHORT, LONG, STORY = 120, 1500, 8000


def _words(label: Any, help_text: Any = "", *, required: bool = False, longest: int = LONG) -> Any:
    area = forms.Textarea(attrs={"rows": 8 if longest == STORY else 3})
    return forms.CharField(label=label, help_text=help_text, widget=area, max_length=longest, required=required)


class WritingForm(forms.Form):
    """What a card and a story have in common."""

    KIND: ClassVar[str] = CardKind.CARD

    new_id = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    subject = forms.CharField(widget=forms.HiddenInput, required=False, max_length=12)
    subject_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=120)
    challenge = forms.ChoiceField(
        label=_("What is it about?"), choices=lambda: [("", _("Please choose")), *grouped_challenges()]
    )
    title = forms.CharField(label=_("In a few words"), help_text=_("A name for it."), max_length=SHORT)
    notes = forms.MultipleChoiceField(
        label=_("Is there something in it that one should know before reading?"),
        choices=list(NOTES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("In which language did you write?"),
        choices=LANGUAGES,
        widget=forms.RadioSelect(attrs={"class": "side-by-side"}),
        initial=lambda: (get_language() or "en")[:2],
    )
    may_translate = forms.BooleanField(
        label=_("A reader may tell it in the other language too, marked as a translation"),
        required=False,
        initial=True,
    )
    shown_as = forms.ChoiceField(
        label=_("How is it shown?"), choices=ShownAs.choices, widget=forms.RadioSelect, initial=ShownAs.NOBODY
    )
    nickname = forms.CharField(label=_("The other name"), max_length=60, required=False)

    @classmethod
    def of(cls, writing: Writing, data: Any) -> "WritingForm":
        return cls(data, initial={**(writing.words or {}), "language": writing.language})

    def clean_new_id(self) -> UUID:
        given: UUID | None = self.cleaned_data["new_id"]
        return given or uuid4()

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("shown_as") == ShownAs.NICKNAME and not told.get("nickname"):
            self.add_error("nickname", _("Please write the other name, or choose no name."))
        if not reads.about(told.get("subject", ""), told.get("subject_key", "")):
            told["subject"] = told["subject_key"] = ""
        return told

    FOLDED: ClassVar = ("notes", "language", "may_translate", "shown_as", "nickname")

    @property
    def at_hand(self) -> list[forms.BoundField]:
        """What everybody fills in."""
        return [field for field in self.visible_fields() if field.name not in self.FOLDED]

    @property
    def folded(self) -> list[forms.BoundField]:
        """What may stay as it is."""
        return [field for field in self.visible_fields() if field.name in self.FOLDED]

    @property
    def opens(self) -> bool:
        """Whether something in the fold needs another look."""
        return any(name in self.errors for name in self.FOLDED)

    @property
    def words(self) -> dict[str, Any]:
        """What is sealed."""
        return {name: value for name, value in self.cleaned_data.items() if name not in {"new_id", "language"}}


class CardForm(WritingForm):
    """A card: three minutes on a phone."""

    tried = _words(_("What I tried"), required=True)
    helped = _words(_("What helped"), required=True)
    did_not = _words(_("What did not"))
    tell = _words(_("What I would tell you"))

    field_order = ["challenge", "title", "tried", "helped", "did_not", "tell"]


class StoryForm(WritingForm):
    """A story."""

    KIND: ClassVar[str] = CardKind.STORY

    story = _words(
        _("The story"),
        _("As it was for you. Others and places are safer without their names."),
        required=True,
        longest=STORY,
    )

    field_order = ["challenge", "title", "story"]


FORMS: dict[str, type[WritingForm]] = {CardKind.CARD: CardForm, CardKind.STORY: StoryForm}


class TranslationForm(forms.Form):
    """The words of a card in the other language."""

    title = forms.CharField(label=_("In a few words"), max_length=SHORT)
    tried = _words(_("What I tried"))
    helped = _words(_("What helped"))
    did_not = _words(_("What did not"))
    tell = _words(_("What I would tell you"))
    story = _words(_("The story"), longest=STORY)
    picture = _words(_("What is to be seen?"), longest=1000)
    sound = _words(_("What is said, or to be heard?"), longest=STORY)

    def __init__(self, parts: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in list(self.fields):
            if name != "title" and name not in parts:
                del self.fields[name]
            else:
                self.fields[name].required = True


class AnswerForm(forms.Form):
    """What a reader answers."""

    words = forms.CharField(
        label=_("A kind word for whoever wrote it"),
        help_text=_("What moved you, or what should change first and why. They are not told who you are."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
        required=False,
    )
    answer = forms.ChoiceField(
        label=_("What do you say?"),
        choices=[("yes", _("It can be public")), ("change", _("Something should change first"))],
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("answer") == "change" and not told.get("words"):
            self.add_error("words", _("Please say what should change, so that they are not left guessing."))
        return told


class ReaderForm(forms.Form):
    """In which languages somebody reads for others."""

    languages = forms.MultipleChoiceField(
        label=_("I read what is written in"),
        choices=LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Without a tick you are not asked."),
    )


class WishesForm(forms.Form):
    """What the library leaves out."""

    no_offers = forms.BooleanField(label=_("Offer me no cards on other pages"), required=False)
    words_only = forms.BooleanField(label=_("Show me words only: no picture before I ask for it"), required=False)
    hidden = forms.MultipleChoiceField(
        label=_("Leave out what is about"),
        choices=grouped_challenges,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    hidden_notes = forms.MultipleChoiceField(
        label=_("Leave out what has one of these content notes"),
        choices=list(NOTES.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def of(cls, wishes: Wishes, data: Any) -> "WishesForm":
        hidden = wishes.hidden or []
        parts = {"hidden": [code for code in hidden if code in CHALLENGES], "no_offers": wishes.no_offers}
        parts["words_only"] = wishes.words_only
        return cls(data, initial=parts | {"hidden_notes": [code[5:] for code in hidden if code.startswith("note:")]})

    @property
    def all_hidden(self) -> list[str]:
        """Challenges, and notes with a mark before them: one word stands in both lists."""
        return [*self.cleaned_data["hidden"], *(f"note:{code}" for code in self.cleaned_data["hidden_notes"])]


class WorryForm(forms.Form):
    """What may be wrong with a card. No words: nobody who worries here gives themselves away."""

    what = forms.ChoiceField(label=_("What is it?"), choices=Worry.choices, widget=forms.RadioSelect)

    def clean_what(self) -> str:
        what: str = self.cleaned_data["what"]
        if what not in Worry.values:
            raise ValidationError(_("Please choose one."))
        return what
