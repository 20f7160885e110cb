"""A supporter makes an offer, and rests."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.core.access import allow
from beenthere.matching import actions, reads, rules
from beenthere.matching.forms import OfferForm, PauseForm, typed
from beenthere.matching.models import Offer, OfferApproval
from beenthere.orgs.models import Organisation
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def offer(request: PersonRequest) -> HttpResponse:
    """My offer: what I know, how much room I have, and who said yes to it."""
    mine = Offer.objects.visible_to(request.user).filter(supporter=request.user).first()
    form = OfferForm(typed(request), person=request.user, offer=mine)
    if request.method == "POST" and form.is_valid():
        made = actions.make_offer(by=request.user, **form.facts())
        actions.submit_offer(by=request.user, offer=made, organisations=form.cleaned_data["organisations"])
        messages.success(request, _("Your offer is kept."))
        return redirect("matching:offer")
    desks = set(Organisation.objects.visible_to(request.user).coordinated_by(request.user))
    page = {"form": form, "offer": mine, "decisions": reads.decisions_on(mine), "my_desks": desks}
    return render(request, "matching/offer.html", page, status=422 if form.errors else 200)


@allow(rules.is_peer)
def pause(request: PersonRequest) -> HttpResponse:
    """Rest from being suggested."""
    mine = get_object_or_404(Offer.objects.visible_to(request.user), supporter=request.user)
    form = PauseForm(typed(request), person=request.user, walks=mine.taken > 0)
    if request.method == "POST" and form.is_valid():
        actions.pause_offer(by=request.user, offer=mine, **form.cleaned_data)
        messages.success(
            request, _("Your rest is kept. Those you walk with stay; nobody new is suggested to you then.")
        )
        return redirect("matching:offer")
    return render(request, "matching/pause.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@allow(rules.is_peer)
def resume(request: PersonRequest) -> HttpResponse:
    """Be suggested again."""
    mine = get_object_or_404(Offer.objects.visible_to(request.user), supporter=request.user)
    actions.resume_offer(by=request.user, offer=mine)
    messages.success(request, _("Welcome back. You can be suggested again."))
    return redirect("matching:offer")


@require_POST
@allow(rules.is_peer)
def has(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Tick what I have of what an organisation asks for."""
    mine = OfferApproval.objects.visible_to(request.user).filter(supporter=request.user)
    approval = get_object_or_404(mine, pk=pk)
    actions.say_what_one_has(by=request.user, approval=approval, has=request.POST.getlist("has"))
    messages.success(request, _("Kept. They see it when they decide."))
    return redirect("matching:offer")
