"""A supporter reads who asks, and answers. With each answer they may say how much room they have and when they rest."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from beenthere.core.access import allow
from beenthere.matching import actions, reads, rules
from beenthere.matching.forms import NoteForm, RoomForm, TurnForm, typed
from beenthere.matching.models import Ask
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def asks(request: PersonRequest) -> HttpResponse:
    """Who asks me to walk with them."""
    return render(request, "matching/asks.html", {"asks": reads.my_asks(request.user)})


@allow(rules.is_peer)
def answer(request: PersonRequest, pk: UUID) -> HttpResponse:
    """One who asks me: what they wrote for me, and my answer."""
    ask = _asked(request, pk)
    return _page(request, "answer", ask, _room(request, ask))


@allow(rules.is_peer)
def accept(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Say yes; whoever only looks here, as after changing language, sees who asks."""
    ask = _asked(request, pk)
    if request.method != "POST":
        return redirect("matching:answer", ask.pk)
    room = _room(request, ask)
    if not room.is_valid():
        return _page(request, "answer", ask, room)
    try:
        match = actions.accept_request(by=request.user, ask=ask)
    except actions.NoRoom:
        no_room = _("You walk with as many people as you have room for. Make room in your offer first, or pass.")
        messages.info(request, no_room)
        return redirect("matching:answer", ask.pk)
    except actions.NoLongerOpen:
        return redirect("matching:answer", ask.pk)
    actions.set_room(by=request.user, offer=ask.offer, **room.facts())
    messages.success(request, _("Your yes is on its way. Now you can write to each other."))
    return redirect("matching:match", match.pk)


@allow(rules.is_peer)
def question(request: PersonRequest, pk: UUID) -> HttpResponse:
    """May I ask something first?"""
    ask = _asked(request, pk)
    turn = len(reads.ask_page(ask).exchanges) + 1
    form = TurnForm(typed(request), label=_("What would you like to know?"), turn=turn)
    room = _room(request, ask)
    if request.method == "POST" and form.is_valid() and room.is_valid():
        try:
            actions.ask_first(by=request.user, ask=ask, **form.cleaned_data)
            actions.set_room(by=request.user, offer=ask.offer, **room.facts())
        except actions.NoLongerOpen:
            messages.info(request, _("This was settled in the meantime. Your question was not sent."))
        return redirect("matching:answer", ask.pk)
    return _page(request, "question", ask, room, form)


@allow(rules.is_peer)
def pass_on(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Pass, with a kind sentence that stands ready."""
    ask = _asked(request, pk)
    ready = _(
        "Thank you for asking me. I cannot take this on just now, and it has nothing to do with you. I wish you well."
    )
    form = NoteForm(typed(request), label=_("A kind word with it"), ready=ready, needed=False)
    room = _room(request, ask)
    if request.method == "POST" and form.is_valid() and room.is_valid():
        try:
            actions.pass_on(by=request.user, ask=ask, text=form.cleaned_data["text"])
        except actions.NoLongerOpen:
            return redirect("matching:answer", ask.pk)
        actions.set_room(by=request.user, offer=ask.offer, **room.facts())
        messages.success(request, _("Thank you for answering. We take it from here."))
        return redirect("matching:asks")
    return _page(request, "pass", ask, room, form)


def _asked(request: PersonRequest, pk: UUID) -> Ask:
    asked = Ask.objects.visible_to(request.user).select_related("offer__supporter")
    return get_object_or_404(asked, pk=pk, supporter=request.user)


def _room(request: PersonRequest, ask: Ask) -> RoomForm:
    return RoomForm(typed(request), offer=ask.offer)


def _page(request: PersonRequest, name: str, ask: Ask, room: RoomForm, form: forms.Form | None = None) -> HttpResponse:
    """The page of an answer; what was written for it is not shown once it is given, or no longer needed."""
    if not ask.is_answerable:
        return render(request, "matching/settled.html", {"ask": ask, "match": reads.match_of(ask)})
    handed = reads.hand_over_with(ask)
    page = {"form": form, "room": room, "ask": ask, "told": reads.ask_page(ask), "hand_over": handed}
    wrong = bool(room.errors or (form and form.errors))
    return render(request, f"matching/{name}.html", page, status=422 if wrong else 200)
