"""What may be typed about an account. Passphrases are never shown back; everything else is."""

from typing import Any, cast
from uuid import uuid4

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from beenthere.core.places import provinces_by_name
from beenthere.people import passphrases, reads, sign_in_words
from beenthere.people.models import Person, Return, TrustedPerson
from beenthere.people.zones import ZONES

TYPED_AS_IS = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}


class NameField(forms.CharField):
    """A name to be called by."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("A name to be called by"),
            max_length=60,
            widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
            **kwargs,
        )


class PassphraseField(forms.CharField):
    """The passphrase that the person has now."""

    def __init__(self, label: Any, autocomplete: str = "current-password", **kwargs: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": autocomplete, **TYPED_AS_IS})
        super().__init__(label=label, strip=False, max_length=passphrases.LONGEST, widget=widget, **kwargs)


class SignInWordField(forms.CharField):
    """The whole sign-in word, ending included."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Your sign-in word"),
            max_length=80,
            help_text=_("With its ending, as on your card: amara-maple-41. Capitals and accents do not matter."),
            widget=forms.TextInput(attrs={"autocomplete": "username", **TYPED_AS_IS}),
        )


class NewPassphraseForm(forms.Form):
    """Take the passphrase that the site offers, or write one's own."""

    forgets_passphrase = True  # what stands in a passphrase field is never sent back
    offered = forms.CharField(widget=forms.HiddenInput)
    which = forms.ChoiceField(label=_("Your passphrase"), widget=forms.RadioSelect, initial="offered")
    own = PassphraseField(
        _("Your own passphrase"),
        "new-password",
        required=False,
        help_text=_("At least 12 characters. A short sentence is easy to keep in mind."),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        language = get_language() or "en"
        data = data.copy() if data is not None else None
        # What was offered stays offered after a mistake elsewhere: it may stand on paper already.
        self.offer = data.get("offered", "") if data is not None else ""
        if not passphrases.was_offered(self.offer, language):
            self.offer = passphrases.offered(language)
            if data is not None:
                data["offered"] = self.offer
        self.new_passphrase = ""
        super().__init__(data, **kwargs)
        self.fields["offered"].initial = self.offer
        words = format_html(
            '<span>{} <strong class="code">{}</strong></span>', _("Use this one. Write it down:"), self.offer
        )
        offer_choices(self, "which", [("offered", words), ("own", _("I write my own below"))])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "own" in self.errors or "which" in self.errors:
            return cleaned
        own = cleaned.get("own") or ""
        if cleaned.get("which") == "own":
            self._look_at_own(own)
        elif own:
            # Either may be the one that stands on paper: to take one silently could lock somebody out.
            self.data["which"] = "own"  # type: ignore[index]  # our own copy, made above
            self.add_error("own", _("You wrote your own here, but the one above was ticked. Which do you want?"))
        self.new_passphrase = own if cleaned.get("which") == "own" else self.offer
        return cleaned

    def _look_at_own(self, own: str) -> None:
        plain = passphrases.normalised(own)
        if len(plain) < passphrases.SHORTEST:
            self.add_error("own", _("Write at least 12 characters, or use the passphrase above."))
            return
        try:
            CommonPasswordValidator().validate(plain)
        except ValidationError:
            self.add_error("own", _("Many people use this one, so it is easily guessed. Please write another."))


class JoinForm(NewPassphraseForm):
    """Everything that an account needs: one screen."""

    name = NameField(help_text=_("Not your legal name, unless you want that. You can change it."))
    sign_in_word = forms.CharField(
        label=_("A word for signing in"),
        max_length=sign_in_words.LONGEST_OWN_WORD,
        help_text=_("A word of your own. We add an ending, such as -maple-41, and print both on your card."),
        widget=forms.TextInput(attrs={"autocomplete": "off", **TYPED_AS_IS}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Only to tell you that a letter waits here, never what it says. You can sign in without it."),
    )
    sixteen = forms.BooleanField(
        label=_("I am 16 or older"),
        error_messages={"required": _("Please tick this if you are 16 or older. Accounts are for people from 16 on.")},
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput)
    next = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ["name", "sign_in_word", "offered", "which", "own", "email", "sixteen", "form_key", "next"]

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["form_key"].initial = uuid4
        if not settings.MAIL_SET_UP:
            del self.fields["email"]

    def clean_sign_in_word(self) -> str:
        try:
            return sign_in_words.own_part(self.cleaned_data["sign_in_word"])
        except sign_in_words.NoLetters:
            raise ValidationError(_("Write a word with letters or digits in it, such as “amara”.")) from None


class SignInForm(forms.Form):
    """Sign-in word and passphrase."""

    forgets_passphrase = True  # what stands in a passphrase field is never sent back
    sign_in_word = SignInWordField()
    passphrase = PassphraseField(_("Your passphrase"))
    own_device = forms.BooleanField(
        label=_("This is my own device"),
        required=False,
        help_text=_("Then you stay signed in for two weeks. Do not tick this on a device that others use too."),
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False)


class RecoverForm(NewPassphraseForm):
    """Sign-in word and a code of the card set a new passphrase."""

    sign_in_word = SignInWordField()
    code = forms.CharField(
        label=_("A code from your card"),
        max_length=40,
        help_text=_("Any one that you have not used yet. Each works once."),
        widget=forms.TextInput(attrs={"autocomplete": "off", **TYPED_AS_IS}),
    )
    next = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ["sign_in_word", "code", "offered", "which", "own", "next"]


class BeginReturnForm(forms.Form):
    """Whose account it is."""

    sign_in_word = SignInWordField()


class FinishReturnForm(NewPassphraseForm):
    """Sign-in word and the code that was kept set a new passphrase."""

    sign_in_word = SignInWordField()
    code = forms.CharField(
        label=_("The code that you kept for yourself"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", **TYPED_AS_IS}),
    )
    field_order = ["sign_in_word", "code", "offered", "which", "own"]


class TrustCodeForm(forms.Form):
    """A code from somebody who trusts one."""

    code = forms.CharField(
        label=_("The code that they gave you"),
        help_text=_("Twelve letters and numbers. Capitals, spaces and dashes do not matter."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", **TYPED_AS_IS}),
    )

    def __init__(self, data: Any = None, *, person: Person | None = None) -> None:
        super().__init__(data)
        self._person = person
        self._trusted: TrustedPerson | None = None
        self._way_back: Return | None = None

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if self._person:
            self._way_back = reads.return_by_code(self._person, code)
            self._trusted = reads.trust_by_code(code)
        if self._way_back is None and (self._trusted is None or self._trusted.owner == self._person):
            raise ValidationError(
                _("Nothing here has this code. Check each letter, or ask whoever gave it to you for a new one.")
            )
        return code

    def found(self) -> dict[str, Any]:
        """What the code is for, and whose it is."""
        owner = self._way_back.person if self._way_back else self._trusted.owner if self._trusted else None
        code = self.cleaned_data["code"]
        return {"way_back": self._way_back, "trusted": self._trusted, "owner": owner, "code": code}


class ConfirmForm(forms.Form):
    """Type the passphrase again before something that matters."""

    forgets_passphrase = True  # what stands in a passphrase field is never sent back
    passphrase = PassphraseField(_("Your passphrase, once more"))


class NewPasskeyForm(ConfirmForm):
    """What to call a new passkey."""

    name = forms.CharField(
        label=_("What do you call the device?"), max_length=40, help_text=_("Such as: my phone. Only you see it.")
    )
    field_order = ["name", "passphrase"]


class PasskeyForm(forms.Form):
    """What the browser answered, put in by a script."""

    credential = forms.CharField(widget=forms.HiddenInput, max_length=20_000)
    own_device = forms.BooleanField(widget=forms.HiddenInput, required=False)
    next = forms.CharField(widget=forms.HiddenInput, required=False)


class CodeForm(forms.Form):
    """A code of the authenticator app."""

    code = forms.CharField(
        label=_("The six digits that the app shows now"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", **TYPED_AS_IS}),
    )


class ChangePassphraseForm(NewPassphraseForm, ConfirmForm):
    """The passphrase one has, and the one to have from now on."""

    field_order = ["passphrase", "offered", "which", "own"]

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["passphrase"].label = _("Your passphrase now")
        self.fields["which"].label = _("Your new passphrase")


class EraseForm(ConfirmForm):
    """The last question before an account goes."""

    sure = forms.BooleanField(
        label=_("I understand that nobody can bring this back"),
        error_messages={"required": _("Please tick this, so that nothing is erased by mistake.")},
    )
    field_order = ["sure", "passphrase"]


class AccountForm(forms.Form):
    """What one may change about oneself at any time."""

    name = NameField()
    language = forms.ChoiceField(
        label=_("Letters to me are in"), choices=Person.Language.choices, widget=forms.RadioSelect
    )
    province = forms.ChoiceField(label=_("Province or territory"), required=False)
    time_zone = forms.ChoiceField(label=_("My clock"))
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("Only to tell you that a letter waits here, never what it says. Empty it to stop that."),
    )

    def __init__(self, data: Any = None, *, person: Person) -> None:
        kept = ("name", "language", "province", "time_zone", "email")
        super().__init__(data, initial={field: getattr(person, field) for field in kept})
        provinces = [(province.code, province.name) for province in provinces_by_name()]
        offer_choices(self, "province", [("", _("I’d rather not say")), *provinces])
        unlisted = {} if person.time_zone in ZONES else {person.time_zone: person.time_zone}
        offer_choices(self, "time_zone", [*ZONES.items(), *unlisted.items()])
        if not settings.MAIL_SET_UP and not person.email:
            del self.fields["email"]


def offer_choices(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    """Set the choices of a field which are known only when the form is made."""
    cast("forms.ChoiceField", form.fields[name]).choices = choices
