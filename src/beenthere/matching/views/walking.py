"""Two people walk together, stop, or are kept apart."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.access import allow
from beenthere.matching import actions, rules
from beenthere.matching.models import Ask, Match, Offer
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def match(request: PersonRequest, pk: UUID) -> HttpResponse:
    """With whom I walk: write, agree, change."""
    ours = get_object_or_404(Match.objects.visible_to(request.user), pk=pk)
    page = {"match": ours, "other": ours.other(request.user), "i_asked": ours.asker_id == request.user.pk}
    return render(request, "matching/match.html", page)


@allow(rules.is_peer)
def end(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Change supporter, or stop: one button, and everything that is mine stays."""
    ours = get_object_or_404(Match.objects.visible_to(request.user), pk=pk)
    i_asked = ours.asker_id == request.user.pk
    if request.method == "POST":
        actions.end_match(by=request.user, match=ours)
        again = i_asked and request.POST.get("then") == "ask"
        messages.success(request, _("It is ended. Everything that is yours stays with you."))
        return redirect("matching:ask" if again else "matching:mine")
    page = {"form": None, "match": ours, "other": ours.other(request.user), "i_asked": i_asked}
    return render(request, "matching/end.html", page)


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
        messages.success(request, _("You two are kept apart from now on. Nobody is told."))
        return redirect("matching:mine")
    return render(request, "matching/apart.html", {"form": None, "other": other, "back": back})
