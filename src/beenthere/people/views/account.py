"""One's own account, its passphrase and card, and the letters of the site."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.core.access import allow
from beenthere.people import actions, rules, sessions
from beenthere.people.backends import hashed
from beenthere.people.forms import AccountForm, ChangePassphraseForm, ConfirmForm
from beenthere.people.models import Letter
from beenthere.people.reads import codes_left
from beenthere.people.requests import PersonRequest

LETTERS_SHOWN = 50


@allow(rules.is_peer)
def account(request: PersonRequest) -> HttpResponse:
    form = AccountForm(request.POST if request.method == "POST" else None, person=request.user)
    if form.is_valid():
        actions.change_account(by=request.user, **form.cleaned_data)
        messages.success(request, _("Your account is kept as you wrote it."))
        return redirect("people:account")
    context = {"form": form, "left": codes_left(request.user)}
    return render(request, "people/account.html", context, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
def passphrase(request: PersonRequest) -> HttpResponse:
    form = ChangePassphraseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        actions.change_passphrase(by=request.user, encoded=hashed(form.new_passphrase))
        update_session_auth_hash(request, request.user)
        sessions.note_device(request, request.user)
        messages.success(request, _("Your new passphrase holds from now on. On other devices you are signed out."))
        return redirect("people:account")
    return render(request, "people/passphrase.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
def new_card(request: PersonRequest) -> HttpResponse:
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and sessions.is_really(request, form, request.user):
        actions.make_new_card(by=request.user)
        return redirect("people:card")
    return render(request, "people/new_card.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(rules.is_peer)
def letters(request: PersonRequest) -> HttpResponse:
    mine = Letter.objects.visible_to(request.user)
    away = mine.exclude(put_away_at=None)[:LETTERS_SHOWN]
    return render(request, "people/letters.html", {"still_open": mine.still_open(), "away": away})


@allow(rules.is_peer)
@require_POST
def put_away(request: PersonRequest, letter_id: UUID) -> HttpResponse:
    letter = get_object_or_404(Letter.objects.visible_to(request.user), pk=letter_id)
    actions.put_letter_away(by=request.user, letter=letter)
    return redirect(sessions.next_address(request) or "people:letters")
