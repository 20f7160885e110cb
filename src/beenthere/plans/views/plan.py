"""The plan on one screen, the dream, and the hours."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, reads
from beenthere.plans.forms import DreamForm, HoursForm
from beenthere.plans.models import Rating
from beenthere.plans.picture import Picture


@allow(is_peer)
@require_safe
def plan(request: PersonRequest) -> HttpResponse:
    """Show everything that the person wrote, as a road and a week."""
    picture = Picture(request.user, everything="all" in request.GET)
    return render(request, "plans/plan.html", {"plan": picture, "ratings": Rating.choices})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def dream(request: PersonRequest) -> HttpResponse:
    """Write the dream, or wipe it out."""
    mine = reads.plan_of(request.user)
    form = DreamForm.of(mine, request.POST or None)
    if form.is_valid():
        actions.set_dream(by=request.user, plan=mine, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("plans:plan")
    return render(request, "plans/dream.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def hours(request: PersonRequest) -> HttpResponse:
    """Say how many hours a week there are."""
    mine = reads.plan_of(request.user)
    form = HoursForm.of(mine, request.POST or None)
    if form.is_valid():
        actions.set_hours(by=request.user, plan=mine, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("plans:plan")
    return render(request, "plans/hours.html", {"form": form}, status=422 if form.is_bound else 200)
