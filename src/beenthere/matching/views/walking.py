"""Two people walk together, stop, or are kept apart."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.consent.reads import own_block
from beenthere.core.access import allow
from beenthere.core.limits import ASKING, WRITING, limited
from beenthere.matching import actions, reads, rules
from beenthere.matching.forms import EndForm, NoteForm, typed
from beenthere.matching.models import Ask, Match, Offer
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def match(request: PersonRequest, pk: UUID) -> HttpResponse:
    """With whom I walk: write, agree, change."""
    ours = get_object_or_404(Match.objects.visible_to(request.user), pk=pk)
    other = ours.other(request.user)
    if other and (block := own_block(request.user.pk, other.pk)):
        return render(request, "matching/blocked.html", {"other": other, "own_block": block})
    goodbye, mine = reads.goodbyes_of(ours, request.user)
    rest_words, last_words = reads.words_before(ours, request.user)
    page = {
        "match": ours,
        "other": other,
        "i_asked": ours.asker_id == request.user.pk,
        "goodbye": goodbye,
        "my_goodbye": mine,
        "rests": reads.rest_of(ours),
        "rest_words": rest_words,
        "last_words": last_words,
        "hand_over": reads.hand_over_of(ours, request.user),
    }
    return render(request, "matching/match.html", page)


@allow(rules.is_peer)
def end(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Change supporter, or stop: one button, and everything that is mine stays."""
    ours = get_object_or_404(Match.objects.visible_to(request.user), pk=pk)
    i_asked = ours.asker_id == request.user.pk
    form = EndForm(typed(request), person=request.user, supports=not i_asked and ours.is_current)
    if request.method == "POST" and form.is_valid():
        return _ended(request, ours, form.cleaned_data["text"], form.cleaned_data.get("on"))
    page = {"form": form, "match": ours, "other": ours.other(request.user), "i_asked": i_asked}
    return render(request, "matching/end.html", page, status=422 if form.errors else 200)


def _ended(request: PersonRequest, ours: Match, words: str, on: dt.date | None) -> HttpResponse:
    if on:
        actions.plan_end(by=request.user, match=ours, on=on, words=words)
        messages.success(request, _("They are told. Until then, nothing changes."))
        return redirect("matching:match", ours.pk)
    actions.end_match(by=request.user, match=ours, goodbye=words)
    messages.success(request, _("It is ended. Everything that is yours stays with you."))
    again = ours.asker_id == request.user.pk and request.POST.get("then") == "ask"
    return redirect("matching:ask" if again else "matching:mine")


@allow(rules.is_peer)
@limited(WRITING)
def goodbye(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Say goodbye after the other one ended it."""
    ours = get_object_or_404(Match.objects.visible_to(request.user).exclude(ended_at=None), pk=pk)
    form = NoteForm(typed(request), label=_("Your goodbye"), ready=reads.goodbyes_of(ours, request.user)[1])
    if request.method == "POST" and form.is_valid():
        actions.say_goodbye(by=request.user, match=ours, text=form.cleaned_data["text"])
        messages.success(request, _("Your goodbye is kept."))
        return redirect("matching:match", pk)
    page = {"form": form, "match": ours, "other": ours.other(request.user)}
    return render(request, "matching/goodbye.html", page, status=422 if form.errors else 200)


@require_POST
@allow(rules.is_peer)
@limited(ASKING)
def ask_again(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Ask the same supporter once more."""
    ours = get_object_or_404(Match.objects.visible_to(request.user), pk=pk, asker=request.user)
    try:
        mine = actions.ask_again(by=request.user, match=ours)
    except actions.CannotBeAsked:
        messages.info(request, _("They cannot be asked just now. You can try again later, or ask somebody else."))
        return redirect("matching:match", pk)
    except actions.NoLongerOpen:
        messages.info(request, _("Somebody is being asked for you just now. Choose again first, then ask them."))
        return redirect("matching:mine")
    messages.success(request, _("Your words and your musts went along."))
    return redirect("matching:suggestions", mine.pk)


@allow(rules.is_peer)
def apart_from_match(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Block the one I walk or walked with."""
    ours = get_object_or_404(Match.objects.visible_to(request.user), pk=pk)
    return _apart(request, ours.other(request.user), reverse("matching:match", args=[pk]))


@allow(rules.is_peer)
def apart_from_asker(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Block somebody who asks me."""
    ask = get_object_or_404(Ask.objects.visible_to(request.user), pk=pk, supporter=request.user)
    return _apart(request, ask.asker, reverse("matching:answer", args=[pk]))


@allow(rules.is_peer)
def apart_from_supporter(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Block somebody who was suggested to me."""
    offer = get_object_or_404(Offer.objects.visible_to(request.user).exclude(supporter=request.user), pk=pk)
    return _apart(request, offer.supporter, reverse("matching:mine"))


def _apart(request: PersonRequest, other: Person | None, back: str) -> HttpResponse:
    if other is None:
        return redirect(back)
    if request.method == "POST":
        actions.keep_apart(by=request.user, other=other)
        messages.success(request, _("%(name)s is blocked. Nobody is told.") % {"name": other})
        return redirect("matching:mine")
    return render(request, "matching/apart.html", {"form": None, "other": other, "back": back})
