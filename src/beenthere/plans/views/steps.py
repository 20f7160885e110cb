"""Steps: write down, change, do, put aside, remove."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beenthere.core.access import allow
from beenthere.library.models import Card
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions
from beenthere.plans.forms import StepForm
from beenthere.plans.models import Step
from beenthere.plans.reads import card_of


def own_step(request: PersonRequest, step_id: UUID) -> Step:
    """Fetch one of the person's own steps; any other does not exist."""
    return get_object_or_404(Step.objects.visible_to(request.user).prefetch_related("paths"), pk=step_id)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Write down a step."""
    form = StepForm(request.user, request.POST or None, initial={"paths": request.GET.getlist("path")})
    if form.is_valid():
        actions.add_step(by=request.user, **form.cleaned_data)
        messages.success(request, _("The step is on your road."))
        return redirect("plans:plan")
    return render(request, "plans/step_new.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: PersonRequest, step_id: UUID) -> HttpResponse:
    """Show a step and let its owner change it."""
    mine = own_step(request, step_id)
    form = StepForm.of(request.user, mine, request.POST or None)
    if form.is_valid():
        told = {name: value for name, value in form.cleaned_data.items() if name != "new_id"}
        actions.change_step(by=request.user, step=mine, **told)
        messages.success(request, _("Kept."))
        return redirect("plans:plan")
    shown = {"form": form, "step": mine, "card": card_of(mine)}
    return render(request, "plans/step.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def from_card(request: PersonRequest, slug: str) -> HttpResponse:
    """Put a card of the library into the plan as a step."""
    card = get_object_or_404(Card.objects.public(), slug=slug)
    if request.method != "POST":
        return render(request, "plans/step_from_card.html", {"card": card})
    actions.try_card(by=request.user, card=card)
    messages.success(request, _("The step is on your road."))
    return redirect("plans:plan")


@allow(is_peer)
@require_POST
def done(request: PersonRequest, step_id: UUID) -> HttpResponse:
    """Call a step done."""
    if actions.finish_step(by=request.user, step=own_step(request, step_id)):
        messages.success(request, _("Done. It stays on your road."))
    return redirect("plans:plan")


@allow(is_peer)
@require_POST
def reopen(request: PersonRequest, step_id: UUID) -> HttpResponse:
    """Take back that a step is done."""
    actions.reopen_step(by=request.user, step=own_step(request, step_id))
    return redirect("plans:step", step_id)


@allow(is_peer)
@require_POST
def aside(request: PersonRequest, step_id: UUID) -> HttpResponse:
    """Put a step aside for a while."""
    actions.put_step_aside(by=request.user, step=own_step(request, step_id))
    messages.success(request, _("It can wait. We will show it to you again in a while."))
    return redirect("plans:plan")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, step_id: UUID) -> HttpResponse:
    """Ask once, then remove a step."""
    mine = own_step(request, step_id)
    if request.method != "POST":
        return render(request, "plans/step_remove.html", {"step": mine})
    actions.remove_step(by=request.user, step=mine)
    messages.success(request, _("The step is gone."))
    return redirect("plans:plan")
