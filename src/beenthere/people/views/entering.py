"""Joining, signing in, coming back with the card, signing out."""

from django.contrib.auth import logout
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from beenthere.core.access import allow, public
from beenthere.people import actions, rules, sessions
from beenthere.people.forms import JoinForm, RecoverForm, SignInForm
from beenthere.people.models import RecoveryCard
from beenthere.people.reads import codes_left
from beenthere.people.requests import PersonRequest


@public
@never_cache
def join(request: HttpRequest) -> HttpResponse:
    then = sessions.next_address(request)
    if request.user.is_authenticated:
        return redirect(then or "people:card")
    form = JoinForm(request.POST if request.method == "POST" else None, initial={"next": then})
    if form.is_valid() and sessions.is_unhurried(request, form):
        typed = form.cleaned_data
        joined = actions.join(
            name=typed["name"],
            sign_in_word=typed["sign_in_word"],
            passphrase=form.new_passphrase,
            language=get_language() or "en",
            email=typed.get("email", ""),
            form_key=str(typed["form_key"]),
        )
        return sessions.begin(request, joined.person, own_device=False, then=_card_address(then))
    return _form_page(request, "people/join.html", form, then)


@allow(rules.is_peer)
def card(request: PersonRequest) -> HttpResponse:
    then = sessions.next_address(request)
    if request.method == "POST":
        actions.put_card_away(by=request.user)
        return redirect(then or sessions.front())
    shown = RecoveryCard.objects.visible_to(request.user).first()
    return render(request, "people/card.html", {"card": shown, "next": then, "left": codes_left(request.user)})


@public
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    then = sessions.next_address(request)
    if request.user.is_authenticated:
        return redirect(then or sessions.front())
    form = SignInForm(request.POST if request.method == "POST" else None, initial={"next": then})
    person = sessions.who(request, form) if form.is_valid() else None
    if person:
        own = form.cleaned_data["own_device"]
        return sessions.go_on(request, person, own_device=own, then=then or sessions.front())
    return _form_page(request, "people/sign_in.html", form, then)


@public
@never_cache
def recover(request: HttpRequest) -> HttpResponse:
    then = sessions.next_address(request)
    form = RecoverForm(request.POST if request.method == "POST" else None, initial={"next": then})
    person = sessions.recovered(request, form) if form.is_valid() else None
    if person:
        return sessions.begin(request, person, own_device=False, then=then or sessions.front())
    return _form_page(request, "people/recover.html", form, then)


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    response = redirect(sessions.front())
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _card_address(then: str) -> str:
    card_page = reverse("people:card")
    return f"{card_page}?{urlencode({'next': then})}" if then else card_page


def _form_page(request: HttpRequest, template: str, form: Form, then: str) -> HttpResponse:
    query = f"?{urlencode({'next': then})}" if then else ""
    status = 429 if form.has_error(NON_FIELD_ERRORS, sessions.TOO_FAST) else 422 if form.is_bound else 200
    return render(request, template, {"form": form, "query": query}, status=status)
