"""What the person chose to help them: choose, rate, end, remove."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beenthere.core.access import allow
from beenthere.directory.models import ListedOrganisation, Service
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions
from beenthere.plans.forms import SupportForm
from beenthere.plans.models import ChosenSupport, Rating
from beenthere.training.models import Training


def own_support(request: PersonRequest, support_id: UUID) -> ChosenSupport:
    """Fetch something that the person chose; anything else does not exist."""
    return get_object_or_404(ChosenSupport.objects.visible_to(request.user), pk=support_id)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Choose something in one's own words."""
    form = SupportForm(request.POST or None)
    if form.is_valid():
        actions.choose_support(by=request.user, **form.cleaned_data)
        messages.success(request, _("It is in your plan."))
        return redirect("plans:plan")
    return render(request, "plans/support_new.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def training(request: PersonRequest, slug: str) -> HttpResponse:
    """Choose a training of the catalogue."""
    chosen = get_object_or_404(Training.objects.public(), slug=slug)
    if request.method != "POST":
        return render(request, "plans/support_listed.html", {"chosen": chosen})
    actions.choose_listed(by=request.user, training=chosen)
    messages.success(request, _("It is in your plan."))
    return redirect("plans:plan")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def organisation(request: PersonRequest, slug: str) -> HttpResponse:
    """Choose an organisation of the catalogue."""
    chosen = get_object_or_404(ListedOrganisation.objects.public(), slug=slug)
    if request.method != "POST":
        return render(request, "plans/support_listed.html", {"chosen": chosen})
    actions.choose_listed(by=request.user, organisation=chosen)
    messages.success(request, _("It is in your plan."))
    return redirect("plans:plan")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def service(request: PersonRequest, slug: str) -> HttpResponse:
    """Choose a service of the catalogue."""
    chosen = get_object_or_404(Service.objects.public(), slug=slug)
    if request.method != "POST":
        return render(request, "plans/support_listed.html", {"chosen": chosen})
    actions.choose_listed(by=request.user, service=chosen)
    messages.success(request, _("It is in your plan."))
    return redirect("plans:plan")


@allow(is_peer)
@require_POST
def rate(request: PersonRequest, support_id: UUID) -> HttpResponse:
    """Say whether it helps."""
    mine, rating = own_support(request, support_id), request.POST.get("rating", "")
    if rating in Rating.values:
        actions.rate_support(by=request.user, support=mine, rating=rating)
    return redirect("plans:plan")


@allow(is_peer)
@require_POST
def end(request: PersonRequest, support_id: UUID) -> HttpResponse:
    """End it without a reason."""
    actions.end_support(by=request.user, support=own_support(request, support_id))
    messages.success(request, _("Ended. No reason needed."))
    return redirect("plans:plan")


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, support_id: UUID) -> HttpResponse:
    """Ask once, then take it out of the plan altogether."""
    mine = own_support(request, support_id)
    if request.method != "POST":
        return render(request, "plans/support_remove.html", {"support": mine})
    actions.remove_support(by=request.user, support=mine)
    messages.success(request, _("It is gone from your plan."))
    return redirect("plans:plan")
