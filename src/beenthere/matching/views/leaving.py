"""A hand-over in one's own words, an end that was told ahead, and what others see of one before a yes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beenthere.core.access import allow
from beenthere.core.limits import WRITING, limited
from beenthere.matching import actions, reads, rules
from beenthere.matching.forms import HandOverForm, typed
from beenthere.matching.models import HandOver, Match, MatchRequest, Offer
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
@limited(WRITING)
def hand_over(request: PersonRequest) -> HttpResponse:
    """What I want the next supporter to know."""
    mine = HandOver.objects.visible_to(request.user).filter(person=request.user).first()
    form = HandOverForm(typed(request), hand_over=mine)
    if request.method == "POST" and form.is_valid():
        actions.write_hand_over(by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept. Your next supporter reads it from their yes on."))
        return redirect("matching:hand-over")
    page = {"form": form, "mine": mine, "owner": request.user}
    return render(request, "matching/hand_over.html", page, status=422 if form.errors else 200)


@require_POST
@allow(rules.is_peer)
def remove_hand_over(request: PersonRequest) -> HttpResponse:
    """Nobody reads it any more."""
    actions.remove_hand_over(by=request.user)
    messages.success(request, _("Your hand-over is gone."))
    return redirect("matching:hand-over")


@require_POST
@allow(rules.is_peer)
def go_on(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Go on walking together after all."""
    ours = get_object_or_404(Match.objects.visible_to(request.user).current(), pk=pk, supporter=request.user)
    actions.take_end_back(by=request.user, match=ours)
    return redirect("matching:match", pk)


@require_safe
@allow(rules.is_peer)
def ask_as_seen(request: PersonRequest, pk: UUID) -> HttpResponse:
    """My request as a supporter sees it before a yes."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user).open(), pk=pk)
    page = {"told": reads.page_of_request(mine), "mine": mine, "hand_over": reads.hand_over_before_yes(request.user)}
    if known_to := reads.known_to(mine):
        page |= {"at_desk": reads.line_of(mine), "known_to": known_to}
    return render(request, "matching/ask_as_seen.html", page)


@require_safe
@allow(rules.is_peer)
def offer_as_seen(request: PersonRequest) -> HttpResponse:
    """My offer as somebody who asks sees it, but for the reasons, which are theirs."""
    mine = get_object_or_404(Offer.objects.visible_to(request.user), supporter=request.user)
    return render(request, "matching/offer_as_seen.html", {"card": reads.card_of(mine)})
