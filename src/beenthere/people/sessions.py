"""Beginning a session, and making sure again who sits there. The device that guesses waits; nobody is locked out."""

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.contrib.auth import authenticate, login
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beenthere.core import clock, limits
from beenthere.core.sessions import kept_as
from beenthere.people import actions, devices, passkeys, passphrases
from beenthere.people.backends import hashed
from beenthere.people.forms import FinishReturnForm, PasskeyForm, RecoverForm
from beenthere.people.kinds import kind_of
from beenthere.people.models import CodeMaker, Passkey, Person, token_of_credential

BACKEND = "beenthere.people.backends.SignInWordBackend"
TOO_FAST = "too_fast"
SECOND_STEP = "second_step"
CODE_WITHIN = dt.timedelta(minutes=10)
SECONDS_ON_OWN_DEVICE = 60 * 60 * 24 * 14


def who(request: HttpRequest, form: forms.Form) -> Person | None:
    """The person whose word and passphrase these are, or the same sentence whatever is wrong."""
    typed = form.cleaned_data
    device = devices.device_of(request, typed["sign_in_word"])
    if is_slowed(device, form, None):
        return None
    person = authenticate(request, sign_in_word=typed["sign_in_word"], passphrase=typed["passphrase"])
    if not isinstance(person, Person):
        form.add_error(None, _("This word and this passphrase do not go together. Please look at both."))
        return None
    actions.forgive_try(device=device)
    return person


def recovered(request: HttpRequest, form: RecoverForm) -> Person | None:
    """The person who set a new passphrase with a code, or the same sentence whatever is wrong."""
    typed = form.cleaned_data
    device = devices.device_of(request, typed["sign_in_word"])
    if is_slowed(device, form, None):
        return None
    # Hashed before anything is looked up: a wrong word, a wrong code and a used code take the same time.
    encoded = hashed(form.new_passphrase)
    person = actions.recover(sign_in_word=typed["sign_in_word"], code=typed["code"], encoded=encoded)
    if person is None:
        form.add_error(None, _("This word and this code do not go together, or the code was used before."))
        return None
    actions.forgive_try(device=device)
    return person


def returned(request: HttpRequest, form: FinishReturnForm) -> Person | None:
    """The person whom two trusted people let back in, or the same sentence whatever is wrong."""
    typed = form.cleaned_data
    device = devices.device_of(request, typed["sign_in_word"])
    if is_slowed(device, form, None):
        return None
    # Hashed before anything is looked up, so that the time tells nothing.
    encoded = hashed(form.new_passphrase)
    person = actions.finish_return(sign_in_word=typed["sign_in_word"], own_code=typed["code"], encoded=encoded)
    if person is None:
        form.add_error(
            None,
            _(
                "It is not open. Perhaps the word and the code do not go together, perhaps two have not confirmed, "
                "or three days have not passed since."
            ),
        )
        return None
    actions.forgive_try(device=device)
    return person


def is_really(request: HttpRequest, form: forms.Form, person: Person) -> bool:
    """Whether the passphrase in the form is the person's: somebody else may hold the phone."""
    device = devices.device_for(request, person.sign_in_token)
    if is_slowed(device, form, "passphrase"):
        return False
    if not person.check_password(passphrases.normalised(form.cleaned_data["passphrase"])):
        form.add_error("passphrase", _("This is not your passphrase. Please try again."))
        return False
    actions.forgive_try(device=device)
    return True


def is_unhurried(request: HttpRequest, form: forms.Form) -> bool:
    """Whether one more account may be made from this network now; a class in a library may, a machine waits."""
    try:
        limits.take_turn(limits.JOINING, devices.address_of(request))
    except limits.TooFast as error:
        sentence = ngettext(
            "Many people joined from this network just now. Wait %(minutes)d minute, then send this again.",
            "Many people joined from this network just now. Wait %(minutes)d minutes, then send this again.",
            -(-error.seconds // 60),
        )
        form.add_error(None, ValidationError(sentence % {"minutes": -(-error.seconds // 60)}, code=TOO_FAST))
        return False
    return True


def with_passkey(request: HttpRequest, form: PasskeyForm) -> Person | None:
    """The person whose passkey answered what was asked just before; each question takes one answer."""
    asked, answer = request.session.pop("passkey_asked", None), form.cleaned_data["credential"]
    if asked is None or is_slowed(devices.device_of(request, "passkey"), form, None):
        return None
    try:
        token = token_of_credential(passkeys.named_in(answer))
        found = Passkey.objects.select_related("person").filter(credential_token=token).first()
        if found is None:
            return None
        proof = passkeys.proved(request, asked, answer, found.credential or "")
    except passkeys.NotAPasskey:
        return None
    if not actions.note_passkey_used(passkey=found, uses=proof.uses):
        return None
    actions.forgive_try(device=devices.device_of(request, "passkey"))
    return found.person


@dataclass(frozen=True)
class WaitsForCode:
    """Somebody typed the right passphrase and has yet to type a code."""

    person: Person
    own_device: bool
    then: str


def go_on(request: HttpRequest, person: Person, *, own_device: bool, then: str) -> HttpResponse:
    """After the right passphrase: begin, or ask for a code first, where somebody set that up."""
    if not CodeMaker.objects.working().filter(person=person).exists():
        return begin(request, person, own_device=own_device, then=then)
    until = (clock.now() + CODE_WITHIN).timestamp()
    request.session.cycle_key()
    request.session[SECOND_STEP] = {"person": str(person.pk), "own": own_device, "then": then, "until": until}
    request.session[SECOND_STEP]["hash"] = person.get_session_auth_hash()
    return redirect("people:second-step")


def waits_for_code(request: HttpRequest) -> WaitsForCode | None:
    """Who waits in this browser; nobody after ten minutes."""
    kept = request.session.get(SECOND_STEP)
    if not kept or kept["until"] < clock.now().timestamp():
        return None
    person = Person.objects.filter(pk=kept["person"]).first()
    # A new passphrase ends what was begun with the old one.
    if person is None or not constant_time_compare(kept["hash"], person.get_session_auth_hash()):
        return None
    return WaitsForCode(person, kept["own"], kept["then"])


def code_fits(request: HttpRequest, form: forms.Form, waiting: WaitsForCode) -> bool:
    """Whether the code is one of now; the device that guesses waits, and all devices together a little."""
    if not is_unslowed(request, form, waiting.person):
        return False
    if not actions.take_code(person=waiting.person, code=form.cleaned_data["code"]):
        form.add_error("code", _("This is not the code of now, or it was used. Wait for the next one, and type that."))
        return False
    actions.forgive_try(device=devices.device_for(request, waiting.person.sign_in_token))
    request.session.pop(SECOND_STEP, None)
    return True


def is_unslowed(request: HttpRequest, form: forms.Form, person: Person) -> bool:
    """Whether this device, and everybody who tries codes for this person, may try now."""
    if is_slowed(devices.device_for(request, person.sign_in_token), form, "code"):
        return False
    if devices.is_own(request, person.sign_in_token):
        return True  # guessers elsewhere do not slow the device that its owner called her own
    try:
        limits.take_turn(limits.SECOND_STEP, person.pk)
    except limits.TooFast as error:
        sentence = ngettext(
            "Many codes were tried. Wait %(seconds)d second, then try again. No account is locked.",
            "Many codes were tried. Wait %(seconds)d seconds, then try again. No account is locked.",
            error.seconds,
        )
        form.add_error("code", sentence % {"seconds": error.seconds})
        return False
    return True


def begin(request: HttpRequest, person: Person, *, own_device: bool, then: str) -> HttpResponse:
    """Begin a fresh session and go on; it ends with the browser unless this is the person's own device."""
    login(request, person, backend=BACKEND)
    note_device(request, person)
    response = redirect(then)
    if own_device:
        request.session.set_expiry(SECONDS_ON_OWN_DEVICE)
        devices.call_own(response, person)
    return response


def note_device(request: HttpRequest, person: Person) -> None:
    """Note the browser of a session that has just got its key, so that its owner finds it in the list."""
    kind = kind_of(request.headers.get("User-Agent", "")[:400])
    actions.note_device(by=person, session=kept_as(request.session.session_key), kind=kind)


def next_address(request: HttpRequest) -> str:
    """Where to go on afterwards: an address of this site, or nothing."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    here = {request.get_host()}
    is_local = url_has_allowed_host_and_scheme(address, allowed_hosts=here, require_https=request.is_secure())
    # Without the slash, a word would be taken for the name of a view.
    return address if is_local and address.startswith("/") else ""


def front() -> str:
    """Where to go when nothing else was asked for."""
    return reverse("home:front")


def is_slowed(device: str, form: forms.Form, field: str | None) -> bool:
    """Count a try; say how long to wait if there were too many."""
    seconds = actions.try_once(device=device)
    if seconds:
        words = ngettext(
            "That was tried too often from here. Wait %(seconds)d second, then try again. No account is locked.",
            "That was tried too often from here. Wait %(seconds)d seconds, then try again. No account is locked.",
            seconds,
        )
        form.add_error(field, words % {"seconds": seconds})
    return seconds > 0
