"""Passkeys and authenticator codes: setting up, signing in with them, removing."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from beenthere.core.access import allow, public
from beenthere.people import actions, one_time, passkeys, rules, sessions
from beenthere.people.forms import CodeForm, ConfirmForm, NewPasskeyForm, PasskeyForm
from beenthere.people.models import CodeMaker, Passkey
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def ways_in(request: PersonRequest) -> HttpResponse:
    """All ways in, and what is lost without them."""
    page = {
        "passkeys": Passkey.objects.visible_to(request.user),
        "possible": passkeys.are_possible(request),
        "codes": CodeMaker.objects.visible_to(request.user).working().first(),
    }
    return render(request, "people/ways_in.html", page)


@allow(rules.is_peer)
def add_passkey(request: PersonRequest) -> HttpResponse:
    """Name it and type the passphrase; then the browser is asked for it."""
    form = NewPasskeyForm(request.POST or None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        name = form.cleaned_data["name"]
        there = [one.credential for one in Passkey.objects.visible_to(request.user)]
        options, kept = passkeys.ask_for_new(
            request, handle=request.user.pk.bytes, name=_("Been There"), there=filter(None, there)
        )  # fmt: skip
        request.session["new_passkey"] = {"asked": kept, "name": name}
        return render(request, "people/passkey_make.html", {"options": options, "form": PasskeyForm(), "name": name})
    return render(request, "people/passkey_add.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
@require_POST
def passkey_made(request: PersonRequest) -> HttpResponse:
    """The browser answered: keep it."""
    waiting = request.session.pop("new_passkey", None)
    form = PasskeyForm(request.POST)
    try:
        if not waiting or not form.is_valid():
            raise passkeys.NotAPasskey
        new = passkeys.made(request, waiting["asked"], form.cleaned_data["credential"])
        kept = actions.keep_passkey(
            by=request.user, name=waiting["name"], credential_id=new.credential_id, credential=bytes(new)
        )  # fmt: skip
        messages.success(request, _("Kept. From now on it signs you in.") if kept else _("It could not be kept."))
    except passkeys.NotAPasskey:
        messages.error(request, _("That did not work. Nothing was changed; you can try again."))
    return redirect("people:ways-in")


@allow(rules.is_peer)
def remove_passkey(request: PersonRequest, passkey_id: UUID) -> HttpResponse:
    """Type the passphrase, and it no longer signs in."""
    passkey = get_object_or_404(Passkey.objects.visible_to(request.user), pk=passkey_id)
    form = ConfirmForm(request.POST or None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        actions.remove_passkey(by=request.user, passkey=passkey)
        return redirect("people:ways-in")
    page = {"form": form, "passkey": passkey}
    return render(request, "people/passkey_remove.html", page, status=422 if form.is_bound else 200)


@public
@require_POST
def passkey_begin(request: HttpRequest) -> HttpResponse:
    """What the browser is asked: the same for everybody."""
    if not passkeys.are_possible(request):
        raise Http404
    options, kept = passkeys.ask_for_any(request)
    request.session["passkey_asked"] = kept
    return JsonResponse(options)


@public
@never_cache
@require_POST
def passkey_enter(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey; the same sentence whatever is wrong."""
    then = sessions.next_address(request)
    form = PasskeyForm(request.POST)
    person = sessions.with_passkey(request, form) if form.is_valid() else None
    if person:
        return sessions.begin(
            request, person, own_device=form.cleaned_data["own_device"], then=then or sessions.front()
        )  # fmt: skip
    messages.error(request, _("This passkey does not sign in here. You can use your word and passphrase."))
    return redirect("people:sign-in")


@public
@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    """After the right passphrase: a code of the app."""
    waiting = sessions.waits_for_code(request)
    if waiting is None:
        return redirect("people:sign-in")
    form = CodeForm(request.POST or None)
    if form.is_valid() and sessions.code_fits(request, form, waiting):
        return sessions.begin(request, waiting.person, own_device=waiting.own_device, then=waiting.then)
    return render(request, "people/second_step.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
def add_codes(request: PersonRequest) -> HttpResponse:
    """Type the passphrase; then a secret is made."""
    form = ConfirmForm(request.POST or None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        actions.begin_codes(by=request.user)
        return redirect("people:codes-confirm")
    return render(request, "people/codes_add.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
def confirm_codes(request: PersonRequest) -> HttpResponse:
    """Show the secret to the app, and type its first code."""
    maker = CodeMaker.objects.visible_to(request.user).being_set_up().first()
    if maker is None:
        return redirect("people:ways-in")
    form = CodeForm(request.POST or None)
    if form.is_valid() and sessions.is_unslowed(request, form, request.user):
        if actions.confirm_codes(by=request.user, code=form.cleaned_data["code"]):
            messages.success(request, _("It works. From now on a code is asked for after your passphrase."))
            return redirect("people:ways-in")
        form.add_error("code", _("This is not the code of now. Wait for the next one, and type that."))
    secret = maker.secret
    page = {"picture": one_time.picture(secret, request.get_host()), "letters": one_time.in_letters(secret)}
    return render(request, "people/codes_confirm.html", {"form": form, **page}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
def end_codes(request: PersonRequest) -> HttpResponse:
    """Type the passphrase, and no code is asked for any more."""
    form = ConfirmForm(request.POST or None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        actions.end_codes(by=request.user)
        return redirect("people:ways-in")
    return render(request, "people/codes_end.html", {"form": form}, status=422 if form.is_bound else 200)
