"""A supporter reads who asks, and answers."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.core.access import allow
from beenthere.matching import actions, reads, rules
from beenthere.matching.forms import NoteForm, typed
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
    if not ask.is_answerable:
        return _settled(request, ask)
    return render(request, "matching/answer.html", {"ask": ask, "told": reads.ask_page(ask)})


@require_POST
@allow(rules.is_peer)
def accept(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Say yes."""
    ask = _asked(request, pk)
    try:
        match = actions.accept_request(by=request.user, ask=ask)
    except actions.NoRoom:
        messages.info(
            request, _("You walk with as many people as you have room for. Make room in your offer first, or pass.")
        )
        return redirect("matching:answer", ask.pk)
    except actions.NoLongerOpen:
        return redirect("matching:answer", ask.pk)
    messages.success(request, _("Your yes is on its way. Now you can write to each other."))
    return redirect("matching:match", match.pk)


@allow(rules.is_peer)
def question(request: PersonRequest, pk: UUID) -> HttpResponse:
    """May I ask something first?"""
    ask = _asked(request, pk)
    form = NoteForm(typed(request), label=_("What would you like to know?"))
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_first(by=request.user, ask=ask, text=form.cleaned_data["text"])
        except actions.NoLongerOpen:
            messages.info(request, _("This was settled in the meantime. Your question was not sent."))
        return redirect("matching:answer", ask.pk)
    if not ask.is_answerable:
        return _settled(request, ask)
    page = {"form": form, "ask": ask, "told": reads.ask_page(ask)}
    return render(request, "matching/question.html", page, status=422 if form.errors else 200)


@allow(rules.is_peer)
def pass_on(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Pass, with a kind sentence that stands ready."""
    ask = _asked(request, pk)
    ready = _(
        "Thank you for asking me. I cannot take this on just now, and it has nothing to do with you. I wish you well."
    )
    form = NoteForm(typed(request), label=_("A kind word with it"), ready=ready, needed=False)
    if request.method == "POST" and form.is_valid():
        try:
            actions.pass_on(by=request.user, ask=ask, text=form.cleaned_data["text"])
        except actions.NoLongerOpen:
            return redirect("matching:answer", ask.pk)
        messages.success(request, _("Thank you for answering. We take it from here."))
        return redirect("matching:asks")
    if not ask.is_answerable:
        return _settled(request, ask)
    page = {"form": form, "ask": ask, "told": reads.ask_page(ask)}
    return render(request, "matching/pass.html", page, status=422 if form.errors else 200)


def _asked(request: PersonRequest, pk: UUID) -> Ask:
    return get_object_or_404(Ask.objects.visible_to(request.user), pk=pk, supporter=request.user)


def _settled(request: PersonRequest, ask: Ask) -> HttpResponse:
    """What was written for an answer is not shown once the answer is given, or no longer needed."""
    return render(request, "matching/settled.html", {"ask": ask, "match": reads.match_of(ask)})
